"""Every change to an officer and to the records that belong to the officer, in plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Kind, LedgerEntry
from sro_desk.domain.codes import DayKind
from sro_desk.domain.dates import us_date
from sro_desk.domain.ledger_words import FieldChange
from sro_desk.domain.records import OfficerId
from sro_desk.domain.words import day_kind_words
from sro_desk.services import activity
from sro_desk.services.history_words import Names, describe, names_in
from sro_desk.storage import ledger
from sro_desk.storage.database import Database
from sro_desk.storage.tables import (
    AssignmentRow,
    CertificateRow,
    ContactDayRow,
    InabilityRecordRow,
    PolicyReviewRow,
)

_OF_OFFICER = (AssignmentRow, CertificateRow, PolicyReviewRow, InabilityRecordRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One change; contact days that were set together are one."""

    seq: int  # of its newest entry
    at: datetime  # UTC
    actor: str
    words: str
    entries: tuple[LedgerEntry, ...]  # newest first


def of_officer(db: Database, officer: OfficerId) -> tuple[HistoryLine, ...]:
    """The changes, newest first."""
    with db.read() as session:
        entries = ledger.entries(session, records=_records(session, officer))
        names = names_in(session)
    whose = f"{names.officers.get(officer, '')}'s "
    return tuple(_lines(entries, names, whose))


def changes(db: Database, line: HistoryLine) -> tuple[FieldChange, ...]:
    """What a change found and what it left: a field each, or a date each for contact days."""
    if len(line.entries) == 1:
        return activity.detail(db, line.entries[0]).changes
    by_date = sorted(line.entries, key=lambda entry: _on(entry) or date.min)
    return tuple(
        FieldChange(_date_words(entry), _kind_words(entry.before), _kind_words(entry.after))
        for entry in by_date
    )


def _records(session: Session, officer: OfficerId) -> dict[Kind, list[int]]:
    found = {Kind.OFFICER: [int(officer)]}
    for table in _OF_OFFICER:
        ids = select(table.id).where(table.officer_id == officer)
        found[table.of_kind] = list(session.scalars(ids))
    found[Kind.CONTACT_DAY] = list(session.scalars(_days(officer)))
    return found


def _days(officer: OfficerId) -> Select[int]:
    return (
        select(ContactDayRow.id)
        .join(AssignmentRow, AssignmentRow.id == ContactDayRow.assignment_id)
        .where(AssignmentRow.officer_id == officer)
    )


def _lines(entries: Sequence[LedgerEntry], names: Names, whose: str) -> Iterator[HistoryLine]:
    """The officer is known here: "Added policy review", not "Added Erik Olson's policy review"."""
    for (_, of_days), group in groupby(entries, key=_set_together):
        found = tuple(group)
        if of_days and len(found) > 1:
            yield _line(found, _days_words(found))
            continue
        for entry in found:
            yield _line((entry,), describe(entry, names).replace(whose, "", 1))


def _set_together(entry: LedgerEntry) -> tuple[int, bool]:
    return entry.write, entry.kind is Kind.CONTACT_DAY


def _line(entries: tuple[LedgerEntry, ...], words: str) -> HistoryLine:
    newest = entries[0]
    return HistoryLine(
        seq=newest.seq, at=newest.at, actor=newest.actor, words=words, entries=entries
    )


def _days_words(entries: Sequence[LedgerEntry]) -> str:
    """ "Set 12 contact days, 11/02/2026 to 11/17/2026: 10 served, 2 cleared"."""
    dates = sorted(filter(None, map(_on, entries)))
    between = f", {us_date(dates[0])} to {us_date(dates[-1])}" if dates else ""
    left = [_kind_words(entry.after) for entry in entries]
    parts = [
        f"{left.count(words)} {words.casefold() or 'cleared'}"
        for words in (*map(day_kind_words, DayKind), "")
        if words in left
    ]
    said = f"{len(entries)} contact days{between}: {', '.join(parts)}"
    before = {Action.UNDO: "Undo: set", Action.REDO: "Redo: set"}
    return f"{before.get(entries[0].action, 'Set')} {said}"


def _kind_words(row: dict[str, object] | None) -> str:
    """What a contact day counts as; "" for nothing."""
    if row is None or row.get("voided_at") is not None:
        return ""
    return day_kind_words(DayKind(str(row["kind"])))


def _on(entry: LedgerEntry) -> date | None:
    row = entry.after or entry.before or {}
    return date.fromisoformat(str(row["on"])) if "on" in row else None


def _date_words(entry: LedgerEntry) -> str:
    on = _on(entry)
    return "" if on is None else us_date(on)

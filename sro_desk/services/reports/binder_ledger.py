"""The ledger's entries of a period as an auditor reads them: which fields, not what they held."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from sro_desk.domain.changes import Kind, LedgerEntry
from sro_desk.domain.exports.audit import LedgerLine
from sro_desk.domain.ledger_words import action_words, changed_fields, kind_words
from sro_desk.services.history_words import Names, names_in, what_is
from sro_desk.storage import ledger
from sro_desk.storage.recording import RecordsSession
from sro_desk.storage.tables import OfficerRow

_SHOWN = 12  # digits of a copy's SHA-256, as the manifest begins


def of_period(
    session: RecordsSession, first: date, last: date, *, withheld: bool
) -> tuple[LedgerLine, ...]:
    """The entries of the days from `first` to `last` in UTC, the oldest first.

    What was done to the records of an officer who is withheld is told, but
    names no one unless `withheld`.
    """
    names = names_in(session)
    unnamed = frozenset() if withheld else _withheld(session)
    found = ledger.entries(session, first=first, last=last)
    return tuple(_line(entry, names, unnamed) for entry in reversed(found))


def count(session: RecordsSession) -> int:
    """The number of entries in the whole ledger."""
    return ledger.tip(session).seq


def _withheld(session: RecordsSession) -> frozenset[int]:
    return frozenset(session.scalars(select(OfficerRow.id).where(OfficerRow.withheld)))


def _line(entry: LedgerEntry, names: Names, unnamed: frozenset[int]) -> LedgerLine:
    return LedgerLine(
        seq=entry.seq,
        at=entry.at,
        who=entry.actor,
        done=action_words(entry.action),
        record=_record(entry, names, unnamed),
        fields=changed_fields(entry.before, entry.after),
        hash=entry.hash,
    )


def _record(entry: LedgerEntry, names: Names, unnamed: frozenset[int]) -> str:
    if not unnamed.isdisjoint(_officers(entry, names)):
        return f"{kind_words(entry.kind)} no. {entry.record}"
    if entry.kind is Kind.COPY:  # the name of a file may say anything
        return f"The file {str((entry.after or {}).get('sha256'))[:_SHOWN]}"
    words = what_is(entry, names)
    return words[:1].upper() + words[1:]


def _officers(entry: LedgerEntry, names: Names) -> Iterator[int]:
    """The officers that an entry tells of, by number."""
    if entry.kind is Kind.OFFICER:
        yield entry.record
    for row in (entry.before or {}, entry.after or {}):
        if isinstance(officer := row.get("officer_id"), int):
            yield officer
        assignment = row.get("assignment_id")
        if isinstance(assignment, int) and assignment in names.assignments:
            yield names.assignments[assignment][0]

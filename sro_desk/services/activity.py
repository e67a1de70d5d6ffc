"""The ledger as it is read: page by page, searched, and each entry before and after."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from sro_desk.domain.changes import Kind, LedgerEntry
from sro_desk.domain.ledger_words import (
    FieldChange,
    NameOf,
    action_words,
    kind_words,
    local_time,
    side_by_side,
)
from sro_desk.domain.names import search_key
from sro_desk.domain.records import CertificateId, DistrictId, OfficerId
from sro_desk.services.history import ActivityLine
from sro_desk.services.history_words import Names, describe, names_in
from sro_desk.storage import ledger
from sro_desk.storage.base import VoidableRow
from sro_desk.storage.database import Database
from sro_desk.storage.tables import ROWS

_LOOKED_AT = 2_000  # entries in one go while searching: the others get their turn in between


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Entries that match, newest first; go on before `reached` for older ones."""

    lines: tuple[ActivityLine, ...]
    reached: int | None  # the oldest entry looked at; None where there is no older one


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDetail:
    """One entry before and after, and the records that it is about where they still count."""

    entry: LedgerEntry
    words: str
    changes: tuple[FieldChange, ...]
    officer: OfficerId | None
    district: DistrictId | None
    certificate: CertificateId | None


def look(
    db: Database,
    *,
    typed: str = "",
    kind: Kind | None = None,
    before_seq: int | None = None,
    most: int,
) -> Activity:
    """At most so many entries that hold every typed word.

    Where words are typed, an answer may hold fewer although older entries
    match: as long as `reached` is not None, ask on.
    """
    wanted = search_key(typed).split()
    limit = _LOOKED_AT if wanted else most
    with db.read() as session:
        found = ledger.entries(session, kind=kind, before_seq=before_seq, limit=limit)
        names = names_in(session)
    lines: list[ActivityLine] = []
    for entry in found:
        line = ActivityLine(entry=entry, words=describe(entry, names))
        if not wanted or _holds(line, wanted):
            lines.append(line)
        if len(lines) == most:
            return Activity(lines=tuple(lines), reached=_before(entry))
    whole = len(found) < limit
    return Activity(lines=tuple(lines), reached=None if whole else _before(found[-1]))


def detail(db: Database, entry: LedgerEntry) -> EntryDetail:
    """One entry in full."""
    with db.read() as session:
        names = names_in(session)
        about = _about(entry, names)
        return EntryDetail(
            entry=entry,
            words=describe(entry, names),
            changes=side_by_side(entry.kind, entry.before, entry.after, _by_kind(names)),
            officer=_officer(session, about),
            district=_district(session, about),
            certificate=_certificate(session, about),
        )


def _before(entry: LedgerEntry) -> int | None:
    return entry.seq if entry.seq > 1 else None


def _holds(line: ActivityLine, wanted: list[str]) -> bool:
    entry = line.entry
    told = (line.words, entry.actor, kind_words(entry.kind), action_words(entry.action))
    text = search_key(" ".join((*told, local_time(entry.at), entry.hash)))
    return all(word in text for word in wanted)


def _about(entry: LedgerEntry, names: Names) -> dict[Kind, int]:
    """The officer, the district and the certificate that an entry tells of, by number."""
    row = entry.after or entry.before or {}
    about = {entry.kind: entry.record}
    for kind, name in ((Kind.OFFICER, "officer_id"), (Kind.DISTRICT, "district_id")):
        if isinstance(number := row.get(name), int):
            about[kind] = number
    assignment = row.get("assignment_id")
    if isinstance(assignment, int) and assignment in names.assignments:
        about[Kind.OFFICER], about[Kind.DISTRICT] = names.assignments[assignment]
    return about


def _officer(session: Session, about: dict[Kind, int]) -> OfficerId | None:
    number = _counting(session, Kind.OFFICER, about)
    return None if number is None else OfficerId(number)


def _district(session: Session, about: dict[Kind, int]) -> DistrictId | None:
    number = _counting(session, Kind.DISTRICT, about)
    return None if number is None else DistrictId(number)


def _certificate(session: Session, about: dict[Kind, int]) -> CertificateId | None:
    number = _counting(session, Kind.CERTIFICATE, about)
    return None if number is None else CertificateId(number)


def _counting(session: Session, kind: Kind, about: dict[Kind, int]) -> int | None:
    """The record's number, where it is on file and not voided."""
    number = about.get(kind)
    row = None if number is None else session.get(ROWS[kind], number)
    if row is None or (isinstance(row, VoidableRow) and row.voided is not None):
        return None
    return number


def _by_kind(names: Names) -> NameOf:
    found: dict[tuple[Kind, int | str], str] = {}
    for kind, known in (
        (Kind.OFFICER, names.officers),
        (Kind.DISTRICT, names.districts),
        (Kind.SCHOOL, names.schools),
        (Kind.COURSE, names.courses),
    ):
        found |= {(kind, number): name for number, name in known.items()}
    found |= {(Kind.COPY, sha256): name for sha256, name in names.copies.items()}
    for number, (officer, district) in names.assignments.items():
        where = names.districts.get(district, "")
        found[Kind.ASSIGNMENT, number] = f"{names.officers.get(officer, '')} at {where}"
    return found

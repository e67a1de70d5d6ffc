"""What was done to the file, in plain words; undo and redo as new, recorded writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor, Changes, Kind, LedgerEntry
from sro_desk.domain.errors import SroDeskError
from sro_desk.services import history_words, rows
from sro_desk.services.history_words import Names, describe, names_in
from sro_desk.storage import ledger
from sro_desk.storage.base import RecordRow, VoidableRow
from sro_desk.storage.database import Database
from sro_desk.storage.file_tables import LEDGER
from sro_desk.storage.recording import WritingSession
from sro_desk.storage.tables import ROWS

__all__ = [
    "ActivityLine",
    "Names",
    "describe",
    "entries",
    "last_undo",
    "last_write",
    "lines",
    "redo",
    "undo",
    "words_of",
]

_WRITES: Select[int, str, int | None] = (
    select(LEDGER.c.write, LEDGER.c.action, LEDGER.c.undoes)
    .group_by(LEDGER.c.write, LEDGER.c.action, LEDGER.c.undoes)
    .order_by(LEDGER.c.write.desc())
)
UNDONE = "Undone"  # why a record no longer counts whose adding was undone


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """One entry of the ledger with what it means."""

    entry: LedgerEntry
    words: str

    @property
    def at(self) -> datetime:
        """When it was written, in UTC."""
        return self.entry.at


def entries(
    db: Database,
    *,
    kind: Kind | None = None,
    record: int | None = None,
    before_seq: int | None = None,
    limit: int | None = None,
) -> tuple[LedgerEntry, ...]:
    """The entries that match, newest first; `before_seq` pages on from an entry seen."""
    with db.read() as session:
        return ledger.entries(session, kind=kind, record=record, before_seq=before_seq, limit=limit)


def lines(
    db: Database,
    *,
    kind: Kind | None = None,
    record: int | None = None,
    before_seq: int | None = None,
    limit: int | None = None,
) -> tuple[ActivityLine, ...]:
    """The entries that match, newest first, each in plain words with names filled in."""
    with db.read() as session:
        found = ledger.entries(
            session, kind=kind, record=record, before_seq=before_seq, limit=limit
        )
        names = names_in(session)
    return tuple(ActivityLine(entry=entry, words=describe(entry, names)) for entry in found)


def words_of(db: Database, write: int) -> str:
    """One write in plain words, for the menu and the message bar."""
    with db.read() as session:
        found = ledger.entries(session, write=write)
        names = names_in(session)
    told = [entry for entry in reversed(found) if entry.kind is not Kind.COPY] or list(found)
    if not told:
        return ""
    first = describe(told[0], names)
    return first if len(told) == 1 else f"{first} and {len(told) - 1} more"


def undo(db: Database, write: int, *, actor: Actor) -> Changes:
    """Put back what a write found; what it added is voided, nothing is deleted.

    SroDeskError where a record has changed since, or another one rests on it.
    """
    return _take_back(db, write, Action.UNDO, actor)


def redo(db: Database, write: int, *, actor: Actor) -> Changes:
    """Do again what was undone; `write` is the one undone, or its undoing."""
    with db.read() as session:
        undoing = _undoing(session, write)
    return _take_back(db, undoing, Action.REDO, actor)


def last_write(db: Database) -> int | None:
    """The write that undo would take back; None where there is none."""
    with db.read() as session:
        taken_back: set[int] = set()
        for write, action, undoes in session.execute(_WRITES):
            if write in taken_back:
                continue
            if undoes is not None:
                taken_back.add(undoes)
            if action not in (Action.UNDO, Action.CREATE_FILE):
                return write
    return None


def last_undo(db: Database) -> int | None:
    """The undoing that redo would take back; None unless it is the last thing done."""
    with db.read() as session:
        taken_back: set[int] = set()
        for write, action, undoes in session.execute(_WRITES):
            if write in taken_back:
                continue
            if action == Action.UNDO:
                return write
            if action != Action.REDO or undoes is None:
                return None
            taken_back.add(undoes)
    return None


def _undoing(session: Session, write: int) -> int:
    actions = select(LEDGER.c.action).where(LEDGER.c.write == write).limit(1)
    if session.scalar(actions) == Action.UNDO:
        return write
    undoings = select(LEDGER.c.write).where(
        LEDGER.c.undoes == write, LEDGER.c.action == Action.UNDO.value
    )
    found: int | None = session.scalar(undoings.order_by(LEDGER.c.write.desc()).limit(1))
    if found is None:
        raise SroDeskError("There is nothing to redo: this change was not undone.")
    return found


def _take_back(db: Database, write: int, action: Action, actor: Actor) -> Changes:
    with db.write(actor, action, undoes=write) as session:
        found = ledger.entries(session, write=write)
        if not found:
            raise SroDeskError("There is nothing to undo: the file knows no such change.")
        if found[0].action is Action.CREATE_FILE:
            raise SroDeskError("Making the file cannot be undone. Change what is wrong instead.")
        names = names_in(session)
        held = _fetch_all(session, found)
        turned = [
            row
            for entry in found  # newest first
            if entry.kind is not Kind.COPY  # a stored file stays on file
            and (row := _put_back(session, entry, names, actor)) is not None
        ]
        session.flush()
        _refuse_if_alone(session, turned)  # only now: records of one write rest on one another
        held.clear()
        return session.writing.changes()


def _fetch_all(session: Session, found: Sequence[LedgerEntry]) -> list[RecordRow]:
    """Every row of the entries, held in the session for a while: none is asked for by itself."""
    wanted: dict[Kind, set[int]] = {}
    for entry in found:
        if entry.kind is not Kind.COPY:
            wanted.setdefault(entry.kind, set()).add(entry.record)
    return [row for kind, ids in wanted.items() for row in rows.fetch(session, ROWS[kind], ids)]


def _put_back(
    session: WritingSession, entry: LedgerEntry, names: Names, actor: Actor
) -> VoidableRow | None:
    """Put one record back; the row where it counts now and did not, or the other way round."""
    row = rows.the(session, ROWS[entry.kind], entry.record)
    if ledger.stored(row) != entry.after:
        what = history_words.what_is(entry, names)
        raise SroDeskError(
            f"This cannot be undone any more: {what} was changed again since."
            " Undo the later change first."
        )
    counted = _counts(row)
    if entry.before is not None:
        ledger.put_back(row, entry.before)
    elif isinstance(row, VoidableRow):
        rows.mark_void(row, UNDONE, actor=actor)
    return row if isinstance(row, VoidableRow) and counted != _counts(row) else None


def _refuse_if_alone(session: Session, turned: Sequence[VoidableRow]) -> None:
    """Nothing that counts may rest on what does not."""
    for row in turned:
        if _counts(row):
            rows.refuse_if_resting_on_void(session, row)
    rows.refuse_if_any_used(session, [row for row in turned if not _counts(row)])


def _counts(row: RecordRow) -> bool:
    return not isinstance(row, VoidableRow) or row.voided is None

"""Writes the ledger while a session flushes, in one transaction, and lets nothing slip past."""

import re
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, UOWTransaction

from sro_desk.domain.changes import Action, Actor, Changes, Kind
from sro_desk.storage import ledger
from sro_desk.storage.base import RecordRow
from sro_desk.storage.column_types import Instant
from sro_desk.storage.file_tables import LEDGER
from sro_desk.storage.plain import Parameters, Row

_AT = Instant()
_READS = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE|ROLLBACK)\b", re.IGNORECASE)
_READS_BY_PARTS = re.compile(r"\s*WITH\b(?!.*\b(INTO|UPDATE|DELETE)\b)", re.IGNORECASE | re.DOTALL)


@dataclass
class Writing:
    """What one `write` is, and what it has touched so far."""

    actor: Actor
    action: Action
    at: datetime
    undoes: int | None
    number: int = 0
    flushing: bool = False
    tip: ledger.Tip | None = None
    records: set[tuple[Kind, int]] = field(default_factory=set)

    def changes(self) -> Changes:
        """What to tell the listeners once it is committed."""
        return Changes(write=self.number, action=self.action, records=frozenset(self.records))


class RecordsSession(Session):
    """A session that also answers plain SQL, as a `plain.Reader`."""

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """What `sql` finds, as the driver's own tuples; what is to be written is written first."""
        self.flush()
        with closing(self.connection().exec_driver_sql(sql, tuple(parameters))) as answer:
            return list(answer.cursor.fetchall())

    def head(self) -> str:
        """The hash of the last ledger entry."""
        return ledger.tip(self).hash


class ReadingSession(RecordsSession):
    """A session that only asks; made by `Database.read` alone."""


class WritingSession(RecordsSession):
    """A session whose flushes are recorded; made by `Database.write` alone."""

    @property
    def writing(self) -> Writing:
        """The write that this session is."""
        writing: Writing = self.info["writing"]
        return writing


def refuse_unrecorded(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
    """Refuse a statement that changes rows outside a flush: the ledger would not know of it."""
    writing: Writing | None = connection.get_execution_options().get("writing")
    if writing is None or writing.flushing:  # a reading connection is query_only
        return
    if not (_READS.match(statement) or _READS_BY_PARTS.match(statement)):
        raise RuntimeError(f"only rows of a session may be written, not: {statement[:60]}")


@event.listens_for(ReadingSession, "before_flush")
def _refuse(_session: ReadingSession, _context: UOWTransaction, _instances: object) -> None:
    raise RuntimeError("rows are changed in `Database.write` alone")


@event.listens_for(WritingSession, "before_flush")
def _start(session: WritingSession, _context: UOWTransaction, _instances: object) -> None:
    if session.deleted:
        raise RuntimeError("records are voided, never deleted")
    session.writing.flushing = True


@event.listens_for(WritingSession, "after_flush")
def _record(session: WritingSession, _context: UOWTransaction) -> None:
    writing = session.writing
    new = [row for row in session.new if isinstance(row, RecordRow)]
    found = [_values(writing, row, None) for row in new]
    found += [_values(writing, row, before) for row, before in _modified(session.dirty)]
    if found:
        _append(session, found)
    writing.flushing = False


@event.listens_for(WritingSession, "after_soft_rollback")
def _forget(session: WritingSession, _previous: object) -> None:
    session.writing.flushing = False
    session.writing.tip = None  # the entries since then are gone with the rest


def _modified(rows: Iterable[object]) -> list[tuple[RecordRow, dict[str, Any]]]:
    records = [row for row in rows if isinstance(row, RecordRow)]
    pairs = [(row, _before(row)) for row in sorted(records, key=lambda r: (r.of_kind, r.id))]
    return [(row, before) for row, before in pairs if before != ledger.stored(row)]


def _before(row: RecordRow) -> dict[str, Any]:
    return {
        name: ledger.as_json(row, name, _previous(row, name))
        for name in ledger.written_columns(type(row))
    }


def _previous(row: RecordRow, name: str) -> Any:
    history = inspect(row).attrs[name].history
    if not history.has_changes():
        return getattr(row, name)
    if not history.deleted:
        raise RuntimeError(f"{row.of_kind}.{name} was set before it was loaded")
    return history.deleted[0]


def _values(writing: Writing, row: RecordRow, before: dict[str, Any] | None) -> dict[str, Any]:
    writing.records.add((row.of_kind, row.id))
    return {
        "at": _AT.stored(writing.at),
        "actor": str(writing.actor),
        "action": writing.action.value,
        "kind": row.of_kind.value,
        "record": row.id,
        "before": None if before is None else ledger.canonical(before),
        "after": ledger.canonical(ledger.stored(row)),
        "undoes": writing.undoes,
    }


def _append(session: WritingSession, found: list[dict[str, Any]]) -> None:
    writing = session.writing
    tip = writing.tip or ledger.tip(session)
    writing.number = writing.number or tip.write + 1
    seq, previous = tip.seq, tip.hash
    for entry in found:
        seq += 1
        entry |= {"seq": seq, "write": writing.number}
        previous = entry["hash"] = ledger.link(previous, entry)
    writing.tip = ledger.Tip(seq, writing.number, previous)
    session.connection().execute(LEDGER.insert(), [_bound(entry, writing) for entry in found])


def _bound(entry: dict[str, Any], writing: Writing) -> dict[str, Any]:
    return {**entry, "at": writing.at}

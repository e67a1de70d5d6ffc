"""The ledger: one entry for each changed row, each hashing the one before.

Tamper-evident, not tamper-proof: a changed, inserted, removed or reordered
entry breaks the chain from there on; a chain rewritten as a whole no longer
contains the heads that were printed in PDFs and kept in backups.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, RowMapping, Select, and_, or_, select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Kind, LedgerEntry
from sro_desk.storage.base import RecordRow
from sro_desk.storage.column_types import Flag, Kept
from sro_desk.storage.file_tables import FILE_INFO, LEDGER

HASHED = tuple(column.name for column in LEDGER.columns if column.name != "hash")


class Tip(NamedTuple):
    """The end of the ledger: where the next entry goes, and what it hashes."""

    seq: int
    write: int
    hash: str


def canonical(value: object) -> str:
    """The one way to write `value` as JSON: keys in order, no spaces, no escapes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def genesis(info: Mapping[str, Any]) -> str:
    """The hash that the first entry hashes: of what the file is, as stored in `file_info`."""
    return hashlib.sha256(canonical(dict(info)).encode()).hexdigest()


def link(previous: str, entry: Mapping[str, Any]) -> str:
    """The hash of an entry, whose columns are given as stored, after `previous`."""
    hashed = {name: entry[name] for name in HASHED}
    text = canonical({"previous": previous, **hashed})
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def tip(session: Session) -> Tip:
    """The last entry's numbers and hash, or the beginning of an empty ledger."""
    query = select(LEDGER.c.seq, LEDGER.c.write, LEDGER.c.hash)
    last = session.execute(query.order_by(LEDGER.c.seq.desc()).limit(1)).first()
    if last is not None:
        return Tip(*last)
    connection = session.connection()
    names = [column.name for column in FILE_INFO.columns]
    info = connection.exec_driver_sql(f"SELECT {', '.join(names)} FROM file_info").one()  # noqa: S608 - our own names
    return Tip(0, 0, genesis(dict(zip(names, info, strict=True))))


def stored(row: RecordRow) -> dict[str, Any]:
    """The row's columns as JSON values: flags are true or false, all else is as stored."""
    return {name: as_json(row, name, getattr(row, name)) for name in written_columns(type(row))}


def written_columns(row: type[RecordRow]) -> tuple[str, ...]:
    """The columns of a table that the ledger keeps."""
    return tuple(c.name for c in row.__table__.columns if c.name not in row.unwritten)


def as_json(row: RecordRow, name: str, value: Any) -> Any:
    """One column's value as the ledger writes it."""
    kind = row.__table__.columns[name].type
    if value is None or isinstance(kind, Flag):
        return value
    return kind.stored(value) if isinstance(kind, Kept) else value


def put_back(row: RecordRow, values: Mapping[str, Any]) -> None:
    """Set the row's columns to what an entry's `before` or `after` says; undo is made of this."""
    for name, value in values.items():
        kind = row.__table__.columns[name].type
        if value is not None and isinstance(kind, Kept):
            setattr(row, name, kind.loaded(value))
        else:
            setattr(row, name, value)


def entries(
    session: Session,
    *,
    kind: Kind | None = None,
    record: int | None = None,
    write: int | None = None,
    records: Mapping[Kind, Collection[int]] | None = None,
    first: date | None = None,
    last: date | None = None,
    before_seq: int | None = None,
    limit: int | None = None,
) -> tuple[LedgerEntry, ...]:
    """The entries that match, newest first; `before_seq` pages on from an entry seen.

    `records` are the numbers, by kind, of which an entry must tell; `first`
    and `last` are days in UTC, both included.
    """
    query: Select[Any] = select(LEDGER).order_by(LEDGER.c.seq.desc()).limit(limit)
    wanted = {"kind": kind, "record": record, "write": write}
    for name, value in wanted.items():
        if value is not None:
            query = query.where(LEDGER.c[name] == value)
    if records is not None:
        query = query.where(or_(*(_about(each, ids) for each, ids in records.items())))
    if first is not None:
        query = query.where(LEDGER.c.at >= datetime.combine(first, time.min, UTC))
    if last is not None:
        query = query.where(LEDGER.c.at <= datetime.combine(last, time.max, UTC))
    if before_seq is not None:
        query = query.where(LEDGER.c.seq < before_seq)
    return tuple(_entry(row) for row in session.execute(query).mappings())


def last_write(session: Session) -> int:
    """The number of the last write; 0 where there is none."""
    return tip(session).write


class Chain:
    """Follows entries in order, as stored, and says which do not follow from the one before."""

    def __init__(self, start: str) -> None:
        self.tip = start
        self.seq = 0

    def follow(self, row: Mapping[str, Any]) -> Iterator[str]:
        """A sentence for each thing wrong with the next entry."""
        seq = row["seq"]
        if seq != self.seq + 1:
            yield f"Ledger entries are missing: {seq} follows {self.seq}."
        if link(self.tip, row) != row["hash"]:
            yield (
                f"Ledger entry {seq} ({row['kind']} {row['record']}) was changed, or does not "
                "follow the entry before it."
            )
        self.seq, self.tip = seq, row["hash"]


def _about(kind: Kind, records: Collection[int]) -> ColumnElement[bool]:
    return and_(LEDGER.c.kind == kind, LEDGER.c.record.in_(records))


def _entry(row: RowMapping) -> LedgerEntry:
    at: datetime = row["at"]
    return LedgerEntry(
        seq=row["seq"],
        write=row["write"],
        at=at,
        actor=row["actor"],
        action=Action(row["action"]),
        kind=Kind(row["kind"]),
        record=row["record"],
        before=None if row["before"] is None else json.loads(row["before"]),
        after=json.loads(row["after"]),
        undoes=row["undoes"],
        hash=row["hash"],
    )

"""What every service does with rows: refuse a bad draft, find a row, void it."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor, Kind
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import fault_words
from sro_desk.domain.problems import Problem, blocking, void_problems
from sro_desk.domain.records import Voiding
from sro_desk.services import clock
from sro_desk.storage.base import RecordRow, VoidableRow
from sro_desk.storage.database import Database
from sro_desk.storage.tables import ROWS

R = TypeVar("R", bound=RecordRow)
V = TypeVar("V", bound=VoidableRow)
_Reference = tuple[type[VoidableRow], ColumnElement[Any]]

_IN_ONE_QUESTION = 500  # records; SQLite takes a limited number of parameters
_FEW = 20  # records that are asked about one by one

VOIDABLE = tuple(row for row in ROWS.values() if issubclass(row, VoidableRow))
KIND_WORDS = {
    Kind.AGENCY: "agency",
    Kind.SETTING: "setting",
    Kind.OFFICER: "officer",
    Kind.DISTRICT: "district",
    Kind.SCHOOL: "school",
    Kind.CONTRACT: "contract",
    Kind.ASSIGNMENT: "assignment",
    Kind.COURSE: "course",
    Kind.CERTIFICATE: "certificate",
    Kind.COPY: "copy",
    Kind.POLICY_REVISION: "policy revision",
    Kind.POLICY_REVIEW: "policy review",
    Kind.INABILITY_RECORD: "inability record",
    Kind.CONTACT_DAY: "contact day",
    Kind.PACKET: "packet",
}


def refuse(problems: Iterable[Problem]) -> None:
    """Raise SroDeskError where a problem keeps the draft from being stored."""
    sentences = dict.fromkeys(fault_words(problem.fault) for problem in blocking(problems))
    if sentences:
        raise SroDeskError("Nothing was saved. " + " ".join(sentences))


def the(session: Session, row_type: type[R], record: int) -> R:
    """The row of a record; SroDeskError where the file has none."""
    row = session.get(row_type, record)
    if row is None:
        words = KIND_WORDS[row_type.of_kind]
        raise SroDeskError(f"The {words} is not in this file. Look at the list again with F5.")
    return row


def still_valid(session: Session, row_type: type[V], record: int) -> V:
    """The row of a record that is not voided; SroDeskError otherwise."""
    row = the(session, row_type, record)
    if row.voided is not None:
        words = KIND_WORDS[row_type.of_kind]
        raise SroDeskError(
            f"The {words} was voided ({row.voided.reason}); enter a new one instead."
        )
    return row


def void(db: Database, row_type: type[V], record: int, reason: str, *, actor: Actor) -> None:
    """Let a record stop counting, with a reason; it stays on file.

    Refused while another record that counts refers to it.
    """
    refuse(void_problems(reason))
    with db.write(actor, Action.VOID) as session:
        row = still_valid(session, row_type, record)
        refuse_if_used(session, row)
        mark_void(row, reason, actor=actor)


def mark_void(row: VoidableRow, reason: str, *, actor: Actor) -> None:
    """Void one row within a write that is under way."""
    row.voided = Voiding(reason=reason.strip(), at=clock.now(), by=str(actor))


def refuse_if_used(session: Session, row: VoidableRow) -> None:
    """Raise SroDeskError where a record that still counts refers to `row`."""
    for user, column in _references(type(row)):
        still = select(func.count()).where(column == row.id, user.voided_at.is_(None))
        count = session.scalar(still) or 0
        if count:
            words, one = KIND_WORDS[user.of_kind], count == 1
            raise SroDeskError(
                f"Nothing was changed: {count} {words}{'' if one else 's'} on file still"
                f" {'refers' if one else 'refer'} to it. Change or void"
                f" {'that' if one else 'those'} first."
            )


def refuse_if_any_used(session: Session, several: Iterable[VoidableRow]) -> None:
    """The same for many rows at once: whole columns are asked for, not each row by itself."""
    tables: dict[type[VoidableRow], dict[int, VoidableRow]] = {}
    for row in several:
        tables.setdefault(type(row), {})[row.id] = row
    for table, by_id in tables.items():
        suspects = by_id if len(by_id) <= _FEW else by_id.keys() & _used(session, table)
        for record in sorted(suspects):
            refuse_if_used(session, by_id[record])


def _used(session: Session, table: type[VoidableRow]) -> set[int]:
    """The records of a table to which one that counts refers."""
    found: set[int] = set()
    for user, column in _references(table):
        used = select(column).where(user.voided_at.is_(None), column.is_not(None)).distinct()
        found.update(session.scalars(used))
    return found


def fetch(session: Session, row_type: type[R], records: Iterable[int]) -> list[R]:
    """The rows of many records in few questions; while they are held, `the` asks no more."""
    found: list[R] = []
    wanted = sorted(records)
    for start in range(0, len(wanted), _IN_ONE_QUESTION):
        some = wanted[start : start + _IN_ONE_QUESTION]
        found += session.scalars(select(row_type).where(row_type.id.in_(some)))
    return found


def refuse_if_resting_on_void(session: Session, row: VoidableRow) -> None:
    """Raise SroDeskError where `row` refers to a voided record: it may not count then."""
    for target in VOIDABLE:
        for user, column in _references(target):
            record = getattr(row, str(column.key)) if isinstance(row, user) else None
            if record is not None:
                still_valid(session, target, record)


def _references(
    target: type[VoidableRow],
) -> Iterator[tuple[type[VoidableRow], ColumnElement[Any]]]:
    """The columns, each with its kind of row, that hold rows of `target`."""
    for user in (row for row in VOIDABLE if row.holds):
        for column in user.__table__.columns:
            if any(key.column.table is target.__table__ for key in column.foreign_keys):
                yield user, column

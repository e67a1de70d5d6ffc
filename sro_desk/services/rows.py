"""What every service does with rows: refuse a bad draft, find a row, void it."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from sro_desk.domain.changes import Action, Actor, Kind
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import fault_words
from sro_desk.domain.problems import Problem, blocking, void_problems
from sro_desk.domain.records import Voiding
from sro_desk.services import clock
from sro_desk.storage.base import RecordRow, VoidableRow
from sro_desk.storage.database import Database

R = TypeVar("R", bound=RecordRow)
V = TypeVar("V", bound=VoidableRow)

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
    """Let a record stop counting, with a reason; it stays on file."""
    refuse(void_problems(reason))
    with db.write(actor, Action.VOID) as session:
        mark_void(still_valid(session, row_type, record), reason, actor=actor)


def mark_void(row: VoidableRow, reason: str, *, actor: Actor) -> None:
    """Void one row within a write that is under way."""
    row.voided = Voiding(reason=reason.strip(), at=clock.now(), by=str(actor))


def refuse_if_used(session: Session, column: InstrumentedAttribute[Any], record: int) -> None:
    """Raise SroDeskError where a record that still counts refers to `record` by `column`."""
    user = column.class_
    still = select(user.id).where(column == record, user.voided_at.is_(None))
    count = len(session.scalars(still).all())
    if count:
        words = KIND_WORDS[user.of_kind]
        raise SroDeskError(
            f"Nothing was voided: {count} {words}{'s' if count > 1 else ''} on file still"
            f" {'refer' if count > 1 else 'refers'} to it. Change or void"
            f" {'those' if count > 1 else 'that'} first."
        )

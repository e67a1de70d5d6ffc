"""The dates on which substitutes serve, or are booked."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.codes import DayKind
from sro_desk.domain.drafts import ContactDayDraft
from sro_desk.domain.problems import Problem, contact_day_problems
from sro_desk.domain.records import AssignmentId
from sro_desk.services import clock, rows
from sro_desk.storage.database import Database
from sro_desk.storage.tables import AssignmentRow, ContactDayRow

CLEARED = "Cleared in the calendar"  # why a day that was taken out no longer counts


def problems(
    db: Database, assignment: AssignmentId, days: Mapping[date, DayKind | None]
) -> tuple[Problem, ...]:
    """What is wrong with the days to be entered; the field is the date in ISO."""
    with db.read() as session:
        row = rows.the(session, AssignmentRow, assignment)
        return _problems(row, days)


def set_days(
    db: Database, assignment: AssignmentId, days: Mapping[date, DayKind | None], *, actor: Actor
) -> None:
    """Let each date be served, booked or, with None, neither; all in one write."""
    with db.write(actor, Action.SET_CONTACT_DAYS) as session:
        row = rows.still_valid(session, AssignmentRow, assignment)
        rows.refuse(_problems(row, days))
        kept = _kept(session, assignment)
        for on, kind in sorted(days.items()):
            _set_day(session, assignment, on, kind, kept.get(on, []), actor)


def _problems(row: AssignmentRow, days: Mapping[date, DayKind | None]) -> tuple[Problem, ...]:
    assignment, today = row.to_domain(), clock.today()
    return tuple(
        problem
        for on, kind in sorted(days.items())
        if kind is not None
        for problem in contact_day_problems(assignment, on, kind, today=today)
    )


def _kept(session: Session, assignment: AssignmentId) -> dict[date, list[ContactDayRow]]:
    query = select(ContactDayRow).where(
        ContactDayRow.assignment_id == assignment, ContactDayRow.voided_at.is_(None)
    )
    found: dict[date, list[ContactDayRow]] = {}
    for row in session.scalars(query):
        found.setdefault(row.on, []).append(row)
    return found


def _set_day(
    session: Session,
    assignment: AssignmentId,
    on: date,
    kind: DayKind | None,
    kept: list[ContactDayRow],
    actor: Actor,
) -> None:
    if kind is None:
        for row in kept:
            rows.mark_void(row, CLEARED, actor=actor)
        return
    for row in kept:
        row.kind = kind
    if not kept:
        draft = ContactDayDraft(assignment=assignment, on=on, kind=kind)
        session.add(ContactDayRow.from_draft(draft))

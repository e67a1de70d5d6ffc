"""Assignments: an officer at a district, regular or substitute."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.drafts import AssignmentDraft
from sro_desk.domain.problems import Problem, assignment_problems, void_problems
from sro_desk.domain.records import Assignment, AssignmentId
from sro_desk.services import rows
from sro_desk.storage.database import Database
from sro_desk.storage.tables import (
    AssignmentRow,
    ContactDayRow,
    DistrictRow,
    OfficerRow,
    SchoolRow,
)


def problems(
    db: Database, draft: AssignmentDraft, *, itself: AssignmentId | None = None
) -> tuple[Problem, ...]:
    """What is wrong with `draft`; `itself` is the assignment being changed."""
    with db.read() as session:
        return _problems(session, draft, itself)


def add(db: Database, draft: AssignmentDraft, *, actor: Actor) -> Assignment:
    """Assign an officer to a district."""
    (assignment,) = add_several(db, (draft,), actor=actor)
    return assignment


def add_several(
    db: Database, drafts: Sequence[AssignmentDraft], *, actor: Actor
) -> tuple[Assignment, ...]:
    """Assign an officer to several schools in one write: all of them or none."""
    with db.write(actor, Action.ADD) as session:
        return tuple(_add(session, draft) for draft in drafts)


def change(
    db: Database, assignment: AssignmentId, draft: AssignmentDraft, *, actor: Actor
) -> Assignment:
    """Let `draft` stand for the assignment from now on."""
    with db.write(actor, Action.CHANGE) as session:
        row = rows.still_valid(session, AssignmentRow, assignment)
        rows.refuse(_problems(session, draft, assignment))
        _refuse_voided(session, draft)
        row.apply(draft)
        return row.to_domain()


def void(db: Database, assignment: AssignmentId, reason: str, *, actor: Actor) -> None:
    """Void an assignment entered by mistake, and its contact days; one that is over is ended."""
    rows.refuse(void_problems(reason))
    with db.write(actor, Action.VOID) as session:
        row = rows.still_valid(session, AssignmentRow, assignment)
        for day in session.scalars(_days(assignment)):
            rows.mark_void(day, reason, actor=actor)
        rows.mark_void(row, reason, actor=actor)


def _add(session: Session, draft: AssignmentDraft) -> Assignment:
    rows.refuse(_problems(session, draft, None))
    _refuse_voided(session, draft)
    row = AssignmentRow.from_draft(draft)
    session.add(row)
    session.flush()
    return row.to_domain()


def _problems(
    session: Session, draft: AssignmentDraft, itself: AssignmentId | None
) -> tuple[Problem, ...]:
    school = None if draft.school is None else rows.the(session, SchoolRow, draft.school)
    return assignment_problems(
        draft,
        officer=rows.the(session, OfficerRow, draft.officer).to_domain(),
        school=None if school is None else school.to_domain(),
        others=[
            row.to_domain()
            for row in session.scalars(
                select(AssignmentRow).where(
                    AssignmentRow.officer_id == draft.officer,
                    AssignmentRow.voided_at.is_(None),
                )
            )
            if row.id != itself
        ],
        days=[
            row.to_domain() for row in (() if itself is None else session.scalars(_days(itself)))
        ],
    )


def _days(assignment: AssignmentId) -> Select[ContactDayRow]:
    return select(ContactDayRow).where(
        ContactDayRow.assignment_id == assignment, ContactDayRow.voided_at.is_(None)
    )


def _refuse_voided(session: Session, draft: AssignmentDraft) -> None:
    """Nothing that counts may rest on a voided officer, district or school."""
    rows.still_valid(session, OfficerRow, draft.officer)
    if draft.district is not None:
        rows.still_valid(session, DistrictRow, draft.district)
    if draft.school is not None:
        rows.still_valid(session, SchoolRow, draft.school)

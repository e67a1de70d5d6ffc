"""The schools of a district, where officers serve."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.drafts import SchoolDraft
from sro_desk.domain.names import search_key
from sro_desk.domain.problems import Problem, school_problems
from sro_desk.domain.records import DistrictId, School, SchoolId
from sro_desk.services import rows
from sro_desk.storage.database import Database
from sro_desk.storage.tables import DistrictRow, SchoolRow


def school_problems_of(
    db: Database, draft: SchoolDraft, *, itself: SchoolId | None = None
) -> tuple[Problem, ...]:
    """What is wrong with `draft`; `itself` is the school being changed."""
    with db.read() as session:
        others = [each for each in schools_in(session, draft.district) if each.id != itself]
    return school_problems(draft, others=others)


def add_school(db: Database, draft: SchoolDraft, *, actor: Actor) -> School:
    """Put a school of a district on file."""
    rows.refuse(school_problems(draft))
    with db.write(actor, Action.ADD) as session:
        rows.still_valid(session, DistrictRow, draft.district)
        row = SchoolRow.from_draft(draft)
        session.add(row)
        session.flush()
        return row.to_domain()


def change_school(db: Database, school: SchoolId, draft: SchoolDraft, *, actor: Actor) -> School:
    """Let `draft` stand for the school from now on."""
    rows.refuse(school_problems(draft))
    with db.write(actor, Action.CHANGE) as session:
        row = rows.still_valid(session, SchoolRow, school)
        row.apply(draft)
        return row.to_domain()


def void_school(db: Database, school: SchoolId, reason: str, *, actor: Actor) -> None:
    """Void a school entered by mistake; refused while an assignment refers to it."""
    rows.void(db, SchoolRow, school, reason, actor=actor)


def schools_in(session: Session, district: DistrictId | None = None) -> list[School]:
    """The schools of a district, or of all, by name."""
    query = select(SchoolRow).where(SchoolRow.voided_at.is_(None))
    if district is not None:
        query = query.where(SchoolRow.district_id == district)
    found = [row.to_domain() for row in session.scalars(query)]
    return sorted(found, key=lambda school: search_key(school.name))

"""The catalogue of courses; a course's kind says what its certificates count toward."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import CourseDraft
from sro_desk.domain.names import search_key
from sro_desk.domain.problems import Problem, course_problems
from sro_desk.domain.records import Course, CourseId
from sro_desk.services import rows
from sro_desk.storage.database import Database
from sro_desk.storage.tables import CourseRow

CATALOGUE = (
    CourseDraft(
        title="School Resource Officer Training (POST-approved, subd. 4 objectives)",
        kind=CourseKind.MANDATED,
    ),
    CourseDraft(
        title="SRO Supplemental Training (board-approved)",
        kind=CourseKind.SUPPLEMENTAL,
    ),
    CourseDraft(
        title="Standardized Basic School Resource Officer Training",
        kind=CourseKind.BASIC,
        provider="Minnesota School Safety Center",
    ),
    CourseDraft(
        title="Basic School Resource Officer Course",
        kind=CourseKind.BASIC,
        provider="NASRO",
    ),
    CourseDraft(title="Other training", kind=CourseKind.OTHER),
)
_ORDER = tuple(CourseKind)


def problems(
    db: Database, draft: CourseDraft, *, itself: CourseId | None = None
) -> tuple[Problem, ...]:
    """What is wrong with `draft`; `itself` is the course being changed."""
    others = [each for each in all_courses(db) if each.id != itself]
    return course_problems(draft, others=others)


def add(db: Database, draft: CourseDraft, *, actor: Actor) -> Course:
    """Put a course in the catalogue."""
    rows.refuse(course_problems(draft))
    with db.write(actor, Action.ADD) as session:
        row = CourseRow.from_draft(draft)
        session.add(row)
        session.flush()
        return row.to_domain()


def change(db: Database, course: CourseId, draft: CourseDraft, *, actor: Actor) -> Course:
    """Let `draft` stand for the course; a new kind changes what its certificates count toward."""
    rows.refuse(course_problems(draft))
    with db.write(actor, Action.CHANGE) as session:
        row = rows.still_valid(session, CourseRow, course)
        row.apply(draft)
        return row.to_domain()


def void(db: Database, course: CourseId, reason: str, *, actor: Actor) -> None:
    """Void a course entered by mistake; refused while a certificate refers to it."""
    rows.void(db, CourseRow, course, reason, actor=actor)


def all_courses(db: Database) -> tuple[Course, ...]:
    """The catalogue without the voided: by kind in the order of the rules, then by title."""
    with db.read() as session:
        query = select(CourseRow).where(CourseRow.voided_at.is_(None))
        found = [row.to_domain() for row in session.scalars(query)]
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.kind), search_key(each.title))))


def seed(session: Session) -> None:
    """Fill a new file's catalogue with the courses that the law speaks of."""
    session.add_all(CourseRow.from_draft(draft) for draft in CATALOGUE)

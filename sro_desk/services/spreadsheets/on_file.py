"""What the records file holds, as imports and exports of tables need it."""

from collections.abc import Collection
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk.domain.records import (
    Assignment,
    Certificate,
    ContactDay,
    Course,
    CourseId,
    District,
    Officer,
    PolicyReview,
    PolicyRevision,
    School,
)
from sro_desk.domain.spreadsheets.book import OnFile
from sro_desk.domain.spreadsheets.places import Listed
from sro_desk.domain.spreadsheets.tables import TableKind
from sro_desk.services.directory import known_districts
from sro_desk.storage.base import VoidableRow
from sro_desk.storage.tables import (
    AssignmentRow,
    CertificateRow,
    ContactDayRow,
    CourseRow,
    DistrictRow,
    OfficerRow,
    PolicyReviewRow,
    PolicyRevisionRow,
    SchoolRow,
)

V = TypeVar("V")
_WITH_ASSIGNMENTS = {TableKind.ASSIGNMENTS, TableKind.CONTACT_DAYS}


def on_file(session: Session, kinds: Collection[TableKind] = tuple(TableKind)) -> OnFile:
    """The records that tables of `kinds` bear on, without the voided."""
    found = OnFile(
        officers=_values(session, OfficerRow, Officer),
        districts=_values(session, DistrictRow, District),
        schools=_values(session, SchoolRow, School),
        courses=_values(session, CourseRow, Course),
        listed=_listed(),
    )
    if _WITH_ASSIGNMENTS.intersection(kinds):
        found.assignments = _values(session, AssignmentRow, Assignment)
        found.contact_days = _values(session, ContactDayRow, ContactDay)
    if TableKind.CERTIFICATES in kinds:
        found.certificates = _certificates(session)
    if TableKind.REVIEWS in kinds:
        found.reviews = _values(session, PolicyReviewRow, PolicyReview)
        found.revisions = _values(session, PolicyRevisionRow, PolicyRevision)
    return found


def _values(session: Session, table: type[VoidableRow], value: type[V], **more: Any) -> list[V]:
    """A table's rows as values, in the order in which they were entered."""
    names = [each.name for each in fields(value) if each.name != "voided"]  # type: ignore[arg-type]  # a dataclass
    columns = [getattr(table, table.kept_as.get(name, name)) for name in names]
    query = select(*columns).where(table.voided_at.is_(None)).order_by(table.id)
    return [value(**dict(zip(names, row, strict=True)), **more) for row in session.execute(query)]


def _certificates(session: Session) -> list[Certificate]:
    """A certificate holds its course, which may have been voided since."""
    courses = {CourseId(row.id): row.to_domain() for row in session.scalars(select(CourseRow))}
    names = [each.name for each in fields(Certificate) if each.name not in ("course", "voided")]
    kept_as = CertificateRow.kept_as
    columns = [getattr(CertificateRow, kept_as.get(name, name)) for name in names]
    query = (
        select(CertificateRow.course_id, *columns)
        .where(CertificateRow.voided_at.is_(None))
        .order_by(CertificateRow.id)
    )
    return [
        Certificate(**dict(zip(names, row[1:], strict=True)), course=courses[row[0]])
        for row in session.execute(query)
    ]


def _listed() -> tuple[Listed, ...]:
    return tuple(
        Listed(name=each.name, kind=each.kind, state_id=each.state_id) for each in known_districts()
    )

"""What the records file holds, as imports and exports of tables need it."""

from collections.abc import Collection, Iterator
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from sro_desk.domain.progress import Report, unheard
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
_REPORT_EVERY = 2_000  # rows
_WITH_ASSIGNMENTS = {TableKind.ASSIGNMENTS, TableKind.CONTACT_DAYS}


def on_file(
    session: Session,
    kinds: Collection[TableKind] = tuple(TableKind),
    report: Report = unheard,
) -> OnFile:
    """The records that tables of `kinds` bear on, without the voided."""

    def read(table: type[VoidableRow], value: type[V]) -> list[V]:
        return _values(session, table, value, report)

    found = OnFile(
        officers=read(OfficerRow, Officer),
        districts=read(DistrictRow, District),
        schools=read(SchoolRow, School),
        courses=read(CourseRow, Course),
        listed=_listed(),
    )
    if _WITH_ASSIGNMENTS.intersection(kinds):
        found.assignments = read(AssignmentRow, Assignment)
        found.contact_days = read(ContactDayRow, ContactDay)
    if TableKind.CERTIFICATES in kinds:
        found.certificates = _certificates(session, report)
    if TableKind.REVIEWS in kinds:
        found.reviews = read(PolicyReviewRow, PolicyReview)
        found.revisions = read(PolicyRevisionRow, PolicyRevision)
    return found


def _values(session: Session, table: type[VoidableRow], value: type[V], report: Report) -> list[V]:
    """A table's rows as values, in the order in which they were entered."""
    names = [each.name for each in fields(value) if each.name != "voided"]  # type: ignore[arg-type]  # a dataclass
    columns = [getattr(table, table.kept_as.get(name, name)) for name in names]
    query = select(*columns).where(table.voided_at.is_(None)).order_by(table.id)
    rows = _heard(session, query, report)
    return [value(**dict(zip(names, row, strict=True))) for row in rows]


def _certificates(session: Session, report: Report) -> list[Certificate]:
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
        for row in _heard(session, query, report)
    ]


def _heard(session: Session, query: Select[Any], report: Report) -> Iterator[Any]:
    """Rows on their way, between which a person may stop; nobody knows how many there are."""
    some_at_once = query.execution_options(yield_per=_REPORT_EVERY)
    for number, row in enumerate(session.execute(some_at_once)):
        if number % _REPORT_EVERY == 0:
            report(0, 0)
        yield row


def _listed() -> tuple[Listed, ...]:
    return tuple(
        Listed(name=each.name, kind=each.kind, state_id=each.state_id) for each in known_districts()
    )

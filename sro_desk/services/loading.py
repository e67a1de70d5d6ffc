"""Everything on file about all officers, or some, as values."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from sro_desk.domain.names import district_label
from sro_desk.domain.records import (
    Assignment,
    Certificate,
    ContactDay,
    Contract,
    Copy,
    Course,
    District,
    DistrictId,
    Officer,
    OfficerId,
    OfficerRecord,
    Policy,
    School,
    SchoolId,
    Sha256,
)
from sro_desk.services import kept
from sro_desk.storage.base import VoidableRow
from sro_desk.storage.tables import (
    AssignmentRow,
    CertificateRow,
    ContactDayRow,
    ContractRow,
    CopyRow,
    CourseRow,
    DistrictRow,
    InabilityRecordRow,
    OfficerRow,
    PolicyReviewRow,
    PolicyRevisionRow,
    SchoolRow,
)

T = TypeVar("T")
_OfOfficer = AssignmentRow | CertificateRow | PolicyReviewRow | InabilityRecordRow


_TWICE = (  # answered from the index alone
    select(CertificateRow.copy_sha256)
    .group_by(CertificateRow.copy_sha256)
    .having(func.count(CertificateRow.copy_sha256) > 1)
)
# One file for a whole class (one course, one day) is no mistake; for two courses or days it is.
_SHARED = (
    select(CertificateRow.copy_sha256)
    .where(CertificateRow.voided_at.is_(None))
    .group_by(CertificateRow.copy_sha256)
    .having(
        or_(
            func.min(CertificateRow.course_id) != func.max(CertificateRow.course_id),
            func.min(CertificateRow.completed_on) != func.max(CertificateRow.completed_on),
        )
    )
)


def records(
    session: Session, *, only: Collection[OfficerId] | None = None, voided: bool = False
) -> list[OfficerRecord]:
    """The facts on file about every officer on the roster, or about one.

    Voided records are left out unless asked for.
    """
    read = _Reader(session, only, voided)
    assignments = read.by_officer(kept.ASSIGNMENTS, AssignmentRow, kept.assignment)
    courses = {course.id: course for course in _courses(session)}
    certificates = read.by_officer(kept.CERTIFICATES, CertificateRow, kept.certificate_of(courses))
    reviews = read.by_officer(kept.REVIEWS, PolicyReviewRow, kept.review)
    inability = read.by_officer(kept.INABILITY, InabilityRecordRow, kept.inability)
    days = read.days()
    agreed = contracts(session, voided=voided)
    shared = _shared(session, only)
    found = []
    for officer in read.officers():
        served = assignments.get(officer.id, ())
        held = certificates.get(officer.id, ())
        record = OfficerRecord(
            officer=officer,
            assignments=tuple(served),
            certificates=tuple(held),
            reviews=tuple(reviews.get(officer.id, ())),
            inability_records=tuple(inability.get(officer.id, ())),
            contact_days=tuple(days.get(officer.id, ())),
            contracts=_of_districts(served, agreed),
            shared_copies=_held(shared, held),
        )
        found.append(record)
    return found


def policy(session: Session) -> Policy:
    """The agency's policy, without voided revisions."""
    revisions = select(PolicyRevisionRow).where(PolicyRevisionRow.voided_at.is_(None))
    return Policy(revisions=tuple(row.to_domain() for row in session.scalars(revisions)))


def district_labels(session: Session) -> dict[DistrictId, tuple[str, str]]:
    """The short label and the name of every district, voided ones too."""
    columns = select(DistrictRow.id, DistrictRow.name, DistrictRow.kind, DistrictRow.state_id)
    return {
        DistrictId(district): (district_label(name, kind, number), name)
        for district, name, kind, number in session.execute(columns)
    }


def districts_of(session: Session, record: OfficerRecord) -> Mapping[DistrictId, District]:
    """The districts of the officer's assignments."""
    ids = {assignment.district for assignment in record.assignments}
    found = session.scalars(select(DistrictRow).where(DistrictRow.id.in_(ids)))
    return {DistrictId(row.id): row.to_domain() for row in found}


def schools_of(session: Session, record: OfficerRecord) -> Mapping[SchoolId, School]:
    """The schools of the officer's assignments."""
    ids = {each.school for each in record.assignments if each.school is not None}
    found = session.scalars(select(SchoolRow).where(SchoolRow.id.in_(ids)))
    return {SchoolId(row.id): row.to_domain() for row in found}


def copies_by_hash(session: Session, hashes: Iterable[Sha256 | None]) -> Mapping[Sha256, Copy]:
    """What is known of stored files, without their bytes."""
    wanted = {sha256 for sha256 in hashes if sha256 is not None}
    found = session.scalars(select(CopyRow).where(CopyRow.sha256.in_(wanted)))
    return {Sha256(row.sha256): row.to_domain() for row in found}


class _Reader:
    """Reads the tables of officers' records, for one officer or for all."""

    def __init__(self, session: Session, only: Collection[OfficerId] | None, voided: bool) -> None:
        self._session = session
        self._only = only
        self._voided = voided

    def officers(self) -> list[Officer]:
        """The roster, or the one."""
        return [kept.officer(row) for row in self._rows(kept.OFFICERS, OfficerRow, OfficerRow.id)]

    def by_officer(
        self, query: kept.Columns, table: type[_OfOfficer], value: Callable[[Any], T]
    ) -> dict[int, list[T]]:
        """The records of a table, by their officer (the second column)."""
        found: defaultdict[int, list[T]] = defaultdict(list)
        for row in self._rows(query, table, table.officer_id):
            found[row[1]].append(value(row))
        return found

    def days(self) -> dict[int, list[ContactDay]]:
        """The contact days, by the officer of their assignment."""
        officer = AssignmentRow.officer_id
        query = kept.DAYS.add_columns(officer).join(
            AssignmentRow, AssignmentRow.id == ContactDayRow.assignment_id
        )
        found: defaultdict[int, list[ContactDay]] = defaultdict(list)
        for row in self._rows(query, ContactDayRow, officer):
            found[row[7]].append(kept.contact_day(row))
        return found

    def _rows(
        self,
        query: kept.Columns,
        table: type[VoidableRow],
        officer: InstrumentedAttribute[int],
    ) -> Iterable[Any]:
        if not self._voided:
            query = query.where(table.voided_at.is_(None))
        if self._only is not None:
            query = query.where(officer.in_(self._only))
        return kept.tuples(self._session, query.order_by(table.id))


def _shared(session: Session, only: Collection[OfficerId] | None) -> frozenset[Sha256]:
    """The copies on certificates of several courses or days, among those that `only` hold."""
    among = _TWICE
    if only is not None:
        among = select(CertificateRow.copy_sha256).where(CertificateRow.officer_id.in_(only))
    found = session.scalars(_SHARED.where(CertificateRow.copy_sha256.in_(among)))
    return frozenset(Sha256(copy) for copy in found if copy is not None)


def _courses(session: Session) -> list[Course]:
    return [row.to_domain() for row in session.scalars(select(CourseRow))]


def contracts(session: Session, *, voided: bool = False) -> dict[DistrictId, list[Contract]]:
    query = kept.CONTRACTS if voided else kept.CONTRACTS.where(ContractRow.voided_at.is_(None))
    found: defaultdict[DistrictId, list[Contract]] = defaultdict(list)
    for row in kept.tuples(session, query.order_by(ContractRow.starts_on, ContractRow.id)):
        found[row[1]].append(kept.contract(row))
    return found


def _of_districts(
    assignments: Iterable[Assignment], contracts: Mapping[DistrictId, list[Contract]]
) -> tuple[Contract, ...]:
    districts = dict.fromkeys(each.district for each in assignments)
    return tuple(each for district in districts for each in contracts.get(district, ()))


def _held(shared: frozenset[Sha256], certificates: Iterable[Certificate]) -> frozenset[Sha256]:
    if not shared:
        return shared
    return shared.intersection(each.copy for each in certificates if each.copy is not None)

"""Everything on file about all officers, or one, as values; as fast as SQLite hands it out.

Rows of the mapping would cost ten times as much for a thousand officers, so
the columns are read as plain tuples and each value is made once.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Select, func, or_, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.types import NULLTYPE

from sro_desk.domain.codes import DayKind, Role
from sro_desk.domain.names import district_label
from sro_desk.domain.records import (
    Assignment,
    Certificate,
    ContactDay,
    Contract,
    Copy,
    Course,
    CourseId,
    District,
    DistrictId,
    InabilityRecord,
    Officer,
    OfficerId,
    OfficerRecord,
    Policy,
    PolicyReview,
    School,
    SchoolId,
    Sha256,
    Voiding,
)
from sro_desk.storage.base import RecordRow, VoidableRow
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
Columns = Select[*tuple[Any, ...]]
_OfOfficer = AssignmentRow | CertificateRow | PolicyReviewRow | InabilityRecordRow


def _as_kept(table: type[RecordRow], *names: str) -> Columns:
    """The columns as the file keeps them, unconverted: each value is converted once, here."""
    columns = table.__table__.c
    kept: Columns = select(*[type_coerce(columns[name], NULLTYPE) for name in names])
    return kept


_VOIDED = ("voided_reason", "voided_at", "voided_by")
_OFFICERS = _as_kept(
    OfficerRow,
    *("id", "name", "sort_name", "rank", "badge", "title", "post_license", "work_phone"),
    *("work_email", "employed_from", "employed_to", "withheld", "remarks", *_VOIDED),
)
_ASSIGNMENTS = _as_kept(
    AssignmentRow,
    *("id", "officer_id", "district_id", "role", "assumed", "ends_on", "school_id"),
    *("meets_definition", "definition_reason", "booked_days", *_VOIDED),
)
CERTIFICATES = _as_kept(
    CertificateRow,
    *("id", "officer_id", "course_id", "completed_on", "issued_on", "number", "credits"),
    *("copy_sha256", *_VOIDED),
)
_REVIEWS = _as_kept(PolicyReviewRow, "id", "officer_id", "reviewed_on", "note", *_VOIDED)
_INABILITY = _as_kept(
    InabilityRecordRow, "id", "officer_id", "recorded_on", "reason", "signed_by", *_VOIDED
)
_DAYS = _as_kept(ContactDayRow, "id", "assignment_id", "on", "kind", *_VOIDED)
_CONTRACTS = _as_kept(
    ContractRow, "id", "district_id", "starts_on", "ends_on", "duties", "copy_sha256", *_VOIDED
)
# One file for a whole class (one course, one day) is no mistake; for two courses or days it is.
_SHARED = (
    select(CertificateRow.copy_sha256)
    .where(CertificateRow.copy_sha256.is_not(None), CertificateRow.voided_at.is_(None))
    .group_by(CertificateRow.copy_sha256)
    .having(
        or_(
            func.min(CertificateRow.course_id) != func.max(CertificateRow.course_id),
            func.min(CertificateRow.completed_on) != func.max(CertificateRow.completed_on),
        )
    )
)
_ROLES = {role.value: role for role in Role}
_DAY_KINDS = {kind.value: kind for kind in DayKind}
day = lru_cache(maxsize=65536)(date.fromisoformat)


def records(
    session: Session, *, only: Collection[OfficerId] | None = None, voided: bool = False
) -> list[OfficerRecord]:
    """The facts on file about every officer on the roster, or about one.

    Voided records are left out unless asked for.
    """
    read = _Reader(session, only, voided)
    assignments = read.by_officer(_ASSIGNMENTS, AssignmentRow, _assignment)
    courses = {course.id: course for course in _courses(session)}
    certificates = read.by_officer(CERTIFICATES, CertificateRow, _certificate_of(courses))
    reviews = read.by_officer(_REVIEWS, PolicyReviewRow, _review)
    inability = read.by_officer(_INABILITY, InabilityRecordRow, _inability)
    days = read.days()
    agreed = contracts(session, voided=voided)
    shared = frozenset(Sha256(copy) for copy in session.scalars(_SHARED) if copy is not None)
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
        return [_officer(row) for row in self._rows(_OFFICERS, OfficerRow, OfficerRow.id)]

    def by_officer(
        self, query: Columns, table: type[_OfOfficer], value: Callable[[Any], T]
    ) -> dict[int, list[T]]:
        """The records of a table, by their officer (the second column)."""
        found: defaultdict[int, list[T]] = defaultdict(list)
        for row in self._rows(query, table, table.officer_id):
            found[row[1]].append(value(row))
        return found

    def days(self) -> dict[int, list[ContactDay]]:
        """The contact days, by the officer of their assignment."""
        officer = AssignmentRow.officer_id
        query = _DAYS.add_columns(officer).join(
            AssignmentRow, AssignmentRow.id == ContactDayRow.assignment_id
        )
        found: defaultdict[int, list[ContactDay]] = defaultdict(list)
        for row in self._rows(query, ContactDayRow, officer):
            found[row[7]].append(_contact_day(row))
        return found

    def _rows(
        self,
        query: Columns,
        table: type[VoidableRow],
        officer: InstrumentedAttribute[int],
    ) -> Iterable[Any]:
        if not self._voided:
            query = query.where(table.voided_at.is_(None))
        if self._only is not None:
            query = query.where(officer.in_(self._only))
        return self._session.execute(query.order_by(table.id)).all()


def _courses(session: Session) -> list[Course]:
    return [row.to_domain() for row in session.scalars(select(CourseRow))]


def contracts(session: Session, *, voided: bool = False) -> dict[DistrictId, list[Contract]]:
    query = _CONTRACTS if voided else _CONTRACTS.where(ContractRow.voided_at.is_(None))
    found: defaultdict[DistrictId, list[Contract]] = defaultdict(list)
    for row in session.execute(query.order_by(ContractRow.starts_on, ContractRow.id)):
        found[row[1]].append(_contract(row))
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


def _officer(row: Any) -> Officer:
    return Officer(
        id=row[0],
        name=row[1],
        sort_name=row[2],
        rank=row[3],
        badge=row[4],
        title=row[5],
        post_license=row[6],
        work_phone=row[7],
        work_email=row[8],
        employed_from=maybe_day(row[9]),
        employed_to=maybe_day(row[10]),
        withheld=bool(row[11]),
        remarks=row[12],
        voided=_voiding(row[13], row[14], row[15]),
    )


def _assignment(row: Any) -> Assignment:
    return Assignment(
        id=row[0],
        officer=row[1],
        district=row[2],
        role=_ROLES[row[3]],
        assumed=day(row[4]),
        ends_on=maybe_day(row[5]),
        school=row[6],
        meets_definition=bool(row[7]),
        definition_reason=row[8],
        booked_days=row[9],
        voided=_voiding(row[10], row[11], row[12]),
    )


def _certificate_of(courses: Mapping[CourseId, Course]) -> Callable[[Any], Certificate]:
    def certificate(row: Any) -> Certificate:
        return Certificate(
            id=row[0],
            officer=row[1],
            course=courses[row[2]],
            completed_on=day(row[3]),
            issued_on=maybe_day(row[4]),
            number=row[5],
            credits=None if row[6] is None else Decimal(row[6]),
            copy=row[7],
            voided=_voiding(row[8], row[9], row[10]),
        )

    return certificate


def _review(row: Any) -> PolicyReview:
    return PolicyReview(
        id=row[0],
        officer=row[1],
        reviewed_on=day(row[2]),
        note=row[3],
        voided=_voiding(row[4], row[5], row[6]),
    )


def _inability(row: Any) -> InabilityRecord:
    return InabilityRecord(
        id=row[0],
        officer=row[1],
        recorded_on=maybe_day(row[2]),
        reason=row[3],
        signed_by=row[4],
        voided=_voiding(row[5], row[6], row[7]),
    )


def _contact_day(row: Any) -> ContactDay:
    return ContactDay(
        id=row[0],
        assignment=row[1],
        on=day(row[2]),
        kind=_DAY_KINDS[row[3]],
        voided=_voiding(row[4], row[5], row[6]),
    )


def _contract(row: Any) -> Contract:
    return Contract(
        id=row[0],
        district=row[1],
        starts_on=day(row[2]),
        ends_on=day(row[3]),
        duties=frozenset(int(item) for item in row[4].split(",") if item),
        copy=row[5],
        voided=_voiding(row[6], row[7], row[8]),
    )


def maybe_day(kept: str | None) -> date | None:
    return None if kept is None else day(kept)


def _voiding(reason: str | None, at: str | None, by: str | None) -> Voiding | None:
    if at is None:
        return None
    return Voiding(reason=reason or "", at=datetime.fromisoformat(at), by=by or "")

"""What a person has typed, before it is a record: one draft for each kind of record."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.records import (
    AssignmentId,
    CourseId,
    DistrictId,
    OfficerId,
    SchoolId,
    Sha256,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerDraft:
    """An officer as typed; an empty `sort_name` is filled by `names.filed_under(name)`."""

    name: str
    sort_name: str = ""
    rank: str = ""
    badge: str = ""
    title: str = ""
    post_license: str = ""
    work_phone: str = ""
    work_email: str = ""
    employed_from: date | None = None
    employed_to: date | None = None
    withheld: bool = False
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictDraft:
    """A district as typed or chosen from the state's list."""

    name: str
    kind: DistrictKind
    state_id: str = ""
    citation: str = ""
    contact_name: str = ""
    contact_email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolDraft:
    """A school as typed."""

    district: DistrictId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractDraft:
    """A contract as typed; `duties` are the ticked items 1-7 of IV.A."""

    district: DistrictId
    starts_on: date | None
    ends_on: date | None
    duties: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentDraft:
    """An assignment as typed."""

    officer: OfficerId
    district: DistrictId | None
    role: Role
    assumed: date | None
    ends_on: date | None = None
    school: SchoolId | None = None
    meets_definition: bool = True
    definition_reason: str = ""
    booked_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseDraft:
    """A course as typed."""

    title: str
    kind: CourseKind
    provider: str = ""
    post_number: str = ""
    credits: Decimal | None = None
    approved_from: date | None = None
    approved_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateDraft:
    """A certificate as typed; one for each officer of a class."""

    officer: OfficerId | None
    course: CourseId | None
    completed_on: date | None
    issued_on: date | None = None
    number: str = ""
    credits: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRevisionDraft:
    """The policy's adoption or a revision, as typed."""

    adopted_on: date | None
    title: str = ""
    posted_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyReviewDraft:
    """A policy review as typed."""

    officer: OfficerId
    reviewed_on: date | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InabilityRecordDraft:
    """An inability record as typed; an incomplete one is stored and reported as a gap."""

    officer: OfficerId
    recorded_on: date | None = None
    reason: str = ""
    signed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketDraft:
    """A packet that is about to be given out."""

    district: DistrictId
    as_of: date
    made_on: date
    sent_on: date
    sent_to: str
    file_name: str
    ledger_head: Sha256
    with_copies: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDayDraft:
    """One date under a substitute assignment."""

    assignment: AssignmentId
    on: date
    kind: DayKind

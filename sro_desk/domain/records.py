"""The records of the agency as values: what the file holds, free of any database."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NewType

from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role

OfficerId = NewType("OfficerId", int)
DistrictId = NewType("DistrictId", int)
SchoolId = NewType("SchoolId", int)
ContractId = NewType("ContractId", int)
AssignmentId = NewType("AssignmentId", int)
CourseId = NewType("CourseId", int)
CertificateId = NewType("CertificateId", int)
PolicyRevisionId = NewType("PolicyRevisionId", int)
PolicyReviewId = NewType("PolicyReviewId", int)
InabilityRecordId = NewType("InabilityRecordId", int)
ContactDayId = NewType("ContactDayId", int)
PacketId = NewType("PacketId", int)
Sha256 = NewType("Sha256", str)  # 64 lower-case hexadecimal digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiding:
    """Why and when a record stopped counting; the record itself stays on file."""

    reason: str
    at: datetime  # UTC
    by: str  # the OS account and host, as in the ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """The law enforcement agency whose chief keeps the file (V.E)."""

    name: str
    chief: str
    chief_title: str
    ori: str
    address: str  # lines separated by "\n"
    phone: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the agency has chosen for this records file."""

    lead_times: tuple[int, ...] = (180, 90, 60, 30, 14, 7)  # days before a nominal deadline
    local_holidays: bool = False  # Indigenous Peoples Day and the Friday after Thanksgiving
    refresh_advisory: bool = True  # POST's "every 3 years"
    backup_folder: str = ""  # empty: beside the records file
    second_backup_folder: str = ""  # empty: none


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """A peace officer on the roster; `remarks` are private and never exported."""

    id: OfficerId
    name: str
    sort_name: str  # as filed: "Olson, Erik"
    rank: str = ""
    badge: str = ""
    title: str = ""
    post_license: str = ""
    work_phone: str = ""
    work_email: str = ""
    employed_from: date | None = None
    employed_to: date | None = None
    withheld: bool = False  # stays out of every export
    remarks: str = ""
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A district that contracts for officers; `citation` is its own policy's number."""

    id: DistrictId
    name: str
    kind: DistrictKind
    state_id: str = ""  # the number districts are known by: "0196"
    citation: str = ""  # "506.9" where the district renumbered the model policy's 507.5
    contact_name: str = ""
    contact_email: str = ""
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A site of a district."""

    id: SchoolId
    district: DistrictId
    name: str
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """An agreement of the agency with a district; `duties` are the ticked items 1-7 of IV.A."""

    id: ContractId
    district: DistrictId
    starts_on: date
    ends_on: date  # inclusive
    duties: frozenset[int] = frozenset()
    copy: Sha256 | None = None
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """An officer at a district, regular or substitute; `school` None means the whole district."""

    id: AssignmentId
    officer: OfficerId
    district: DistrictId
    role: Role
    assumed: date  # first day of the duties
    ends_on: date | None = None  # last day, inclusive
    school: SchoolId | None = None
    meets_definition: bool = True  # § 626.8482 subd. 1(c)
    definition_reason: str = ""  # why not, where it does not
    booked_days: int = 0  # contact days promised with no dates yet
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A course of the catalogue; its kind says what its certificates count toward."""

    id: CourseId
    title: str
    kind: CourseKind
    provider: str = ""
    post_number: str = ""
    credits: Decimal | None = None
    approved_from: date | None = None
    approved_to: date | None = None
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Proof that an officer completed a course; `copy` names the stored file."""

    id: CertificateId
    officer: OfficerId
    course: Course
    completed_on: date  # the last day of a course that ran over several
    issued_on: date | None = None
    number: str = ""
    credits: Decimal | None = None
    copy: Sha256 | None = None
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A stored file, exactly as received; its bytes are read by their SHA-256."""

    sha256: Sha256
    media_type: str
    original_name: str
    size: int  # bytes
    pages: int | None  # None where the file could not be shown
    added_at: datetime  # UTC
    added_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRevision:
    """The agency's subd. 6 policy as adopted or revised on a day; the earliest is the adoption."""

    id: PolicyRevisionId
    adopted_on: date
    title: str = ""
    posted_at: str = ""  # where officers find it
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyReview:
    """An officer's review of the policy, which V.C and V.D ask for before the other duties."""

    id: PolicyReviewId
    officer: OfficerId
    reviewed_on: date
    note: str = ""
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InabilityRecord:
    """V.C: the employer could not provide the course before the duties were assumed."""

    id: InabilityRecordId
    officer: OfficerId
    recorded_on: date | None = None
    reason: str = ""
    signed_by: str = ""
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDay:
    """One calendar date on which a substitute served, or is booked, under an assignment."""

    id: ContactDayId
    assignment: AssignmentId
    on: date
    kind: DayKind
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """A packet that was given out: when, to whom, and the very bytes, kept as a copy."""

    id: PacketId
    district: DistrictId
    as_of: date
    made_on: date
    sent_on: date
    sent_to: str
    file_name: str
    ledger_head: Sha256  # printed in its footer
    copy: Sha256
    with_copies: bool = False  # whether certificate copies were appended
    told: str = ""  # what it said of each officer, as `packet_changes` writes it
    voided: Voiding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerRecord:
    """Everything on file that bears on one officer; voided records may be among them."""

    officer: Officer
    assignments: tuple[Assignment, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    reviews: tuple[PolicyReview, ...] = ()
    inability_records: tuple[InabilityRecord, ...] = ()
    contact_days: tuple[ContactDay, ...] = ()
    contracts: tuple[Contract, ...] = ()  # of every district the officer is assigned to
    shared_copies: frozenset[Sha256] = frozenset()  # copies also on another officer's certificate


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The agency's subd. 6 policy: its adoption and later revisions, in any order."""

    revisions: tuple[PolicyRevision, ...] = ()

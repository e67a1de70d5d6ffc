"""The records as rows: one table for each kind of record, with the columns of its value.

A draft's fields are taken over by `from_draft` and `apply`; `to_domain` copies
a row into a value that outlives the session.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, inspect
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship
from sqlalchemy.orm.attributes import set_committed_value

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.records import (
    Agency,
    Assignment,
    Certificate,
    ContactDay,
    Contract,
    Copy,
    Course,
    District,
    InabilityRecord,
    Officer,
    Packet,
    PolicyReview,
    PolicyRevision,
    School,
)
from sro_desk.storage.base import METADATA, RecordRow, VoidableRow, add_checks
from sro_desk.storage.column_types import Digest

_STRICT = {"sqlite_strict": True}


class AgencyRow(RecordRow):
    """The agency: one row, whose id is 1; `apply` takes an `Agency`."""

    __tablename__ = "agency"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"), _STRICT)
    of_kind = Kind.AGENCY

    name: Mapped[str] = mapped_column(default="")
    chief: Mapped[str] = mapped_column(default="")
    chief_title: Mapped[str] = mapped_column(default="")
    ori: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")

    def to_domain(self) -> Agency:
        """Copy the row into a value that outlives the session."""
        return Agency(**self._fields_of(Agency))


class SettingRow(RecordRow):
    """One choice of the agency, by name."""

    __tablename__ = "setting"
    of_kind = Kind.SETTING

    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class OfficerRow(VoidableRow):
    """An officer on the roster."""

    __tablename__ = "officer"
    of_kind = Kind.OFFICER

    name: Mapped[str]
    sort_name: Mapped[str]
    rank: Mapped[str] = mapped_column(default="")
    badge: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    post_license: Mapped[str] = mapped_column(default="")
    work_phone: Mapped[str] = mapped_column(default="")
    work_email: Mapped[str] = mapped_column(default="")
    employed_from: Mapped[date | None] = mapped_column(default=None)
    employed_to: Mapped[date | None] = mapped_column(default=None)
    withheld: Mapped[bool] = mapped_column(default=False)
    remarks: Mapped[str] = mapped_column(default="")

    def to_domain(self) -> Officer:
        """Copy the row into a value that outlives the session."""
        return Officer(**self._fields_of(Officer))


class DistrictRow(VoidableRow):
    """A district that contracts for officers."""

    __tablename__ = "district"
    of_kind = Kind.DISTRICT

    name: Mapped[str]
    kind: Mapped[DistrictKind]
    state_id: Mapped[str] = mapped_column(default="")
    citation: Mapped[str] = mapped_column(default="")
    contact_name: Mapped[str] = mapped_column(default="")
    contact_email: Mapped[str] = mapped_column(default="")

    def to_domain(self) -> District:
        """Copy the row into a value that outlives the session."""
        return District(**self._fields_of(District))


class SchoolRow(VoidableRow):
    """A site of a district."""

    __tablename__ = "school"
    of_kind = Kind.SCHOOL
    kept_as: ClassVar[dict[str, str]] = {"district": "district_id"}

    district_id: Mapped[int] = mapped_column(ForeignKey("district.id"), index=True)
    name: Mapped[str]

    def to_domain(self) -> School:
        """Copy the row into a value that outlives the session."""
        return School(**self._fields_of(School))


class CopyRow(RecordRow):
    """A stored file, exactly as received; put and read through `copies`, never changed."""

    __tablename__ = "copy"
    of_kind = Kind.COPY
    unwritten = frozenset({"content"})  # its SHA-256 stands for it

    sha256: Mapped[str] = mapped_column(Digest(), unique=True)
    media_type: Mapped[str]
    original_name: Mapped[str]
    size: Mapped[int]
    pages: Mapped[int | None]
    added_at: Mapped[datetime]
    added_by: Mapped[str]
    content: Mapped[bytes] = mapped_column(
        LargeBinary, deferred=True, deferred_raiseload=True, sort_order=99
    )

    def to_domain(self) -> Copy:
        """Copy the row, without the bytes, into a value that outlives the session."""
        return Copy(**self._fields_of(Copy))


class ContractRow(VoidableRow):
    """An agreement of the agency with a district."""

    __tablename__ = "contract"
    of_kind = Kind.CONTRACT
    kept_as: ClassVar[dict[str, str]] = {"district": "district_id", "copy": "copy_sha256"}

    district_id: Mapped[int] = mapped_column(ForeignKey("district.id"), index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    duties: Mapped[frozenset[int]] = mapped_column(default=frozenset())
    copy_sha256: Mapped[str | None] = mapped_column(ForeignKey("copy.sha256"), default=None)

    def to_domain(self) -> Contract:
        """Copy the row into a value that outlives the session."""
        return Contract(**self._fields_of(Contract))


class AssignmentRow(VoidableRow):
    """An officer at a district."""

    __tablename__ = "assignment"
    __table_args__ = (CheckConstraint("booked_days >= 0", name="booked_days"), _STRICT)
    of_kind = Kind.ASSIGNMENT
    kept_as: ClassVar[dict[str, str]] = {
        "officer": "officer_id",
        "district": "district_id",
        "school": "school_id",
    }

    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), index=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("district.id"), index=True)
    role: Mapped[Role]
    assumed: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(default=None)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id"), default=None)
    meets_definition: Mapped[bool] = mapped_column(default=True)
    definition_reason: Mapped[str] = mapped_column(default="")
    booked_days: Mapped[int] = mapped_column(default=0)

    def to_domain(self) -> Assignment:
        """Copy the row into a value that outlives the session."""
        return Assignment(**self._fields_of(Assignment))


class CourseRow(VoidableRow):
    """A course of the catalogue."""

    __tablename__ = "course"
    of_kind = Kind.COURSE

    title: Mapped[str]
    kind: Mapped[CourseKind]
    provider: Mapped[str] = mapped_column(default="")
    post_number: Mapped[str] = mapped_column(default="")
    credits: Mapped[Decimal | None] = mapped_column(default=None)
    approved_from: Mapped[date | None] = mapped_column(default=None)
    approved_to: Mapped[date | None] = mapped_column(default=None)

    def to_domain(self) -> Course:
        """Copy the row into a value that outlives the session."""
        return Course(**self._fields_of(Course))


class CertificateRow(VoidableRow):
    """Proof that an officer completed a course."""

    __tablename__ = "certificate"
    of_kind = Kind.CERTIFICATE
    kept_as: ClassVar[dict[str, str]] = {
        "officer": "officer_id",
        "course": "course_id",
        "copy": "copy_sha256",
    }

    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), index=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"))
    completed_on: Mapped[date]
    issued_on: Mapped[date | None] = mapped_column(default=None)
    number: Mapped[str] = mapped_column(default="")
    credits: Mapped[Decimal | None] = mapped_column(default=None)
    copy_sha256: Mapped[str | None] = mapped_column(
        ForeignKey("copy.sha256"), index=True, default=None
    )

    course: Mapped[CourseRow] = relationship(lazy="raise", viewonly=True)

    def to_domain(self) -> Certificate:
        """Copy the row into a value; a list of rows joins `course` in its query beforehand."""
        if "course" in inspect(self).unloaded:
            self._load_course()
        return Certificate(**self._fields_of(Certificate, "course"), course=self.course.to_domain())

    def _load_course(self) -> None:
        session = object_session(self)
        if session is not None:
            set_committed_value(self, "course", session.get_one(CourseRow, self.course_id))


class PolicyRevisionRow(VoidableRow):
    """The agency's policy as adopted or revised on a day."""

    __tablename__ = "policy_revision"
    of_kind = Kind.POLICY_REVISION

    adopted_on: Mapped[date]
    title: Mapped[str] = mapped_column(default="")
    posted_at: Mapped[str] = mapped_column(default="")

    def to_domain(self) -> PolicyRevision:
        """Copy the row into a value that outlives the session."""
        return PolicyRevision(**self._fields_of(PolicyRevision))


class PolicyReviewRow(VoidableRow):
    """An officer's review of the policy."""

    __tablename__ = "policy_review"
    of_kind = Kind.POLICY_REVIEW
    kept_as: ClassVar[dict[str, str]] = {"officer": "officer_id"}

    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), index=True)
    reviewed_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")

    def to_domain(self) -> PolicyReview:
        """Copy the row into a value that outlives the session."""
        return PolicyReview(**self._fields_of(PolicyReview))


class InabilityRecordRow(VoidableRow):
    """That the employer could not provide the course before the duties were assumed."""

    __tablename__ = "inability_record"
    of_kind = Kind.INABILITY_RECORD
    kept_as: ClassVar[dict[str, str]] = {"officer": "officer_id"}

    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"), index=True)
    recorded_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    signed_by: Mapped[str] = mapped_column(default="")

    def to_domain(self) -> InabilityRecord:
        """Copy the row into a value that outlives the session."""
        return InabilityRecord(**self._fields_of(InabilityRecord))


class ContactDayRow(VoidableRow):
    """One date on which a substitute served or is booked."""

    __tablename__ = "contact_day"
    __table_args__ = (Index(None, "assignment_id", "on"), _STRICT)
    of_kind = Kind.CONTACT_DAY
    kept_as: ClassVar[dict[str, str]] = {"assignment": "assignment_id"}

    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    on: Mapped[date]
    kind: Mapped[DayKind]

    def to_domain(self) -> ContactDay:
        """Copy the row into a value that outlives the session."""
        return ContactDay(**self._fields_of(ContactDay))


class PacketRow(VoidableRow):
    """A packet that was given out to a district, which stays true of one that is voided."""

    __tablename__ = "packet"
    of_kind = Kind.PACKET
    kept_as: ClassVar[dict[str, str]] = {"district": "district_id", "copy": "copy_sha256"}
    holds = False

    district_id: Mapped[int] = mapped_column(ForeignKey("district.id"), index=True)
    as_of: Mapped[date]
    made_on: Mapped[date]
    sent_on: Mapped[date]
    sent_to: Mapped[str] = mapped_column(default="")
    file_name: Mapped[str]
    ledger_head: Mapped[str] = mapped_column(Digest())
    copy_sha256: Mapped[str] = mapped_column(ForeignKey("copy.sha256"))
    with_copies: Mapped[bool] = mapped_column(default=False)
    told: Mapped[str] = mapped_column(default="")

    def to_domain(self) -> Packet:
        """Copy the row into a value that outlives the session."""
        return Packet(**self._fields_of(Packet))


ROWS: dict[Kind, type[RecordRow]] = {
    row.of_kind: row
    for row in (
        AgencyRow,
        SettingRow,
        OfficerRow,
        DistrictRow,
        SchoolRow,
        CopyRow,
        ContractRow,
        AssignmentRow,
        CourseRow,
        CertificateRow,
        PolicyRevisionRow,
        PolicyReviewRow,
        InabilityRecordRow,
        ContactDayRow,
        PacketRow,
    )
}

for _row in ROWS.values():
    add_checks(METADATA.tables[_row.__tablename__])

"""What is done with the officer on screen and the records of that officer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sro_desk.domain.codes import CourseKind, Gap, Paragraph, Status
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.lights import step_for
from sro_desk.domain.records import (
    Assignment,
    Certificate,
    CertificateId,
    Copy,
    InabilityRecord,
    Officer,
    PolicyReview,
)
from sro_desk.services import assignments, certificates, inability, officers, policy
from sro_desk.services.officers import OfficerDetail
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.assignment import AssignmentDialog
from sro_desk.ui.dialogs.end_assignment import EndAssignmentDialog
from sro_desk.ui.dialogs.inability import InabilityDialog
from sro_desk.ui.dialogs.officer import OfficerDialog
from sro_desk.ui.dialogs.policy_review import PolicyReviewDialog
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog
from sro_desk.ui.next_step import NextStep, counting
from sro_desk.ui.viewing import VIEWING, open_in_viewer


class OfficerCommands:
    """Opens the dialogs over `page`; what they write comes back to it on the change bus."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page
        self._steps = NextStep(context, page)
        self.detail: OfficerDetail | None = None  # the officer on screen

    def can_step(self) -> bool:
        """Whether the next step of the officer on screen can be taken here."""
        detail = self.detail
        return detail is not None and self.can_write() and self._steps.can_take(detail.finding)

    def can_write(self) -> bool:
        """Whether anything about the officer on screen may be written."""
        detail = self.detail
        return detail is not None and not self._context.read_only and detail.officer.voided is None

    def add_officer(self) -> None:
        """Put an officer on the roster."""
        OfficerDialog.ask(self._context, parent=self._page)

    def change_officer(self) -> None:
        """Change the officer on screen."""
        if self.detail is not None and self.can_write():
            OfficerDialog.ask(self._context, self.detail.officer, parent=self._page)

    def void_officer(self, officer: Officer) -> None:
        """Take an officer entered by mistake off the roster."""
        self._void(
            "officer",
            lambda reason, db: officers.void(db, officer.id, reason, actor=self._context.actor),
        )

    def take_step(self) -> None:
        """Take the next step of the officer on screen."""
        if self.detail is not None and self.can_step():
            self._steps.take(self.detail.officer, self.detail.finding)

    def close_gap(self, gap: Gap) -> None:
        """Open what closes one gap of the officer on screen."""
        detail = self.detail
        if detail is None or not self.can_write():
            return
        attach_to = detail.finding.attach_to
        if gap is Gap.PRIOR_BASIC_PROOF and Gap.CERT_COPY in detail.finding.gaps:
            attach_to = _prior_basic(detail)  # the other gap has the finding's own
        wanted = detail.finding._replace(next_step=step_for(gap), attach_to=attach_to)
        self._steps.take(detail.officer, wanted)

    def add_certificate(self) -> None:
        """Enter a certificate of the officer on screen."""
        if self.detail is not None and self.can_write():
            self._context.navigator.add_certificate(self.detail.officer.id)

    def change_certificate(self, certificate: Certificate) -> None:
        """Change what is entered of a certificate."""
        from sro_desk.ui.dialogs.certificate import CertificateDialog

        CertificateDialog.ask(self._context, certificate=certificate.id, parent=self._page)

    def attach_copy(self, certificate: Certificate) -> None:
        """Choose the copy of a certificate."""
        if self.detail is not None:
            self._steps.attach_copy(self.detail.officer, certificate.id)

    def void_certificate(self, certificate: Certificate) -> None:
        """Void a certificate."""
        self._void(
            "certificate",
            lambda reason, db: certificates.void(
                db, certificate.id, reason, actor=self._context.actor
            ),
        )

    def open_copy(self, certificate: Certificate) -> None:
        """Show the copy of a certificate in the system's viewer."""
        copy = certificate.copy
        if copy is None:
            return

        def put(db: Database) -> Path:
            known, content = certificates.copy_content(db, copy)
            return _put(known, content)

        self._context.jobs.ask(self._page, put, self._open)

    def add_assignment(self) -> None:
        """Assign the officer on screen to a district."""
        self._ask_assignment(None)

    def change_assignment(self, assignment: Assignment) -> None:
        """Change an assignment."""
        self._ask_assignment(assignment)

    def end_assignment(self, assignment: Assignment) -> None:
        """Enter the last day of an assignment."""
        if self.detail is None:
            return
        record = self.detail.record
        EndAssignmentDialog.ask(
            self._context,
            self.detail.officer,
            assignment,
            others=counting(record.assignments),
            days=[
                day
                for day in record.contact_days
                if day.assignment == assignment.id and day.voided is None
            ],
            parent=self._page,
        )

    def void_assignment(self, assignment: Assignment) -> None:
        """Void an assignment with its contact days."""
        self._void(
            "assignment",
            lambda reason, db: assignments.void(
                db, assignment.id, reason, actor=self._context.actor
            ),
        )

    def add_review(self) -> None:
        """Record that the officer on screen reviewed the policy."""
        self._ask_review(None)

    def change_review(self, review: PolicyReview) -> None:
        """Change a policy review."""
        self._ask_review(review)

    def void_review(self, review: PolicyReview) -> None:
        """Void a policy review."""
        self._void(
            "policy review",
            lambda reason, db: policy.void_review(db, review.id, reason, actor=self._context.actor),
        )

    def add_inability(self) -> None:
        """Record that the course could not be provided in time."""
        self._ask_inability(None)

    def change_inability(self, record: InabilityRecord) -> None:
        """Change an inability record."""
        self._ask_inability(record)

    def void_inability(self, record: InabilityRecord) -> None:
        """Void an inability record."""
        self._void(
            "inability record",
            lambda reason, db: inability.void(db, record.id, reason, actor=self._context.actor),
        )

    def _ask_assignment(self, assignment: Assignment | None) -> None:
        if self.detail is not None and self.can_write():
            AssignmentDialog.ask(
                self._context,
                self.detail.officer,
                assignment,
                others=counting(self.detail.record.assignments),
                parent=self._page,
            )

    def _ask_review(self, review: PolicyReview | None) -> None:
        if self.detail is not None and self.can_write():
            others = [each for each in self.detail.record.reviews if each.voided is None]
            PolicyReviewDialog.ask(
                self._context, self.detail.officer, review, others=others, parent=self._page
            )

    def _ask_inability(self, record: InabilityRecord | None) -> None:
        if self.detail is not None and self.can_write():
            InabilityDialog.ask(
                self._context,
                self.detail.officer,
                record,
                not_needed=_needs_no_inability(self.detail),
                parent=self._page,
            )

    def _void(self, what: str, work: Callable[[str, Database], None]) -> None:
        if self._context.read_only:
            return
        reason = VoidReasonDialog.ask(self._context, what, self._page)
        if reason is None:
            return
        self._context.jobs.ask(
            self._page,
            lambda db: work(reason, db),
            lambda _: self._context.navigator.say(f"The {what} is void; Undo brings it back."),
        )

    def _open(self, path: Path) -> None:
        try:
            open_in_viewer(path)
        except SroDeskError as error:
            self._context.navigator.warn(str(error))


def _put(copy: Copy, content: bytes) -> Path:
    return VIEWING.put(copy.original_name, copy.media_type, content)


def _prior_basic(detail: OfficerDetail) -> CertificateId | None:
    """The basic certificate on which V.B rests: the earliest."""
    basic = (
        each
        for each in detail.record.certificates
        if each.voided is None and each.course.kind is CourseKind.BASIC
    )
    first = min(basic, key=lambda each: (each.completed_on, each.id), default=None)
    return None if first is None else first.id


def _needs_no_inability(detail: OfficerDetail) -> bool:
    """Whether V.C would not govern the officer anyway."""
    finding = detail.finding
    return finding.paragraph is Paragraph.B or finding.status is Status.MET

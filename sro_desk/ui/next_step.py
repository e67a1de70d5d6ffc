"""The next step of a finding, taken: the one thing that a row's or a card's button does."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sro_desk.domain.codes import Step
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.finding import Finding
from sro_desk.domain.records import Assignment, Certificate, CertificateId, Officer
from sro_desk.domain.scan import Scan
from sro_desk.intake.examined import Received
from sro_desk.services import certificates, officers
from sro_desk.services.officers import OfficerDetail
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.assignment import AssignmentDialog
from sro_desk.ui.dialogs.inability import InabilityDialog
from sro_desk.ui.dialogs.policy_review import PolicyReviewDialog
from sro_desk.ui.scans import choose_file


class NextStep:
    """Takes steps for a page; what it writes comes back to the page on the change bus."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page

    def can_take(self, finding: Finding) -> bool:
        """Whether there is a step, and the file may be written."""
        return finding.next_step is not Step.NONE and not self._context.read_only

    def take(self, officer: Officer, finding: Finding) -> None:
        """Open the dialog, or lead to the page, on which the step is done."""
        if not self.can_take(finding):
            return
        navigator = self._context.navigator
        step = finding.next_step
        if step is Step.ADD_CERTIFICATE:
            navigator.add_certificate(officer.id)
        elif step is Step.ADOPT_POLICY:
            navigator.show_page("settings")
        elif step is Step.ADD_CONTRACT and finding.period is not None:
            navigator.show_district(finding.period.districts[0])
        elif step in (Step.ATTACH_COPY, Step.ATTACH_BASIC_COPY) and finding.attach_to is not None:
            self.attach_copy(officer, finding.attach_to)
        else:
            self._ask_with_detail(officer, finding, step)

    def attach_copy(self, officer: Officer, certificate: CertificateId) -> None:
        """Choose the file of a certificate, read it in the worker, and store it."""
        context = self._context
        path = choose_file(self._page, context.preferences, f"Copy of {officer.name}'s certificate")
        if path is None:
            return
        context.jobs.start(
            self._page,
            f"Reading {path.name}",
            lambda *_: context.worker.receive(path),
            lambda received: self._store(officer, certificate, received),
        )

    def _store(self, officer: Officer, certificate: CertificateId, received: Received) -> None:
        context, scan = self._context, received.scan

        def attach(db: Database) -> Certificate:
            return certificates.attach_copy(db, certificate, scan, actor=context.actor)

        def tell(_: Certificate) -> None:
            context.navigator.say(_attached(officer, scan, received.note))

        context.jobs.ask(self._page, attach, tell)

    def _ask_with_detail(self, officer: Officer, finding: Finding, step: Step) -> None:
        """The dialogs that compare with what is on file about the officer."""
        ask: dict[Step, Callable[[OfficerDetail], None]] = {
            Step.ADD_ASSIGNMENT: self._ask_assignment,
            Step.RECORD_REVIEW: self._ask_review,
            Step.COMPLETE_INABILITY_RECORD: self._ask_inability,
        }
        if step not in ask:
            raise SroDeskError("This step is taken on the officer's own page.")
        self._context.jobs.ask(
            self._page, lambda db: officers.detail(db, officer.id, finding.on), ask[step]
        )

    def _ask_assignment(self, detail: OfficerDetail) -> None:
        AssignmentDialog.ask(
            self._context,
            detail.officer,
            others=counting(detail.record.assignments),
            parent=self._page,
        )

    def _ask_review(self, detail: OfficerDetail) -> None:
        others = [each for each in detail.record.reviews if each.voided is None]
        PolicyReviewDialog.ask(self._context, detail.officer, others=others, parent=self._page)

    def _ask_inability(self, detail: OfficerDetail) -> None:
        kept = [each for each in detail.record.inability_records if each.voided is None]
        last = kept[-1] if kept else None
        InabilityDialog.ask(self._context, detail.officer, last, parent=self._page)


def counting(assignments: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    """Those that are not voided."""
    return tuple(each for each in assignments if each.voided is None)


def _attached(officer: Officer, scan: Scan, note: str) -> str:
    told = f"“{scan.original_name}” is on file for {officer.name}; Undo takes it off again."
    return f"{told} {note}".strip()

"""One officer in full: the head, and below it a tab for each kind of record."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from sro_desk.domain.codes import Role
from sro_desk.services.officers import OfficerDetail
from sro_desk.ui.context import Context
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.assignments_panel import AssignmentsPanel
from sro_desk.ui.widgets.certificates_panel import CertificatesPanel
from sro_desk.ui.widgets.contact_days_panel import ContactDaysPanel
from sro_desk.ui.widgets.officer_head import OfficerHead
from sro_desk.ui.widgets.officer_history_panel import OfficerHistoryPanel
from sro_desk.ui.widgets.record_list import Voidable
from sro_desk.ui.widgets.reviews_panel import ReviewsPanel
from sro_desk.ui.widgets.scrolled import Scrolled
from sro_desk.ui.widgets.why_card import WhyCard


class OfficerDetails(QWidget):
    """Ctrl+Tab goes from tab to tab; the tab stays when another officer is shown."""

    def __init__(self, context: Context, change: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = OfficerHead(context.theme, change)
        self.why = WhyCard(context.theme)
        self.certificates = CertificatesPanel(context)
        self.assignments = AssignmentsPanel(context)
        self.reviews = ReviewsPanel(context)
        self.days = ContactDaysPanel(context)
        self.history = OfficerHistoryPanel(context)
        self.tabs = QTabWidget()
        self._places: dict[QWidget, int] = {}
        self._lay_out()

    def show_detail(self, detail: OfficerDetail, *, can_write: bool, can_step: bool) -> None:
        """Show one officer in full."""
        locked = detail.officer.voided is not None
        self.head.show_detail(detail, can_step=can_step)
        self.why.show_finding(detail.finding, detail.why, can_write=can_write)
        self.certificates.show_detail(detail)
        self.assignments.show_detail(detail)
        self.reviews.show_detail(detail)
        self.days.show_officer(detail.officer.id, locked=locked)
        self.history.show_detail(detail)
        self._count(detail)

    def show_tab(self, panel: QWidget) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(self._places[panel])

    def _count(self, detail: OfficerDetail) -> None:
        """How many records of a kind count stands on its tab."""
        record = detail.record
        kept: tuple[tuple[QWidget, str, Sequence[Voidable]], ...] = (
            (self.certificates, "Certificates", record.certificates),
            (self.assignments, "Assignments", record.assignments),
            (self.reviews, "Reviews", (*record.reviews, *record.inability_records)),
        )
        for panel, words, records in kept:
            number = sum(each.voided is None for each in records)
            self.tabs.setTabText(self._places[panel], f"{words} ({number})")
        substitute = any(
            each.role is Role.SUBSTITUTE and each.voided is None for each in record.assignments
        )
        count = detail.finding.contact_days
        total = f" ({count.total} of {count.limit})" if substitute and count else ""
        self.tabs.setTabText(self._places[self.days], f"Substitute days{total}")

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Details of the officer")
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setAccessibleName("Details of the officer")
        for panel, words, told in (
            (self.why, "Why", "Why the officer stands so, and what is missing"),
            (self.certificates, "Certificates", "Certificates and their copies"),
            (self.assignments, "Assignments", "Where the officer serves, and served"),
            (self.reviews, "Reviews", "Policy reviews and inability records"),
            (self.days, "Substitute days", "Contact days as a substitute"),
            (self.history, "History", "Service periods, and every change"),
        ):
            place = Scrolled(panel)
            place.setMinimumSize(30 * GAP, 20 * GAP)
            self._places[panel] = self.tabs.addTab(place, words)
            self.tabs.setTabToolTip(self._places[panel], f"{told} (Ctrl+Tab)")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)

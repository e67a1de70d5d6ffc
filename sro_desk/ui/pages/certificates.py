"""All certificates: found, shown with their copies, changed, voided."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.changes import Kind
from sro_desk.domain.records import CertificateId
from sro_desk.services import certificates, districts
from sro_desk.services.certificates import CertificateLine
from sro_desk.services.districts import DistrictLine
from sro_desk.services.records_file import Database
from sro_desk.ui.certificate_actions import CertificateActions
from sro_desk.ui.context import Context
from sro_desk.ui.listed import Listed
from sro_desk.ui.models.certificate_columns import CERTIFICATE_COLUMNS, STATUS, is_voided
from sro_desk.ui.models.saved_lists import CERTIFICATES
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.record_page import RecordPage
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.certificate_filter_bar import CertificateFilterBar
from sro_desk.ui.widgets.certificate_pane import CertificatePane
from sro_desk.ui.widgets.scrolled import Scrolled
from sro_desk.ui.widgets.search_field import SearchField
from sro_desk.ui.widgets.table import Table

_SIDES = "certificates/sides"
_WIDTHS = (774, 384)  # pixels, of list and certificate
_STACKED_BELOW = 720  # pixels; on a narrower page the certificate stands under the list


@dataclass(frozen=True, slots=True)
class _Listed:
    lines: tuple[CertificateLine, ...]
    districts: tuple[DistrictLine, ...]


class CertificatesPage(RecordPage):
    """Search and filters above, the list at the left, the certificate at the right."""

    title = "Certificates"
    icon_name = "certificates"
    shows = (Kind.CERTIFICATE, Kind.COURSE, Kind.OFFICER, Kind.ASSIGNMENT, Kind.DISTRICT)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._loaded = False
        self._counting = 0  # certificates that are not voided
        self._wanted: CertificateId | None = None  # to be gone to once the list is there
        self._title = QLabel("Certificates")
        self.search = SearchField(context.theme, "Search officers, courses, numbers and dates")
        self.clear_button = QPushButton("C&lear")
        self.filter = CertificateFilterBar(context)
        self.model: TableModel[CertificateLine] = TableModel(CERTIFICATE_COLUMNS)
        self.table: Table[CertificateLine] = Table(context, self.model, "certificates")
        self._make_actions()
        self.actions_ = CertificateActions(context, self, self.table)
        self.pane = CertificatePane(context, self.actions_.of_copy)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._sift()
        self._connect()
        self._show_current()
        self.reload()

    def page_actions(self) -> list[QAction]:
        """What can be done here only."""
        return self.actions_.all

    def show_certificate(self, certificate: CertificateId) -> None:
        """Go to a certificate, also where the search or a filter hides it."""
        self._wanted = certificate
        if self._loaded and not self._stale:
            self._go_to_wanted()

    def listed(self) -> Listed[CertificateLine]:
        """The list as it is filtered and sorted, to be saved."""
        return Listed(
            title="SRO certificates",
            columns=CERTIFICATES,
            rows=self.model.visible_rows,
            officer=lambda line: line.officer,
        )

    @Slot()
    def reload(self) -> None:
        """Ask for everything again."""
        self._stale = False
        self.pane.forget_copy()
        self._context.jobs.ask(self, _listed, self._show)

    @Slot()
    def find(self) -> None:  # type: ignore[override]  # hides Qt's look-up of a window's number
        """Go to the search."""
        self.search.find()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the list, the certificate stands under it."""
        super().resizeEvent(event)
        way = Qt.Orientation
        narrow = event.size().width() < _STACKED_BELOW
        self._sides.setOrientation(way.Vertical if narrow else way.Horizontal)
        self._title.setVisible(not narrow)

    def _show(self, listed: _Listed) -> None:
        if not self._loaded:
            self._say_when_empty()  # not while they are still being read
        self._loaded = True
        self._counting = sum(line.voided is None for line in listed.lines)
        with QSignalBlocker(self.table):  # the certificate is shown once, below
            self.model.show_rows(listed.lines)
            self._go_to_first()
        self.filter.show_districts(listed.districts)
        if self._wanted is not None:
            self._go_to_wanted()
        self._show_current()
        self._tell_window()

    def _say_when_empty(self) -> None:
        self.table.say_when_empty(
            "certificate-add", "No certificates yet",
            "Drop a certificate on the window, or enter one with Ctrl+N.",
        ).add_button(self._add_action)  # fmt: skip

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        line = next((line for line in self.model.rows if line.id == wanted), None)
        if line is None:
            self._context.navigator.warn("The certificate is not in this file any more.")
            return
        if not self.table.select(lambda each: each.id == wanted):
            self._clear(voided=is_voided(line))
            self.table.select(lambda each: each.id == wanted)

    def _go_to_first(self) -> None:
        if self.table.current_row is None and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    @Slot()
    def _sift(self) -> None:
        chosen = self.filter.chosen
        self.table.setColumnHidden(STATUS, not chosen.voided)
        self.model.set_predicates(chosen.tests())
        self._after_sifting()

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.model.set_filter(typed)
        self._after_sifting()

    def _after_sifting(self) -> None:
        self._go_to_first()
        self.clear_button.setEnabled(self.filter.chosen.narrows or bool(self.search.text()))
        self._tell_window()

    @Slot()
    def _clear_all(self) -> None:
        self._clear(voided=self.filter.chosen.voided)

    def _clear(self, *, voided: bool) -> None:
        self.search.clear()
        self.model.set_filter("")
        self.filter.clear(voided=voided)

    @Slot()
    def _show_current(self) -> None:
        self.pane.show_line(self.table.current_row)
        self.actions_.follow()

    @Slot()
    def _add(self) -> None:
        self._context.navigator.add_certificate()

    @Slot()
    def _keep_sides(self) -> None:
        self._context.preferences.keep_state(_SIDES, self._sides.saveState())

    def _tell_window(self) -> None:
        if not self._loaded or not self.isVisible():
            return
        shown = self.model.rowCount()
        total = len(self.model.rows) if self.filter.chosen.voided else self._counting
        words = "1 certificate" if total == 1 else f"{total:,} certificates"
        self._context.navigator.count(words if shown == total else f"{shown:,} of {words}")

    def _make_actions(self) -> None:
        self._add_action = self._action("Enter the first certificate", "certificate-add")
        self._add_action.setEnabled(not self._context.read_only)
        self._clear_action = self._action("Clear search and filters", "filter")

    def _action(self, text: str, icon: str) -> QAction:
        action = QAction(text, self)
        self._context.theme.dress(action, icon)
        return action

    def _connect(self) -> None:
        self._add_action.triggered.connect(self._add)
        self._clear_action.triggered.connect(self._clear_all)
        self.search.searched.connect(self._search)
        self.filter.changed.connect(self._sift)
        self.clear_button.clicked.connect(self._clear_all)
        self.table.row_activated.connect(self.actions_.enter)
        self.table.row_changed.connect(self._show_current)
        self.table.selection_changed.connect(self.actions_.follow)
        self._sides.splitterMoved.connect(self._keep_sides)

    def _lay_out(self) -> None:
        self.search.leads_to(self.table)
        self.table.set_row_actions(self.page_actions())
        copy_keys = self.actions_.of_copy[1:]
        self.addActions([*copy_keys, self.actions_.officer])  # in search and filters too
        self.table.setAccessibleName("Certificates, newest first")
        self.table.setMinimumSize(30 * GAP, 20 * GAP)
        self.table.when_nothing_matches(self._clear_action)
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(self.table)
        self._sides.addWidget(self.pane)
        self._sides.setStretchFactor(0, 1)
        self._sides.setSizes(_WIDTHS)
        self._sides.restoreState(self._context.preferences.state(_SIDES))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(self._head())
        column.addWidget(self.filter)
        column.addWidget(self._sides, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scrolled(inside))

    def _head(self) -> QHBoxLayout:
        self._title.setProperty("role", "title")
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMaximumWidth(60 * GAP)
        self.clear_button.setEnabled(False)
        self.clear_button.setToolTip("Clear the search and every filter")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._title, 1)
        row.addWidget(self.search, 100)
        row.addWidget(self.clear_button)
        return row


def _listed(db: Database) -> _Listed:
    return _Listed(certificates.all_certificates(db), districts.all_districts(db))

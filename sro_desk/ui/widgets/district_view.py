"""One district in full: head, what its contracts do not cover, contracts, schools, officers."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from sro_desk.services.districts import DistrictDetail
from sro_desk.ui.context import Context
from sro_desk.ui.contract_cover import cover_of
from sro_desk.ui.models.district_rows import contract_lines, school_lines, serving_lines
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.contracts_section import ContractsSection
from sro_desk.ui.widgets.district_head import DistrictHead
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.message_bar import MessageBar
from sro_desk.ui.widgets.packets_section import PacketsSection
from sro_desk.ui.widgets.schools_section import SchoolsSection
from sro_desk.ui.widgets.scrolled import Scrolled
from sro_desk.ui.widgets.serving_section import ServingSection

_LEAST_WIDE = 30 * GAP  # pixels; below, it scrolls
_WIDE = 78 * GAP  # pixels; where there is less, schools go below the contracts


class DistrictView(QWidget):
    """Shows what it is given; the sections ask, and the page answers."""

    def __init__(
        self, context: Context, actions: tuple[QAction, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.detail: DistrictDetail | None = None
        self.head = DistrictHead(actions)
        self.notice = MessageBar(context.theme)
        self.contracts = ContractsSection(context)
        self.officers = ServingSection(context)
        self.schools = SchoolsSection(context)
        self.packets = PacketsSection(context)
        self._nothing = EmptyState(context.theme, "districts", "")
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def show_detail(self, detail: DistrictDetail) -> None:
        """Show a district, as of its day."""
        self.detail = detail
        self.head.show_district(detail.district, detail.label)
        self.contracts.show_lines(contract_lines(detail))
        self.officers.show_lines(serving_lines(detail))
        self.schools.show_lines(school_lines(detail))
        self.packets.show_lines(detail.packets)
        self._show_cover(detail)
        self._stack.setCurrentWidget(self._scrolled)

    def show_nothing(self, *, any_on_file: bool) -> None:
        """Show that no district is chosen."""
        if any_on_file:
            self._nothing.say("No district chosen", "Choose one from the list.")
        else:
            self._nothing.say("", "Contracts, schools and officers of a district appear here.")
        self.detail = None
        self._stack.setCurrentWidget(self._nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Contracts and schools beside each other where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(way)

    @Slot()
    def _add_contract(self) -> None:
        self.contracts.add.trigger()

    def _show_cover(self, detail: DistrictDetail) -> None:
        cover = cover_of(detail)
        if cover is None:
            self.notice.dismiss()
            return
        self.notice.keep(cover.sentence, "problem" if cover.problem else "info", closable=False)
        if self.contracts.add.isEnabled():
            self.notice.add_button("Add contract", self._add_contract)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        self._beside.setSpacing(2 * GAP)
        self._beside.addWidget(self.contracts, 5)
        self._beside.addWidget(self.schools, 3)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addLayout(self._beside, 1)
        column.addWidget(self.officers, 1)
        column.addWidget(self.packets, 1)
        self._scrolled = Scrolled(inside)
        self._scrolled.setMinimumWidth(_LEAST_WIDE)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._scrolled)

"""The districts: whether a contract covers today, their schools, and who serves there."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import DistrictId
from sro_desk.services import districts
from sro_desk.services.districts import DistrictDetail, DistrictLine
from sro_desk.ui.context import Context
from sro_desk.ui.district_commands import DistrictCommands
from sro_desk.ui.listed import Listed
from sro_desk.ui.models.district_rows import DISTRICT_COLUMNS
from sro_desk.ui.models.saved_lists import DISTRICTS
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.packet_commands import PacketCommands
from sro_desk.ui.record_page import RecordPage
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.district_view import DistrictView
from sro_desk.ui.widgets.search_field import SearchField
from sro_desk.ui.widgets.table import Table

_SIDES = "districts/sides"
_WIDTHS = (440, 750)  # pixels, of list and district
_LEAST_WIDE = 24 * GAP  # pixels, of the list
_TITLE_FROM = 720  # pixels


class DistrictsPage(RecordPage):
    """The list at the left, the district at the right."""

    title = "Districts"
    icon_name = "districts"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._shown: DistrictId | None = None  # at the right, or awaited there
        self._wanted: DistrictId | None = None  # to be gone to once the list is there
        self._title = QLabel(self.title)
        self.search = SearchField(context.theme, "Search districts and schools")
        self.model: TableModel[DistrictLine] = TableModel(DISTRICT_COLUMNS)
        self.table: Table[DistrictLine] = Table(context, self.model, "districts")
        self._make_actions()
        self.view = DistrictView(context, (self.export_action, self.change_action))
        self.commands = DistrictCommands(context, self, self.view)
        self.packets = PacketCommands(context, self, self.view.packets)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._show_what_can_be_done()
        self.reload()

    def page_actions(self) -> list[QAction]:
        """What can be done here only."""
        return [
            self.export_action,
            self.change_action,
            self.void_action,
            self.view.contracts.add,
            self.view.schools.add,
        ]

    def show_district(self, district: DistrictId) -> None:
        """Go to a district, also where the search hides it."""
        self._wanted = district
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.index_of(lambda line: line.district.id == district).isValid():
            self._go_to_wanted()
            return
        self.search.clear()
        self.model.set_filter("")
        if any(line.district.id == district for line in self.model.rows):
            self._go_to_wanted()
        else:
            self.reload()

    def listed(self) -> Listed[DistrictLine]:
        """The list as it is filtered and sorted, to be saved."""
        return Listed(
            title="SRO districts",
            columns=DISTRICTS,
            rows=self.model.visible_rows,
            officer=lambda _: None,
        )

    @Slot()
    def reload(self) -> None:
        """Ask for everything again."""
        self._stale = False
        today = self._context.today()
        self._context.jobs.ask(self, lambda db: districts.all_districts(db, today), self._show)

    @Slot()
    def find(self) -> None:  # type: ignore[override]  # hides Qt's look-up of a window's number
        """Go to the search."""
        self.search.find()

    @Slot()
    def export(self) -> None:
        """Lead to the packet of the district at hand."""
        self._context.navigator.open_report("packet", self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar names the page too: where room is short, the title goes first."""
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= _TITLE_FROM)

    def _show(self, lines: Sequence[DistrictLine]) -> None:
        with QSignalBlocker(self.table):  # the district is asked for once, below
            self.model.show_rows(lines)
            if self.table.current_row is None and self.model.rowCount():
                self.table.setCurrentIndex(self.model.index(0, 0))
        if self._wanted is not None:
            self._go_to_wanted()
        else:
            self._show_current()
        self._tell_window()

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        with QSignalBlocker(self.table):
            found = self.table.select(lambda line: line.district.id == wanted)
        if not found:
            self._context.navigator.warn(
                "The district is not among those on file; it may have been voided since."
            )
        self._show_current()

    @Slot()
    def _show_current(self) -> None:
        self._show_what_can_be_done()
        line = self.table.current_row
        if line is None:
            self._shown = None
            self.view.show_nothing(any_on_file=bool(self.model.rows))
            return
        shown, today = line.district.id, self._context.today()
        self._shown = shown
        self._context.jobs.ask(
            self, lambda db: districts.detail(db, shown, today), self._show_detail, self._fail
        )

    def _show_detail(self, detail: DistrictDetail) -> None:
        if detail.district.id == self._shown:  # else another was gone to meanwhile
            self.view.show_detail(detail)

    def _fail(self, error: SroDeskError) -> None:
        self._shown = None
        self.view.show_nothing(any_on_file=True)
        self._context.navigator.warn(str(error))

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.model.set_filter(typed)
        if self.table.current_row is None and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._tell_window()

    @Slot()
    def _show_what_can_be_done(self) -> None:
        here, writes = self.table.current_row is not None, not self._context.read_only
        self.export_action.setEnabled(here)
        self.change_action.setEnabled(here and writes)
        self.void_action.setEnabled(here and writes)
        self.add_action.setEnabled(writes)

    @Slot()
    def _enter(self) -> None:
        """Enter leads into the district."""
        self.view.contracts.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _add(self) -> None:
        added = self.commands.add_district()
        if added is not None:
            self.show_district(added.id)

    @Slot()
    def _change(self) -> None:
        if (line := self.table.current_row) is not None:
            self.commands.change_district(line.district)

    @Slot()
    def _void(self) -> None:
        if (line := self.table.current_row) is not None:
            self.commands.void_district(line.district)

    @Slot()
    def _keep_sides(self) -> None:
        self._context.preferences.keep_state(_SIDES, self._sides.saveState())

    def _tell_window(self) -> None:
        if not self.isVisible():
            return
        shown, total = self.model.rowCount(), len(self.model.rows)
        words = "1 district" if total == 1 else f"{total:,} districts"
        self._context.navigator.count(words if shown == total else f"{shown:,} of {words}")
        self._context.navigator.as_of(self._context.today())

    def _make_actions(self) -> None:
        self.add_action = self._action("New district…", "add")
        self.change_action = self._action("Change district…", "edit", "F2")
        self.void_action = self._action("Void district…", "void", "Del")
        self.export_action = self._action("Export packet", "export")
        self._clear_action = self._action("Clear the search", "close")
        self.export_action.setToolTip(
            "The letter, what changed and the certificate summary for this district, as a PDF"
        )

    def _action(self, text: str, icon: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        self._context.theme.dress(action, icon)
        return action

    def _connect(self) -> None:
        self.add_action.triggered.connect(self._add)
        self.change_action.triggered.connect(self._change)
        self.void_action.triggered.connect(self._void)
        self.export_action.triggered.connect(self.export)
        self.view.packets.make_asked.connect(self.export)
        self._clear_action.triggered.connect(self.search.clear)
        self.search.searched.connect(self._search)
        self.table.row_changed.connect(self._show_current)
        self.table.row_activated.connect(self._enter)
        self._sides.splitterMoved.connect(self._keep_sides)

    def _lay_out(self) -> None:
        self.search.leads_to(self.table)
        self.table.set_row_actions((self.change_action, self.void_action, self.export_action))
        self.table.setAccessibleName("Districts")
        self.table.say_when_empty(
            "districts",
            "No districts yet",
            "Add the districts that contract for officers, with their contracts and schools.",
        ).add_button(self.add_action)
        self.table.when_nothing_matches(self._clear_action)
        self._sides.addWidget(self._left())
        self._sides.addWidget(self.view)
        self._sides.setChildrenCollapsible(False)
        self._sides.setSizes(_WIDTHS)
        self._sides.restoreState(self._context.preferences.state(_SIDES))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._sides)

    def _left(self) -> QWidget:
        left = QWidget()
        self._title.setProperty("role", "title")
        self.search.setMinimumWidth(15 * GAP)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(ActionButton(self.add_action))
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * GAP, 2 * GAP, GAP, 2 * GAP)
        column.setSpacing(GAP + GAP // 2)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        left.setMinimumWidth(_LEAST_WIDE)
        return left

"""The officers who serve in a district, each with light, role, status and deadline."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence

from sro_desk.ui.context import Context
from sro_desk.ui.models.district_rows import SERVING_COLUMNS, ServingLine
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.widgets.compact_table import CompactTable
from sro_desk.ui.widgets.section import Section


class ServingSection(Section):
    """Enter leads to the officer; officers are assigned on their own page."""

    def __init__(self, context: Context) -> None:
        super().__init__("Officers")
        self._context = context
        self.model: TableModel[ServingLine] = TableModel(SERVING_COLUMNS)
        self.table: CompactTable[ServingLine] = CompactTable(
            context, self.model, "district-officers"
        )
        self.open = QAction("Open officer", self)
        self.open.setShortcut(QKeySequence("Return"))
        self._to_officers = QAction("Go to Officers", self)
        self._lay_out()
        self.open.triggered.connect(self._open_current)
        self._to_officers.triggered.connect(lambda: context.navigator.show_page("officers"))
        self.table.row_activated.connect(self._open)
        self.table.row_changed.connect(self._show_what_can_be_done)

    def show_lines(self, lines: Sequence[ServingLine]) -> None:
        """Show these."""
        self.model.show_rows(lines)
        self.show_count(len(lines))
        self._show_what_can_be_done()

    @Slot()
    def _open_current(self) -> None:
        if (line := self.table.current_row) is not None:
            self._open(line)

    @Slot(object)
    def _open(self, line: ServingLine) -> None:
        self._context.navigator.show_officer(line.officer.id)

    @Slot()
    def _show_what_can_be_done(self) -> None:
        self.open.setEnabled(self.table.current_row is not None)

    def _lay_out(self) -> None:
        self._context.theme.dress(self.open, "officers")
        self._context.theme.dress(self._to_officers, "officers")
        self.table.setAccessibleName("Officers who serve here, in order of urgency")
        self.table.set_row_actions((self.open,))
        self.add_buttons((self.open,))
        self.table.say_when_empty(
            "officers", "No officers serve here", "An officer is assigned on the Officers page."
        ).add_button(self._to_officers)
        self.body.addWidget(self.table)

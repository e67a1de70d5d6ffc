"""The packets that a district was given: opened and saved to the byte, voided with a reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from sro_desk.domain.records import Packet
from sro_desk.ui.context import Context
from sro_desk.ui.models.packet_rows import PACKET_COLUMNS
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.widgets.compact_table import CompactTable
from sro_desk.ui.widgets.section import Section


class PacketsSection(Section):
    """Asks by signals; a new packet is made among the reports."""

    make_asked = Signal()
    open_asked = Signal(object)  # Packet
    save_asked = Signal(object)
    void_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Packets given out")
        self._context = context
        self.model: TableModel[Packet] = TableModel(PACKET_COLUMNS)
        self.table: CompactTable[Packet] = CompactTable(context, self.model, "district-packets")
        self.make = self._action("Make a packet", "reports", "Ins")
        self.open = self._action("Open packet", "open", "Ctrl+Return")
        self.save = self._action("Save packet again…", "save")
        self.void = self._action("Void packet…", "void", "Del")
        self._lay_out()
        self.make.triggered.connect(self.make_asked)
        self.open.triggered.connect(lambda: self.open_asked.emit(self.table.current_row))
        self.save.triggered.connect(lambda: self.save_asked.emit(self.table.current_row))
        self.void.triggered.connect(lambda: self.void_asked.emit(self.table.current_row))
        self.table.row_activated.connect(self.open_asked)
        self.table.row_changed.connect(self.show_what_can_be_done)
        self.show_what_can_be_done()

    def show_lines(self, packets: Sequence[Packet]) -> None:
        """Show these."""
        self.model.show_rows(packets)
        self.show_count(len(packets))
        self.show_what_can_be_done()

    @Slot()
    def show_what_can_be_done(self) -> None:
        """Grey what cannot be done to the current row."""
        row = self.table.current_row
        self.open.setEnabled(row is not None)
        self.save.setEnabled(row is not None)
        counts = row is not None and row.voided is None
        self.void.setEnabled(counts and not self._context.read_only)

    def _action(self, text: str, icon: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        self._context.theme.dress(action, icon)
        return action

    def _lay_out(self) -> None:
        self.table.setAccessibleName("Packets given out")
        actions = (self.make, self.open, self.save, self.void)
        self.table.set_row_actions(actions)
        self.add_buttons(actions)
        self.table.say_when_empty(
            "reports",
            "No packet was given out yet",
            "A packet is the letter, what changed and the certificate summary in one PDF.",
        ).add_button(self.make)
        self.body.addWidget(self.table, 1)

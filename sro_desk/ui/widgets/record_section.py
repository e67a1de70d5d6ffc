"""Records of one kind in a table: added, changed with F2, voided with Del."""

from typing import Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from sro_desk.ui.context import Context
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.widgets.compact_table import CompactTable
from sro_desk.ui.widgets.section import Section

T = TypeVar("T")


class RecordSection(Section, Generic[T]):
    """Asks by signals; who listens opens the dialogs. `noun` is "contract"."""

    add_asked = Signal()
    change_asked = Signal(object)  # the current row
    void_asked = Signal(object)

    def __init__(
        self, context: Context, title: str, noun: str, model: TableModel[T], name: str
    ) -> None:
        super().__init__(title)
        self._context = context
        self.model = model
        self.table: CompactTable[T] = CompactTable(context, model, name)
        self.add = self._action(f"Add {noun}", "add", "Ins")
        self.change = self._action(f"Change {noun}", "edit", "F2")
        self.void = self._action(f"Void {noun}", "void", "Del")
        self.table.setAccessibleName(title)
        self.add.setEnabled(not context.read_only)
        self.add.triggered.connect(self.add_asked)
        self.change.triggered.connect(self._ask_to_change)
        self.void.triggered.connect(self._ask_to_void)
        self.table.row_activated.connect(self._ask_to_change)
        self.table.row_changed.connect(self.show_what_can_be_done)
        self.table.selection_changed.connect(self.show_what_can_be_done)
        self.show_what_can_be_done()

    def can_change(self, row: T) -> bool:  # noqa: ARG002 - for subclasses
        """Whether a row may be changed and voided."""
        return True

    @Slot()
    def show_what_can_be_done(self) -> None:
        """Grey what cannot be done to the current row; several at once are only copied."""
        row, alone = self.table.current_row, len(self.table.selected_rows) <= 1
        can = row is not None and alone and self.can_change(row) and not self._context.read_only
        self.change.setEnabled(can)
        self.void.setEnabled(can)

    @Slot()
    def _ask_to_change(self) -> None:
        if self.change.isEnabled():
            self.change_asked.emit(self.table.current_row)

    @Slot()
    def _ask_to_void(self) -> None:
        self.void_asked.emit(self.table.current_row)

    def _action(self, text: str, icon: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        self._context.theme.dress(action, icon)
        return action

"""The contracts of a district: terms in a table, below it the duties of the one at hand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sro_desk.ui.context import Context
from sro_desk.ui.models.district_rows import CONTRACT_COLUMNS, ContractLine, term_words
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.widgets.duty_ticks import DutyList
from sro_desk.ui.widgets.record_section import RecordSection


class ContractsSection(RecordSection[ContractLine]):
    """Besides changing and voiding: the copy is opened, saved, attached or replaced."""

    open_asked = Signal(object)  # ContractLine
    save_asked = Signal(object)
    attach_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context, "Contracts", "contract", TableModel(CONTRACT_COLUMNS), "district-contracts"
        )
        self.open_copy = self._action("Open copy", "open", "Ctrl+Return")
        self.save_copy = self._action("Save copy as…", "save")
        self.attach_copy = self._action("Attach copy…", "attach")
        self.duties = DutyList(context.theme)
        self._of = QLabel()
        self._below = QWidget()
        self._lay_out_contracts()
        self.open_copy.triggered.connect(lambda: self.open_asked.emit(self.table.current_row))
        self.save_copy.triggered.connect(lambda: self.save_asked.emit(self.table.current_row))
        self.attach_copy.triggered.connect(lambda: self.attach_asked.emit(self.table.current_row))
        self.show_what_can_be_done()

    def show_lines(self, lines: Sequence[ContractLine]) -> None:
        """Show these, and go to the first unless one is at hand."""
        self.model.show_rows(lines)
        self.show_count(len(lines))
        if lines and self.table.current_row is None:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.show_what_can_be_done()

    def can_change(self, row: ContractLine) -> bool:
        """A voided contract stays as it is."""
        return row.contract.voided is None

    @Slot()
    def show_what_can_be_done(self) -> None:
        """Show the duties of the current contract, too."""
        super().show_what_can_be_done()
        if not hasattr(self, "_below"):
            return  # asked while the table is being made
        row = self.table.current_row
        has_copy = row is not None and row.copy is not None
        self.open_copy.setEnabled(has_copy)
        self.save_copy.setEnabled(has_copy)
        self.attach_copy.setEnabled(self.change.isEnabled())
        self.attach_copy.setText("Replace copy…" if has_copy else "Attach copy…")
        self._below.setVisible(row is not None)
        if row is not None:
            self.duties.show_duties(row.contract.duties)
            self._of.setText(f"Duties of IV.A in the contract of {term_words(row.contract)}")

    def _lay_out_contracts(self) -> None:
        actions = (self.add, self.change, self.void)
        copies = (self.open_copy, self.save_copy, self.attach_copy)
        self.table.set_row_actions((*actions, *copies))
        self.add_buttons((*actions, *copies))
        self.table.say_when_empty(
            "contract", "No contract on file", "Officers serve under a contract with the district."
        ).add_button(self.add)
        self._of.setProperty("role", "muted")
        self._of.setWordWrap(True)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._of)
        below.addWidget(self.duties)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._below)

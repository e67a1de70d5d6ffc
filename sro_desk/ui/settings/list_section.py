"""A section that is a table of records: added, changed with F2, voided with Del."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout

from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog
from sro_desk.ui.models.table import Column, TableModel
from sro_desk.ui.settings.section import Section
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.table import Table

R = TypeVar("R")


class ListSection(Section, Generic[R]):
    """A subclass explains with `tell`, calls `add_table()`, and answers what is asked below."""

    def __init__(self, context: Context, columns: Sequence[Column[R]], what: str) -> None:
        """`what` is "course": the record in the words of buttons and of the void dialog."""
        super().__init__(context)
        self._what = what
        self.model: TableModel[R] = TableModel(columns)
        self.table: Table[R] = Table(context, self.model, f"settings/{what}")
        self.add_action = self._action(f"Add {what}…", "Insert", "add")
        self.change_action = self._action(f"Change {what}…", "F2", "edit")
        self.void_action = self._action(f"Void {what}…", "Del", "void")
        self.add_action.triggered.connect(self.add)
        self.change_action.triggered.connect(self.change)
        self.void_action.triggered.connect(self.void)
        self.table.row_activated.connect(self.change)
        self.table.row_changed.connect(self._on_row)
        self._on_row(None)

    def ask(self, record: R | None) -> R | None:
        """Ask for a new record, or for changes to one; the answer is stored already."""
        raise NotImplementedError

    def read(self, db: Database) -> Sequence[R]:
        """The records."""
        raise NotImplementedError

    def voiding(self, record: R, reason: str) -> Callable[[Database], None]:
        """How to void a record."""
        raise NotImplementedError

    def commands(self) -> Sequence[QAction]:
        """Adding works from anywhere on the page."""
        return (self.add_action,)

    def add_table(self) -> None:
        """Add the buttons and the table below what was added so far."""
        actions = (self.add_action, self.change_action, self.void_action)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for action in actions:
            verb = action.text().partition(" ")[0]
            buttons.addWidget(ActionButton(action, words=f"{verb}…"))
        buttons.addStretch(1)
        self.table.set_row_actions(actions)
        self.table.setMinimumHeight(22 * GAP)
        self.content.addLayout(buttons)
        self.content.addWidget(self.table, 1)

    def reload(self) -> None:
        """Ask for the records again."""
        self.context.jobs.ask(self, self.read, self._show)

    def changed(self, before: R, after: R) -> None:
        """A record was changed; a subclass may say what follows from it."""

    @Slot()
    def add(self) -> None:
        """Ask for a new record."""
        if not self.context.read_only:
            self.ask(None)

    @Slot()
    def change(self) -> None:
        """Ask for changes to the record under the cursor."""
        record = self.table.current_row
        if record is None or self.context.read_only:
            return
        after = self.ask(record)
        if after is not None:
            self.changed(record, after)

    @Slot()
    def void(self) -> None:
        """Ask for a reason and void the record under the cursor."""
        record = self.table.current_row
        if record is None or self.context.read_only:
            return
        reason = VoidReasonDialog.ask(self.context, self._what, self)
        if reason is not None:
            self.context.jobs.ask(self, self.voiding(record, reason), self._say_voided)

    @Slot(object)
    def _on_row(self, record: R | None) -> None:
        may = not self.context.read_only
        self.add_action.setEnabled(may)
        self.change_action.setEnabled(may and record is not None)
        self.void_action.setEnabled(may and record is not None)

    def _say_voided(self, _: None) -> None:
        self.context.navigator.say(f"The {self._what} is voided. Undo brings it back.")

    def _show(self, records: Sequence[R]) -> None:
        self.model.show_rows(records)
        if records and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _action(self, text: str, key: str, icon: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        self.context.theme.dress(action, icon)
        return action

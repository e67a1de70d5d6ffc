"""The records of one kind that an officer has: a table, and what can be done with its rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from sro_desk.domain.records import Voiding
from sro_desk.ui.context import Context
from sro_desk.ui.models.table import Column, TableModel
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.table import Table


class Voidable(Protocol):
    """A record that can be voided."""

    @property
    def voided(self) -> Voiding | None:
        """Why it no longer counts; None while it does."""


R = TypeVar("R", bound=Voidable)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """What a list of records is called and says where it is empty."""

    name: str  # under which its columns are remembered
    what: str  # "assignment"
    title: str  # "Assignments", for those who do not see it
    add: str  # "Add assignment"
    icon: str
    empty: str
    hint: str


class RecordList(QWidget, Generic[R]):
    """Add, change (F2 or Enter) and void (Del); voided records are shown when asked for."""

    add_asked = Signal()
    change_asked = Signal(object)
    void_asked = Signal(object)
    current_changed = Signal(object)  # the row under the cursor or None

    def __init__(
        self,
        context: Context,
        columns: Sequence[Column[R]],
        words: ListWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._words = words
        self._locked = context.read_only
        self._more: list[tuple[QAction, Callable[[R], bool], bool]] = []
        self.buttons = QWidget()  # above the table, or where there is more room
        self.model: TableModel[R] = TableModel(columns)
        self.table: Table[R] = Table(context, self.model, words.name)
        self.show_voided = QCheckBox()
        self._make_actions()
        self._before_void = ActionButton(self.change)
        self._void_button = ActionButton(self.void)
        self._lay_out()
        self._connect()
        self.model.set_predicate(_counts)

    @property
    def current(self) -> R | None:
        """The record under the cursor."""
        return self.table.current_row

    @property
    def actions_(self) -> list[QAction]:
        """Everything that can be done, in the order of the buttons."""
        return [self.add, self.change, *(action for action, _, _ in self._more), self.void]

    def add_action(
        self,
        action: QAction,
        *,
        can: Callable[[R], bool] = lambda _: True,
        writes: bool = True,
    ) -> None:
        """Offer something more to do with a record, besides the voided ones where it writes."""
        self._more.append((action, can, writes))
        button = ActionButton(action)
        self._buttons.insertWidget(self._buttons.count() - 2, button)
        QWidget.setTabOrder(self._before_void, button)
        QWidget.setTabOrder(button, self._void_button)
        self._before_void = button
        self.table.set_row_actions([each for each in self.actions_ if each is not self.add])
        self._allow()

    def show_records(self, records: Sequence[R], *, locked: bool) -> None:
        """Show them in the order given; `locked` keeps them as they are."""
        self._locked = locked or self._context.read_only
        voided = sum(not _counts(each) for each in records)
        self.show_voided.setText(f"Show voided ({voided})")
        self.show_voided.setVisible(bool(voided))
        self.model.show_rows(records)
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._allow()

    @Slot()
    def _sift(self) -> None:
        self.model.set_predicate(None if self.show_voided.isChecked() else _counts)
        self._allow()

    @Slot()
    def _allow(self) -> None:
        record = self.current
        counts = record is not None and _counts(record)
        self.add.setEnabled(not self._locked)
        self.change.setEnabled(counts and not self._locked)
        self.void.setEnabled(counts and not self._locked)
        for action, can, writes in self._more:
            free = not writes or (counts and not self._locked)
            action.setEnabled(record is not None and free and can(record))

    @Slot(object)
    def _on_current(self, record: R | None) -> None:
        self._allow()
        self.current_changed.emit(record)

    @Slot()
    def _change(self) -> None:
        if self.current is not None and self.change.isEnabled():
            self.change_asked.emit(self.current)

    @Slot()
    def _void(self) -> None:
        if self.current is not None:
            self.void_asked.emit(self.current)

    def _make_actions(self) -> None:
        what, theme = self._words.what, self._context.theme
        self.add = QAction(self._words.add, self)
        self.change = QAction("Change", self)
        self.void = QAction("Void", self)
        for action, icon, keys, told in (
            (self.add, "add", "Ins", self._words.add),
            (self.change, "edit", "F2", f"Change this {what}"),
            (self.void, "void", "Del", f"Void this {what} with a reason"),
        ):
            theme.dress(action, icon)
            action.setShortcut(QKeySequence(keys))
            action.setToolTip(told)

    def _connect(self) -> None:
        self.add.triggered.connect(self.add_asked)
        self.change.triggered.connect(self._change)
        self.void.triggered.connect(self._void)
        self.table.row_changed.connect(self._on_current)
        self.table.row_activated.connect(self._change)
        self.show_voided.toggled.connect(self._sift)

    def _lay_out(self) -> None:
        words = self._words
        self.table.set_row_actions([self.change, self.void])
        self.table.addAction(self.add)
        self.add.setShortcutContext(self.change.shortcutContext())
        self.table.setAccessibleName(words.title)
        self.table.setMinimumHeight(12 * GAP)
        self.table.say_when_empty(words.icon, words.empty, words.hint).add_button(self.add)
        self.show_voided.hide()
        self._buttons = QHBoxLayout(self.buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(GAP)
        for button in (ActionButton(self.add), self._before_void, self._void_button):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.buttons)
        column.addWidget(self.table, 1)
        column.addWidget(self.show_voided)


def _counts(record: Voidable) -> bool:
    return record.voided is None


def void_words(record: Voidable) -> str:
    """ "Void: entered twice"; "" while it counts."""
    return "" if record.voided is None else f"Void: {record.voided.reason}"

"""The files of the inbox as a list: those that wait, or a pile of those that were dealt with."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sro_desk.intake.inbox import Pile, Waiting
from sro_desk.ui.context import Context
from sro_desk.ui.inbox_actions import InboxActions
from sro_desk.ui.models.inbox_columns import INBOX_COLUMNS
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.table import Table

_PILES = {
    Pile.WAITING: "Waiting",
    Pile.SET_ASIDE: "Set aside",
    Pile.DISCARDED: "Discarded",
    Pile.STORED: "Stored",
    Pile.TAKEN_APART: "Taken apart",
}


class InboxQueue(QWidget):
    """Keeps the cursor on a file, and goes to one that is wanted as soon as it is listed."""

    pile_chosen = Signal()

    def __init__(self, context: Context, actions: InboxActions) -> None:
        super().__init__()
        self._actions = actions
        self._wanted: Path | None = None
        self._pile = QComboBox()
        self.model: TableModel[Waiting] = TableModel(INBOX_COLUMNS)
        self.table: Table[Waiting] = Table(context, self.model, "inbox")
        self._buttons = QStackedWidget()
        self._lay_out()
        self._pile.currentIndexChanged.connect(self._on_pile)

    @property
    def pile(self) -> Pile:
        """Which files the list shows."""
        return Pile(self._pile.currentData())

    @property
    def pile_words(self) -> str:
        """The same in words: "set aside"."""
        return _PILES[self.pile].lower()

    @property
    def rows(self) -> list[Waiting]:
        """The files in the order of the list."""
        return list(self.model.visible_rows)

    def show_pile(self, pile: Pile) -> None:
        """List other files."""
        self._pile.setCurrentIndex(self._pile.findData(pile.value))

    def want(self, path: Path) -> None:
        """Go to a file that waits, or will soon."""
        self.show_pile(Pile.WAITING)
        self._wanted = path

    def show_files(self, files: Sequence[Waiting]) -> None:
        """List these."""
        self.model.show_rows(files)
        wanted = self._wanted
        if wanted is not None and any(each.path == wanted for each in files):
            self._wanted = None
            self.table.select(lambda each: each.path == wanted)
        elif self.table.current_row is None and files:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def without(self, paths: Sequence[Path]) -> list[Waiting]:
        """The other files; the cursor goes to the one after these, or to the last."""
        rows = self.rows
        last = max((n for n, each in enumerate(rows) if each.path in paths), default=-1)
        left = [each for each in rows if each.path not in paths]
        after = [each for each in rows[last + 1 :] if each.path not in paths]
        following = after[:1] or left[-1:]
        self._wanted = following[0].path if following else None
        return [each for each in self.model.rows if each.path not in paths]

    @Slot()
    def _on_pile(self) -> None:
        self._buttons.setCurrentIndex(0 if self.pile is Pile.WAITING else 1)
        self.pile_chosen.emit()

    def _lay_out(self) -> None:
        for pile, words in _PILES.items():
            self._pile.addItem(words, pile.value)
        self._pile.setAccessibleName("Which files")
        self.table.setAccessibleName("Files of the inbox")
        self.table.set_row_actions(self._actions.of_rows)
        title = QLabel("Inbox")
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._pile)
        self._buttons.addWidget(self._of_waiting())
        self._buttons.addWidget(self._of_others())
        self._buttons.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self._buttons)

    def _of_waiting(self) -> QWidget:
        offered = QWidget()
        grid = QGridLayout(offered)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP // 2)
        for place, action in enumerate(self._actions.of_waiting):
            grid.addWidget(ActionButton(action), place // 2, place % 2)
        return offered

    def _of_others(self) -> QWidget:
        offered = QWidget()
        column = QVBoxLayout(offered)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ActionButton(self._actions.back))
        column.addStretch(1)
        return offered

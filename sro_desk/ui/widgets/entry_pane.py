"""One entry of the ledger in full: in words, before and after, its hash, and where it leads."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.ledger_words import action_words, local_time
from sro_desk.services.activity import EntryDetail
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.before_after import BeforeAfter
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.scrolled import Scrolled

_LEAST_CHANGES = 14 * GAP  # height: the heading and two fields


class EntryPane(QWidget):
    """Read only; says to choose an entry while none is chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = EmptyState(
            theme, "activity", "No entry chosen", "Choose one above to see what it changed."
        )
        self.words = QLabel()
        self.facts = QLabel()
        self.hash = QLineEdit()
        self.changes = _Changes()
        self._buttons = QHBoxLayout()
        self._lay_out()

    def add_buttons(self, actions: Iterable[QAction]) -> None:
        """Where an entry can lead; a button shows while its action is visible."""
        for action in actions:
            self._buttons.addWidget(_Leading(action))

    def show_entry(self, detail: EntryDetail | None) -> None:
        """Show an entry, or ask for one."""
        self._stack.setCurrentIndex(0 if detail is None else 1)
        if detail is None:
            return
        entry = detail.entry
        self.words.setText(detail.words)
        self.facts.setText(
            f"Entry {entry.seq:,} · change {entry.write:,} · {action_words(entry.action)} · "
            f"{local_time(entry.at)} · {entry.actor}"
        )
        self.hash.setText(entry.hash)
        self.hash.setCursorPosition(0)
        self.changes.show_changes(detail.changes)

    def _lay_out(self) -> None:
        self.words.setProperty("role", "heading")
        self.facts.setProperty("role", "muted")
        for label in (self.words, self.facts):
            label.setWordWrap(True)
        self.words.setAccessibleName("What was done")
        self.facts.setAccessibleName("Entry")
        self.hash.setReadOnly(True)
        self.hash.setAccessibleName("Hash of the entry")
        self.hash.setToolTip("Each entry hashes the one before: a changed entry breaks the chain")
        self._buttons.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addLayout(self._buttons)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(head)
        column.addLayout(self._chain())
        column.addWidget(self.changes, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(Scrolled(shown))

    def _chain(self) -> QHBoxLayout:
        """The entry's place in the ledger."""
        label = QLabel("Ha&sh")
        label.setProperty("role", "muted")
        label.setBuddy(self.hash)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.facts, 3)
        row.addWidget(label)
        row.addWidget(self.hash, 2)
        return row


class _Leading(ActionButton):
    def __init__(self, action: QAction) -> None:
        super().__init__(action)
        self.setVisible(action.isVisible())
        action.visibleChanged.connect(lambda: self.setVisible(action.isVisible()))


class _Changes(BeforeAfter):
    """Takes the height there is and scrolls; else the whole pane would scroll for it."""

    def sizeHint(self) -> QSize:
        """Room for a few fields."""
        return QSize(super().sizeHint().width(), _LEAST_CHANGES)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(super().minimumSizeHint().width(), _LEAST_CHANGES)

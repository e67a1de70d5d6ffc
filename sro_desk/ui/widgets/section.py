"""A table under its heading, with a button for each thing that can be done to it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from sro_desk.ui.theme import GAP

_BUTTON = 28  # pixels


class Section(QWidget):
    """Heading, buttons, and below them whatever is added to `body`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._heading = QLabel(title)
        self._heading.setProperty("role", "heading")
        self._head = QHBoxLayout()
        self._head.setSpacing(0)
        self._head.addWidget(self._heading)
        self._head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(self._head)
        column.addLayout(self.body, 1)

    def show_count(self, count: int) -> None:
        """Say beside the title how many there are."""
        self._heading.setText(f"{self._title} ({count:,})" if count else self._title)

    def add_buttons(self, actions: Iterable[QAction]) -> None:
        """The first with its words, the others as icons with a tooltip."""
        for place, action in enumerate(actions):
            self._head.addWidget(_button(action, words=place == 0))


def _button(action: QAction, *, words: bool) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text())
    if words:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    else:
        button.setFixedSize(_BUTTON, _BUTTON)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
    return button

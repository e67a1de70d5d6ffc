"""A choice that holds as soon as it is made, with what follows from it below."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from sro_desk.ui.theme import GAP

_INDENT = 3 * GAP - 2  # the words stand under the text, not under the box


class Switch(QWidget):
    """Wraps a check box or a radio button; `chosen` is emitted when a person changes it."""

    chosen = Signal(bool)

    def __init__(self, button: QAbstractButton, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = button
        self.words = QLabel(words)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("role", "muted")
        self.words.setContentsMargins(_INDENT, 0, 0, 0)
        button.setAccessibleDescription(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(GAP // 4)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)
        self.setFocusProxy(button)
        button.toggled.connect(self.chosen)

    def show_choice(self, *, on: bool) -> None:
        """Show what is stored, without choosing it again."""
        with QSignalBlocker(self.button):
            self.button.setChecked(on)

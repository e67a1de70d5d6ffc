"""Save and Revert under a form that is always open; hidden while nothing is unsaved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from sro_desk.ui.theme import GAP


class SaveBar(QFrame):
    """Says that something is not saved, and what is still needed."""

    saved = Signal()
    reverted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("savebar")
        self.words = QLabel()
        self.save_button = QPushButton("&Save changes")
        self.revert_button = QPushButton("Re&vert")
        self._lay_out()
        self.hide()
        self.save_button.clicked.connect(self.saved)
        self.revert_button.clicked.connect(self.reverted)

    def show_state(self, *, unsaved: bool, may_save: bool, words: str = "") -> None:
        """Appear while something is unsaved; `words` say why it cannot be saved yet."""
        self.words.setText(words or "Changed, not saved yet.")
        self.save_button.setEnabled(may_save)
        self.setVisible(unsaved)

    def _lay_out(self) -> None:
        self.words.setWordWrap(True)
        self.save_button.setDefault(True)
        self.save_button.setToolTip("Save changes (Ctrl+S)")
        self.revert_button.setToolTip("Show again what is saved")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.save_button)
        row.addWidget(self.revert_button)

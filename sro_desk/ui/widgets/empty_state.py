"""What an empty list or pane says: a picture, what is so, and what to do next."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sro_desk.ui import icons
from sro_desk.ui.theme import GAP, Theme

_PICTURE = 48  # pixels


class EmptyState(QWidget):
    """Centred; a button for the next step can be added."""

    def __init__(
        self, theme: Theme, icon: str, title: str, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._picture = QLabel()
        self._title = QLabel(title)
        self._words = QLabel(words, self)
        self._lay_out()
        self._draw()
        theme.changed.connect(self._draw)

    def say(self, title: str, words: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def add_button(self, action: QAction) -> QPushButton:
        """Add a button for the next step; it follows the action."""
        button = QPushButton(action.text())
        button.setIcon(action.icon())
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def _lay_out(self) -> None:
        for label in (self._picture, self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._picture)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "heading")
        self._words.setProperty("role", "muted")
        self._words.setVisible(bool(self._words.text()))
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._buttons = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(self._buttons)
        column.addStretch(3)

    @Slot()
    def _draw(self) -> None:
        colour = QColor(self._theme.colours.disabled)
        picture = icons.pixmap(self._icon, colour, _PICTURE, self.devicePixelRatioF())
        self._picture.setPixmap(picture)

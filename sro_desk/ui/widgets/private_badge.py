"""Says of a report that it stays with the agency, with an icon and in words."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from sro_desk.ui import icons
from sro_desk.ui.theme import GAP, Theme

WORDS = "Private: for the agency"
_ICON = 16  # pixels


class PrivateBadge(QFrame):
    """A lock and three words, in the colour of a problem; its edge tells it from other text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel()
        words = QLabel(WORDS)
        words.setProperty("role", "problem")
        self.setObjectName("private")
        self.setAccessibleName(WORDS)
        self.setToolTip(
            "It holds data that is not public (Minn. Stat. § 13.43): give it to nobody outside "
            "the agency but its auditor and, of the officer’s own, the officer."
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP // 2, GAP, GAP // 2)
        row.setSpacing(GAP)
        row.addWidget(self._picture)
        row.addWidget(words, 1)
        self._draw()
        theme.changed.connect(self._draw)

    @Slot()
    def _draw(self) -> None:
        colour = QColor(self._theme.colours.problem)
        self._picture.setPixmap(icons.pixmap("lock", colour, _ICON, self.devicePixelRatioF()))

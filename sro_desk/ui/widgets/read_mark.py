"""A small sign beneath a field's label: its value was read from the file, and how surely."""

from enum import Enum

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from sro_desk.domain.codes import Light
from sro_desk.ui import icons
from sro_desk.ui.theme import GAP, Theme

_ICON = 14  # pixels
_SHORT = 30  # letters that there is room for


class Reading(Enum):
    """What a field owes to the file: an icon and words, never a colour alone."""

    SURE = ("check", "From file")
    LIKELY = ("search", "From file: check")
    DIFFERS = ("warning", "File differs")


class ReadMark(QWidget):
    """Hidden while the field owes nothing to the file."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading: Reading | None = None
        self._picture = QLabel()
        self._words = QLabel()
        self._lay_out()
        self.hide()
        theme.changed.connect(self._draw)

    @property
    def reading(self) -> Reading | None:
        """What is shown."""
        return self._reading

    @property
    def words(self) -> str:
        """The words shown; "" while hidden."""
        return "" if self._reading is None else self._words.text()

    def show_reading(self, reading: Reading | None, *, said: str = "") -> None:
        """Show how the value came; `said` are the words of the paper, told in a tip."""
        self._reading = reading
        self.setVisible(reading is not None)
        if reading is None:
            return
        differs = reading is Reading.DIFFERS and 0 < len(said) <= _SHORT
        self._words.setText(f"File: {said}" if differs else reading.value[1])
        self._words.setProperty("role", "muted" if reading is Reading.SURE else "warning")
        self._words.style().polish(self._words)
        self.setToolTip(f"The file says “{said}”." if said else "")
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._reading is None:
            return
        sure = self._reading is Reading.SURE
        muted = QColor(self._theme.colours.muted)
        colour = muted if sure else self._theme.colour(Light.AMBER)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(self._reading.value[0], colour, _ICON, ratio))

    def _lay_out(self) -> None:
        self._picture.setFixedSize(QSize(_ICON, _ICON))
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

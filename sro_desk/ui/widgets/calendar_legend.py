"""What the cells of the year calendar mean, drawn as they are drawn there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sro_desk.domain.codes import DayKind
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.day_cell import DayCell, paint_day

_CELL = 20  # pixels
_MEANINGS = (
    ("Served", DayCell(words="8", kind=DayKind.SERVED)),
    ("Booked", DayCell(words="8", kind=DayKind.BOOKED)),
    ("Under another assignment", DayCell(words="8", kind=DayKind.SERVED, elsewhere=True)),
    ("Holiday", DayCell(words="8", closed=True, holiday=True)),
    ("Today", DayCell(words="8", today=True)),
    ("Day 60", DayCell(words="8", sixtieth=True)),
    ("Day 60, projected", DayCell(words="8", projected=True)),
)


class CalendarLegend(QWidget):
    """Goes on in a second row where the first is full."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Legend: " + ", ".join(words for words, _ in _MEANINGS))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """In one row where there is room."""
        return QSize(40 * GAP, self.heightForWidth(max(self.width(), 40 * GAP)))

    def heightForWidth(self, width: int) -> int:
        """As many rows as are needed."""
        return round(max(place.bottom() for place in self._places(width)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (words, cell), place in zip(_MEANINGS, self._places(self.width()), strict=True):
            square = QRectF(place.left(), place.center().y() - _CELL / 2, _CELL, _CELL)
            paint_day(painter, square, cell, self._theme.colours)
            painter.setPen(QColor(self._theme.colours.muted))
            beside = place.adjusted(_CELL + GAP / 2, 0, 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _places(self, width: int) -> list[QRectF]:
        metrics, high = self.fontMetrics(), max(_CELL, self.fontMetrics().height()) + 4.0
        places, left, top = [], 0.0, 0.0
        for words, _ in _MEANINGS:
            wide = _CELL + GAP / 2 + metrics.horizontalAdvance(words) + 2 * GAP
            if left and left + wide > width:
                left, top = 0.0, top + high
            places.append(QRectF(left, top, wide, high))
            left += wide
        return places

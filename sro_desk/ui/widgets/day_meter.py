"""How many of the 60 contact days are taken: served, booked, and booked with no date yet."""

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sro_desk.domain.codes import Light
from sro_desk.domain.finding import ContactDays
from sro_desk.ui.theme import GAP, Theme

_HIGH = 18  # pixels
PATTERNS = (  # served, booked, booked with no date yet
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
)


class Days(Protocol):
    """A count of contact days."""

    @property
    def served(self) -> int:
        """Dates served."""

    @property
    def booked(self) -> int:
        """Dates booked and not served."""

    @property
    def undated(self) -> int:
        """Days booked with no date yet."""

    @property
    def limit(self) -> int:
        """60."""

    @property
    def total(self) -> int:
        """All of them."""


def paint_days(painter: QPainter, theme: Theme, whole: QRectF, count: Days, unit: float) -> None:
    """The parts of a bar whose days are `unit` wide; amber where the limit is reached."""
    reached = count.total >= count.limit
    colour = theme.colour(Light.AMBER) if reached else QColor(theme.colours.accent)
    left = whole.left()
    for days, pattern in zip((count.served, count.booked, count.undated), PATTERNS, strict=True):
        if days:
            part = QRectF(left, whole.top(), days * unit, whole.height())
            paint_part(painter, part, colour, pattern)
            left += days * unit


def paint_part(painter: QPainter, part: QRectF, colour: QColor, pattern: Qt.BrushStyle) -> None:
    """One part of a bar."""
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, pattern))
    painter.drawRoundedRect(part.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


class DayMeter(QWidget):
    """Full, hatched and dotted parts, and a line at the limit; the words stand beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count: ContactDays | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Contact days of 60")
        theme.changed.connect(self.update)

    def show_count(self, count: ContactDays, words: str) -> None:
        """Show a count, which `words` tell to those who do not see it."""
        self._count = count
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """A low bar."""
        return QSize(30 * GAP, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw it."""
        if self._count is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, count = self._theme.colours, self._count
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.base))
        painter.drawRoundedRect(whole, 4, 4)
        room = max(count.limit * 1.1, float(count.total))
        unit = whole.width() / room
        paint_days(painter, self._theme, whole, count, unit)
        reached = count.total >= count.limit
        limit = whole.left() + count.limit * unit
        painter.setPen(QPen(self._theme.colour(Light.RED), 2))
        painter.drawLine(round(limit), 0, round(limit), self.height())
        if not reached:
            beside = whole.adjusted(limit - whole.left() + GAP / 2, 0, 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, str(count.limit))
        painter.end()

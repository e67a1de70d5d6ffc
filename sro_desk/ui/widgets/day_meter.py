"""How many of the 60 contact days are taken: served, booked, and booked with no date yet."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sro_desk.domain.codes import Light
from sro_desk.domain.finding import ContactDays
from sro_desk.ui.theme import GAP, Theme

_HIGH = 18  # pixels


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
        unit, left = whole.width() / room, whole.left()
        reached = count.total >= count.limit
        colour = self._theme.colour(Light.AMBER) if reached else QColor(colours.accent)
        for days, pattern in (
            (count.served, Qt.BrushStyle.SolidPattern),
            (count.booked, Qt.BrushStyle.BDiagPattern),
            (count.undated, Qt.BrushStyle.Dense5Pattern),
        ):
            if days:
                part = QRectF(left, whole.top(), days * unit, whole.height())
                painter.setPen(QPen(colour, 1))
                painter.setBrush(QBrush(colour, pattern))
                painter.drawRoundedRect(part.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
                left += days * unit
        limit = whole.left() + count.limit * unit
        painter.setPen(QPen(self._theme.colour(Light.RED), 2))
        painter.drawLine(round(limit), 0, round(limit), self.height())
        if not reached:
            beside = whole.adjusted(limit - whole.left() + GAP / 2, 0, 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, str(count.limit))
        painter.end()

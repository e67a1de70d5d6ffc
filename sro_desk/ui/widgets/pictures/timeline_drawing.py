"""Draws the timeline: its axis, the stacks of marks, their numbers, and the as-of date."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from sro_desk.domain.codes import Light
from sro_desk.domain.dates import MONTHS, us_date
from sro_desk.ui.models.deadline_stacks import Stack
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.light_marks import mark_of
from sro_desk.ui.widgets.pictures.timeline_places import LARGEST, OUTSIDE, SIDE, Places

_SMALLEST = 6.0  # pixels, a mark; below it a stack is a bar
_LEAST_BAR = 4.0  # pixels, so that one among hundreds is seen
_COUNTED = 3  # marks from which a stack carries its number


class TimelineDrawing:
    """Paints with one painter; made for one paint."""

    def __init__(self, painter: QPainter, theme: Theme, places: Places) -> None:
        self._painter = painter
        self._theme = theme
        self._places = places
        self._shown = places.shown
        self._axis = places.axis

    def axis(self) -> None:
        """The line of time, and a rule and a name for each month."""
        painter, axis = self._painter, self._axis
        painter.setPen(QPen(QColor(self._theme.colours.muted), 1))
        painter.drawLine(axis.bottomLeft(), axis.bottomRight())
        months = self._shown.months()
        room = axis.width() / max(1, len(months))
        every = 1 if room > painter.fontMetrics().horizontalAdvance("2000") + GAP else 3
        for month in months:
            self._month(month, named=month.month % every == 1 % every)
        if self._shown.has_earlier:
            self._outside(SIDE, "Earlier")
        if self._shown.has_later:
            self._outside(axis.right() + GAP, "Later")

    def stack(self, stack: Stack, *, current: bool, chosen: bool) -> float:
        """The marks of a stack, or a bar where they are many; answers its top."""
        place, unit = self._places.of(stack), self._places.unit
        if current or chosen:
            self._band(place, chosen=chosen)
        if unit >= _SMALLEST:
            return self._marks(stack, place, unit)
        return self._bar(stack, place, unit)

    def counts(self, tops: list[float]) -> None:
        """The largest numbers first; one that would touch another is left to the tooltip."""
        painter = self._painter
        painter.save()
        bold = QFont(painter.font())
        bold.setBold(True)
        painter.setFont(bold)
        taken: list[QRectF] = []
        for stack, top in sorted(
            zip(self._shown.stacks, tops, strict=True), key=lambda each: -len(each[0].marks)
        ):
            where, words = self._count_of(stack, top)
            if len(stack.marks) >= _COUNTED and not any(where.intersects(each) for each in taken):
                taken.append(where)
                painter.setPen(self._theme.colour(stack.marks[0].light))
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def as_of(self) -> None:
        """A line at the day that the page is about."""
        painter, axis = self._painter, self._axis
        x = axis.left() + self._shown.share(self._shown.on) * axis.width()
        painter.setPen(QPen(QColor(self._theme.colours.accent), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, axis.top()), QPointF(x, axis.bottom()))
        words = f"As of {us_date(self._shown.on)}"
        metrics = painter.fontMetrics()
        place = QRectF(
            x + GAP / 2, axis.top(), metrics.horizontalAdvance(words) + 2, metrics.height()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)

    def nothing(self) -> None:
        """Words where there is no stack."""
        words, painter = "No deadline is open.", self._painter
        where = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(words) + 4 * GAP, 3 * GAP)
        where.moveCenter(self._axis.center())
        painter.fillRect(where, QColor(self._theme.colours.base))
        painter.setPen(QColor(self._theme.colours.muted))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, words)

    def _month(self, month: date, *, named: bool) -> None:
        painter, axis, colours = self._painter, self._axis, self._theme.colours
        x = axis.left() + self._shown.share(month) * axis.width()
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(QPointF(x, axis.top()), QPointF(x, axis.bottom() + GAP / 2))
        if not named:
            return
        new_year = month.month == 1
        words = str(month.year) if new_year else MONTHS[month.month - 1][:3]
        painter.setPen(QColor(colours.text if new_year else colours.muted))
        line = painter.fontMetrics().height()
        width = painter.fontMetrics().horizontalAdvance(words) + 2
        if x + width < self._places.width - GAP:
            place = QRectF(x, axis.bottom() + GAP / 2, width, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)

    def _outside(self, left: float, words: str) -> None:
        painter, axis = self._painter, self._axis
        right, muted = left + OUTSIDE - GAP, QColor(self._theme.colours.muted)
        painter.setPen(QPen(muted, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(left, axis.bottom()), QPointF(right, axis.bottom()))
        painter.setPen(muted)
        line = painter.fontMetrics().height()
        place = QRectF(left, axis.bottom() + GAP / 2, right - left, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, words)

    def _band(self, place: QRectF, *, chosen: bool) -> None:
        wide = max(place.width(), LARGEST) + GAP / 2
        band = QRectF(place.center().x() - wide / 2, place.top(), wide, place.height())
        colours, painter = self._theme.colours, self._painter
        painter.setPen(QColor(colours.accent) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.selected))
        painter.drawRoundedRect(band, 4, 4)

    def _marks(self, stack: Stack, place: QRectF, unit: float) -> float:
        size = min(unit - 1, LARGEST - 1)
        left, y = place.center().x() - size / 2, place.bottom() - 1
        self._painter.setPen(Qt.PenStyle.NoPen)
        for mark in stack.marks:
            y -= unit
            self._painter.setBrush(self._theme.colour(mark.light))
            self._painter.drawPath(mark_of(mark.light, QRectF(left, y, size, size)))
        return y

    def _bar(self, stack: Stack, place: QRectF, unit: float) -> float:
        painter = self._painter
        width = min(max(place.width() - 2, _SMALLEST), 2 * LARGEST)
        left, y = place.center().x() - width / 2, place.bottom()
        painter.setPen(Qt.PenStyle.NoPen)
        for light, count in stack.runs():
            height = max(_LEAST_BAR, count * unit)
            y -= height
            painter.setBrush(self._theme.colour(light))
            bar = QRectF(left, y, width, height - 1)
            painter.drawRect(bar)
            if light is Light.RED:  # hatched, so that it is told apart without its colour
                base = QColor(self._theme.colours.base)
                painter.setBrush(QBrush(base, Qt.BrushStyle.BDiagPattern))
                painter.drawRect(bar)
        return y

    def _count_of(self, stack: Stack, top: float) -> tuple[QRectF, str]:
        """A stack's number and where it stands; the tallest has its date beside it."""
        tallest = len(stack.marks) == self._shown.tallest and len(stack.dates) == 1
        count = f"{len(stack.marks):,}"
        words = f"{count} on {us_date(stack.dates[0])}" if tallest else count
        metrics = self._painter.fontMetrics()
        width, height = metrics.horizontalAdvance(words) + 2, metrics.height()
        middle = self._places.of(stack).center().x()
        left = min(max(GAP, middle - width / 2), self._places.width - width - GAP)
        return QRectF(left, top - height - 1, width, height), words

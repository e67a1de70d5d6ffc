"""The deadlines of the next eighteen months as a picture: a mark each, those of a week stacked."""

from collections.abc import Iterable
from datetime import date
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sro_desk.domain.codes import Light
from sro_desk.domain.dates import MONTHS, us_date
from sro_desk.ui.models.deadline_stacks import (
    Mark,
    Stack,
    in_words,
    stack_heading,
    stack_lines,
    timeline,
)
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.light_marks import mark_of

_SIDE = 2 * GAP  # pixels left free at either end
_OUTSIDE = 8 * GAP  # pixels for what lies before or behind the axis
_LARGEST = 12.0  # pixels, a mark
_SMALLEST = 6.0  # pixels; below it a stack is a bar
_LEAST_BAR = 4.0  # pixels, so that one among hundreds is seen
_COUNTED = 3  # marks from which a stack carries its number


class TimelinePicture(QWidget):
    """Arrows go from stack to stack, Enter shows its officers only; the mouse does the same."""

    chosen = Signal(object)  # frozenset of OfficerId; empty shows all

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = timeline((), date(2000, 1, 1))
        self._current = -1  # of the stacks, by arrow keys or mouse
        self._chosen: frozenset[object] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Timeline of open deadlines")
        theme.changed.connect(self.update)

    @property
    def stacks(self) -> tuple[Stack, ...]:
        """What is drawn, from left to right."""
        return self._shown.stacks

    @property
    def current(self) -> Stack | None:
        """The stack that the arrow keys or the mouse are on."""
        return self.stacks[self._current] if 0 <= self._current < len(self.stacks) else None

    def show_marks(self, marks: Iterable[Mark], on: date) -> None:
        """Draw the deadlines as of a day."""
        self._shown = timeline(marks, on)
        self._current = -1
        if self._chosen and not any(stack.officers == self._chosen for stack in self.stacks):
            self._choose(None)
        self.setAccessibleDescription(in_words(self._shown))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a dozen marks."""
        line = self.fontMetrics().height()
        return QSize(80 * GAP, 2 * line + round(9 * _LARGEST) + GAP)

    def minimumSizeHint(self) -> QSize:
        """Narrower it can be, lower it cannot."""
        return QSize(40 * GAP, self.sizeHint().height())

    def place_of(self, stack: Stack) -> QRectF:
        """The strip of the picture that belongs to a stack."""
        axis = self._axis
        if stack.slot < 0:
            return QRectF(_SIDE, axis.top(), _OUTSIDE - GAP, axis.height())
        if stack.slot >= self._shown.weeks:
            return QRectF(axis.right() + GAP, axis.top(), _OUTSIDE - GAP, axis.height())
        week = axis.width() / self._shown.weeks
        return QRectF(axis.left() + stack.slot * week, axis.top(), week, axis.height())

    @Slot()
    def clear(self) -> None:
        """Show all officers again."""
        self._choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move; Enter and Space choose; Esc shows all."""
        key, last = event.key(), len(self.stacks) - 1
        moves = {
            Qt.Key.Key_Left: max(0, self._current - 1),
            Qt.Key.Key_Right: min(last, self._current + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in moves and self.stacks:
            self._go_to(moves[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current:
            self._toggle(self.current)
        elif key == Qt.Key.Key_Escape and self._chosen:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys begin at the first stack."""
        super().focusInEvent(event)
        if self._current < 0 and self.stacks and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._current = 0
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The stack under the mouse lights up."""
        under = self._under(event.position())
        if under >= 0 and under != self._current:
            self._current = under
            self.update()
        shape = Qt.CursorShape.PointingHandCursor if under >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if under < 0:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click shows the officers of a stack only, or all again."""
        under = self._under(event.position())
        if under < 0:
            self._choose(None)
            return
        self._current = under
        self._toggle(self.stacks[under])

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._current = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        """The names of a stack's officers under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            under = self._under(QPointF(event.pos()))
            if under >= 0:
                QToolTip.showText(event.globalPos(), self._told(self.stacks[under]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        self._paint_axis(painter)
        tops = [
            self._paint_stack(painter, stack, current=number == self._current)
            for number, stack in enumerate(self.stacks)
        ]
        self._paint_counts(painter, tops)
        self._paint_as_of(painter)
        if not self.stacks:
            self._paint_nothing(painter)
        painter.end()

    @property
    def _axis(self) -> QRectF:
        """The strip above the axis, without what lies outside of it."""
        line = self.fontMetrics().height()
        left = _SIDE + (_OUTSIDE if self._shown.has_earlier else 0)
        right = self.width() - _SIDE - (_OUTSIDE if self._shown.has_later else 0)
        bottom = self.height() - line - 1.5 * GAP
        return QRectF(left, GAP, max(1.0, right - left), bottom - GAP)

    @property
    def _unit(self) -> float:
        """The height of one mark, so that the tallest stack fits under its number."""
        free = self._axis.height() - 2 * self.fontMetrics().height()
        return min(_LARGEST, free / max(1, self._shown.tallest))

    def _go_to(self, number: int) -> None:
        self._current = number
        stack = self.stacks[number]
        self.setAccessibleDescription(
            f"{stack_heading(stack, self._shown)}: {'; '.join(stack_lines(stack))}"
        )
        place = self.place_of(stack)
        point = self.mapToGlobal(QPoint(round(place.center().x()), round(place.bottom())))
        QToolTip.showText(point, self._told(stack), self)
        self.update()

    def _told(self, stack: Stack) -> str:
        lines = "<br>".join(map(escape, stack_lines(stack)))
        return f"<b>{escape(stack_heading(stack, self._shown))}</b><br>{lines}"

    def _toggle(self, stack: Stack) -> None:
        self._choose(None if self._chosen == stack.officers else stack)

    def _choose(self, stack: Stack | None) -> None:
        chosen = stack.officers if stack else frozenset()
        if chosen != self._chosen:
            self._chosen = frozenset(chosen)
            self.update()
            self.chosen.emit(self._chosen)

    def _under(self, point: QPointF) -> int:
        reach = max(_LARGEST, self._axis.width() / self._shown.weeks) / 2
        for number, stack in enumerate(self.stacks):
            place = self.place_of(stack)
            if abs(point.x() - place.center().x()) <= max(reach, place.width() / 2):
                return number
        return -1

    def _paint_card(self, painter: QPainter) -> None:
        colours = self._theme.colours
        focus = self.hasFocus()
        pen = QPen(QColor(colours.accent if focus else colours.line), 2 if focus else 1)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_axis(self, painter: QPainter) -> None:
        colours, axis = self._theme.colours, self._axis
        painter.setPen(QPen(QColor(colours.muted), 1))
        painter.drawLine(axis.bottomLeft(), axis.bottomRight())
        months = self._shown.months()
        room = axis.width() / max(1, len(months))
        every = 1 if room > self.fontMetrics().horizontalAdvance("2000") + GAP else 3
        for month in months:
            self._paint_month(painter, month, named=month.month % every == 1 % every)
        if self._shown.has_earlier:
            self._paint_outside(painter, _SIDE, "Earlier")
        if self._shown.has_later:
            self._paint_outside(painter, axis.right() + GAP, "Later")

    def _paint_month(self, painter: QPainter, month: date, *, named: bool) -> None:
        colours, axis = self._theme.colours, self._axis
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
        if x + width < self.width() - GAP:
            place = QRectF(x, axis.bottom() + GAP / 2, width, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)

    def _paint_outside(self, painter: QPainter, left: float, words: str) -> None:
        colours, axis = self._theme.colours, self._axis
        right = left + _OUTSIDE - GAP
        painter.setPen(QPen(QColor(colours.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(left, axis.bottom()), QPointF(right, axis.bottom()))
        painter.setPen(QColor(colours.muted))
        line = painter.fontMetrics().height()
        place = QRectF(left, axis.bottom() + GAP / 2, right - left, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, words)

    def _paint_stack(self, painter: QPainter, stack: Stack, *, current: bool) -> float:
        place, unit = self.place_of(stack), self._unit
        chosen = bool(self._chosen) and self._chosen == stack.officers
        if current or chosen:
            self._paint_band(painter, place, chosen=chosen)
        if unit >= _SMALLEST:
            return self._paint_marks(painter, stack, place, unit)
        return self._paint_bar(painter, stack, place, unit)

    def _paint_band(self, painter: QPainter, place: QRectF, *, chosen: bool) -> None:
        wide = max(place.width(), _LARGEST) + GAP / 2
        band = QRectF(place.center().x() - wide / 2, place.top(), wide, place.height())
        colours = self._theme.colours
        painter.setPen(QColor(colours.accent) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.selected))
        painter.drawRoundedRect(band, 4, 4)

    def _paint_marks(self, painter: QPainter, stack: Stack, place: QRectF, unit: float) -> float:
        size = min(unit - 1, _LARGEST - 1)
        left, y = place.center().x() - size / 2, place.bottom() - 1
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in stack.marks:
            y -= unit
            painter.setBrush(self._theme.colour(mark.light))
            painter.drawPath(mark_of(mark.light, QRectF(left, y, size, size)))
        return y

    def _paint_bar(self, painter: QPainter, stack: Stack, place: QRectF, unit: float) -> float:
        width = min(max(place.width() - 2, _SMALLEST), 2 * _LARGEST)
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

    def _paint_counts(self, painter: QPainter, tops: list[float]) -> None:
        """The largest numbers first; one that would touch another is left to the tooltip."""
        painter.save()
        bold = QFont(painter.font())
        bold.setBold(True)
        painter.setFont(bold)
        taken: list[QRectF] = []
        for stack, top in sorted(
            zip(self.stacks, tops, strict=True), key=lambda each: -len(each[0].marks)
        ):
            where, words = self._count_of(painter, stack, top)
            if len(stack.marks) >= _COUNTED and not any(where.intersects(each) for each in taken):
                taken.append(where)
                painter.setPen(self._theme.colour(stack.marks[0].light))
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _count_of(self, painter: QPainter, stack: Stack, top: float) -> tuple[QRectF, str]:
        """A stack's number and where it stands; the tallest has its date beside it."""
        tallest = len(stack.marks) == self._shown.tallest and len(stack.dates) == 1
        count = f"{len(stack.marks):,}"
        words = f"{count} on {us_date(stack.dates[0])}" if tallest else count
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(words) + 2, metrics.height()
        middle = self.place_of(stack).center().x()
        left = min(max(GAP, middle - width / 2), self.width() - width - GAP)
        return QRectF(left, top - height - 1, width, height), words

    def _paint_as_of(self, painter: QPainter) -> None:
        axis, colours = self._axis, self._theme.colours
        x = axis.left() + self._shown.share(self._shown.on) * axis.width()
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, axis.top()), QPointF(x, axis.bottom()))
        painter.setPen(QColor(colours.accent))
        words = f"As of {us_date(self._shown.on)}"
        metrics = painter.fontMetrics()
        place = QRectF(
            x + GAP / 2, axis.top(), metrics.horizontalAdvance(words) + 2, metrics.height()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)

    def _paint_nothing(self, painter: QPainter) -> None:
        words = "No deadline is open."
        where = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(words) + 4 * GAP, 3 * GAP)
        where.moveCenter(self._axis.center())
        painter.fillRect(where, QColor(self._theme.colours.base))
        painter.setPen(QColor(self._theme.colours.muted))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, words)

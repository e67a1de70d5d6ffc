"""A school year of twelve months in which days are clicked or dragged in, or set by keyboard."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sro_desk.domain.calendar import add_months, day_before
from sro_desk.domain.codes import DayKind
from sro_desk.domain.dates import MONTHS, us_date
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.ui.models.year_days import Wanted, YearDays, run_between
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.day_cell import DayCell, paint_day
from sro_desk.ui.widgets.year_grid import YearGrid

_WEEKDAYS = ("S", "M", "T", "W", "T", "F", "S")
_CELL = 24.0  # pixels, the least width of a day
_NO_YEAR = YearDays(first=date(2000, 7, 1), last=date(2001, 6, 30), today=date(2000, 7, 1))
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class YearCalendar(QWidget):
    """Arrows move, Shift+arrows select a run, Space sets or clears, S, B and Del say which."""

    days_set = Signal(object)  # what a drag, click or key changes, as `Wanted`
    refused = Signal(str)  # why nothing could be set
    cursor_moved = Signal(QRect)  # where the cursor is, to scroll there

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = _NO_YEAR
        self._cursor = self._anchor = _NO_YEAR.first
        self._dragging = False
        self._locked = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Contact days of the school year")
        theme.changed.connect(self.update)

    @property
    def shown(self) -> YearDays:
        """The year on screen."""
        return self._shown

    @property
    def cursor_day(self) -> date:
        """The date that the keys are on."""
        return self._cursor

    @property
    def run(self) -> list[date]:
        """The dates selected, from where the selection began to the cursor."""
        return run_between(self._anchor, self._cursor)

    def show_year(self, shown: YearDays, *, locked: bool = False) -> None:
        """Show a year; the cursor stays, or in another year goes to today or its first day."""
        another = shown.first != self._shown.first
        self._shown, self._locked = shown, locked
        if another or not shown.holds(self._cursor):
            day = shown.today if shown.holds(shown.today) else shown.from_ or shown.first
            self._cursor = self._anchor = min(max(day, shown.first), shown.last)
        self._fit()
        self._tell()

    def place_of(self, day: date) -> QRectF:
        """Where a date is drawn."""
        return self._grid.place_of(day)

    def serve(self) -> None:
        """Let the run be served."""
        future = all(day > self._shown.today for day in self.run)
        self._set(self._shown.served(self.run), Fault.SERVED_IN_FUTURE if future else None)

    def book(self) -> None:
        """Let the run be booked."""
        self._set(self._shown.booked(self.run))

    def clear(self) -> None:
        """Take the run out."""
        self._set(self._shown.cleared(self.run))

    def toggle(self) -> None:
        """Set the run, or clear it where its first day is set."""
        self._set(self._shown.toggled(self.run))

    def sizeHint(self) -> QSize:
        """As high as the months need at this width."""
        return QSize(round(4 * (7 * _CELL + 2 * GAP)), round(self._grid.size.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        """One month wide."""
        return QSize(round(7 * _CELL), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Months move to other rows as the width changes."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, select and set."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moved = self._moved(key, control=control)
        if moved is not None:
            self._go_to(moved, select=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        if key == Qt.Key.Key_Escape and self._anchor != self._cursor:
            self._go_to(self._cursor, select=False)
            return
        deeds = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_S: self.serve,
            Qt.Key.Key_B: self.book,
            Qt.Key.Key_Delete: self.clear,
            Qt.Key.Key_Backspace: self.clear,
        }
        deed = None if control else deeds.get(Qt.Key(key))
        if deed is None:
            super().keyPressEvent(event)
            return
        deed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a run; with Shift, go on with the one there is."""
        day = self._grid.day_at(event.position())
        if day is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._dragging = not shift
        self._go_to(day, select=shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The run follows the mouse."""
        day = self._grid.day_at(event.position())
        shape = Qt.CursorShape.ArrowCursor if day is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        if self._dragging and day is not None and day != self._cursor:
            self._go_to(day, select=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set what was dragged over, in one write."""
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self.toggle()
            return
        super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor is drawn; bring it into sight."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._show_cursor()
        self.update()

    def event(self, event: QEvent) -> bool:
        """What is known of the date under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._grid.day_at(QPointF(event.pos()))
            QToolTip.showText(
                event.globalPos(), "" if day is None else self._shown.words(day), self
            )
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the months that are to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        run = frozenset(self.run) if self.hasFocus() or self._dragging else frozenset()
        for month in self._grid.months:
            if self._grid.place_of_month(month).intersects(QRectF(event.rect())):
                self._paint_month(painter, month, run)
        painter.end()

    @property
    def _grid(self) -> YearGrid:
        line = self.fontMetrics().height()
        return YearGrid(
            first=self._shown.first,
            width=max(1.0, float(self.width())),
            cell=_CELL,
            row=line + 6.0,
            head=line + 3.0,
            gap=2.0 * GAP,
        )

    def _moved(self, key: int, *, control: bool) -> date | None:
        """Where a key leads; None where it is no movement."""
        day, year = self._cursor, self._shown
        month = day.replace(day=1)
        places = {
            Qt.Key.Key_Left: lambda: day - _DAY,
            Qt.Key.Key_Right: lambda: day + _DAY,
            Qt.Key.Key_Up: lambda: day - _WEEK,
            Qt.Key.Key_Down: lambda: day + _WEEK,
            Qt.Key.Key_PageUp: lambda: add_months(day, -1),
            Qt.Key.Key_PageDown: lambda: add_months(day, 1),
            Qt.Key.Key_Home: lambda: year.first if control else month,
            Qt.Key.Key_End: lambda: year.last if control else day_before(add_months(month, 1)),
        }
        place = places.get(Qt.Key(key))
        tabs = control and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if place is None or tabs:
            return None
        return min(max(place(), year.first), year.last)

    def _go_to(self, day: date, *, select: bool) -> None:
        self._cursor = day
        if not select:
            self._anchor = day
        self._tell()
        self._show_cursor()

    def _show_cursor(self) -> None:
        self.cursor_moved.emit(self.place_of(self._cursor).toAlignedRect())

    def _set(self, wanted: Wanted, fault: Fault | None = None) -> None:
        if self._locked:
            return
        if wanted:
            self.days_set.emit(wanted)
            return
        if self._shown.from_ is not None and not any(map(self._shown.takes, self.run)):
            fault = Fault.DAY_OUTSIDE_ASSIGNMENT
        if fault is not None:
            self.refused.emit(fault_words(fault))

    def _tell(self) -> None:
        """What a screen reader says of the cursor and the run."""
        words = self._shown.words(self._cursor)
        if self._anchor != self._cursor:
            words = f"{len(self.run)} days from {us_date(self._anchor)}; {words}"
        self.setAccessibleDescription(words)
        self.update()

    def _fit(self) -> None:
        high = self.sizeHint().height()
        if self.minimumHeight() != high:
            self.setMinimumHeight(high)
            self.updateGeometry()
        self.update()

    def _paint_month(self, painter: QPainter, month: date, run: frozenset[date]) -> None:
        grid, colours = self._grid, self._theme.colours
        block = grid.place_of_month(month)
        painter.fillRect(block, QColor(colours.base))
        bold = QFont(painter.font())
        bold.setBold(True)
        painter.save()
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        name = QRectF(block.left() + GAP / 2, block.top(), block.width() - GAP / 2, grid.head)
        words = f"{MONTHS[month.month - 1]} {month.year}"
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
        painter.setPen(QColor(colours.muted))
        for column, letter in enumerate(_WEEKDAYS):
            place = grid.place_of_weekday(month, column)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)
        for day in run_between(month, day_before(add_months(month, 1))):
            paint_day(painter, grid.place_of(day), self._cell(day, run), colours)

    def _cell(self, day: date, run: frozenset[date]) -> DayCell:
        shown = self._shown
        kind: DayKind | None = shown.kind_of(day)
        return DayCell(
            words=str(day.day),
            kind=kind,
            elsewhere=day not in shown.mine,
            closed=not shown.is_open(day),
            holiday=day in shown.holidays,
            outside=not shown.takes(day),
            today=day == shown.today,
            sixtieth=day == shown.sixtieth_on,
            projected=day == shown.projected_on,
            selected=len(run) > 1 and day in run,
            cursor=self.hasFocus() and day == self._cursor,
        )

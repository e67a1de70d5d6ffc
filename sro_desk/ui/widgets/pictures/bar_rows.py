"""Horizontal bars below each other, a label before each and words after it."""

from collections.abc import Hashable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.pictures.bar_row import BarRow, RowDrawing

_PAGE = 5  # rows that PgUp and PgDn go


class BarRows(QWidget):
    """Up and down go from bar to bar, Enter presses one, Esc lets go; the mouse does the same."""

    pressed = Signal(object)  # the key of a row
    let_go = Signal()
    moved = Signal(QRect)  # to the row there

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[BarRow] = ()
        self._nothing = ""
        self._current = -1
        self._marked: Hashable = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    @property
    def rows(self) -> Sequence[BarRow]:
        """What is drawn, from the top down."""
        return self._rows

    @property
    def current(self) -> BarRow | None:
        """The row that the keys or the mouse are on."""
        return self._rows[self._current] if 0 <= self._current < len(self._rows) else None

    @property
    def words(self) -> str:
        """What is said where there is no row."""
        return "" if self._rows else self._nothing

    def show_rows(self, rows: Sequence[BarRow], words: str, nothing: str) -> None:
        """Draw these; `words` stand for all of them, `nothing` is said where there are none."""
        at = self.current
        self._rows, self._nothing = rows, nothing
        keys = [row.key for row in rows]
        self._current = keys.index(at.key) if at is not None and at.key in keys else -1
        self.setAccessibleDescription(words if rows else nothing)
        self.updateGeometry()
        self.update()

    def mark(self, key: Hashable) -> None:
        """Show a row as the one that is chosen; None marks none."""
        self._marked = key
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(80 * GAP, max(1, len(self._rows)) * self._high)

    def minimumSizeHint(self) -> QSize:
        """Narrower it can be, lower it cannot."""
        return QSize(36 * GAP, self.sizeHint().height())

    def place_of(self, number: int) -> QRect:
        """The strip of a row."""
        return QRect(0, number * self._high, self.width(), self._high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, page keys, Home and End move; Enter and Space press; Esc lets go."""
        key, last = event.key(), len(self._rows) - 1
        moves = {
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Down: self._current + 1,
            Qt.Key.Key_PageUp: self._current - _PAGE,
            Qt.Key.Key_PageDown: self._current + _PAGE,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in moves and self._rows:
            self._go_to(min(last, max(0, moves[Qt.Key(key)])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current:
            self.pressed.emit(self.current.key)
        elif key == Qt.Key.Key_Escape and self._marked is not None:
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys begin at the first row."""
        super().focusInEvent(event)
        if self._current < 0 and self._rows and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._current = 0
            self._tell_row()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the mouse lights up."""
        under = self._under(event.position().y())
        if under != self._current and (under >= 0 or not self.hasFocus()):
            self._current = under
            self.update()
        shape = Qt.CursorShape.PointingHandCursor if under >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click presses a row; beside them it lets go."""
        under = self._under(event.position().y())
        if under < 0:
            self.let_go.emit()
            return
        self._current = under
        self.pressed.emit(self._rows[under].key)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._current = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        """All of the row under the mouse, in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            under = self._under(event.pos().y())
            if under >= 0:
                QToolTip.showText(event.globalPos(), _tip(self._rows[under]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = RowDrawing(painter, self._theme, self._rows, self.width())
        for number, row in enumerate(self._rows):
            place = self.place_of(number)
            if place.intersects(event.rect()):
                marked = self._marked is not None and row.key == self._marked
                drawing.row(row, QRectF(place), current=number == self._current, marked=marked)
        if not self._rows:
            drawing.words(self._nothing, self.rect())
        painter.end()

    @property
    def _high(self) -> int:
        return self.fontMetrics().height() + GAP

    @Slot()
    def _tell_row(self) -> None:
        if (row := self.current) is not None:
            self.setAccessibleDescription(" ".join(row.told))

    def _go_to(self, number: int) -> None:
        self._current = number
        self._tell_row()
        place = self.place_of(number)
        self.moved.emit(place)
        point = self.mapToGlobal(QPoint(self.width() // 3, place.bottom() + 1))
        QToolTip.showText(point, _tip(self._rows[number]), self)
        self.update()

    def _under(self, y: float) -> int:
        number = int(y // self._high)
        return number if 0 <= number < len(self._rows) else -1


def _tip(row: BarRow) -> str:
    heading, *sentences = map(escape, row.told)
    return "<br>".join((f"<b>{heading}</b>", *sentences))

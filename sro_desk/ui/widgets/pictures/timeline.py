"""The deadlines of the next eighteen months as a picture: a mark each, those of a week stacked."""

from collections.abc import Iterable
from datetime import date
from html import escape

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sro_desk.ui.models.deadline_stacks import (
    Mark,
    Stack,
    in_words,
    stack_heading,
    stack_lines,
    timeline,
)
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.pictures.card import paint_card
from sro_desk.ui.widgets.pictures.timeline_drawing import TimelineDrawing
from sro_desk.ui.widgets.pictures.timeline_places import LARGEST, Places


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
        return QSize(80 * GAP, 2 * line + round(9 * LARGEST) + GAP)

    def minimumSizeHint(self) -> QSize:
        """Narrower it can be, lower it cannot."""
        return QSize(40 * GAP, self.sizeHint().height())

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
        under = self._places.under(event.position().x())
        if under >= 0 and under != self._current:
            self._current = under
            self.update()
        shape = Qt.CursorShape.PointingHandCursor if under >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if under < 0:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click shows the officers of a stack only, or all again."""
        under = self._places.under(event.position().x())
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
            under = self._places.under(event.pos().x())
            if under >= 0:
                QToolTip.showText(event.globalPos(), self._told(self.stacks[under]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, self._theme, self.rect(), focus=self.hasFocus())
        drawing = TimelineDrawing(painter, self._theme, self._places)
        drawing.axis()
        drawing.counts(
            [
                drawing.stack(
                    stack,
                    current=number == self._current,
                    chosen=bool(self._chosen) and self._chosen == stack.officers,
                )
                for number, stack in enumerate(self.stacks)
            ]
        )
        drawing.as_of()
        if not self.stacks:
            drawing.nothing()
        painter.end()

    @property
    def _places(self) -> Places:
        line = self.fontMetrics().height()
        return Places(shown=self._shown, width=self.width(), height=self.height(), line=line)

    def _go_to(self, number: int) -> None:
        self._current = number
        stack = self.stacks[number]
        self.setAccessibleDescription(
            f"{stack_heading(stack, self._shown)}: {'; '.join(stack_lines(stack))}"
        )
        place = self._places.of(stack)
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

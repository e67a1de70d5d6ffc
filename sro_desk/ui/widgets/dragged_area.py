"""What is larger than its frame: dragged along with the mouse, zoomed with Ctrl and the wheel."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from sro_desk.ui.theme import GAP, Theme

NOTCH = 120  # an eighth of a degree times eight: one click of a mouse wheel


class DraggedArea(QAbstractScrollArea):
    """Knows how its bars move; what lies on it is painted by its subclass."""

    zoom_asked = Signal(float, QPointF)  # notches of the wheel, where in the viewport

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grabbed: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        theme.changed.connect(self.viewport().update)

    @property
    def scroll_bar_width(self) -> int:
        """What a vertical scroll bar takes away."""
        bar = self.verticalScrollBar()
        bar.ensurePolished()  # the style sheet decides, also before the first show
        return bar.sizeHint().width()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms; otherwise scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(event.angleDelta().y() / NOTCH, event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the page along."""
        if self._grabbed is None:
            return
        here = event.position().toPoint()
        moved, self._grabbed = here - self._grabbed, here
        for bar, by in (
            (self.horizontalScrollBar(), moved.x()),
            (self.verticalScrollBar(), moved.y()),
        ):
            bar.setValue(bar.value() - by)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def changeEvent(self, event: QEvent) -> None:
        """Redraw when the window becomes active or the style changes."""
        super().changeEvent(event)
        self.viewport().update()

    def set_bars(self, content: QSize) -> None:
        """Show a bar only where `content` does not fit: one bar must not bring about the other."""
        whole, bar = self.maximumViewportSize(), self.scroll_bar_width
        wide, high = content.width(), content.height()
        down = high > whole.height()
        across = wide > whole.width() - bar * down
        down = high > whole.height() - bar * across
        for each, length, seen in (
            (self.horizontalScrollBar(), wide, whole.width() - bar * down),
            (self.verticalScrollBar(), high, whole.height() - bar * across),
        ):
            each.setPageStep(seen)
            each.setSingleStep(3 * GAP)
            each.setRange(0, max(0, length - seen))

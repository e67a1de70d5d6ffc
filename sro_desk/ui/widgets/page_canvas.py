"""One drawn page on a desk: scrolled, and turned past its end."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.dragged_area import NOTCH, DraggedArea

_MARKER, _MARKER_EDGE = QColor("#ffe873"), QColor("#9a5b00")
_AROUND = 3  # pixels between the letters and the edge of a mark


class PageCanvas(DraggedArea):
    """Shows a picture at a size in device-independent pixels, smoothly scaled where it differs."""

    resized = Signal()
    page_asked = Signal(int)  # -1 or +1, where scrolling has come to an end

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._image = QImage()
        self._size = QSize()
        self._marks: tuple[QRectF, ...] = ()
        self._past_end = 0
        self.setAccessibleName("Page")

    @property
    def room(self) -> QSize:
        """The space for a page when no scroll bar is shown, in device-independent pixels."""
        whole = self.maximumViewportSize()
        return QSize(max(1, whole.width() - 2 * GAP), max(1, whole.height() - 2 * GAP))

    def show_image(self, image: QImage, size: QSize, *, keep: QPointF | None = None) -> None:
        """Show `image` at `size`; the spot of the page at `keep` in the viewport stays there."""
        spot = self._spot_at(keep) if keep is not None else None
        self._image, self._size = image, size
        self._set_bars()
        if keep is not None and spot is not None:
            self._move_spot(spot, keep)
        self.viewport().update()

    def show_marks(self, marks: Sequence[QRectF]) -> None:
        """Go over places with a marker pen, each in parts of the page as it is shown."""
        before, self._marks = self._marks, tuple(marks)
        if self._marks and self._marks != before:
            self._scroll_to(self._marks[0])
        self.viewport().update()

    def scroll_to_start(self, *, end: bool = False) -> None:
        """Show the top of the page, or its bottom after turning back."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if end else bar.minimum())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page with a thin line around it."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.colours.raised))
        if self._image.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        where = self._page_rect()
        scale = self.devicePixelRatioF()
        if abs(self._image.width() - where.width() * scale) < 1:  # pixel for pixel, no rounding
            where.setSize(QSizeF(self._image.width() / scale, self._image.height() / scale))
        painter.drawImage(where, self._image)
        self._paint_marks(painter, where)
        painter.setPen(QColor(self._theme.colours.line))
        painter.drawRect(where.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the scroll bars right; the page may be asked for in another size."""
        self._set_bars()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms; otherwise scroll, and turn the page past its end."""
        down = event.angleDelta().y()
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.minimum() if down > 0 else bar.maximum())
        if not at_end or not down or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._past_end = 0
            super().wheelEvent(event)
            return
        self._past_end = self._past_end + down if self._past_end * down >= 0 else down
        if abs(self._past_end) >= NOTCH:
            self._past_end = 0
            self.page_asked.emit(-1 if down > 0 else 1)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space scrolls a screenful and then turns the page, as in every reader."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar = self.verticalScrollBar()
        if bar.value() == (bar.minimum() if back else bar.maximum()):
            self.page_asked.emit(-1 if back else 1)
            return
        bar.setValue(bar.value() + (-bar.pageStep() if back else bar.pageStep()))

    def _page_rect(self) -> QRectF:
        """Where the page lies in the viewport, on whole device pixels so that text stays sharp."""
        view = self.viewport().size()
        left = GAP - self.horizontalScrollBar().value()
        top = GAP - self.verticalScrollBar().value()
        if self._size.width() + 2 * GAP <= view.width():
            left = (view.width() - self._size.width()) // 2
        if self._size.height() + 2 * GAP <= view.height():
            top = (view.height() - self._size.height()) // 2
        return QRectF(left, top, self._size.width(), self._size.height())

    def _set_bars(self) -> None:
        self.set_bars(self._size + QSize(2 * GAP, 2 * GAP))

    def _paint_marks(self, painter: QPainter, page: QRectF) -> None:
        """On paper, which is white in every appearance: the ink stays as dark as it was."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            spot = _on(page, mark).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_MARKER)
            painter.drawRoundedRect(spot, _AROUND, _AROUND)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(QPen(_MARKER_EDGE, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(spot, _AROUND, _AROUND)
        painter.restore()

    def _scroll_to(self, mark: QRectF) -> None:
        """Bring a place into view, and no further."""
        spot = _on(self._page_rect(), mark)
        for bar, start, end, room in (
            (self.horizontalScrollBar(), spot.left(), spot.right(), self.viewport().width()),
            (self.verticalScrollBar(), spot.top(), spot.bottom(), self.viewport().height()),
        ):
            if start < 0:
                bar.setValue(round(bar.value() + start - 4 * GAP))
            elif end > room:
                bar.setValue(round(bar.value() + end - room + 4 * GAP))

    def _spot_at(self, point: QPointF) -> QPointF:
        page = self._page_rect()
        if page.isEmpty():
            return QPointF(0.5, 0.5)
        return QPointF(
            (point.x() - page.x()) / page.width(), (point.y() - page.y()) / page.height()
        )

    def _move_spot(self, spot: QPointF, to: QPointF) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(round(GAP + spot.x() * self._size.width() - to.x()))
        down.setValue(round(GAP + spot.y() * self._size.height() - to.y()))


def _on(page: QRectF, part: QRectF) -> QRectF:
    return QRectF(
        page.x() + part.x() * page.width(),
        page.y() + part.y() * page.height(),
        part.width() * page.width(),
        part.height() * page.height(),
    )

"""All pages of a document below one another on a desk: scrolled, painted where they are seen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets import page_marks
from sro_desk.ui.widgets.dragged_area import DraggedArea
from sro_desk.ui.widgets.page_column import PageColumn
from sro_desk.ui.widgets.page_pictures import PagePictures

Marks = Callable[[int], Iterable[tuple[QRectF, bool]]]  # of a page, in parts of it; one is current
_NUMBER = QColor("#8b929b")  # on paper, which is white in every appearance


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in the document: a page, and where on it in parts of its width and height."""

    page: int
    across: float = 0.5
    down: float = 0.0


class PagesCanvas(DraggedArea):
    """Knows where each page lies; what has not been drawn yet is white paper with its number."""

    resized = Signal()
    seen = Signal()  # other pages, or other parts of them

    def __init__(
        self, theme: Theme, pictures: PagePictures, marks: Marks, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._pictures = pictures
        self._marks = marks
        self._column = PageColumn()
        self._anchor = Spot(page=0)  # at the middle of the upper edge, whatever the size
        self._placing = False
        self.setAccessibleName("Pages")
        pictures.came.connect(self._on_picture)

    @property
    def visible(self) -> range:
        """The pages of which anything is seen."""
        top = self.verticalScrollBar().value()
        return self._column.pages_in(top, top + self.viewport().height())

    @property
    def page(self) -> int:
        """The page that one looks at: the first of which half is seen, or that fills half."""
        window = self._window
        for page in self.visible:
            rect = self._column.rect_of(page)
            seen = min(rect.bottom(), window.bottom()) - max(rect.top(), window.top())
            if seen * 2 >= min(rect.height(), window.height()):
                return page
        return self._column.page_at(window.top())

    @property
    def room(self) -> QSize:
        """The space when no scroll bar is shown."""
        return self.maximumViewportSize()

    def width_of(self, page: int) -> int:
        """How wide a page is to be drawn, in device pixels."""
        return max(1, round(self._column.rect_of(page).width() * self.devicePixelRatioF()))

    def spot_at(self, point: QPointF) -> Spot:
        """The place of the document that is at a point of the viewport."""
        if not len(self._column):
            return Spot(page=0)
        at = point.toPoint() - self._corner
        page = self._column.page_at(at.y())
        rect = self._column.rect_of(page)
        return Spot(
            page=page,
            across=(at.x() - rect.left()) / rect.width(),
            down=(at.y() - rect.top()) / rect.height(),
        )

    def show_column(
        self, column: PageColumn, at: Spot | None = None, where: QPointF | None = None
    ) -> None:
        """Lay the pages out; the place `at`, else the one at the upper edge, is then `where`."""
        self._column = column
        self._placing = True
        self.set_bars(QSize(column.width, column.height))
        self.move_spot(at or self._anchor, where or self._upper_edge)
        self._placing = False
        if at is not None:
            self._anchor = self.spot_at(self._upper_edge)
        self.viewport().update()
        self.seen.emit()

    def move_spot(self, spot: Spot, to: QPointF) -> None:
        """Scroll so that a place of the document is at a point of the viewport."""
        if not len(self._column):
            return
        rect = self._column.rect_of(min(spot.page, len(self._column) - 1))
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(round(rect.left() + spot.across * rect.width() - to.x()))
        down.setValue(round(rect.top() + spot.down * rect.height() - to.y()))

    def show_page(self, page: int) -> None:
        """Scroll to the head of a page."""
        self.verticalScrollBar().setValue(self._column.rect_of(page).top() - GAP)

    def bring_into_view(self, page: int, part: QRectF) -> None:
        """Scroll to a part of a page, and no further than it takes."""
        window = QRectF(self._window)
        spot = page_marks.on(QRectF(self._column.rect_of(page)), part)
        for bar, start, end, seen_from, seen_to in (
            (self.horizontalScrollBar(), spot.left(), spot.right(), window.left(), window.right()),
            (self.verticalScrollBar(), spot.top(), spot.bottom(), window.top(), window.bottom()),
        ):
            if start < seen_from or end > seen_to:
                bar.setValue(round((start + end) / 2 - (seen_to - seen_from) / 3))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint what is seen now, and tell."""
        if self._placing:
            return
        self._anchor = self.spot_at(self._upper_edge)
        self.viewport().update()
        self.seen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are seen, each with a thin line around it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.colours.raised))
        corner = self._corner
        for page in self.visible:
            self._paint_page(painter, page, self._column.rect_of(page).translated(corner))

    def event(self, event: QEvent) -> bool:
        """On a screen of other dots, the pages are drawn in other widths."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.resized.emit()
        return super().event(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The pages may be laid out in another size."""
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and the page keys scroll a screenful, Home and End go to either end."""
        bar = self.verticalScrollBar()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        screenful = bar.pageStep() - 3 * GAP  # the last line stays in sight
        goes = {
            Qt.Key.Key_Space: bar.value() + (-screenful if back else screenful),
            Qt.Key.Key_PageDown: bar.value() + screenful,
            Qt.Key.Key_PageUp: bar.value() - screenful,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }.get(Qt.Key(event.key()))
        if goes is None:
            super().keyPressEvent(event)
            return
        bar.setValue(goes)

    @property
    def _window(self) -> QRect:
        """What is seen of the column."""
        return QRect(-self._corner, self.viewport().size())

    @property
    def _corner(self) -> QPoint:
        """Where the column begins in the viewport; one that fits is in the middle of it."""
        view = self.viewport().size()
        left, top = -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        if self._column.width <= view.width():
            left = (view.width() - self._column.width) // 2
        if self._column.height <= view.height():
            top = (view.height() - self._column.height) // 2
        return QPoint(left, top)

    @property
    def _upper_edge(self) -> QPointF:
        return QPointF(self.viewport().width() / 2, 0)

    def _on_picture(self, page: int) -> None:
        if page in self.visible:
            self.viewport().update(self._column.rect_of(page).translated(self._corner))

    def _paint_page(self, painter: QPainter, page: int, where: QRect) -> None:
        image = self._pictures.picture(page)
        if image is None:
            painter.fillRect(where, Qt.GlobalColor.white)
            painter.setPen(_NUMBER)
            words = self._pictures.trouble(page) or str(page + 1)
            inside = where.adjusted(4 * GAP, GAP, -4 * GAP, -GAP)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside, flags, words)
        else:
            self._paint_picture(painter, image, where)
        page_marks.paint(painter, QRectF(where), self._marks(page))
        painter.setPen(QColor(self._theme.colours.line))
        painter.drawRect(where.adjusted(-1, -1, 0, 0))

    def _paint_picture(self, painter: QPainter, image: QImage, where: QRect) -> None:
        scale, target = self.devicePixelRatioF(), QRectF(where)
        exact = abs(image.width() - target.width() * scale) < 1  # pixel for pixel, no rounding
        if exact:
            target.setSize(QSizeF(image.width() / scale, image.height() / scale))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
        painter.drawImage(target, image)

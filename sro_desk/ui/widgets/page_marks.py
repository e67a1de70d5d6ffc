"""Places on a page gone over with a marker pen; the one that counts now is edged and darker."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

_MARKER, _CURRENT, _EDGE = QColor("#ffe873"), QColor("#ffb84d"), QColor("#9a5b00")
_AROUND = 2  # pixels beside the letters; above and below, lines are close


def paint(painter: QPainter, page: QRectF, marks: Iterable[tuple[QRectF, bool]]) -> None:
    """Paint marks, each in parts of the page; paper is white, and the ink stays as dark as it was.

    The mark that counts now is not told by its colour alone: it has an edge.
    """
    painter.save()
    for mark, current in marks:
        spot = on(page, mark).adjusted(-_AROUND, 0, _AROUND, 0)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(spot, _CURRENT if current else _MARKER)
        if current:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(QPen(_EDGE, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(spot)
    painter.restore()


def on(page: QRectF, part: QRectF) -> QRectF:
    """A part of a page as a place where the page is."""
    return QRectF(
        page.x() + part.x() * page.width(),
        page.y() + part.y() * page.height(),
        part.width() * page.width(),
        part.height() * page.height(),
    )

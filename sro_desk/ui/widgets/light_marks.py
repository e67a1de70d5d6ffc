"""The small marks of the lights: each its own outline, so that colour is never alone."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from sro_desk.domain.codes import Light


def mark_of(light: Light, where: QRectF) -> QPainterPath:
    """Red is an octagon with a stroke and a point, amber a disc, green a square, grey a ring."""
    path = QPainterPath()
    if light is Light.RED:
        path.addPolygon(_octagon(where))
        path.closeSubpath()
        wide, high, middle = where.width() * 0.2, where.height(), where.center().x()
        path.addRect(middle - wide / 2, where.top() + high * 0.16, wide, high * 0.38)
        path.addRect(middle - wide / 2, where.top() + high * 0.66, wide, high * 0.18)
    elif light is Light.AMBER:
        path.addEllipse(where)
    elif light is Light.GREEN:
        path.addRoundedRect(where, where.width() / 6, where.width() / 6)
    else:
        path.addEllipse(where)
        inset = where.width() / 4
        path.addEllipse(where.adjusted(inset, inset, -inset, -inset))
    return path


def _octagon(where: QRectF) -> QPolygonF:
    cut_x, cut_y = where.width() * 0.3, where.height() * 0.3
    left, right, top, bottom = where.left(), where.right(), where.top(), where.bottom()
    return QPolygonF(
        [
            QPointF(left + cut_x, top),
            QPointF(right - cut_x, top),
            QPointF(right, top + cut_y),
            QPointF(right, bottom - cut_y),
            QPointF(right - cut_x, bottom),
            QPointF(left + cut_x, bottom),
            QPointF(left, bottom - cut_y),
            QPointF(left, top + cut_y),
        ]
    )

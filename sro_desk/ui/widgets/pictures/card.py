"""The card that each picture is drawn on; its edge shows the focus."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from sro_desk.ui.theme import Theme


def paint_card(painter: QPainter, theme: Theme, where: QRect, *, focus: bool) -> None:
    """Fill `where` but for its corners."""
    colours = theme.colours
    painter.setPen(QPen(QColor(colours.accent if focus else colours.line), 2 if focus else 1))
    painter.setBrush(QColor(colours.base))
    painter.drawRoundedRect(QRectF(where).adjusted(1, 1, -1, -1), 8, 8)

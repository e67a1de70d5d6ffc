"""The program's own line icons: SVG files drawn in the colour asked for."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sro_desk.ui import first_icons

_SIZES = (16, 20, 32, 48)  # pixels; Qt scales down from the next larger one


def icon(name: str, colour: QColor, disabled: QColor) -> QIcon:
    """An icon in one colour, and in another where it cannot be used."""
    made = QIcon()
    for size in _SIZES:
        drawn = pixmap(name, colour, size)
        made.addPixmap(drawn, QIcon.Mode.Normal)
        made.addPixmap(drawn, QIcon.Mode.Selected)  # else the style tints it
        made.addPixmap(pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: QColor, size: int, scale: float = 1.0) -> QPixmap:
    """A square picture of `size` device-independent pixels."""
    drawn = QPixmap(QSize(round(size * scale), round(size * scale)))
    drawn.setDevicePixelRatio(scale)
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    paint(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return drawn


def paint(painter: QPainter, name: str, colour: QColor, where: QRectF) -> None:
    """Draw an icon sharply at any scale."""
    _renderer(name, colour.name()).render(painter, where)


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(first_icons.svg(name, colour))

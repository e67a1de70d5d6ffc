"""The icons of the first paint: drawn by Qt's own reader of SVG, before QPainter is imported."""

from PySide6.QtGui import QIcon, QPixmap

from sro_desk import resources


def icon(name: str, colour: str) -> QIcon:
    """An icon in the one size that toolbar and sidebar need, 20 pixels; `colour` is `#rrggbb`."""
    drawn = QPixmap()
    drawn.loadFromData(svg(name, colour), "svg")
    return QIcon(drawn)


def svg(name: str, colour: str) -> bytes:
    """The picture of a shipped icon in a colour."""
    text = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).encode()

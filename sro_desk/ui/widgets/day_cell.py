"""Draws one date of the year calendar; the legend draws the same cells."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from sro_desk.domain.codes import DayKind, Light
from sro_desk.ui.theme import Colours

_ROUND = 4.0  # pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """How a date looks: full is served, hatched is booked; grey ones belong to others."""

    words: str  # its number
    kind: DayKind | None = None
    elsewhere: bool = False  # counted under another assignment only
    closed: bool = False  # weekend or holiday
    holiday: bool = False
    outside: bool = False  # of the chosen assignment
    today: bool = False
    sixtieth: bool = False
    projected: bool = False
    selected: bool = False
    cursor: bool = False


def paint_day(painter: QPainter, where: QRectF, cell: DayCell, colours: Colours) -> None:
    """Draw a date into its cell."""
    inner = where.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(Qt.PenStyle.NoPen)
    if cell.selected:
        painter.fillRect(where, QColor(colours.selected))
    elif cell.closed:
        painter.fillRect(where, QColor(colours.window))
    _paint_kind(painter, inner, cell, colours)
    _paint_ring(painter, inner, cell, colours)
    _paint_number(painter, where, cell, colours)
    if cell.holiday and cell.kind is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.muted))
        painter.drawEllipse(QRectF(where.center().x() - 1.5, where.bottom() - 5, 3, 3))
    if cell.cursor:
        painter.setPen(QPen(QColor(colours.text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), _ROUND, _ROUND)


def _paint_kind(painter: QPainter, inner: QRectF, cell: DayCell, colours: Colours) -> None:
    if cell.kind is None:
        return
    colour = QColor(colours.muted if cell.elsewhere else colours.accent)
    painter.setPen(QPen(colour, 1))
    if cell.kind is DayKind.SERVED:
        painter.setBrush(colour)
        painter.drawRoundedRect(inner, _ROUND, _ROUND)
        return
    painter.setBrush(QColor(colours.base))
    painter.drawRoundedRect(inner, _ROUND, _ROUND)
    colour.setAlphaF(0.45)
    painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(inner, _ROUND, _ROUND)


def _paint_ring(painter: QPainter, inner: QRectF, cell: DayCell, colours: Colours) -> None:
    """The 60th day has a thick ring, a projected one a dashed, today a thin."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if cell.sixtieth or cell.projected:
        style = Qt.PenStyle.SolidLine if cell.sixtieth else Qt.PenStyle.DashLine
        colour = QColor(colours.lights[Light.RED if cell.sixtieth else Light.AMBER])
        painter.setPen(QPen(colour, 2.5, style))
        painter.drawRoundedRect(inner, _ROUND, _ROUND)
    elif cell.today and not cell.cursor:
        painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(inner, _ROUND, _ROUND)


def _paint_number(painter: QPainter, where: QRectF, cell: DayCell, colours: Colours) -> None:
    font = QFont(painter.font())
    font.setBold(cell.today or cell.sixtieth)
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(_ink(cell, colours)))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, cell.words)
    painter.restore()


def _ink(cell: DayCell, colours: Colours) -> str:
    if cell.kind is DayKind.SERVED:
        return colours.base if cell.elsewhere else colours.on_accent
    if cell.kind is DayKind.BOOKED:
        return colours.text
    if cell.outside:
        return colours.disabled
    return colours.muted if cell.closed else colours.text

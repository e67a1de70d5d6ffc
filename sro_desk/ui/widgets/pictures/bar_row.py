"""One bar with the texts around it, and how it is drawn beside others of one picture."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from sro_desk.ui.theme import GAP, Theme

SIDE = GAP + GAP // 2  # pixels left free at either end
_BAR = 14.0  # pixels, its height
_LABEL_SHARE, _BESIDE_SHARE = 0.34, 0.36  # of the width, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """One bar; `key` is told when it is pressed."""

    key: Hashable
    label: str
    more: str  # after the label, quieter
    beside: str
    told: tuple[str, ...]  # the row in full: a heading and sentences
    paint: Callable[[QPainter, QRectF], None]


class RowDrawing:
    """Paints rows below each other in the same columns; made for one paint."""

    def __init__(self, painter: QPainter, theme: Theme, rows: Sequence[BarRow], width: int) -> None:
        self._painter = painter
        self._colours = theme.colours
        self._plain = QFont(painter.font())
        self._bold = QFont(painter.font())
        self._bold.setBold(True)
        self._width = width
        self._label, self._beside = self._columns(rows)

    def row(self, row: BarRow, place: QRectF, *, current: bool, marked: bool) -> None:
        """Label, bar and words, on a band where the row is in question."""
        painter = self._painter
        if current or marked:
            painter.setPen(QColor(self._colours.accent) if marked else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colours.selected))
            painter.drawRoundedRect(place.adjusted(4, 1, -4, -1), 4, 4)
        right, bar = self._width - SIDE, SIDE + self._label + GAP
        self._paint_label(row, QRectF(SIDE, place.top(), self._label, place.height()))
        room = max(1.0, right - self._beside - GAP - bar)
        row.paint(painter, QRectF(bar, place.center().y() - _BAR / 2, room, _BAR))
        painter.setFont(self._plain)
        painter.setPen(QColor(self._colours.text))
        words = QRectF(right - self._beside, place.top(), self._beside, place.height())
        self._paint_text(row.beside, words)

    def words(self, words: str, place: QRect) -> None:
        """What is said where there is no row."""
        self._painter.setPen(QColor(self._colours.muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        self._painter.drawText(place.adjusted(SIDE, 0, -SIDE, 0), flags, words)

    def _paint_label(self, row: BarRow, place: QRectF) -> None:
        self._painter.setFont(self._bold)
        self._painter.setPen(QColor(self._colours.text))
        self._paint_text(row.label, place)
        taken = QFontMetrics(self._bold).horizontalAdvance(row.label) + GAP
        if row.more and place.width() - taken > 4 * GAP:
            self._painter.setFont(self._plain)
            self._painter.setPen(QColor(self._colours.muted))
            self._paint_text(row.more, place.adjusted(taken, 0, 0, 0))

    def _paint_text(self, text: str, place: QRectF) -> None:
        room = int(place.width())
        cut = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(place, flags, cut)

    def _columns(self, rows: Sequence[BarRow]) -> tuple[int, int]:
        """How wide labels and words are: as they need, up to a share of the width."""
        plain, bold = QFontMetrics(self._plain), QFontMetrics(self._bold)
        label = beside = 0
        for row in rows:
            more = plain.horizontalAdvance(row.more) + GAP if row.more else 0
            label = max(label, bold.horizontalAdvance(row.label) + more + 2)
            beside = max(beside, plain.horizontalAdvance(row.beside) + 2)
        return (
            min(label, int(self._width * _LABEL_SHARE)),
            min(beside, int(self._width * _BESIDE_SHARE)),
        )

"""The contact days of each substitute on one scale, with a mark at the limit."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from sro_desk.domain.codes import Light
from sro_desk.domain.exports.contact_days import YearLog
from sro_desk.domain.exports.pictures.substitutes import (
    SubstituteYear,
    days_words,
    in_words,
    room_of,
)
from sro_desk.ui.theme import Theme
from sro_desk.ui.widgets.day_meter import PATTERNS, paint_days, paint_part
from sro_desk.ui.widgets.pictures.bar_picture import BarPicture
from sro_desk.ui.widgets.pictures.bar_row import BarRow
from sro_desk.ui.widgets.pictures.legend import Key

_OVER = 4.0  # pixels by which the mark is taller than a bar
_PARTS = ("Served", "Booked", "Booked, no date yet")
_NOTHING = (
    "No substitute serves in {}. An officer is assigned as a substitute on the Officers page."
)


class SubstituteBars(BarPicture):
    """A press shows the officer."""

    pressed = Signal(object)  # OfficerId

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Contact days of substitutes", parent)
        self.rows.pressed.connect(self.pressed)

    def show_years(self, shown: Sequence[SubstituteYear], school_year: str) -> None:
        """Draw the substitutes of a school year."""
        title = f"{school_year[:1].lower()}{school_year[1:]}"
        room = room_of(shown)
        rows = [self._row(each, room) for each in shown]
        keys = self._keys(school_year, shown[0].log.limit) if shown else []
        words = f"{school_year}. {in_words(shown)}"
        self.show_bars(rows, keys, words, _NOTHING.format(title))

    def _row(self, each: SubstituteYear, room: float) -> BarRow:
        log = each.log
        sentences = tuple(filter(None, (log.counted, log.outlook)))
        return BarRow(
            key=each.officer,
            label=each.name,
            more="",
            beside=days_words(log),
            told=(each.name, *sentences, "Enter or a click shows the officer."),
            paint=partial(self._paint_bar, log, room),
        )

    def _keys(self, school_year: str, limit: int) -> list[Key]:
        parts = [
            Key(words, partial(self._paint_swatch, pattern))
            for words, pattern in zip(_PARTS, PATTERNS, strict=True)
        ]
        return [Key(school_year), *parts, Key(f"{limit} days: V.D no longer exempts", self._mark)]

    def _paint_bar(self, log: YearLog, room: float, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(QColor(self._theme.colours.line), 1))
        painter.setBrush(QColor(self._theme.colours.window))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        unit = place.width() / room
        paint_days(painter, self._theme, place, log, unit)
        self._paint_limit(painter, place, place.left() + log.limit * unit)

    def _paint_swatch(self, pattern: Qt.BrushStyle, painter: QPainter, place: QRectF) -> None:
        paint_part(painter, place, QColor(self._theme.colours.accent), pattern)

    def _mark(self, painter: QPainter, place: QRectF) -> None:
        self._paint_limit(painter, place.adjusted(0, _OVER, 0, -_OVER), place.center().x())

    def _paint_limit(self, painter: QPainter, place: QRectF, x: float) -> None:
        painter.setPen(QPen(self._theme.colour(Light.RED), 2))
        painter.drawLine(QPointF(x, place.top() - _OVER), QPointF(x, place.bottom() + _OVER))

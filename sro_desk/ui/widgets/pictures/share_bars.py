"""The officers of each district by how they stand: trained, due, overdue, exempt, not covered."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from sro_desk.domain.exports.pictures.shares import (
    LIGHTS,
    NOT_IN_THE_SHARE,
    DistrictShare,
    Standing,
    in_words,
    lengths,
    share_words,
    standing_words,
)
from sro_desk.domain.records import DistrictId, OfficerId
from sro_desk.ui.theme import GAP, Theme, mixed
from sro_desk.ui.widgets.light_marks import mark_of
from sro_desk.ui.widgets.pictures.bar_picture import BarPicture
from sro_desk.ui.widgets.pictures.bar_row import BarRow
from sro_desk.ui.widgets.pictures.legend import Key

_LEAST = 5.0  # pixels, one officer among hundreds
_MARK = 8.0  # pixels
_TINT = 0.16  # of a light in what is not full
_FULL = frozenset({Standing.TRAINED, Standing.OVERDUE})
_NOTHING = "Nobody serves at a school on {}. Officers are assigned on the Officers page."


class ShareBars(BarPicture):
    """A press on a district shows its officers only, another shows all again."""

    chosen = Signal(object)  # frozenset of OfficerId; empty shows all

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Officers trained, by district", parent)
        self._shares: Sequence[DistrictShare] = ()
        self._district: DistrictId | None = None
        self._told: frozenset[OfficerId] = frozenset()
        self.rows.pressed.connect(self._toggle)
        self.rows.let_go.connect(self.clear)

    def show_shares(self, shown: Sequence[DistrictShare], on: str) -> None:
        """Draw them as of the day `on`; the chosen district stays chosen while it is there."""
        self._shares = shown
        found = {standing for share in shown for standing, _ in share.parts()}
        keys = [self._key(each) for each in Standing if each in found]
        self.show_bars(list(map(self._row, shown)), keys, in_words(shown), _NOTHING.format(on))
        self._choose(self._district)

    @Slot()
    def clear(self) -> None:
        """Show all officers again."""
        self._choose(None)

    @Slot(object)
    def _toggle(self, district: DistrictId) -> None:
        self._choose(None if district == self._district else district)

    def _choose(self, district: DistrictId | None) -> None:
        there = {share.district: share.officers for share in self._shares}
        self._district = district if district in there else None
        self.rows.mark(self._district)
        officers = frozenset() if self._district is None else there[self._district]
        if officers != self._told:
            self._told = officers
            self.chosen.emit(officers)

    def _row(self, share: DistrictShare) -> BarRow:
        words = share_words(share)
        return BarRow(
            key=share.district,
            label=share.label,
            more="" if share.label == share.name else share.name,
            beside=words,
            told=(share.title, f"{words[:1].upper()}{words[1:]}.", NOT_IN_THE_SHARE),
            paint=partial(self._paint_bar, share),
        )

    def _key(self, standing: Standing) -> Key:
        return Key(standing_words(standing), partial(self._paint_part, standing, ""))

    def _paint_bar(self, share: DistrictShare, painter: QPainter, place: QRectF) -> None:
        parts = share.parts()
        left = place.left()
        room = lengths([count for _, count in parts], place.width(), _LEAST)
        for (standing, count), length in zip(parts, room, strict=True):
            part = QRectF(left, place.top(), max(1.0, length - 1.5), place.height())
            self._paint_part(standing, f"{count:,}", painter, part)
            left += length

    def _paint_part(self, standing: Standing, count: str, painter: QPainter, place: QRectF) -> None:
        """Full or light, edged or dashed, with the mark of the light and the number in it."""
        full, base = self._theme.colour(LIGHTS[standing]), QColor(self._theme.colours.base)
        dashed = standing is Standing.UNCOVERED
        fill = full if standing in _FULL else mixed(full, base, _TINT)
        painter.setPen(QPen(full, 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        painter.setBrush(QBrush(base) if dashed else QBrush(fill))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        ink = base if standing in _FULL else full
        font = QFont(painter.font())
        font.setBold(bool(count))
        painter.setFont(font)
        number = painter.fontMetrics().horizontalAdvance(count)
        marked = place.width() >= number + _MARK + (GAP if count else 0)
        room = number + (_MARK + GAP / 2 if marked and count else _MARK if marked else 0)
        if room > place.width():
            return
        left = place.center().x() - room / 2
        if marked:
            mark = QRectF(left, place.center().y() - _MARK / 2, _MARK, _MARK)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawPath(mark_of(LIGHTS[standing], mark))
            left += _MARK + GAP / 2
        painter.setPen(ink)
        words = QRectF(left, place.top() - 4, number + 2, place.height() + 8)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, count)

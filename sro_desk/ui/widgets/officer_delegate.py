"""Draws an officer of the list in two lines: light and name, then status, districts and badge."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from sro_desk.domain.words import status_words
from sro_desk.services.findings import OverviewRow
from sro_desk.ui import icons
from sro_desk.ui.models.table import RowRole
from sro_desk.ui.theme import GAP, LIGHT_ICONS, Theme
from sro_desk.ui.widgets.cell_delegate import ICON, CellDelegate


class OfficerDelegate(CellDelegate):
    """Light and name; below them the status in words, districts and badge."""

    def __init__(self, theme: Theme, table: QAbstractItemView) -> None:
        super().__init__(theme, table)
        self._colours = theme
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row's ground, and two lines upon it."""
        row: OverviewRow = index.data(RowRole)
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        light = row.finding.light
        seen = option.rect.intersected(self._table.viewport().rect())
        place = seen.adjusted(GAP, GAP // 2, -GAP, -GAP // 2)
        place.setHeight(option.rect.height() - GAP)
        place.moveTop(option.rect.top() + GAP // 2)
        picture = QRect(place.left(), place.top(), ICON, place.height() // 2)
        painter.save()
        painter.setClipRect(option.rect)
        icons.paint(
            painter, LIGHT_ICONS[light], self._colours.colour(light), _centred(picture).toRectF()
        )
        upper = place.adjusted(ICON + GAP, 0, 0, -place.height() // 2)
        lower = place.adjusted(ICON + GAP, place.height() // 2, 0, 0)
        self._draw(painter, upper, row.officer.sort_name, self._colours.colours.text, bold=True)
        self._draw_below(painter, lower, row)
        painter.restore()

    def _draw_below(self, painter: QPainter, place: QRect, row: OverviewRow) -> None:
        status, whole = _status(row), below_words(row)
        self._draw(painter, place, status, self._colours.colour(row.finding.light).name())
        rest = place.adjusted(painter.fontMetrics().horizontalAdvance(status), 0, 0, 0)
        self._draw(painter, rest, whole.removeprefix(status), self._colours.colours.muted)

    def _draw(
        self, painter: QPainter, place: QRect, words: str, colour: str, *, bold: bool = False
    ) -> None:
        font = QFont(painter.font())
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        elided = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, max(0, place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, elided)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), 2 * option.fontMetrics.height() + 2 * GAP)


def _centred(place: QRect) -> QRect:
    square = QRect(0, 0, ICON, ICON)
    square.moveCenter(place.center())
    return square


def below_words(row: OverviewRow) -> str:
    """The second line: "Overdue  ·  ISD 0196  ·  Badge 12"."""
    badge = f"Badge {row.officer.badge}" if row.officer.badge else ""
    return "  ·  ".join(filter(None, (_status(row), ", ".join(row.districts), badge)))


def _status(row: OverviewRow) -> str:
    return "Voided" if row.officer.voided else status_words(row.finding.status)

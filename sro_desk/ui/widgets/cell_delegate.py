"""Draws table cells: a status as icon, word and colour; an icon before a text; struck text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sro_desk.domain.codes import Light
from sro_desk.ui.models.table import IconRole, LightRole, StruckRole
from sro_desk.ui.theme import GAP, LIGHT_ICONS, Theme

ICON = 16  # pixels


class CellDelegate(QStyledItemDelegate):
    """The delegate of every table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave room for the icon; a light colours its word."""
        super().initStyleOption(option, index)
        if index.data(StruckRole):
            _strike(option, QColor(self._theme.colours.muted))
        light = index.data(LightRole)
        name = index.data(IconRole) if light is None else LIGHT_ICONS[Light(light)]
        if light is not None:
            option.palette.setColor(option.palette.ColorRole.Text, self._theme.colour(Light(light)))
            option.palette.setColor(
                option.palette.ColorRole.HighlightedText, self._theme.colour(Light(light))
            )
        if name:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(ICON, ICON)
            option.icon = (
                self._theme.icon(name) if light is None else self._theme.light_icon(Light(light))
            )

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Wide enough for icon and word."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + GAP, max(hint.height(), 4 * GAP))


def _strike(option: QStyleOptionViewItem, colour: QColor) -> None:
    option.font.setStrikeOut(True)
    for role in (option.palette.ColorRole.Text, option.palette.ColorRole.HighlightedText):
        option.palette.setColor(role, colour)

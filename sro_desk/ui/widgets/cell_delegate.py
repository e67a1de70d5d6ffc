"""Draws table cells: a status as icon, word and colour; an icon before a text; struck text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sro_desk.ui.models.table import TableModel
from sro_desk.ui.theme import GAP, Theme

ICON = 16  # pixels


class CellDelegate(QStyledItemDelegate):
    """The delegate of every table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave room for the icon; a light colours its word.

        The row is looked up once: Qt would ask the model ten times a cell, and
        most of the time that a key takes in a long list would go into that.
        """
        model = index.model()
        if not isinstance(model, TableModel):
            super().initStyleOption(option, index)
            return
        row, column = model.row_at(index), model.columns[index.column()]
        if isinstance(index, QModelIndex):
            option.index = index
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.text = column.text(row)
        option.displayAlignment = column.align | Qt.AlignmentFlag.AlignVCenter
        if column.struck is not None and column.struck(row):
            _strike(option, QColor(self._theme.colours.muted))
        light = None if column.light is None else column.light(row)
        if light is not None:
            _colour(option, self._theme.colour(light))
            _add_icon(option, self._theme.light_icon(light))
        elif column.icon is not None and (name := column.icon(row)):
            _add_icon(option, self._theme.icon(name))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Wide enough for icon and word."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + GAP, max(hint.height(), 4 * GAP))


def _add_icon(option: QStyleOptionViewItem, icon: QIcon) -> None:
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
    option.decorationSize = QSize(ICON, ICON)
    option.icon = icon


def _strike(option: QStyleOptionViewItem, colour: QColor) -> None:
    option.font.setStrikeOut(True)
    _colour(option, colour)


def _colour(option: QStyleOptionViewItem, colour: QColor) -> None:
    for role in (option.palette.ColorRole.Text, option.palette.ColorRole.HighlightedText):
        option.palette.setColor(role, colour)

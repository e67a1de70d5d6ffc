"""Draws the last cell of a row as a button, and is pressed like one."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from sro_desk.ui.models.table import RowRole
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.cell_delegate import CellDelegate


class StepDelegate(CellDelegate):
    """A cell without words has no button; `pressed` hands out the row."""

    pressed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._colours = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The cell's ground, and a button upon it."""
        words = str(index.data() or "")
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        if not words:
            return
        colours, place = self._colours.colours, self._button(option.rect, option, words)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(QColor(colours.hover if over else colours.base))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(colours.accent))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A click on the button presses it; one beside it only selects."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            words = str(index.data() or "")
            inside = self._button(option.rect, option, words).contains(event.position().toPoint())
            if words and inside and event.type() == QEvent.Type.MouseButtonRelease:
                self.pressed.emit(index.data(RowRole))
                return True
        return super().editorEvent(event, model, option, index)

    def _button(self, cell: QRect, option: QStyleOptionViewItem, words: str) -> QRect:
        wide = option.fontMetrics.horizontalAdvance(words) + 3 * GAP
        high = min(cell.height() - GAP // 2, option.fontMetrics.height() + GAP)
        top = cell.top() + (cell.height() - high) // 2
        return QRect(cell.left() + GAP // 2, top, min(wide, cell.width() - GAP), high)

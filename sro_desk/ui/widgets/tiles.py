"""Four tiles, a light each: how many officers, and a filter that is switched by a press."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from sro_desk.domain.codes import Light
from sro_desk.domain.sentences import light_words
from sro_desk.ui import icons
from sro_desk.ui.theme import GAP, LIGHT_ICONS, Theme, mixed

_ORDER = (Light.RED, Light.AMBER, Light.GREEN, Light.GREY)
_ICON = 28  # pixels
_EDGE = 4  # pixels of full colour at the left


class LightTile(QAbstractButton):
    """Icon, count and word of one light; pressed while it filters."""

    def __init__(self, theme: Theme, light: Light, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.light = light
        self._theme = theme
        self._count: int | None = None
        self.setText(light_words(light))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()
        self.toggled.connect(self._name)
        theme.changed.connect(self.update)

    @property
    def count(self) -> int | None:
        """The officers of this light; None before it is known."""
        return self._count

    def show_count(self, count: int) -> None:
        """Show how many officers have this light."""
        self._count = count
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """A line of large and a line of small type."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + _ICON + 6 * GAP, self._height())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour(self.light)
        self._paint_card(painter, colour)
        self._paint_words(painter, colour)
        painter.end()

    @Slot()
    def _name(self) -> None:
        count = "" if self._count is None else f"{self._count:,}"
        officers = "officer" if self._count == 1 else "officers"
        self.setAccessibleName(f"{self.text()}: {count} {officers}")
        shown = "Only these are shown; press to show all" if self.isChecked() else ""
        self.setAccessibleDescription(shown or "Press to show only these")
        self.setToolTip(self.accessibleDescription())

    def _paint_card(self, painter: QPainter, colour: QColor) -> None:
        colours = self._theme.colours
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill = QColor(colours.hover if self.underMouse() else colours.base)
        if self.isChecked():
            fill = mixed(colour, QColor(colours.base), 0.16)
        painter.setPen(QPen(colour if self.isChecked() else QColor(colours.line), 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(inside, 8, 8)
        painter.save()
        painter.setClipRect(QRectF(inside.left(), inside.top(), _EDGE, inside.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(inside, 8, 8)
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, 8, 8)

    def _paint_words(self, painter: QPainter, colour: QColor) -> None:
        left = 2 * GAP + _EDGE
        top = (self.height() - _ICON) / 2
        icons.paint(painter, LIGHT_ICONS[self.light], colour, QRectF(left, top, _ICON, _ICON))
        left += _ICON + 2 * GAP
        large, small = self._fonts()
        width = self.width() - left - GAP
        painter.setFont(large)
        number = QRect(left, GAP, width, painter.fontMetrics().height())
        painter.setPen(colour)
        shown = "–" if self._count is None else f"{self._count:,}"
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(small)
        below = QRect(left, number.bottom() + 1, width, painter.fontMetrics().height())
        painter.setPen(QColor(self._theme.colours.text))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _fonts(self) -> tuple[QFont, QFont]:
        large = QFont(self.font())
        large.setPointSizeF(self.font().pointSizeF() * 1.7)
        large.setBold(True)
        return large, self.font()

    def _height(self) -> int:
        return round(self.fontMetrics().height() * 2.7) + 2 * GAP


class Tiles(QWidget):
    """The four lights side by side; with none pressed all officers are shown."""

    chosen = Signal(object)  # frozenset of Light; empty shows all

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = {light: LightTile(theme, light) for light in _ORDER}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._columns = 0
        self._arrange(len(_ORDER))
        for tile in self.tiles.values():
            tile.toggled.connect(self._tell)

    @property
    def lights(self) -> frozenset[Light]:
        """The lights pressed."""
        return frozenset(light for light, tile in self.tiles.items() if tile.isChecked())

    def show_counts(self, counts: Mapping[Light, int]) -> None:
        """Show how many officers each light has."""
        for light, tile in self.tiles.items():
            tile.show_count(counts[light])

    def clear(self) -> None:
        """Press none."""
        for tile in self.tiles.values():
            tile.setChecked(False)

    def minimumSizeHint(self) -> QSize:
        """Two tiles fit side by side."""
        widest = max(tile.sizeHint().width() for tile in self.tiles.values())
        return QSize(2 * widest + GAP, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines where one would cut the words."""
        super().resizeEvent(event)
        widest = max(tile.sizeHint().width() for tile in self.tiles.values())
        self._arrange(4 if self.width() >= 4 * widest + 3 * GAP else 2)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.lights)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(len(_ORDER)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()

"""A status as icon, word and colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sro_desk.domain.codes import Light
from sro_desk.ui import icons
from sro_desk.ui.theme import GAP, LIGHT_ICONS, Theme

_ICON = 16  # pixels


class StatusChip(QWidget):
    """The word stands on a tint of its colour, so that neither is needed to read the other."""

    def __init__(
        self,
        theme: Theme,
        light: Light = Light.GREY,
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._light = light
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(light, words)
        theme.changed.connect(self.update)

    def show_status(self, light: Light, words: str) -> None:
        """Show a status."""
        self._light, self._words = light, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word and room around them."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._words) + _ICON + 3 * GAP
        return QSize(width, max(_ICON, metrics.height()) + GAP)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour(self._light)
        tint = QColor(colour)
        tint.setAlphaF(0.12)
        painter.setBrush(tint)
        painter.setPen(colour)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        top = (self.height() - _ICON) / 2
        icons.paint(painter, LIGHT_ICONS[self._light], colour, QRectF(GAP, top, _ICON, _ICON))
        words = self.rect().adjusted(GAP + _ICON + GAP // 2, 0, -GAP, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()

"""What the parts of the bars mean, each drawn as it is in a bar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.pictures.bar_row import SIDE

_SWATCH = 22.0  # pixels wide
_HIGH = 14.0  # pixels


@dataclass(frozen=True, slots=True)
class Key:
    """One entry; without `paint` it is words alone."""

    words: str
    paint: Callable[[QPainter, QRectF], None] | None = None


class Legend(QWidget):
    """Goes on in a second line where the first is full."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: Sequence[Key] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Explain these."""
        self._keys = keys
        self.setAccessibleName("Legend: " + ", ".join(key.words for key in keys) if keys else "")
        self.setVisible(bool(keys))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As many lines as the width asks for."""
        places = self._places()
        return QSize(36 * GAP, round(max((each.bottom() for each in places), default=0.0)))

    def minimumSizeHint(self) -> QSize:
        """No entry is cut off."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The number of lines may be another."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key, place in zip(self._keys, self._places(), strict=True):
            words = place
            if key.paint is not None:
                swatch = QRectF(place.left(), place.center().y() - _HIGH / 2, _SWATCH, _HIGH)
                key.paint(painter, swatch)
                words = place.adjusted(_SWATCH + GAP / 2, 0, 0, 0)
            painter.setPen(QColor(self._theme.colours.muted))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, key.words)
        painter.end()

    def _places(self) -> list[QRectF]:
        metrics, high = self.fontMetrics(), max(_HIGH, self.fontMetrics().height()) + GAP / 2
        places: list[QRectF] = []
        left, top = float(SIDE), GAP / 2
        for key in self._keys:
            wide = float(metrics.horizontalAdvance(key.words) + 2 * GAP)
            if key.paint is not None:
                wide += _SWATCH + GAP / 2
            if left > SIDE and left + wide > self.width():
                left, top = float(SIDE), top + high
            places.append(QRectF(left, top, wide, high))
            left += wide
        return places

"""A pane of options beside what they are for, or above it where there is no room beside."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.scrolled import Scrolled

_ANY = 16_777_215  # Qt's largest size
_OPTIONS_WIDTH = 40 * GAP
_BESIDE_FROM = 760  # pixels
_LEAST = 48 * GAP  # height of what the options are for


class BesideOrAbove(QWidget):
    """Beside, the options scroll by themselves; above, everything scrolls as one."""

    def __init__(self, options: QWidget, shown: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._left = Scrolled(options)
        shown.setMinimumHeight(_LEAST)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._row.setSpacing(2 * GAP)
        self._row.addWidget(self._left)
        self._row.addWidget(shown, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self._whole = Scrolled(inside)
        around.addWidget(self._whole)

    def bring_into_view(self, field: QWidget) -> None:
        """Scroll to a field on either side, once it is laid out."""
        QTimer.singleShot(0, field, lambda: self._scroll_to(field))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change sides where the room does."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE_FROM
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._left.setMaximumWidth(_OPTIONS_WIDTH if beside else _ANY)
        self._left.setMinimumWidth(_OPTIONS_WIDTH if beside else 0)
        self._left.setMinimumHeight(0 if beside else self._options.sizeHint().height())

    def _scroll_to(self, field: QWidget) -> None:
        for area in (self._left, self._whole):
            area.ensureWidgetVisible(field, 0, GAP)

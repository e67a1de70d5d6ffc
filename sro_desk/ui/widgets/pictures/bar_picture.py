"""A picture of bars on a card: the legend stays, the bars scroll below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.pictures.bar_row import BarRow
from sro_desk.ui.widgets.pictures.bar_rows import BarRows
from sro_desk.ui.widgets.pictures.card import paint_card
from sro_desk.ui.widgets.pictures.legend import Key, Legend

_EDGE = 2  # pixels, of the card
_LEAST_ROWS = 2  # in sight


class BarPicture(QWidget):
    """Its rows are walked through by keys; the one they are on is scrolled into sight."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.legend = Legend(theme)
        self.rows = BarRows(theme, name)
        self._scroll = QScrollArea()
        self.setFocusProxy(self.rows)
        self._lay_out()
        self.rows.installEventFilter(self)
        self.rows.moved.connect(self._show_row)
        theme.changed.connect(self.update)

    def show_bars(
        self, rows: Sequence[BarRow], keys: Sequence[Key], words: str, nothing: str
    ) -> None:
        """Draw these; `nothing` is said where there are none."""
        self.legend.show_keys(keys if rows else ())
        self.rows.show_rows(rows, words, nothing)

    def minimumSizeHint(self) -> QSize:
        """The legend and a row or two."""
        row = self.rows.fontMetrics().height() + GAP
        legend = self.legend.sizeHint().height() if not self.legend.isHidden() else 0
        return QSize(40 * GAP, legend + _LEAST_ROWS * row + 2 * _EDGE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The edge of the card shows where the keys are."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, self._theme, self.rect(), focus=self.rows.hasFocus())
        painter.end()

    @Slot(QRect)
    def _show_row(self, place: QRect) -> None:
        self._scroll.ensureVisible(0, place.center().y(), 0, place.height())

    def _lay_out(self) -> None:
        scroll = self._scroll
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        scroll.setWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(0)
        column.addWidget(self.legend)
        column.addWidget(scroll, 1)

"""The seven duties of IV.A: ticked in a form, or only read."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QGridLayout, QLabel, QWidget

from sro_desk.domain.contract_duties import CONTRACT_DUTIES, SHORT_DUTIES
from sro_desk.ui import icons
from sro_desk.ui.theme import GAP, Theme

_ICON = 16  # pixels
_ROWS = 4  # of the list to read, in two columns


class DutyTicks(QWidget):
    """Seven boxes whose words wrap; a click on the words ticks too."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {number: QCheckBox(f"({number})") for number in CONTRACT_DUTIES}
        self._lay_out()
        for box in self._boxes.values():
            box.toggled.connect(self.changed)

    @property
    def ticked(self) -> frozenset[int]:
        """The numbers of the duties ticked."""
        return frozenset(number for number, box in self._boxes.items() if box.isChecked())

    @ticked.setter
    def ticked(self, duties: Collection[int]) -> None:
        for number, box in self._boxes.items():
            box.setChecked(number in duties)

    @Slot()
    def tick_all(self) -> None:
        """Tick every duty, as most contracts name them all."""
        self.ticked = frozenset(CONTRACT_DUTIES)

    def _lay_out(self) -> None:
        grid = _grid(self)
        for row, (number, box) in enumerate(self._boxes.items()):
            words = CONTRACT_DUTIES[number]
            box.setAccessibleName(f"Duty {number}: {words}")
            grid.addWidget(box, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_Words(words, box), row, 1)
        self.setFocusProxy(self._boxes[1])


class DutyList(QWidget):
    """The same to read, in short: an icon and a word each for what the contract has and has not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._duties: frozenset[int] = frozenset()
        self._pictures = {number: QLabel() for number in CONTRACT_DUTIES}
        self._words = {
            number: QLabel(f"({number}) {words}") for number, words in SHORT_DUTIES.items()
        }
        self._lay_out()
        self.show_duties(())
        theme.changed.connect(self._draw)

    def show_duties(self, duties: Collection[int]) -> None:
        """Show which of the seven a contract has."""
        self._duties = frozenset(duties)
        for number, label in self._words.items():
            has = number in self._duties
            label.setProperty("role", "" if has else "muted")
            label.style().polish(label)
            told = f"{'In' if has else 'Not in'} the contract: {CONTRACT_DUTIES[number]}"
            label.setToolTip(told)
            label.setAccessibleName(told)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        colours, ratio = self._theme.colours, self.devicePixelRatioF()
        for number, picture in self._pictures.items():
            has = number in self._duties
            colour = QColor(colours.text if has else colours.disabled)
            name = "check" if has else "close"
            picture.setPixmap(icons.pixmap(name, colour, _ICON, ratio))

    def _lay_out(self) -> None:
        grid = _grid(self)
        for place, number in enumerate(SHORT_DUTIES):
            row, column = place % _ROWS, 2 * (place // _ROWS)
            grid.addWidget(self._pictures[number], row, column)
            grid.addWidget(self._words[number], row, column + 1)
        grid.setColumnStretch(3, 1)


class _Words(QLabel):
    """The words beside a box, which are as good to click as the box."""

    def __init__(self, words: str, box: QAbstractButton) -> None:
        super().__init__(words)
        self._box = box
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, or take the tick off."""
        if self.rect().contains(event.position().toPoint()):
            self._box.toggle()
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)


def _grid(parent: QWidget) -> QGridLayout:
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, GAP // 2, 0, 0)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(GAP // 2)
    grid.setColumnStretch(1, 1)
    return grid

"""The schools of a district to be ticked; none ticked means the whole district."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from sro_desk.domain.records import School, SchoolId
from sro_desk.ui.theme import GAP

_SHOWN = 5  # lines


class SchoolTicks(QListWidget):
    """Space ticks the school under the cursor; with `one` a tick takes the place of the other."""

    changed = Signal()

    def __init__(self, *, one: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = one
        self.setAlternatingRowColors(False)
        line = self.fontMetrics().height() + GAP
        self.setFixedHeight(_SHOWN * line + GAP)
        self.itemChanged.connect(self._on_ticked)

    @property
    def ticked(self) -> tuple[SchoolId, ...]:
        """The schools ticked, in the order shown."""
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        )

    def show_schools(self, schools: Sequence[School], ticked: Sequence[SchoolId] = ()) -> None:
        """Offer these."""
        self.blockSignals(True)
        self.clear()
        for school in schools:
            item = QListWidgetItem(school.name, self)
            item.setData(Qt.ItemDataRole.UserRole, school.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            checked = Qt.CheckState.Checked if school.id in ticked else Qt.CheckState.Unchecked
            item.setCheckState(checked)
        self.blockSignals(False)
        self.changed.emit()

    @Slot(QListWidgetItem)
    def _on_ticked(self, ticked: QListWidgetItem) -> None:
        if self._one and ticked.checkState() == Qt.CheckState.Checked:
            self.blockSignals(True)
            for item in self._items():
                if item is not ticked:
                    item.setCheckState(Qt.CheckState.Unchecked)
            self.blockSignals(False)
        self.changed.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

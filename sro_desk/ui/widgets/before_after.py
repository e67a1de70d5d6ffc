"""One changed record, before and after side by side, with what differs in bold."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from sro_desk.domain.ledger_words import FieldChange

_HEADINGS = ("Field", "Before", "After")


class BeforeAfter(QTableWidget):
    """A small read-only table: field, before, after; text can be selected row by row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADINGS), parent)
        self.setHorizontalHeaderLabels(_HEADINGS)
        self.setAccessibleName("Before and after")
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)

    def show_changes(self, changes: Sequence[FieldChange]) -> None:
        """Show the fields, those that differ first."""
        ordered = sorted(changes, key=lambda change: not change.differs)
        self.setRowCount(len(ordered))
        for row, change in enumerate(ordered):
            for column, text in enumerate((change.field, change.before, change.after)):
                self.setItem(row, column, self._cell(text, bold=change.differs and column > 0))
        self.resizeRowsToContents()

    def _cell(self, text: str, *, bold: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text or "–")
        item.setToolTip(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if bold:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        return item

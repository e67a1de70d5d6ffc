"""A table that shares a page with others: it asks for no more height than it needs at least."""

from typing import TypeVar

from PySide6.QtCore import QSize, Slot

from sro_desk.ui.context import Context
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.table import Table

T = TypeVar("T")
_FEW, _SOME = 2, 3  # rows that are seen at least, where there are as many
_WORDS_OF_NONE = 25 * GAP  # pixels: what an empty list says
_FRAME = GAP // 2  # pixels, of its lines above and below


class CompactTable(Table[T]):
    """Grows with the page, and shrinks to two or three rows."""

    def __init__(self, context: Context, model: TableModel[T], name: str) -> None:
        super().__init__(context, model, name)
        self._fit()
        model.modelReset.connect(self._fit)

    def sizeHint(self) -> QSize:
        """As low as it may be."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    @Slot()
    def _fit(self) -> None:
        rows = self.model().rowCount()
        self.setMinimumHeight(self._height_of(rows) if rows else _WORDS_OF_NONE)

    def _height_of(self, rows: int) -> int:
        headings = self.horizontalHeader().sizeHint().height()
        seen = max(_FEW, min(rows, _SOME))
        return headings + seen * self.verticalHeader().defaultSectionSize() + _FRAME

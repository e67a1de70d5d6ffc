"""A table that shares a page with others: it asks for no more height than it needs at least."""

from typing import TypeVar

from PySide6.QtCore import QSize, Slot

from sro_desk.ui.context import Context
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.table import Table

T = TypeVar("T")
_SOME_ROWS = 18 * GAP  # pixels: the headings and three rows
_WORDS_OF_NONE = 25 * GAP  # pixels: what an empty list says


class CompactTable(Table[T]):
    """Grows with the page, and shrinks to three rows."""

    def __init__(self, context: Context, model: TableModel[T], name: str) -> None:
        super().__init__(context, model, name)
        self._fit()
        model.modelReset.connect(self._fit)

    def sizeHint(self) -> QSize:
        """As low as it may be."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    @Slot()
    def _fit(self) -> None:
        self.setMinimumHeight(_SOME_ROWS if self.model().rowCount() else _WORDS_OF_NONE)

"""A table is a list of columns: one model sorts and filters any rows, also a hundred thousand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sro_desk.domain.codes import Light
from sro_desk.domain.names import search_key

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

RowRole = Qt.ItemDataRole.UserRole + 1  # the whole row
LightRole = Qt.ItemDataRole.UserRole + 2  # Light or None: drawn as icon, word and colour
IconRole = Qt.ItemDataRole.UserRole + 3  # the name of a shipped icon, "" for none


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: `sort` gives the key where the text would sort wrongly, `width` is in pixels."""

    title: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    icon: Callable[[T], str] | None = None
    light: Callable[[T], Light | None] | None = None
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    tooltip: Callable[[T], str] | None = None
    width: int = 120
    shown: bool = True  # until the person chooses otherwise


class TableModel(QAbstractTableModel, Generic[T]):
    """Hands rows out by `RowRole`; order and filter are lists of numbers, not a proxy model.

    The filter looks through `row.search` where rows have it (as `names.search_key`
    folds it), else through the texts of all columns.
    """

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: Sequence[T] = ()
        self._texts: list[str] | None = None  # folded, for the filter; made when first needed
        self._order: Sequence[int] = ()  # every row, sorted
        self._visible: Sequence[int] = ()  # of `_order`, what the filter lets through
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._words: tuple[str, ...] = ()
        self._predicate: Callable[[T], bool] | None = None

    @property
    def rows(self) -> Sequence[T]:
        """Every row, filtered or not, as it was given."""
        return self._rows

    @property
    def visible_rows(self) -> list[T]:
        """The rows on screen, in their order there."""
        return [self._rows[number] for number in self._visible]

    @property
    def filtered(self) -> bool:
        """Whether some rows are hidden by the filter."""
        return len(self._visible) < len(self._rows)

    def show_rows(self, rows: Sequence[T]) -> None:
        """Replace every row; order and filter stay."""
        self.beginResetModel()
        self._rows = rows
        self._texts = None
        self._arrange()
        self._sift()
        self.endResetModel()

    def set_filter(self, typed: str) -> None:
        """Show the rows in which every typed word occurs."""
        words = tuple(search_key(typed).split())
        if words == self._words:
            return
        self.beginResetModel()
        self._words = words
        self._sift()
        self.endResetModel()

    def set_predicate(self, predicate: Callable[[T], bool] | None) -> None:
        """Show only the rows for which `predicate` is true, besides the filter."""
        self.beginResetModel()
        self._predicate = predicate
        self._sift()
        self.endResetModel()

    def row_at(self, index: _Index) -> T | None:
        """The row that an index belongs to."""
        return self._rows[self._visible[index.row()]] if index.isValid() else None

    def index_of(self, wanted: Callable[[T], bool]) -> QModelIndex:
        """Where the first visible row is for which `wanted` is true; invalid where none is."""
        for place, number in enumerate(self._visible):
            if wanted(self._rows[number]):
                return self.index(place, 0)
        return QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Visible rows."""
        return 0 if parent.isValid() else len(self._visible)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view shows of a cell."""
        if not index.isValid():
            return None
        row = self._rows[self._visible[index.row()]]
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == RowRole:
            return row
        if role == LightRole:
            return column.light(row) if column.light else None
        if role == IconRole:
            return column.icon(row) if column.icon else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip(row) if column.tooltip else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles, aligned as their cells."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 brings back the order in which the rows were given."""
        self.beginResetModel()
        self._sorted_by = None if column < 0 else (column, order)
        self._arrange()
        self._sift()
        self.endResetModel()

    def _arrange(self) -> None:
        if self._sorted_by is None:
            self._order = range(len(self._rows))
            return
        column, order = self.columns[self._sorted_by[0]], self._sorted_by[1]
        if column.sort is not None:
            keys = [column.sort(row) for row in self._rows]
        else:
            keys = [search_key(column.text(row)) for row in self._rows]
        backwards = order == Qt.SortOrder.DescendingOrder
        self._order = sorted(range(len(keys)), key=keys.__getitem__, reverse=backwards)

    def _sift(self) -> None:
        visible = self._order
        if self._words:
            texts = self._searched()
            for word in self._words:
                visible = [number for number in visible if word in texts[number]]
        if self._predicate is not None:
            rows, lets_through = self._rows, self._predicate
            visible = [number for number in visible if lets_through(rows[number])]
        self._visible = visible

    def _searched(self) -> list[str]:
        if self._texts is None:
            if self._rows and hasattr(self._rows[0], "search"):
                self._texts = [row.search for row in self._rows]  # type: ignore[attr-defined]  # looked for above
            else:
                self._texts = [self._folded(row) for row in self._rows]
        return self._texts

    def _folded(self, row: T) -> str:
        return search_key(" ".join(column.text(row) for column in self.columns))

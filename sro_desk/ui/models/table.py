"""A table is a list of columns: one model sorts and filters any rows, also a hundred thousand."""

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sro_desk.domain.codes import Light
from sro_desk.domain.names import search_key

T = TypeVar("T")
Predicate = Callable[[T], bool]
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FEW = 8  # that many are looked up one by one

RowRole = Qt.ItemDataRole.UserRole + 1  # the whole row
LightRole = Qt.ItemDataRole.UserRole + 2  # Light or None: drawn as icon, word and colour
IconRole = Qt.ItemDataRole.UserRole + 3  # the name of a shipped icon, "" for none
StruckRole = Qt.ItemDataRole.UserRole + 4  # whether the text no longer counts: struck and muted


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: `sort` gives the key where the text would sort wrongly, `width` is in pixels."""

    title: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    icon: Callable[[T], str] | None = None
    light: Callable[[T], Light | None] | None = None
    struck: Callable[[T], bool] | None = None
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    tooltip: Callable[[T], str] | None = None
    width: int = 120
    shown: bool = True  # until the person chooses otherwise


class TableModel(QAbstractTableModel, Generic[T]):
    """Hands rows out by `RowRole`; order and filter are lists of numbers, not a proxy model.

    The filter looks through `row.search` where rows have it (as `names.search_key`
    folds it), else through the texts of all columns. Rows are looked through in
    the order in which they were given and put in order last: texts lie in memory
    as they were made, and following the order on screen takes twice the time.
    """

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: Sequence[T] = ()
        self._texts: list[str] | None = None  # folded, for the filter; made when first needed
        self._keys: dict[int, list[Any]] = {}  # by column, likewise for sorting
        self._order: Sequence[int] = ()  # the number of every row, sorted
        self._passing: Sequence[int] = ()  # the numbers that the predicates let through
        self._found: Sequence[int] = ()  # of those, the ones with every word
        self._visible: Sequence[int] = ()  # the same, sorted
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._words: tuple[str, ...] = ()
        self._predicates: tuple[Predicate[T], ...] = ()

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
        self._keys.clear()
        self._arrange()
        self._sift()
        self.endResetModel()

    def add_rows(self, rows: Sequence[T]) -> None:
        """Put rows after those there are; where nothing is sorted or hidden, a view stays put."""
        together = [*self._rows, *rows]
        if not rows or self._sorted_by is not None or self._words or self._predicates:
            self.show_rows(together)
            return
        self.beginInsertRows(_NOWHERE, len(self._rows), len(together) - 1)
        self._rows = together
        self._texts = None
        self._keys.clear()
        self._arrange()
        self._sift()
        self.endInsertRows()

    def set_filter(self, typed: str) -> None:
        """Show the rows in which every typed word occurs."""
        words = tuple(search_key(typed).split())
        if words == self._words:
            return
        self.beginResetModel()
        typed_on = all(any(old in new for new in words) for old in self._words)
        among = self._found if typed_on else self._passing
        known = self._words if typed_on else ()
        self._words = words
        self._find(among, [word for word in words if word not in known])
        self.endResetModel()

    def set_predicate(self, predicate: Predicate[T] | None) -> None:
        """Show only the rows for which `predicate` is true, besides the filter."""
        self.set_predicates(() if predicate is None else (predicate,))

    def set_predicates(self, predicates: Iterable[Predicate[T]]) -> None:
        """Show only the rows for which every one is true; faster than one that calls several."""
        self.beginResetModel()
        self._predicates = tuple(predicates)
        self._sift()
        self.endResetModel()

    def numbers_at(self, places: Iterable[int]) -> set[int]:
        """The numbers of visible rows; they hold while order and filter change."""
        return {self._visible[place] for place in places}

    def places_of(self, numbers: Collection[int]) -> list[int]:
        """Where rows of these numbers are visible now, from top to bottom."""
        if len(numbers) > _FEW:
            return [place for place, number in enumerate(self._visible) if number in numbers]
        found = (self._place_of(number) for number in numbers)
        return sorted(place for place in found if place is not None)

    def row_at(self, index: _Index) -> T | None:
        """The row that an index belongs to."""
        return self._rows[self._visible[index.row()]] if index.isValid() else None

    def rows_at(self, places: Iterable[int]) -> list[T]:
        """The visible rows at these places, counted from the top."""
        return [self._rows[self._visible[place]] for place in places]

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
        if role == StruckRole:
            return bool(column.struck and column.struck(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
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
        self._visible = self._in_order(self._found)
        self.endResetModel()

    def _place_of(self, number: int) -> int | None:
        try:
            return self._visible.index(number)
        except ValueError:
            return None

    def _arrange(self) -> None:
        if self._sorted_by is None:
            self._order = range(len(self._rows))
            return
        column, order = self._sorted_by
        if column not in self._keys:
            self._keys[column] = self._made_keys(self.columns[column])
        keys = self._keys[column]
        backwards = order == Qt.SortOrder.DescendingOrder
        self._order = sorted(range(len(keys)), key=keys.__getitem__, reverse=backwards)

    def _made_keys(self, column: Column[T]) -> list[Any]:
        if column.sort is not None:
            keys = list(map(column.sort, self._rows))
            # numbers made one after the other are compared in half the time of scattered ones
            return list(array("q", keys)) if set(map(type, keys)) == {int} else keys
        texts = [column.text(row) for row in self._rows]
        folded = {text: search_key(text) for text in set(texts)}  # many rows say the same
        ranks = {key: rank for rank, key in enumerate(sorted(set(folded.values())))}
        return [ranks[folded[text]] for text in texts]

    def _sift(self) -> None:
        rows = self._rows
        numbers: Sequence[int] = range(len(rows))
        for lets_through in self._predicates:
            numbers = [number for number in numbers if lets_through(rows[number])]
        self._passing = numbers
        self._find(numbers, self._words)

    def _find(self, numbers: Sequence[int], words: Iterable[str]) -> None:
        """Of `numbers`, keep those whose texts have every word: rare ones first."""
        for word in sorted(words, key=len, reverse=True):
            texts = self._searched()
            numbers = [number for number in numbers if word in texts[number]]
        self._found = numbers
        self._visible = self._in_order(numbers)

    def _in_order(self, numbers: Sequence[int]) -> Sequence[int]:
        if self._sorted_by is None:
            return numbers
        if len(numbers) == len(self._order):
            return self._order
        chosen = bytearray(len(self._order))  # a set would take twice the time
        for number in numbers:
            chosen[number] = True
        return [number for number in self._order if chosen[number]]

    def _searched(self) -> list[str]:
        if self._texts is None:
            if self._rows and hasattr(self._rows[0], "search"):
                self._texts = [row.search for row in self._rows]  # type: ignore[attr-defined]  # looked for above
            else:
                self._texts = [self._folded(row) for row in self._rows]
        return self._texts

    def _folded(self, row: T) -> str:
        return search_key(" ".join(column.text(row) for column in self.columns))

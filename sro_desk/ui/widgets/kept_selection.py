"""What is selected in a table outlives a filter, a sort and a reload, also of very many rows."""

from collections.abc import Callable, Iterator, Sequence, Set
from itertools import groupby
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from sro_desk.ui.models.table import TableModel

_Numbers = Set[int]
_NONE: _Numbers = frozenset()


class KeptSelection:
    """Keeps numbers of rows; only a reload asks which of the new rows are the old ones."""

    def __init__(
        self, table: QTableView, model: TableModel[Any], *, gone: Callable[[], object]
    ) -> None:
        self._table = table
        self._model = model
        self._gone = gone  # called where the row under the cursor is not visible any more
        self._rows: Sequence[Any] = ()
        self._selected = _NONE
        self._current = _NONE

    def keep(self) -> None:
        """Before a reset: remember what is selected, and where the cursor is."""
        current = self._table.currentIndex()
        self._rows = self._model.rows
        self._selected = self._model.numbers_at(selected_places(self._table))
        self._current = self._model.numbers_at([current.row()] if current.isValid() else [])

    def restore(self) -> None:
        """After it: select the same rows again, as far as they are visible."""
        rows, selected, current = self._rows, self._selected, self._current
        self._rows, self._selected, self._current = (), _NONE, _NONE
        if not selected and not current:
            return
        if rows is not self._model.rows:
            selected = _renumbered(rows, selected, self._model.rows)
            current = _renumbered(rows, current, self._model.rows)
        self._select(self._model.places_of(selected))
        self._go_to(self._model.places_of(current))

    def _select(self, places: list[int]) -> None:
        last = len(self._model.columns) - 1
        selection = QItemSelection()
        for first, end in _runs(places):
            selection.select(self._model.index(first, 0), self._model.index(end, last))
        self._table.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _go_to(self, places: list[int]) -> None:
        if not places:
            self._gone()
            return
        index = self._model.index(places[0], 0)
        self._table.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self._table.scrollTo(index)


def selected_places(table: QTableView) -> set[int]:
    """Asked of the ranges: an index for each of a hundred thousand rows takes its time."""
    if not table.selectionModel():
        return set()
    selection = table.selectionModel().selection()
    runs = map(selection.at, range(selection.count()))
    return {place for run in runs for place in range(run.top(), run.bottom() + 1)}


def _renumbered(old: Sequence[Any], numbers: _Numbers, new: Sequence[Any]) -> set[int]:
    """The numbers of the same rows among those that took their place."""
    if not numbers:
        return set()
    keys = {_key(old[number]) for number in numbers}
    return {number for number, row in enumerate(new) if _key(row) in keys}


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Ascending places as runs, each from its first to its last."""
    for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        together = [place for _, place in run]
        yield together[0], together[-1]


def _key(row: object) -> object:
    """What tells a row from others after a reload: its id, its officer's, or the row itself."""
    for name in ("id", "seq", "write"):
        if hasattr(row, name):
            return getattr(row, name)
    for name in ("officer", "district", "entry"):
        if hasattr(row, name):
            return _key(getattr(row, name))
    return row

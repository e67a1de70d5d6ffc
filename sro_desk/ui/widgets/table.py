"""The one table view: sorts, copies, remembers its columns, and says what to do when empty."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from sro_desk.ui.context import Context
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.cell_delegate import CellDelegate
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.kept_selection import KeptSelection, selected_places

T = TypeVar("T")
_SHARED, _SIZED = "shared", "kept"  # how columns are remembered
_NARROWEST = 0.85  # of a column's own width, before the table scrolls sideways


class Table(QTableView, Generic[T]):
    """Shows a `TableModel`; `name` is under which the person's columns are remembered."""

    row_changed = Signal(object)  # the current row or None
    row_activated = Signal(object)  # Enter, or a double click
    selection_changed = Signal()

    def __init__(
        self, context: Context, model: TableModel[T], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._key = f"columns/{name}"
        self._shares_width = True  # until the person sizes a column
        self._sharing = False
        self._actions: tuple[QAction, ...] = ()
        self._empty: EmptyState | None = None
        self._empty_filtered = EmptyState(
            context.theme, "search", "Nothing matches", "Clear the search or the filter.", self
        )
        self._empty_filtered.hide()
        self.setModel(model)
        self._kept = KeptSelection(self, model, gone=lambda: self.row_changed.emit(None))
        self._lay_out()
        self._restore_columns()
        model.modelAboutToBeReset.connect(self._kept.keep)
        model.modelReset.connect(self._after_reset)
        self.activated.connect(self._activate)
        self.customContextMenuRequested.connect(self._show_menu)
        header = self.horizontalHeader()
        header.customContextMenuRequested.connect(self._show_columns_menu)
        header.sectionMoved.connect(self._keep_columns)
        header.sectionResized.connect(self._on_resized)
        header.sortIndicatorChanged.connect(self._keep_columns)

    @property
    def current_row(self) -> T | None:
        """The row under the cursor."""
        return self._model.row_at(self.currentIndex())

    @property
    def selected_rows(self) -> list[T]:
        """The rows selected, from top to bottom."""
        return self._model.rows_at(sorted(selected_places(self)))

    def say_when_empty(self, icon: str, title: str, words: str) -> EmptyState:
        """What an empty list says to do next; add a button to what is returned."""
        self._empty = EmptyState(self._context.theme, icon, title, words, self)
        self._empty.setGeometry(self.viewport().geometry())
        self._show_empty()
        return self._empty

    def when_nothing_matches(self, clear: QAction) -> None:
        """Offer the way back where search and filters leave nothing."""
        self._empty_filtered.add_button(clear)

    def set_row_actions(self, actions: Iterable[QAction]) -> None:
        """What can be done to a row: the context menu; their shortcuts work in the table."""
        self._actions = tuple(actions)
        for action in self._actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)

    def select(self, wanted: Callable[[T], bool]) -> bool:
        """Go to the first visible row for which `wanted` is true; False where there is none."""
        index = self._model.index_of(wanted)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Go to a row for the program: it is selected whatever keys are held meanwhile."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, tab-separated, with headings."""
        columns = [
            number
            for number in map(self.horizontalHeader().logicalIndex, range(len(self._model.columns)))
            if self._is_shown(number)
        ]
        shown = [self._model.columns[number] for number in columns]
        lines = [[column.title for column in shown]]
        lines += [[column.text(row) for column in shown] for row in self.selected_rows]
        text = "\n".join("\t".join(map(_one_line, line)) for line in lines)
        QGuiApplication.clipboard().setText(text + "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies, Enter activates, Ctrl+Enter is the dialog's; Tab leaves the table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self._activate(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns share the width; keep the words of an empty list in the middle."""
        super().resizeEvent(event)
        self._share_width()
        for empty in filter(None, (self._empty, self._empty_filtered)):
            empty.setGeometry(self.viewport().geometry())

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell which row is current now."""
        super().currentChanged(current, previous)
        self.row_changed.emit(self._model.row_at(current))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that other rows are selected."""
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def _lay_out(self) -> None:
        self.setItemDelegate(CellDelegate(self._context.theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        height = max(4 * GAP, self.fontMetrics().height() + 2 * GAP)
        self.verticalHeader().setDefaultSectionSize(height)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        # Else each heading asks each selected row, to be drawn: seconds for a hundred thousand.
        header.setSelectionModel(QItemSelectionModel(self._model, header))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _restore_columns(self) -> None:
        for number, column in enumerate(self._model.columns):
            self.setColumnWidth(number, column.width)
            self.setColumnHidden(number, not column.shown)
        header = self.horizontalHeader()
        kept = self._context.preferences.text(self._key)
        titles, _, sized = kept.partition("|")
        if titles == self._titles() and sized:
            header.restoreState(self._context.preferences.state(f"{self._key}.state"))
            self._model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
            self._shares_width = sized == _SHARED
        header.setStretchLastSection(not self._shares_width)

    @Slot()
    def _on_resized(self) -> None:
        if self._sharing:
            return
        if self._shares_width:
            self._shares_width = False
            self.horizontalHeader().setStretchLastSection(True)
        self._keep_columns()

    def _share_width(self) -> None:
        """Give each column its part of the width, by what it is wide by itself."""
        shown = [number for number in range(len(self._model.columns)) if self._is_shown(number)]
        own = sum(self._model.columns[number].width for number in shown)
        if not self._shares_width or not own:
            return
        width = max(self.viewport().width(), int(_NARROWEST * own))
        with self._not_by_person():
            for number in shown:
                part = width * self._model.columns[number].width // own
                self.setColumnWidth(number, part)
                width, own = width - part, own - self._model.columns[number].width

    @contextmanager
    def _not_by_person(self) -> Iterator[None]:
        self._sharing = True
        try:
            yield
        finally:
            self._sharing = False

    def _is_shown(self, number: int) -> bool:
        return not self.isColumnHidden(number)

    @Slot()
    def _keep_columns(self) -> None:
        sized = _SHARED if self._shares_width else _SIZED
        self._context.preferences.keep(self._key, f"{self._titles()}|{sized}")
        self._context.preferences.keep_state(
            self._key + ".state", self.horizontalHeader().saveState()
        )

    def _titles(self) -> str:
        return ";".join(column.title for column in self._model.columns)

    @Slot()
    def _after_reset(self) -> None:
        self._show_empty()
        self._kept.restore()

    def _show_empty(self) -> None:
        none = self._model.rowCount() == 0
        if self._empty is not None:
            self._empty.setVisible(none and not self._model.rows)
        self._empty_filtered.setVisible(none and bool(self._model.rows))

    @Slot(QModelIndex)
    def _activate(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.row_activated.emit(row)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(list(self._actions))
        if self._actions:
            menu.addSeparator()
        copy = menu.addAction("Copy")
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setEnabled(bool(self.selected_rows))
        copy.triggered.connect(self.copy)
        self._open(menu, self.viewport().mapToGlobal(place))

    @Slot(QPoint)
    def _show_columns_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for number, column in enumerate(self._model.columns):
            action = menu.addAction(column.title or "Status")
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.setEnabled(number > 0)
            action.toggled.connect(lambda on, number=number: self._show_column(number, shown=on))
        self._open(menu, self.horizontalHeader().mapToGlobal(place))

    def _show_column(self, number: int, *, shown: bool) -> None:
        with self._not_by_person():
            self.setColumnHidden(number, not shown)
        self._share_width()
        self._keep_columns()

    def _open(self, menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def _one_line(text: str) -> str:
    return " ".join(text.split())

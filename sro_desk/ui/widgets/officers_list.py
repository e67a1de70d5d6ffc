"""The roster as it is searched, sorted and filtered, two lines an officer."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.codes import Status
from sro_desk.domain.names import search_key
from sro_desk.domain.records import OfficerId
from sro_desk.domain.words import light_words
from sro_desk.services.findings import OverviewRow
from sro_desk.ui.context import Context
from sro_desk.ui.models.table import Column, TableModel
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.officer_delegate import OfficerDelegate, below_words
from sro_desk.ui.widgets.search_field import SearchField
from sro_desk.ui.widgets.table import Table

_ENDED = frozenset(
    (
        Status.ENDED_MET,
        Status.ENDED_MET_LATE,
        Status.ENDED_EXEMPT,
        Status.ENDED_LAPSED,
        Status.ENDED_UNMET,
    )
)
SERVING, FORMER, ROSTER, VOIDED_TOO = range(4)
_SHOWN = (
    ("Current", "Officers who serve, are to serve, or have no assignment yet"),
    ("Former", "Officers whose service or employment is over"),
    ("Everyone", "Every officer on the roster"),
    ("Voided too", "Also officers who were voided"),
)
_SORTED = (("By urgency", -1), ("By name", 0), ("By district", 1), ("By badge", 2))


def _told(row: OverviewRow) -> str:
    return f"{row.name}\n{light_words(row.finding.light)}\n{below_words(row)}"


COLUMNS: tuple[Column[OverviewRow], ...] = (
    Column("Officer", lambda row: row.officer.sort_name, tooltip=_told,
           sort=lambda row: search_key(row.officer.sort_name), width=280),
    Column("Districts", lambda row: ", ".join(row.districts), shown=False),
    Column("Badge", lambda row: row.officer.badge, sort=lambda row: row.officer.badge.zfill(12),
           shown=False),
)  # fmt: skip


class OfficersList(QWidget):
    """Tells which officer is current; the page asks for the rest."""

    officer_changed = Signal(object)  # OverviewRow or None
    opened = Signal(object)  # OverviewRow: Enter, or a double click
    voided_wanted = Signal()  # rows of voided officers are wanted, or not any more

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.search = SearchField(context.theme, "Search officers")
        self._kept: OfficerId | None = None  # stays in sight when a change makes it a former one
        self._everyone = QAction("Show everyone", self)
        self.shown = QComboBox()
        self.sorting = QComboBox()
        self.model: TableModel[OverviewRow] = TableModel(COLUMNS)
        self.table: Table[OverviewRow] = Table(context, self.model, "officers")
        self._lay_out()
        self._restore()
        self._connect()
        self._sift()
        self.table.when_nothing_matches(self._everyone)

    @property
    def current(self) -> OverviewRow | None:
        """The officer under the cursor."""
        return self.table.current_row

    @property
    def with_voided(self) -> bool:
        """Whether voided officers are to be among the rows."""
        return self.shown.currentIndex() == VOIDED_TOO

    def say_when_empty(self, icon: str, title: str, words: str) -> EmptyState:
        """What an empty roster says to do next."""
        return self.table.say_when_empty(icon, title, words)

    def show_rows(self, rows: tuple[OverviewRow, ...], wanted: OfficerId | None) -> bool:
        """Show the roster and go to `wanted`; else the cursor stays, or goes to the nearest.

        False where `wanted` is not among the rows.
        """
        place, before = self.table.currentIndex().row(), self.current
        self._kept = None if before is None else before.officer.id
        self.model.show_rows(rows)
        if wanted is not None and self.go_to(wanted):
            return True
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            nearest = min(max(place, 0), self.model.rowCount() - 1)
            self.table.setCurrentIndex(self.model.index(nearest, 0))
        return wanted is None

    def go_to(self, officer: OfficerId) -> bool:
        """Put the cursor on an officer, whatever hides the row; False where there is none."""
        rows = (row for row in self.model.rows if row.officer.id == officer)
        row = next(rows, None)
        if row is None:
            return False
        if self._select(officer):
            return True
        self.search.clear()
        self.model.set_filter("")
        if not self._select(officer):
            self.shown.setCurrentIndex(ROSTER if row.officer.voided is None else VOIDED_TOO)
        return self._select(officer)

    @Slot()
    def find(self) -> None:  # type: ignore[override]  # hides Qt's look-up of a window's number
        """Go to the search."""
        self.search.find()

    @Slot()
    def show_everyone(self) -> None:
        """Clear the search and show the whole roster."""
        self.search.clear()
        self.model.set_filter("")
        self.shown.setCurrentIndex(ROSTER)

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.model.set_filter(typed)
        self._keep_a_row()

    @Slot()
    def _sift(self) -> None:
        self._kept = None
        self._context.preferences.keep("officers/shown", self.shown.currentIndex())
        today = self._context.today()
        wanted: dict[int, Callable[[OverviewRow], bool] | None] = {
            SERVING: lambda row: (
                row.officer.voided is None
                and (not _is_former(row, today) or row.officer.id == self._kept)
            ),
            FORMER: lambda row: row.officer.voided is None and _is_former(row, today),
            ROSTER: lambda row: row.officer.voided is None,
            VOIDED_TOO: None,
        }
        self.model.set_predicate(wanted[self.shown.currentIndex()])
        self._keep_a_row()
        self.voided_wanted.emit()

    @Slot()
    def _sort(self) -> None:
        column = _SORTED[self.sorting.currentIndex()][1]
        self.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)

    def _select(self, officer: OfficerId) -> bool:
        return self.table.select(lambda row: row.officer.id == officer)

    def _keep_a_row(self) -> None:
        """One officer is always current while any is shown."""
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _restore(self) -> None:
        for place, (words, told) in enumerate(_SHOWN):
            self.shown.addItem(words)
            self.shown.setItemData(place, told, Qt.ItemDataRole.ToolTipRole)
        self.shown.setCurrentIndex(
            min(self._context.preferences.number("officers/shown", SERVING), ROSTER)
        )
        sorted_by = self.table.horizontalHeader().sortIndicatorSection()
        for place, (words, column) in enumerate(_SORTED):
            self.sorting.addItem(words)
            if column == sorted_by:
                self.sorting.setCurrentIndex(place)

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self._everyone.triggered.connect(self.show_everyone)
        self.shown.currentIndexChanged.connect(self._sift)
        self.sorting.currentIndexChanged.connect(self._sort)
        self.table.row_changed.connect(self.officer_changed)
        self.table.row_activated.connect(self.opened)

    def _lay_out(self) -> None:
        self.search.leads_to(self.table)
        self.shown.setAccessibleName("Officers shown")
        self.sorting.setAccessibleName("Order of the officers")
        for box in (self.shown, self.sorting):
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        table = self.table
        table.setAccessibleName("Officers")
        table.setSelectionMode(Table.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setItemDelegateForColumn(0, OfficerDelegate(self._context.theme, table))
        table.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 2 * GAP)
        choices = QHBoxLayout()
        choices.setSpacing(GAP // 2)
        choices.addWidget(self.shown, 1)
        choices.addWidget(self.sorting, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GAP, 2 * GAP, GAP, 2 * GAP)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.search)
        self._column.addLayout(choices)
        self._column.addWidget(table, 1)
        self.setMinimumWidth(30 * GAP)
        table.setMinimumHeight(14 * GAP)


def _is_former(row: OverviewRow, today: date) -> bool:
    """Whether the officer's service is over, or the employment."""
    left = row.officer.employed_to is not None and row.officer.employed_to < today
    return left or row.finding.status in _ENDED

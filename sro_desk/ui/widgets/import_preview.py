"""The rows of a spreadsheet and what becomes of each; a cell can be put right in its place."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sro_desk.domain.spreadsheets.preview import PlannedRow, Preview
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.ui.context import Context
from sro_desk.ui.models.import_rows import ImportRows
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.outcome_chips import OutcomeChips
from sro_desk.ui.widgets.search_field import SearchField
from sro_desk.ui.widgets.table import Table

_NONE = dict.fromkeys(Outcome, 0)


class ImportPreview(QWidget):
    """Chips and a search above, the table, and all that is to be said of the current row below."""

    corrected = Signal(object, str, str)  # the row, the field, the new text
    row_opened = Signal(object)  # a row of one of several sheets

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._planned: Preview | None = None
        self._seen = False  # whether rows were shown before
        self._wanted: tuple[int, int] | None = None  # line and column to come back to
        self.table: Table[PlannedRow] | None = None
        self.chips = OutcomeChips(context.theme)
        self.search = SearchField(context.theme, "Find rows")
        self.empty = EmptyState(context.theme, "open", "Reading the spreadsheet…")
        self.told = QLabel()
        self._lay_out()
        self.chips.chosen.connect(self._filter)
        self.search.searched.connect(self._find)

    def show_rows(self, planned: Preview) -> None:
        """Show the rows, and go back to the one that was put right."""
        self._planned = planned
        self.chips.show_counts(planned.counts)
        focused = self._wanted is not None or (self.table is not None and self.table.hasFocus())
        self._drop_table()
        model = ImportRows(planned, self)
        self.table = self._made_table(planned, model)
        self._filter(self.chips.outcomes)
        self._find(self.search.text())
        self._come_back(self.table, model, focused=focused)

    def show_nothing(self, title: str, words: str) -> None:
        """Say why there are no rows, and what to do."""
        self._drop_table()
        self._planned = None
        self.told.clear()
        self.chips.show_counts(_NONE)
        self.empty.say(title, words)

    def come_back_to(self, line: int) -> None:
        """Go to a line when rows are shown the next time."""
        self._wanted = (line, 0)

    @Slot(object)
    def _filter(self, outcomes: frozenset[Outcome]) -> None:
        model = self._model
        if model is not None:
            model.set_predicate((lambda row: row.outcome in outcomes) if outcomes else None)

    @Slot(str)
    def _find(self, typed: str) -> None:
        if self._model is not None:
            self._model.set_filter(typed)

    @Slot(object)
    def _tell(self, row: PlannedRow | None) -> None:
        """Say in full what the columns may be too narrow for."""
        planned = self._planned
        self.told.setText("" if row is None or planned is None else _words(planned, row))

    @Slot(object, str, str)
    def _correct(self, row: PlannedRow, field: str, text: str) -> None:
        if self.table is not None:
            self._wanted = (row.line, self.table.currentIndex().column())
        self.corrected.emit(row, field, text)

    @Slot(object)
    def _open_row(self, row: PlannedRow) -> None:
        """Edit the cell at hand, or the one that something is said about."""
        table, model = self.table, self._model
        if table is None or model is None:
            return
        if not model.editable:
            self.row_opened.emit(row)
            return
        if table.state() is QAbstractItemView.State.EditingState:
            return  # the Enter that ends editing reaches the table too
        index = table.currentIndex()
        if not model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(model.column_of(row))
        table.setCurrentIndex(index)
        table.edit(index)

    @property
    def _model(self) -> ImportRows | None:
        model = None if self.table is None else self.table.model()
        return model if isinstance(model, ImportRows) else None

    def _made_table(self, planned: Preview, model: ImportRows) -> Table[PlannedRow]:
        kind = planned.parts[0].layout.kind if model.editable else "sheets"
        table: Table[PlannedRow] = Table(self._context, model, f"import-{kind}")
        table.say_when_empty("check", "No rows", "There is nothing below the headings.")
        table.setAccessibleName("Rows of the spreadsheet and what becomes of them")
        if model.editable:
            triggers = QAbstractItemView.EditTrigger
            table.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.row_activated.connect(self._open_row)
        table.row_changed.connect(self._tell)
        model.edited.connect(self._correct)
        self.empty.hide()
        self._column.insertWidget(1, table, 1)
        table.show()  # only what is on screen can take the cursor
        self.search.leads_to(table)
        return table

    def _come_back(self, table: Table[PlannedRow], model: ImportRows, *, focused: bool) -> None:
        """To the row that was put right, where it is still shown; else to the first."""
        wanted, self._wanted = self._wanted, None
        index = QModelIndex()
        if wanted is not None:
            line, column = wanted
            index = model.index_of(lambda row: row.line == line).siblingAtColumn(column)
        index = index if index.isValid() else model.index(0, 0)
        table.setCurrentIndex(index)
        table.scrollTo(index)
        if focused or not self._seen:
            self._seen = True
            table.setFocus()

    def _drop_table(self) -> None:
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        self.empty.show()

    def _lay_out(self) -> None:
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.chips)
        head.addStretch(1)
        head.addWidget(self.search)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addLayout(head)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self.told)


def _words(planned: Preview, row: PlannedRow) -> str:
    words = row.words(planned.parts[row.part].layout.kind)
    return f"Line {row.line:,}: {words}" if words else ""

"""A spreadsheet on its way into the records: what each row becomes is seen before it is stored."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sro_desk.domain.spreadsheets.preview import PlannedRow, Preview
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.sheets import SheetFile
from sro_desk.domain.spreadsheets.tables import TableKind, missing, table_words
from sro_desk.services.spreadsheets import choosing, importing
from sro_desk.services.spreadsheets.importing import Imported
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import Dialog
from sro_desk.ui.import_state import ALL, ImportState
from sro_desk.ui.jobs import Job
from sro_desk.ui.models.import_rows import ImportRows
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.empty_state import EmptyState
from sro_desk.ui.widgets.outcome_chips import OutcomeChips
from sro_desk.ui.widgets.progress_strip import ProgressStrip
from sro_desk.ui.widgets.search_field import SearchField
from sro_desk.ui.widgets.sheet_choice import SheetChoice
from sro_desk.ui.widgets.table import Table

_SIZE = QSize(1280, 700)
_AROUND = QSize(40, 80)


class ImportDialog(Dialog):
    """The sheet and its columns at the left, the rows and what becomes of them at the right."""

    def __init__(self, context: Context, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(context, f"Import {path.name}", parent, save="Import")
        self.imported: Imported | None = None
        self.planned: Preview | None = None
        self.table: Table[PlannedRow] | None = None
        self._state: ImportState | None = None
        self._job: Job | None = None
        self._corrected = False
        self._seen = False  # whether rows were shown before
        self._wanted: tuple[int, int] | None = None  # line and column to come back to
        self.choice = SheetChoice(context)
        self.chips = OutcomeChips(context.theme)
        self.search = SearchField(context.theme, "Find rows")
        self.empty = EmptyState(context.theme, "open", "Reading the spreadsheet…")
        self.told = QLabel()
        self.progress = ProgressStrip()
        self._rows = QVBoxLayout()
        self._lay_out_body()
        self._connect()
        self.allow_save(False)
        worker = context.worker
        context.jobs.look(
            self, lambda: choosing.open_sheets(path, worker), self._take, self.tell_failure_of_file
        )

    @classmethod
    def ask(cls, context: Context, path: Path, parent: QWidget | None = None) -> Imported | None:
        """What was imported, or None."""
        dialog = cls(context, path, parent)
        dialog.exec()
        return dialog.imported

    @property
    def is_changed(self) -> bool:
        """Whether cells were put right that closing would lose."""
        return self._corrected and self.imported is None

    def tell_failure_of_file(self, error: Exception) -> None:
        """Say why there is nothing to show."""
        self.empty.say("This file cannot be imported", str(error))

    @Slot()
    def save(self) -> None:
        """Store every row without a problem."""
        planned, actor = self.planned, self.context.actor
        if planned is None or not planned.steps or self.storing:
            return
        self._set_storing(storing=True)
        self.choice.setEnabled(False)
        self._job = self.context.jobs.start(
            self,
            "Importing",
            lambda db, report: importing.store(db, planned, actor=actor, report=report),
            self._finish,
            self._on_failed,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits a cell; only Ctrl+Enter imports."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """What is still being looked at is needed no more."""
        if self._job is not None:
            self._job.stop()
        super().done(result)

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        """Stopped, failed or done: the dialog can be used again."""
        if job is self._job:
            self._job = None
            self._set_storing(storing=False)
            self.choice.setEnabled(True)

    @Slot(int)
    def _choose_sheet(self, number: int) -> None:
        if self._state is not None:
            self._state.chosen = number
            self._look()

    @Slot(object)
    def _choose_kind(self, kind: TableKind) -> None:
        if self._state is not None:
            self._state.read_as(kind)
            self._look()

    @Slot(int, str)
    def _map(self, column: int, field: str) -> None:
        if self._state is not None:
            self._state.map_column(column, field)
            self._state.remember()
            self._look()

    @Slot(object, str, str)
    def _correct(self, row: PlannedRow, field: str, text: str) -> None:
        if self._state is None or self.planned is None or self.table is None:
            return
        self._state.correct(self.planned, row, field, text)
        self._corrected = True
        self._wanted = (row.line, self.table.currentIndex().column())
        self.keep_editing()
        self._look()

    @Slot(object)
    def _say_saved(self, paths: tuple[Path, ...]) -> None:
        self.bar.say(f"Saved: {', '.join(map(str, paths[:1]))}{_more(len(paths) - 1)}")

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
    def _open_row(self, row: PlannedRow) -> None:
        """Edit the cell at hand; of several sheets, go to the row's own first."""
        if self._state is None or self.planned is None or self.table is None:
            return
        if self.table.state() is QAbstractItemView.State.EditingState:
            return  # the Enter that ends editing reaches the table too
        if self._state.chosen == ALL:
            sheet = self.planned.parts[row.part].sheet
            self._wanted = (row.line, 0)
            self._choose_sheet(next(n for n, s in enumerate(self._state.sheets) if s is sheet))
            return
        index = self.table.currentIndex()
        model = self._model
        if model is not None and not model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(model.column_of(row))
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    @Slot(object)
    def _tell(self, row: PlannedRow | None) -> None:
        """All that is to be said of the current row, where its column may be too narrow."""
        planned = self.planned
        words = "" if row is None or planned is None else _words(planned, row)
        self.told.setText(words)

    @property
    def _model(self) -> ImportRows | None:
        model = None if self.table is None else self.table.model()
        return model if isinstance(model, ImportRows) else None

    def _take(self, file: SheetFile) -> None:
        self._state = ImportState.of(file, self.context.preferences)
        if file.notes:
            self.bar.keep(" ".join(file.notes))
        self._look()

    def _look(self) -> None:
        """Look at the rows again, with the choices as they are."""
        state = self._state
        if state is None:
            return
        self.choice.show_state(state)
        parts = state.parts
        self.allow_save(False)
        if not parts:
            self._show_nothing(state)
            return
        if self._job is not None:
            self._job.stop()
        self._job = self.context.jobs.start(
            self,
            "Looking at the rows",
            lambda db, report: importing.preview(db, parts, report),
            self._show,
            self._on_failed,
        )

    def _show(self, planned: Preview) -> None:
        self.planned = planned
        counts = planned.counts
        self.chips.show_counts(counts)
        going = counts[Outcome.NEW] + counts[Outcome.CHANGE]
        rows = f" {going:,} {'row' if going == 1 else 'rows'}" if going else ""
        self.save_button.setText(f"Import{rows}")
        self.allow_save(going > 0 and not self.context.read_only, _foot(planned))
        self._show_table(planned)

    def _show_nothing(self, state: ImportState) -> None:
        self.planned = None
        self._drop_table()
        self.told.clear()
        self.chips.show_counts(dict.fromkeys(Outcome, 0))
        if self.focusWidget() in (None, self.save_button, self.cancel_button):
            self.choice.kind.setFocus()
        self.save_button.setText("Import")
        layout = state.layout
        if layout is None:
            self.empty.say(
                "What are the rows of this sheet?",
                "Its headings say neither officers, districts, assignments, certificates, policy"
                " reviews nor contact days. Choose at the left what each row is.",
            )
        else:
            lacking = ", ".join(missing(layout.kind, layout.columns))
            self.empty.say(
                f"Which column is: {lacking}?",
                f"{table_words(layout.kind)} cannot be read without it. Choose it at the left,"
                " under the heading of the column.",
            )

    def _show_table(self, planned: Preview) -> None:
        focused = self.table is not None and self.table.hasFocus()
        wanted = self._wanted
        self._drop_table()
        model = ImportRows(planned, self)
        name = "import-" + (planned.parts[0].layout.kind if len(planned.parts) == 1 else "sheets")
        table: Table[PlannedRow] = Table(self.context, model, name)
        triggers = QAbstractItemView.EditTrigger
        if self._state is not None and self._state.chosen != ALL:
            table.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.say_when_empty("check", "No rows", "There is nothing below the headings.")
        table.setAccessibleName("Rows of the spreadsheet and what becomes of them")
        table.row_activated.connect(self._open_row)
        table.row_changed.connect(self._tell)
        model.edited.connect(self._correct)
        self.table = table
        self.empty.hide()
        self._rows.insertWidget(1, table, 1)
        table.show()  # only what is on screen can take the cursor
        self._filter(self.chips.outcomes)
        self._find(self.search.text())
        self.search.leads_to(table)
        self._come_back(model, wanted, focused=focused or wanted is not None)

    def _come_back(
        self, model: ImportRows, wanted: tuple[int, int] | None, *, focused: bool
    ) -> None:
        """To the row that was corrected, where it is still shown; else to the first."""
        self._wanted = None
        if self.table is None:
            return
        index = QModelIndex()
        if wanted is not None:
            line, column = wanted
            index = model.index_of(lambda row: row.line == line).siblingAtColumn(column)
        index = index if index.isValid() else model.index(0, 0)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        if focused or not self._seen:
            self._seen = True
            self.table.setFocus()

    def _drop_table(self) -> None:
        if self.table is not None:
            self._rows.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        self.empty.show()

    def _finish(self, imported: Imported) -> None:
        if self._state is not None:
            self._state.remember()
        self.imported = imported
        self.accept()

    def _connect(self) -> None:
        self.choice.sheet_chosen.connect(self._choose_sheet)
        self.choice.kind_chosen.connect(self._choose_kind)
        self.choice.mapped.connect(self._map)
        self.choice.templates.saved.connect(self._say_saved)
        self.choice.templates.failed.connect(self.tell_failure)
        self.chips.chosen.connect(self._filter)
        self.search.searched.connect(self._find)
        self.context.jobs.ended.connect(self._on_ended)
        self.progress.follow(self.context.jobs)

    def _lay_out_body(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.chips)
        head.addStretch(1)
        head.addWidget(self.search)
        self._rows.setSpacing(GAP)
        self._rows.addLayout(head)
        self._rows.addWidget(self.empty, 1)
        self._rows.addWidget(self.told)
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addWidget(self.choice)
        row.addLayout(self._rows, 1)
        self.body.addLayout(row, 1)
        self.buttons.insertWidget(1, self.progress)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.save_button.setToolTip("Ctrl+Enter")
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _AROUND))


def _words(planned: Preview, row: PlannedRow) -> str:
    words = row.words(planned.parts[row.part].layout.kind)
    return f"Line {row.line:,}: {words}" if words else ""


def _more(count: int) -> str:
    return f" and {count:,} more beside it" if count > 0 else ""


def _foot(planned: Preview) -> str:
    """What the person should know before pressing the button."""
    counts = planned.counts
    problems, going = counts[Outcome.PROBLEM], counts[Outcome.NEW] + counts[Outcome.CHANGE]
    if problems:
        rows = "1 row with a problem stays" if problems == 1 else f"{problems:,} rows stay"
        told = f"{rows} out until put right: Enter or F2 edits a cell."
        return told if problems == 1 else told.replace("rows stay", "rows with problems stay")
    if not going:
        return "Everything in this spreadsheet is on file already."
    return "A verified backup is made first; one Undo takes all of it back."

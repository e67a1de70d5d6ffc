"""A spreadsheet on its way into the records: what each row becomes is seen before it is stored."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.spreadsheets.preview import PlannedRow, Preview
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.sheets import SheetFile
from sro_desk.domain.spreadsheets.tables import TableKind, missing, table_words
from sro_desk.services.spreadsheets import choosing, importing
from sro_desk.services.spreadsheets.importing import Imported
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import Dialog
from sro_desk.ui.import_state import ImportState
from sro_desk.ui.jobs import Job
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.import_preview import ImportPreview
from sro_desk.ui.widgets.progress_strip import ProgressStrip
from sro_desk.ui.widgets.sheet_choice import SheetChoice

_SIZE = QSize(1280, 700)
_AROUND = QSize(40, 80)


class ImportDialog(Dialog):
    """The sheet and its columns at the left, the rows and what becomes of them at the right."""

    def __init__(self, context: Context, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(context, f"Import {path.name}", parent, save="Import")
        self.imported: Imported | None = None
        self.planned: Preview | None = None
        self._state: ImportState | None = None
        self._job: Job | None = None
        self._corrected = False
        self.choice = SheetChoice(context)
        self.rows = ImportPreview(context)
        self.progress = ProgressStrip()
        self._lay_out_body()
        self._connect()
        self.allow_save(False)
        worker = context.worker
        context.jobs.look(
            self, lambda: choosing.open_sheets(path, worker), self._take, self._refuse_file
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
        if job is not self._job:
            return
        self._job = None
        if job.stopping.is_set() and not self.storing:
            self.planned = None
            self.rows.show_nothing(
                "Stopped", "Choose at the left what each row is, and the rows are looked at again."
            )
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
        if self._state is not None and self.planned is not None:
            self._state.correct(self.planned, row, field, text)
            self._corrected = True
            self.keep_editing()
            self._look()

    @Slot(object)
    def _go_to_sheet_of(self, row: PlannedRow) -> None:
        if self._state is not None and self.planned is not None:
            self.rows.come_back_to(row.line)
            self._choose_sheet(self._state.sheet_of(self.planned, row))

    @Slot(object)
    def _say_saved(self, paths: tuple[Path, ...]) -> None:
        more = f" and {len(paths) - 1:,} more beside it" if len(paths) > 1 else ""
        self.bar.say(f"Saved: {paths[0]}{more}")

    def _take(self, file: SheetFile) -> None:
        self._state = ImportState.of(file, self.context.preferences)
        if file.notes:
            self.bar.keep(" ".join(file.notes))
        self._look()

    def _refuse_file(self, error: SroDeskError) -> None:
        self.rows.show_nothing("This file cannot be imported", str(error))

    def _look(self) -> None:
        """Look at the rows again, with the choices as they are."""
        state = self._state
        if state is None:
            return
        self.choice.show_state(state)
        self.allow_save(False)
        if self._job is not None:
            self._job.stop()
        parts = state.parts
        if not parts:
            self._ask_for_columns(state)
            return
        self._job = self.context.jobs.start(
            self,
            "Looking at the rows",
            lambda db, report: importing.preview(db, parts, report),
            self._show,
            self._on_failed,
        )

    def _show(self, planned: Preview) -> None:
        self.planned = planned
        self.rows.show_rows(planned)
        going = _going(planned)
        rows = f" {going:,} {'row' if going == 1 else 'rows'}" if going else ""
        self.save_button.setText(f"Import{rows}")
        self.allow_save(going > 0 and not self.context.read_only, _foot(planned))

    def _ask_for_columns(self, state: ImportState) -> None:
        self.planned = None
        self.save_button.setText("Import")
        layout = state.layout
        if layout is None:
            self.rows.show_nothing(
                "What are the rows of this sheet?",
                "Its headings say neither officers, districts, assignments, certificates, policy"
                " reviews nor contact days. Choose at the left what each row is.",
            )
            self.choice.kind.setFocus()
            return
        lacking = ", ".join(missing(layout.kind, layout.columns))
        self.rows.show_nothing(
            f"Which column is: {lacking}?",
            f"{table_words(layout.kind)} cannot be read without it. Choose it at the left,"
            " under the heading of the column.",
        )

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
        self.rows.corrected.connect(self._correct)
        self.rows.row_opened.connect(self._go_to_sheet_of)
        self.context.jobs.ended.connect(self._on_ended)
        self.progress.follow(self.context.jobs)

    def _lay_out_body(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addWidget(self.choice)
        row.addWidget(self.rows, 1)
        self.body.addLayout(row, 1)
        self.buttons.insertWidget(1, self.progress)
        self.save_button.setToolTip("Ctrl+Enter")
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _AROUND))


def _going(planned: Preview) -> int:
    return planned.counts[Outcome.NEW] + planned.counts[Outcome.CHANGE]


def _foot(planned: Preview) -> str:
    """What the person should know before pressing the button."""
    problems = planned.counts[Outcome.PROBLEM]
    if problems:
        several = f"{problems:,} rows with problems stay"
        rows = "1 row with a problem stays" if problems == 1 else several
        return f"{rows} out until put right: Enter or F2 edits a cell."
    if not _going(planned):
        return "Everything in this spreadsheet is on file already."
    return "A verified backup is made first; one Undo takes all of it back."

"""Copies in bulk: the files of a folder, each beside the certificate that its name tells of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.file_names import FileMatch, Lacking, match_files
from sro_desk.domain.records import CertificateId
from sro_desk.domain.scan import Scan
from sro_desk.services import attaching
from sro_desk.services.attaching import Attached
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import Dialog
from sro_desk.ui.file_kinds import COPIES
from sro_desk.ui.models.table import Column, TableModel
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.chooser import Chooser
from sro_desk.ui.widgets.file_view import FileView
from sro_desk.ui.widgets.table import Table

_SIZE = QSize(1120, 660)
_AROUND = QSize(40, 80)  # pixels that the screen keeps for itself
_WIDTHS = (640, 440)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A file of the folder, and the certificate whose copy it is."""

    path: Path
    match: FileMatch
    chosen: Lacking | None
    by_person: bool = False

    @property
    def why(self) -> str:
        """How the certificate was found, or why none was."""
        return "Chosen by you." if self.by_person else self.match.why


def _certificate(row: _Row) -> str:
    return "" if row.chosen is None else _words(row.chosen)


def _words(lacking: Lacking) -> str:
    return f"{lacking.sort_name}  ·  {us_date(lacking.completed_on)}  ·  {lacking.course}"


_COLUMNS: tuple[Column[_Row], ...] = (
    Column("File", lambda row: row.path.name, tooltip=lambda row: row.path.name, width=190),
    Column("Copy of", _certificate, tooltip=_certificate, width=230),
    Column("Why", lambda row: row.why, tooltip=lambda row: row.why, width=200),
)


class AttachCopiesDialog(Dialog):
    """What the clerk sees in the list is what is stored; a row without certificate is left out."""

    def __init__(self, context: Context, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(context, "Attach copies", parent, save="Attach")
        self._folder = folder
        self._lacking: dict[CertificateId, Lacking] = {}
        self.attached: Attached | None = None
        self.told = QLabel()
        self.model: TableModel[_Row] = TableModel(_COLUMNS)
        self.table: Table[_Row] = Table(context, self.model, "attach_copies")
        self.chooser: Chooser[Lacking] = Chooser(_words)
        self.view = FileView(context)
        self.leave_out = QAction("&Leave out", self)
        self._changed = False
        self._arrange()
        self._connect()
        self._say_count()
        context.jobs.ask(self, attaching.lacking, self._take_lacking, self.tell_failure)

    @classmethod
    def ask(cls, context: Context, folder: Path, parent: QWidget | None = None) -> Attached | None:
        """Let the clerk confirm; what was stored, or None."""
        dialog = cls(context, folder, parent)
        dialog.exec()
        dialog.deleteLater()  # it holds the bytes of a file
        return dialog.attached

    @property
    def is_changed(self) -> bool:
        """Whether the clerk chose something that closing would lose."""
        return self._changed

    @property
    def chosen(self) -> list[tuple[Path, CertificateId]]:
        """Each file with its certificate."""
        return [(row.path, row.chosen.id) for row in self.model.rows if row.chosen is not None]

    @Slot()
    def save(self) -> None:
        """Store all of them, with progress and Stop."""
        chosen, worker, actor = self.chosen, self.context.worker, self.context.actor

        def receive(path: Path) -> Scan:
            return worker.receive(path).scan

        self.allow_save(False, "Storing the copies…")
        self.table.setEnabled(False)
        self.context.jobs.start(
            self,
            "Attaching copies",
            lambda db, report: attaching.attach(db, chosen, receive, actor=actor, report=report),
            self._take_attached,
            self._fail,
        )

    def _take_attached(self, attached: Attached) -> None:
        self.attached = attached
        self.accept()

    def _fail(self, error: SroDeskError) -> None:
        self.table.setEnabled(True)
        self._say_count()
        self.tell_failure(error)

    def _take_lacking(self, lacking: Sequence[Lacking]) -> None:
        self._lacking = {each.id: each for each in lacking}
        folder = self._folder
        self.context.jobs.look(self, lambda: _files(folder), self._take_files, self.tell_failure)

    def _take_files(self, paths: Sequence[Path]) -> None:
        names = [path.name for path in paths]
        matches = match_files(names, self._lacking.values(), today=self.context.today())
        rows = [
            _Row(path=path, match=match, chosen=self._of(match.certificate))
            for path, match in zip(paths, matches, strict=True)
        ]
        rows.sort(key=lambda row: (row.chosen is None, row.path.name.casefold()))
        self.model.show_rows(rows)
        self.table.say_when_empty(
            "attach", "Nothing to attach",
            f"{self._folder} holds no PDF, JPEG, PNG or TIFF file.",
        )  # fmt: skip
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()
        self._show_current()
        self._say_count()

    def _of(self, certificate: CertificateId | None) -> Lacking | None:
        return None if certificate is None else self._lacking.get(certificate)

    @Slot()
    def _show_current(self) -> None:
        row = self.table.current_row
        self.chooser.setEnabled(row is not None)
        self.leave_out.setEnabled(row is not None and row.chosen is not None)
        if row is None:
            self.view.clear("")
            return
        self._offer(row)
        self.view.open_file(row.path)

    def _offer(self, row: _Row) -> None:
        """What may be chosen for the file: the likeliest first, and none that another file has."""
        taken = {each.chosen.id for each in self.model.rows if each.chosen and each is not row}
        likely = [self._lacking[each] for each in row.match.candidates if each in self._lacking]
        others = [each for each in self._lacking.values() if each not in likely]
        self.chooser.show_rows([each for each in (*likely, *others) if each.id not in taken])
        self.chooser.choose(row.chosen)

    @Slot(object)
    def _choose(self, lacking: Lacking) -> None:
        self._put(lacking)
        self.table.setFocus()

    @Slot()
    def _leave_out(self) -> None:
        self._put(None)

    def _put(self, lacking: Lacking | None) -> None:
        current = self.table.current_row
        if current is None:
            return
        self._changed = True
        now = replace(current, chosen=lacking, by_person=True)
        self.model.show_rows([now if row is current else row for row in self.model.rows])
        self.table.select(lambda row: row.path == now.path)
        self._show_current()
        self._say_count()

    def _say_count(self) -> None:
        count, files = len(self.chosen), len(self.model.rows)
        lacking = len(self._lacking)
        lack = (
            "1 certificate lacks a copy"
            if lacking == 1
            else (f"{lacking:,} certificates lack a copy")
        )
        self.told.setText(
            f"{lack}. Files in {self._folder} are matched by their names; look at each, choose "
            "another certificate where it is wrong, and leave out what belongs nowhere."
        )
        words = "Nothing is matched yet." if files else ""
        self.save_button.setText(f"Attach {count:,} {'copy' if count == 1 else 'copies'}")
        self.allow_save(count > 0, "" if count else words)

    def _arrange(self) -> None:
        self.told.setWordWrap(True)
        self.told.setProperty("role", "muted")
        self.chooser.setPlaceholderText("Type a few letters of the officer or the course")
        self.chooser.setAccessibleName("Certificate of this file")
        self.leave_out.setShortcut(QKeySequence("Del"))
        self.table.setAccessibleName("Files of the folder")
        self.table.set_row_actions([self.leave_out])
        label = QLabel("Copy &of")
        label.setBuddy(self.chooser)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 2 * GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(self.table, 1)
        column.addWidget(label)
        column.addWidget(self.chooser)
        column.addWidget(ActionButton(self.leave_out), 0, Qt.AlignmentFlag.AlignLeft)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(left)
        sides.addWidget(self.view)
        sides.setSizes(_WIDTHS)
        self.body.addWidget(self.told)
        self.body.addWidget(sides, 1)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _AROUND))

    def _connect(self) -> None:
        self.table.row_changed.connect(self._show_current)
        self.table.row_activated.connect(lambda _: self.chooser.setFocus())
        self.chooser.chosen.connect(self._choose)
        self.leave_out.triggered.connect(self._leave_out)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if _is_for_us(path))
    except OSError as error:
        raise SroDeskError(
            f"The folder {folder} cannot be read ({error.strerror or error}). Choose another."
        ) from error


def _is_for_us(path: Path) -> bool:
    return path.suffix.lower() in COPIES and not path.name.startswith(".") and path.is_file()

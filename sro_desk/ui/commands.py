"""What the menus and the toolbar do while a file is open."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from sro_desk.domain.codes import Light
from sro_desk.domain.records import OfficerId
from sro_desk.ui import later
from sro_desk.ui.backup_words import standing
from sro_desk.ui.context import Context
from sro_desk.ui.export_commands import ExportCommands
from sro_desk.ui.file_kinds import is_spreadsheet
from sro_desk.ui.import_commands import ImportCommands
from sro_desk.ui.main_window import MainWindow
from sro_desk.ui.scans import choose_folder, choose_pdf
from sro_desk.ui.undo import UndoStack

if TYPE_CHECKING:  # comes later
    from sro_desk.services.keeping import BackupMade, BackupPlaces, Verdict


class Commands(QObject):
    """Connects the window's actions to an open file; ends with it."""

    def __init__(
        self, context: Context, window: MainWindow, undo: UndoStack, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._window = window
        self._undo = undo
        self._imports = ImportCommands(context, window, undo, self)
        self._exports = ExportCommands(context, window, self)
        self._connect()

    @Slot()
    def look_at_backups(self) -> None:
        """Show in the status bar when the last backup was verified."""
        self._context.jobs.ask(self, lambda db: later.keeping.places(db), self._look_into)

    @Slot(object, object)
    def _add_certificate(self, officer: OfficerId | None, path: Path | None) -> None:
        from sro_desk.ui.dialogs.certificate import CertificateDialog

        if not self._context.read_only:
            CertificateDialog.ask(self._context, officer=officer, path=path, parent=self._window)

    @Slot()
    def _new_certificate(self) -> None:
        self._add_certificate(None, None)

    @Slot(object)
    def _drop(self, paths: list[Path]) -> None:
        if QApplication.activeModalWidget() is not None:
            return
        sheet = next(filter(is_spreadsheet, paths), None)
        if sheet is not None:
            self._imports.open(sheet)
        else:
            self._context.navigator.receive(paths)

    @Slot()
    def _new_officer(self) -> None:
        later.officer_dialog.OfficerDialog.ask(self._context, parent=self._window)

    @Slot()
    def _new_district(self) -> None:
        from sro_desk.ui.dialogs.district import DistrictDialog

        DistrictDialog.ask(self._context, parent=self._window)

    @Slot()
    def _attach_copies(self) -> None:
        from sro_desk.ui.dialogs.attach_copies import AttachCopiesDialog

        folder = choose_folder(self._window, self._context.preferences, "Folder with the copies")
        if folder is None:
            return
        attached = AttachCopiesDialog.ask(self._context, folder, self._window)
        if attached is not None:
            self._say_attached(attached.count, attached.refused)

    def _say_attached(self, count: int, refused: Sequence[str]) -> None:
        copies = "1 copy is" if count == 1 else f"{count:,} copies are"
        words = f"{copies} on file now; Undo takes {'it' if count == 1 else 'them'} off again."
        if refused:
            self._window.messages.warn(f"{words} Not taken: {' '.join(refused)}")
        else:
            self._context.navigator.say(words)

    @Slot()
    def _back_up(self) -> None:
        self._context.jobs.start(
            self,
            "Backing up",
            lambda db, report: later.keeping.backup(db, report=report),
            self._say_made,
        )

    @Slot()
    def _check(self) -> None:
        self._context.jobs.start(
            self,
            "Checking the records",
            lambda db, report: later.keeping.verify(db, report=report),
            self._say_verdict,
        )

    @Slot()
    def _check_pdf(self) -> None:
        path = choose_pdf(self._window, self._context.preferences)
        if path is not None:
            self._context.navigator.show_page("activity")
            self._on_page("check_pdf", path)

    @Slot()
    def _find(self) -> None:
        self._on_page("find")

    @Slot()
    def _refresh(self) -> None:
        self._on_page("reload")
        self.look_at_backups()

    @Slot()
    def _print(self) -> None:
        if not self._on_page("print_it"):
            self._context.navigator.open_report("deadlines")

    @Slot()
    def _export(self) -> None:
        if not self._on_page("export"):
            self._context.navigator.open_report("district")

    @Slot()
    def _settings(self) -> None:
        self._context.navigator.show_page("settings")

    @Slot()
    def _show_undo(self) -> None:
        self._name_undo("undo", "&Undo", self._undo.undo_words)
        self._name_undo("redo", "&Redo", self._undo.redo_words)

    def _on_page(self, name: str, *about: object) -> bool:
        """Call on the page in front, where it can do this."""
        do = getattr(self._window.page, name, None)
        if do is not None:
            do(*about)
        return do is not None

    def _name_undo(self, name: str, verb: str, words: str | None) -> None:
        action: QAction = self._window.actions_[name]
        action.setEnabled(words is not None and not self._context.read_only)
        action.setText(f"{verb}: {words}" if words else verb)
        action.setIconText(verb.replace("&", ""))

    def _say_made(self, made: "BackupMade") -> None:
        if made.trouble:
            self._context.navigator.warn(made.trouble)
        else:
            places = " and ".join(str(path) for path in (made.path, made.second) if path)
            self._context.navigator.say(f"Backed up and verified: {places}")
        self._context.navigator.backup_made.emit()

    def _say_verdict(self, verdict: "Verdict") -> None:
        kind = "info" if verdict.sound else "problem"
        self._window.messages.keep(" ".join(verdict.sentences), kind)

    def _look_into(self, places: "BackupPlaces") -> None:
        """Folders may be on a network: they are read where nobody waits for it."""
        self._context.jobs.look(
            self,
            lambda: later.keeping.backups_in(places),
            lambda made: self._show_backups(places, made),
        )

    def _show_backups(self, places: "BackupPlaces", made: "list[BackupMade]") -> None:
        light, words = standing(places, made)
        told = str(made[0].path) if made else "File, Back up now (Ctrl+B)"
        self._window.status.show_backup(words, told, late=light is Light.AMBER)

    def _connect(self) -> None:
        actions = self._window.actions_
        for name, do in {
            "new-certificate": self._new_certificate,
            "new-officer": self._new_officer,
            "new-district": self._new_district,
            "attach-copies": self._attach_copies,
            "backup": self._back_up,
            "check": self._check,
            "check-pdf": self._check_pdf,
            "find": self._find,
            "refresh": self._refresh,
            "print": self._print,
            "import": self._imports.choose,
            "export": self._export,
            "save-list": self._exports.save_list,
            "calendar": self._exports.save_calendar,
            "export-everything": self._exports.export_everything,
            "settings": self._settings,
            "undo": self._undo.undo,
            "redo": self._undo.redo,
        }.items():
            actions[name].triggered.connect(do)
        self._window.files_dropped.connect(self._drop)
        navigator = self._context.navigator
        navigator.certificate_to_add.connect(self._add_certificate)
        navigator.import_wanted.connect(self._imports.choose)
        navigator.backup_wanted.connect(self._back_up)
        navigator.backup_made.connect(self.look_at_backups)
        self._undo.changed.connect(self._show_undo)
        self._show_undo()

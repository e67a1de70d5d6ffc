"""Importing a spreadsheet from the window: chosen or dropped, looked at, and undone again."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sro_desk.ui.context import Context
from sro_desk.ui.main_window import MainWindow
from sro_desk.ui.scans import choose_spreadsheet
from sro_desk.ui.undo import UndoStack

if TYPE_CHECKING:  # comes later
    from sro_desk.services.spreadsheets.importing import Imported


class ImportCommands(QObject):
    """Made for one open file, and ends with it."""

    def __init__(
        self, context: Context, window: MainWindow, undo: UndoStack, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._window = window
        self._undo = undo

    @Slot()
    def choose(self) -> None:
        """Ask which spreadsheet, and open it."""
        path = choose_spreadsheet(self._window, self._context.preferences)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Show what a spreadsheet would bring in; say what it brought, with the way back."""
        from sro_desk.ui.dialogs.import_sheet import ImportDialog

        if self._context.read_only:
            return
        imported = ImportDialog.ask(self._context, path, self._window)
        if imported is None:
            return
        self._window.messages.keep(imported.words)
        self._window.messages.add_button("Undo", lambda: self._take_back(imported))
        self._context.navigator.backup_made.emit()

    def _take_back(self, imported: "Imported") -> None:
        """Undo it while it is the last thing done; later changes are undone before it."""
        self._window.messages.dismiss()
        if self._undo.last_write == imported.write:
            self._undo.undo()
            return
        self._context.navigator.warn(
            "Other changes were made since the import. Undo those first (Ctrl+Z), one by one."
        )

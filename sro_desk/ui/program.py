"""The window's life: which file is open, and how the next one is opened."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import platformdirs
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from sro_desk.domain.errors import SroDeskError
from sro_desk.ui.errors import Bugs, start_log
from sro_desk.ui.file_kinds import KINDS, SUFFIX
from sro_desk.ui.main_window import MainWindow
from sro_desk.ui.page_list import last_page

if TYPE_CHECKING:  # these bring the services along, which come after the first paint
    from sro_desk.services.records_file import Database
    from sro_desk.ui.desk import Desk
    from sro_desk.ui.first_run import NewFile, WelcomePage

_OPENING, _MAKING = "sro_desk.ui.opening", "sro_desk.ui.making"
_DESK = "sro_desk.ui.desk"


class Program(QObject):
    """Opens files beside the window; there is one at a time."""

    desk_opened = Signal(object)  # Desk
    _loaded = Signal(object, object)  # Database or None, exception or None

    def __init__(self, window: MainWindow, *, today: Callable[[], date]) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = window.preferences
        self._theme = window.theme
        self._today = today
        self._bugs = Bugs(window.messages, self)
        self._desk: Desk | None = None
        self._thread: Thread | None = None
        self._fall_back: Path | None = None  # opened again where a restore fails
        self._welcome: WelcomePage | None = None
        self._connect()

    @property
    def desk(self) -> "Desk | None":
        """The open file, where there is one."""
        return self._desk

    def begin(self, file: Path | None) -> None:
        """Open the file named, or the one open last, or welcome the person."""
        start_log()
        self._bugs.catch_everything()
        recent = self._preferences.recent_files
        chosen = file or (recent[0] if recent else None)
        if chosen is None:
            self.welcome()
            return
        self.open(chosen)

    def welcome(self) -> None:
        """Show the three ways to begin."""
        page = self._welcome_page()
        self._window.show_page("", page)
        page.show_ways()

    def open(self, path: Path) -> None:
        """Open a records file; the one that is open is closed once this one is."""
        if self._desk is not None and _same(self._desk.database.path, path):
            return
        self._load(f"Opening {path.name}…", _OPENING, lambda opening: opening.open_file(path))

    @Slot(object)
    def make(self, new: "NewFile") -> None:
        """Make a new records file and open it."""
        self._load("Making the records file…", _MAKING, lambda making: making.make_file(new))

    @Slot()
    def open_sample(self) -> None:
        """Open the sample agency, in a place of its own."""
        path = platformdirs.user_data_path("sro-desk", appauthor=False) / f"Sample{SUFFIX}"
        if self._desk is not None and _same(self._desk.database.path, path):
            return
        today = self._today()
        self._load("Opening the sample…", _MAKING, lambda making: making.make_sample(path, today))

    def restore(self, backup: Path, to: Path) -> None:
        """Close the open file, put a backup in its place, and open that."""
        if self._desk is None:
            self._load("Restoring…", _MAKING, lambda making: making.restore(backup, to))
            return
        self._desk.close(lambda: self._restore_closed(backup, to))

    def close(self) -> None:
        """End for good; whoever waits for the thread of an opening file waits here."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    @Slot()
    def _ask_to_open(self) -> None:
        recent = self._preferences.recent_files
        folder = recent[0].parent if recent else platformdirs.user_documents_path()
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Open", str(folder), KINDS)
        if chosen:
            self.open(Path(chosen))

    @Slot()
    def _ask_for_new(self) -> None:
        page = self._welcome_page()
        self._window.show_page("", page)
        page.ask_for_new()

    @Slot()
    def _ask_to_restore(self) -> None:
        folder = str(platformdirs.user_documents_path())
        if self._desk is not None:
            folder = str(self._desk.backup_folder)
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "Choose the backup to restore", folder, KINDS
        )
        if not chosen:
            return
        if self._desk is not None:
            self.restore(Path(chosen), self._desk.database.path)
            return
        place, _ = QFileDialog.getSaveFileName(
            self._window, "Where to put the records file", folder, KINDS
        )
        if place:
            self.restore(Path(chosen), Path(place))

    @Slot(object)
    def _on_restore_wanted(self, backup: Path | None) -> None:
        if backup is None or self._desk is None:
            self._ask_to_restore()
            return
        self.restore(backup, self._desk.database.path)

    @Slot()
    def _show_keys(self) -> None:
        _open_sheet("KeysDialog", self._window)

    @Slot()
    def _show_law(self) -> None:
        _open_sheet("LawDialog", self._window)

    @Slot()
    def _show_about(self) -> None:
        _open_sheet("AboutDialog", self._window)

    @Slot()
    def _leave_welcome(self) -> None:
        if self._desk is not None:
            self._desk.resume()

    @Slot()
    def _on_close_asked(self) -> None:
        if self._desk is not None:
            self._desk.close(self._window.close)

    @Slot(object, object)
    def _on_loaded(self, db: "Database | None", error: BaseException | None) -> None:
        self.close()
        self._welcome_busy("")
        if db is None:
            self._on_failed(error)
            return
        if self._desk is not None:
            self._desk.close(lambda: self._take(db))
            return
        self._take(db)

    def _take(self, db: "Database") -> None:
        desk: Desk = import_module(_DESK).Desk(
            db, self._window, self._preferences, self._theme, self._bugs, today=self._today
        )
        self._desk, self._fall_back = desk, None
        desk.destroyed.connect(lambda: self._forget(desk))
        desk.context.navigator.restore_wanted.connect(self._on_restore_wanted)
        self._preferences.remember_file(db.path)
        desk.start()
        self.desk_opened.emit(desk)

    def _forget(self, desk: "Desk") -> None:
        if self._desk is desk:
            self._desk = None

    def _on_failed(self, error: BaseException | None) -> None:
        again, self._fall_back = self._fall_back, None
        if self._desk is None and again is not None and again.exists():
            self.open(again)  # a backup that could not be restored replaced nothing
        elif self._desk is None:
            self.welcome()
        if isinstance(error, SroDeskError):
            self._window.messages.warn(str(error))
        elif error is not None:
            self._bugs.show(error)

    def _restore_closed(self, backup: Path, to: Path) -> None:
        self._desk = None
        self._fall_back = to
        self._load("Restoring…", _MAKING, lambda making: making.restore(backup, to))

    def _load(self, words: str, module: str, work: Callable[[Any], "Database"]) -> None:
        """Open a file beside the window, once what is typed in the open one is settled."""
        if self._desk is not None:
            self._desk.when_settled(lambda: self._start_loading(words, module, work))
            return
        self._start_loading(words, module, work)

    def _start_loading(self, words: str, module: str, work: Callable[[Any], "Database"]) -> None:
        if self._thread is not None:
            return
        self._welcome_busy(words)
        needed = (_DESK, last_page(self._preferences).module, module)

        def load() -> None:
            try:
                for name in needed:
                    import_module(name)
                db = work(import_module(module))
            except BaseException as error:  # answered on the window's thread
                self._loaded.emit(None, error)
                return
            self._loaded.emit(db, None)

        self._thread = Thread(target=load, name="opening")
        self._thread.start()

    def _welcome_busy(self, words: str) -> None:
        self._window.status.show_count(words)
        if self._welcome is not None:
            self._welcome.show_busy(words)

    def _welcome_page(self) -> "WelcomePage":
        if self._welcome is None:
            from sro_desk.ui.first_run import WelcomePage  # where no file is opened

            page = self._welcome = WelcomePage(self._theme)
            page.open_wanted.connect(self._ask_to_open)
            page.sample_wanted.connect(self.open_sample)
            page.new_wanted.connect(self.make)
            page.left.connect(self._leave_welcome)
        return self._welcome

    def _connect(self) -> None:
        window, actions = self._window, self._window.actions_
        window.recent_chosen.connect(self.open)
        window.close_asked.connect(self._on_close_asked)
        self._loaded.connect(self._on_loaded, Qt.ConnectionType.QueuedConnection)
        for name, do in {
            "open": self._ask_to_open,
            "new-file": self._ask_for_new,
            "sample": self.open_sample,
            "restore": self._ask_to_restore,
            "copy": _copy,
            "keys": self._show_keys,
            "law": self._show_law,
            "about": self._show_about,
        }.items():
            actions[name].triggered.connect(do)


def _same(left: Path, right: Path) -> bool:
    return left.absolute() == right.absolute()


def _open_sheet(name: str, window: MainWindow) -> None:
    sheet = getattr(import_module("sro_desk.ui.dialogs.sheets"), name)(window)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()


def _copy() -> None:
    """Copy from the widget that has the cursor, or from what it stands in."""
    widget = QApplication.focusWidget()
    while widget is not None:
        copy = getattr(widget, "copy", None)
        if callable(copy):
            copy()
            return
        widget = widget.parentWidget()

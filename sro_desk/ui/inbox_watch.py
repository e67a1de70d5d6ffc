"""Looks after the inbox while a file is open: what waits, what came, and where it is put."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.inbox import Inbox, Moved, Pile, Waiting
from sro_desk.ui.jobs import Jobs
from sro_desk.ui.preferences import Preferences

SCAN_FOLDER = "scan_folder"  # the preference: each workstation has its own scanner
_OFTEN, _SELDOM = 1_000, 15_000  # milliseconds; shares of a network do not tell of changes


class InboxWatch(QObject):
    """The folders are read and written in jobs: one may be on a network, and slow."""

    changed = Signal()  # other files wait, or one has become whole
    troubled = Signal(str)  # the scan folder cannot be read: why, once

    def __init__(
        self, records: Path, jobs: Jobs, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._preferences = preferences
        self._own = records.with_name(f"{records.stem} inbox")
        self._leaving: set[Path] = set()  # dealt with, and on their way out of the folder
        self._said = ""
        self._looking = False
        self._again = False
        self._closed = False
        self._timer = QTimer(self, singleShot=True)
        self._watcher = QFileSystemWatcher(self)
        self.files: tuple[Waiting, ...] = ()
        self._inbox = Inbox(self._own, self.scan_folder)
        self._timer.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(self.look)

    @property
    def scan_folder(self) -> Path | None:
        """The folder that the scanner fills; None where none is chosen."""
        chosen = self._preferences.text(SCAN_FOLDER)
        return Path(chosen) if chosen else None

    def choose_scan_folder(self, folder: str) -> None:
        """Watch another folder from now on; "" is none."""
        self._preferences.keep(SCAN_FOLDER, folder)
        self._inbox = Inbox(self._own, self.scan_folder)
        self._said = ""
        self.look()

    @Slot()
    def look(self) -> None:
        """Ask what waits; `changed` tells when that is something else than before."""
        if self._looking or self._closed:
            self._again = True
            return
        self._looking = True
        inbox = self._inbox
        self._jobs.look(self, inbox.files, lambda found: self._take(inbox, found), self._fail)

    def list_pile(self, pile: Pile, then: Callable[[tuple[Waiting, ...]], None]) -> None:
        """Ask what lies in a pile other than that which waits."""
        inbox = self._inbox
        self._jobs.look(self, lambda: inbox.files(pile), then, self._tell)

    def take_in(self, paths: Sequence[Path], then: Callable[[Path], None]) -> None:
        """Let dropped files wait; `then` gets the place of each."""
        for path in paths:
            self._jobs.look(self, partial(self._inbox.take_in, path), self._after(then), self._tell)

    def take_bytes(self, name: str, content: bytes, then: Callable[[Path], None]) -> None:
        """Let what was pasted, or made of other files, wait."""
        inbox = self._inbox
        self._jobs.look(
            self, lambda: inbox.take_bytes(name, content), self._after(then), self._tell
        )

    def stored(self, path: Path, content: bytes, then: Callable[[Moved], None]) -> None:
        """The bytes of a file are on file: it waits no more."""
        inbox = self._inbox
        self._leave(path, lambda: inbox.stored(path, content), then)

    def move(self, path: Path, pile: Pile, then: Callable[[Moved], None]) -> None:
        """Set a file aside, discard it, or put it where its pages came from."""
        inbox = self._inbox
        self._leave(path, lambda: inbox.move(path, pile), then)

    def put_back(self, moved: Moved, then: Callable[[Path], None]) -> None:
        """Let a file wait again."""
        inbox = self._inbox
        self._jobs.look(self, lambda: inbox.put_back(moved), self._after(then), self._tell)

    def close(self) -> None:
        """Look no more; copies of files that are stored go away."""
        self._closed = True
        self._timer.stop()
        with suppress(SroDeskError):
            self._inbox.tidy()
        shiboken6.delete(self._watcher)  # here: it must not end with a job's thread

    def _leave(self, path: Path, work: Callable[[], Moved], then: Callable[[Moved], None]) -> None:
        self._leaving.add(path)
        self._show(tuple(each for each in self.files if each.path != path))

        def left(moved: Moved) -> None:
            self._leaving.discard(path)
            then(moved)

        def stayed(error: SroDeskError) -> None:
            self._leaving.discard(path)
            self._tell(error)

        self._jobs.look(self, work, self._after(left), stayed)

    def _after(self, then: Callable[[Path], None] | Callable[[Moved], None]) -> Callable[..., None]:
        def done(value: Path | Moved) -> None:
            then(value)  # type: ignore[arg-type]  # each call knows which it asked for
            self.look()

        return done

    def _take(self, inbox: Inbox, found: tuple[Waiting, ...]) -> None:
        self._looking = False
        if self._closed:
            return
        if inbox is self._inbox:
            self._said = ""
            self._show(tuple(each for each in found if each.path not in self._leaving))
        self._rest()

    def _fail(self, error: SroDeskError) -> None:
        self._looking = False
        if self._closed:
            return
        if str(error) != self._said:
            self._said = str(error)
            self.troubled.emit(self._said)
        self._rest()

    def _tell(self, error: SroDeskError) -> None:
        self.troubled.emit(str(error))
        self.look()

    def _show(self, files: tuple[Waiting, ...]) -> None:
        before, self.files = self.files, files
        if files != before:
            self.changed.emit()

    def _rest(self) -> None:
        """Look again soon while something arrives; folders that came meanwhile are watched."""
        watched = set(self._watcher.directories())
        for folder in self._inbox.folders:
            if str(folder) not in watched and folder.is_dir():
                self._watcher.addPath(str(folder))
        if self._again:
            self._again = False
            self.look()
            return
        arriving = any(not each.whole for each in self.files)
        self._timer.start(_OFTEN if arriving else _SELDOM)

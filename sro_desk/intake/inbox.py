"""The inbox: files that wait in folders until they are stored; where a file lies is its state.

Two folders feed it: the one that a scanner fills, and one beside the records
file that takes what is dropped on the window or pasted. Nothing here opens a
file's content, and no file of the person's is ever deleted: one that was dealt
with goes into a subfolder.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.reading import name_of, read

_SETTLED = 2.0  # seconds without a change until a file counts as whole
_OLD = 60.0  # seconds after which a file that is seen for the first time is whole at once
_END_WITHIN = 2048  # bytes from the end in which a whole PDF says so
_UNFINISHED = frozenset({".crdownload", ".download", ".part", ".partial", ".tmp", ".temp"})
_NOT_FOR_US = frozenset({"desktop.ini", "thumbs.db"})


class Pile(StrEnum):
    """Where a file of the inbox lies; all but the first are subfolders of that name."""

    WAITING = ""
    STORED = "Stored"
    SET_ASIDE = "Set aside"
    DISCARDED = "Discarded"
    TAKEN_APART = "Taken apart"  # its pages wait as files of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A file of the inbox."""

    path: Path
    name: str  # as text that can be shown and stored
    size: int  # bytes
    arrived: float  # seconds since 1970: the file's own time
    whole: bool  # False while it is still being written
    pile: Pile = Pile.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A file that was dealt with; enough to put it back."""

    was: Path
    now: Path


class Inbox:
    """The files of both folders; a file that vanishes meanwhile is no error but gone."""

    def __init__(
        self, own: Path, scans: Path | None, *, clock: Callable[[], float] = time.time
    ) -> None:
        """`own` is made when it is first needed; `scans` is None where no scanner's is chosen."""
        self.own = own
        self.scans = scans
        self._clock = clock
        self._seen: dict[Path, tuple[int, int, float]] = {}  # size, time, since when unchanged

    @property
    def folders(self) -> tuple[Path, ...]:
        """Both, where there are both."""
        return (self.own,) if self.scans in (None, self.own) else (self.scans, self.own)

    def files(self, pile: Pile = Pile.WAITING) -> tuple[Waiting, ...]:
        """What lies there, the oldest first; SroDeskError where the scan folder cannot be read."""
        entries = (entry for each in self.folders for entry in self._entries(each / pile))
        found = [known for entry in entries if (known := self._known(entry, pile)) is not None]
        if pile is Pile.WAITING:
            self._forget_all_but({each.path for each in found})
        return tuple(sorted(found, key=lambda each: (each.arrived, each.name)))

    def take_in(self, path: Path) -> Path:
        """Copy a dropped file into our own folder; SroDeskError where it cannot be read."""
        return self.take_bytes(name_of(path), read(path))

    def take_bytes(self, name: str, content: bytes) -> Path:
        """Let what was pasted, or made of other files, wait like a file."""
        with _told(name):
            self.own.mkdir(mode=0o700, parents=True, exist_ok=True)
            to = _free(self.own / name)
            partial = to.with_name(f".{os.getpid()}.partial")
            partial.write_bytes(content)
            partial.chmod(0o600)
            partial.rename(to)
            self._know_whole(to)
        return to

    def stored(self, path: Path, content: bytes) -> Moved:
        """These bytes of the file are in the records file: it need not wait any more.

        One that is no longer what was stored stays where it is; SroDeskError says so.
        """
        with _told(name_of(path)):
            if path.read_bytes() != content:
                raise SroDeskError(
                    f"“{name_of(path)}” has changed since it was stored, so it stays in the "
                    "inbox. Look at it again."
                )
        return self.move(path, Pile.STORED)

    def move(self, path: Path, pile: Pile) -> Moved:
        """Put a file into a pile of its own folder, under a free name."""
        with _told(name_of(path)):
            to = _free(_home(path) / pile / path.name)
            to.parent.mkdir(exist_ok=True)
            path.rename(to)
        return Moved(was=path, now=to)

    def tidy(self) -> None:
        """Remove our own copies of dropped files that are stored: they are where they belong."""
        folder = self.own / Pile.STORED
        for entry in self._entries(folder):
            with suppress(OSError):
                Path(entry.path).unlink()
        for empty in (folder, self.own):
            with suppress(OSError):
                empty.rmdir()

    def put_back(self, moved: Moved) -> Path:
        """Let a file that was dealt with wait again."""
        with _told(name_of(moved.now)):
            to = _free(moved.was)
            moved.now.rename(to)
            self._know_whole(to)
        return to

    def _know_whole(self, path: Path) -> None:
        known = path.stat()
        self._seen[path] = (known.st_size, known.st_mtime_ns, float("-inf"))

    def _entries(self, folder: Path) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                yield from filter(_is_for_us, entries)
        except FileNotFoundError:
            if folder == self.scans:
                raise SroDeskError(
                    f"The scan folder {folder} is not there. Connect its drive, or choose "
                    "another folder in Settings."
                ) from None
        except OSError as error:
            raise SroDeskError(
                f"The folder {folder} cannot be read ({error.strerror or error}). "
                "Choose another scan folder in Settings."
            ) from error

    def _known(self, entry: os.DirEntry[str], pile: Pile) -> Waiting | None:
        path = Path(entry.path)
        try:
            known = entry.stat()
        except OSError:  # it was moved away a moment ago
            return None
        whole = pile is not Pile.WAITING or self._is_whole(path, known)
        return Waiting(
            path=path,
            name=name_of(path),
            size=known.st_size,
            arrived=known.st_mtime,
            whole=whole,
            pile=pile,
        )

    def _is_whole(self, path: Path, known: os.stat_result) -> bool:
        """Whether nobody writes it any more, as far as its size, time and end tell."""
        now = self._clock()
        before = self._seen.get(path)
        if before is None or before[:2] != (known.st_size, known.st_mtime_ns):
            since = float("-inf") if now - known.st_mtime > _OLD else now
            before = self._seen[path] = (known.st_size, known.st_mtime_ns, since)
        quiet = now - before[2]
        if known.st_size == 0 or quiet < _SETTLED:
            return False
        return quiet > _OLD or _ends_well(path)

    def _forget_all_but(self, here: set[Path]) -> None:
        for path in self._seen.keys() - here:
            del self._seen[path]


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what the system refuses into a sentence."""
    try:
        yield
    except FileNotFoundError:
        raise SroDeskError(
            f"“{name}” is no longer in the inbox. Somebody may have moved it."
        ) from None
    except OSError as error:
        raise SroDeskError(
            f"“{name}” could not be moved ({error.strerror or error}). "
            "Close it in other programs, or let yourself write to its folder."
        ) from error


def _is_for_us(entry: os.DirEntry[str]) -> bool:
    name = entry.name.lower()
    hidden = name.startswith((".", "~")) or name in _NOT_FOR_US
    if hidden or Path(name).suffix in _UNFINISHED:
        return False
    try:
        return entry.is_file()
    except OSError:
        return False


def _ends_well(path: Path) -> bool:
    """A PDF that says where it ends; of other types the size must do."""
    try:
        with path.open("rb") as file:
            if file.read(5) != b"%PDF-":
                return True
            file.seek(max(0, path.stat().st_size - _END_WITHIN))
            return b"%%EOF" in file.read()
    except OSError:  # another program holds it
        return False


def _home(path: Path) -> Path:
    """The folder in which a file waits, from wherever it lies now."""
    return path.parent.parent if path.parent.name in set(Pile) - {""} else path.parent


def _free(path: Path) -> Path:
    """`path`, or the next name that is free: `scan (2).pdf`."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free

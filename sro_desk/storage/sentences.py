"""What SQLite's failures mean to a person: one sentence each; a wrong statement stays a bug."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sro_desk.domain.errors import SroDeskError

_BY_CODE: dict[int, str] = {
    sqlite3.SQLITE_FULL: (
        "The disk that holds {name} is full, so nothing was saved. "
        "Free some space on it, then save again."
    ),
    sqlite3.SQLITE_BUSY: (
        "{name} is busy: another program has been using it for more than ten seconds. "
        "Close that program or wait for it, then try again."
    ),
    sqlite3.SQLITE_READONLY: (
        "{name} cannot be changed: the file or its folder {folder} is read-only. "
        "Change its permissions or move it to a folder of your own."
    ),
    sqlite3.SQLITE_CORRUPT: (
        "{name} is damaged: SQLite could not make sense of it. Close it, keep it as it is, "
        "and restore the last backup (sro-desk restore BACKUP --to FILE)."
    ),
    sqlite3.SQLITE_NOTADB: (
        "{name} is not a records file, or its beginning is damaged. "
        "Choose another file, or restore a backup."
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk could not read or write {name}, so nothing was saved. "
        "Check that the drive is still connected, then try again."
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "{name} cannot be opened: the file or its folder {folder} is missing, or it may not be "
        "used by this account. Check the folder and its permissions."
    ),
    sqlite3.SQLITE_NOMEM: (
        "There was not enough memory to work with {name}, so nothing was saved. "
        "Close other programs, then try again."
    ),
    sqlite3.SQLITE_TOOBIG: (
        "That is too large to be kept in {name}, so nothing was saved. Attach a smaller file."
    ),
}
_BY_CODE[sqlite3.SQLITE_LOCKED] = _BY_CODE[sqlite3.SQLITE_BUSY]
_BY_CODE[sqlite3.SQLITE_PERM] = _BY_CODE[sqlite3.SQLITE_CANTOPEN]
_PRIMARY = 0xFF  # the low byte of an extended code


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn SQLite's failures about `path` into sentences; let everything else pass."""
    try:
        yield
    except Exception as error:
        cause = getattr(error, "orig", error)  # SQLAlchemy wraps the driver's own
        if not isinstance(cause, sqlite3.Error):
            raise
        raise_plainly(cause, path, error)


@contextmanager
def files_told_plainly(path: Path) -> Iterator[None]:
    """The same, and the failures of the operating system as well; for work on whole files."""
    try:
        with told_plainly(path):
            yield
    except OSError as error:
        raise SroDeskError(of_os_error(error, path)) from error


def raise_plainly(cause: BaseException | None, path: Path, error: Exception) -> None:
    """Raise `error` as a sentence where SQLite's code has one, or else as it is."""
    code = getattr(cause, "sqlite_errorcode", None)
    if "Could not decode to UTF-8" in str(cause):  # said by Python, without a code
        code = sqlite3.SQLITE_CORRUPT
    sentence = None if code is None else _of_code(code, path)
    if sentence is None:
        raise error
    raise SroDeskError(sentence) from error


def damaged(path: Path) -> SroDeskError:
    """What is said of a file that SQLite cannot make sense of."""
    return SroDeskError(_of_code(sqlite3.SQLITE_CORRUPT, path) or "")


def of_os_error(error: OSError, path: Path) -> str:
    """The sentence for a failure of the operating system about `path`."""
    if isinstance(error, FileNotFoundError):
        return f"There is no file {path}. Check the name, or look for a backup of it."
    if isinstance(error, IsADirectoryError):
        return f"{path} is a folder, not a records file. Choose the file in it."
    if isinstance(error, PermissionError):
        return (
            f"{path} may not be used by this account. "
            "Ask whoever looks after this computer for permission, or choose another folder."
        )
    reason = error.strerror or str(error)
    return f"{path} cannot be used: {reason}. Check the drive and its free space, then try again."


def _of_code(code: int, path: Path) -> str | None:
    sentence = _BY_CODE.get(code & _PRIMARY)
    return None if sentence is None else sentence.format(name=path.name, folder=path.parent)

"""One SQLite connection as this program wants it: every pragma is set, and read back."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

from sro_desk.domain.errors import SroDeskError
from sro_desk.storage.sentences import damaged

APPLICATION_ID = 0x53524F44  # "SROD"
BUSY_SECONDS = 10.0

# Not WAL: the SQLite versions that Python ships have bugs there, and a file that is
# moved or mailed must be one file. secure_delete: a withdrawn word leaves no trace.
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),  # else REPLACE would delete past the triggers
    ("secure_delete", "ON", 1),
    ("synchronous", "FULL", 2),
    ("journal_mode", "TRUNCATE", "truncate"),
)


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open `path` with our pragmas; the transactions are the caller's own statements."""
    mode = "rwc" if create else "rw"
    connection = sqlite3.connect(
        f"{uri(path)}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        _set_pragmas(connection)
    except UnicodeDecodeError as error:  # SQLite quotes the damage, which then is no text
        connection.close()
        raise damaged(path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def uri(path: Path) -> str:
    """The `file:` address of `path`; a Windows share keeps both of its slashes."""
    posix = path.absolute().as_posix()
    return ("file://" if posix.startswith("/") else "file:///") + quote(posix, safe="/:")


def _set_pragmas(connection: sqlite3.Connection) -> None:
    for name, value, expected in _PRAGMAS:
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        answer = connection.execute(f"PRAGMA {name}").fetchone()
        # an SQLite built without memory mapping answers nothing for mmap_size
        if answer is not None and answer[0] != expected:
            raise SroDeskError(
                f"The records file cannot be opened safely: SQLite {sqlite3.sqlite_version} "
                f"answered {answer[0]!r} to {name}={value}. Use a standard build of Python."
            )

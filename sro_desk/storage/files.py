"""Makes and opens records files, and refuses politely what is none."""

import os
import uuid
from datetime import UTC, datetime
from pathlib import Path

from sro_desk.domain.changes import Actor
from sro_desk.domain.errors import SroDeskError
from sro_desk.storage import schema
from sro_desk.storage.connection import APPLICATION_ID, connect
from sro_desk.storage.database import Database
from sro_desk.storage.sentences import files_told_plainly

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes of SQLite's own header


def create(path: Path, *, actor: Actor, sample: bool = False) -> Database:
    """Make a new, empty records file and open it; an existing file is never replaced."""
    if path.exists():
        raise SroDeskError(f"There is already a file {path}. Open it, or choose another name.")
    with files_told_plainly(path):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            _lay_down(path, actor, sample=sample)
        except BaseException:
            path.unlink()
            raise
    return open_file(path, actor=actor)


def open_file(path: Path, *, actor: Actor, read_only: bool = False) -> Database:
    """Open a records file to write it, or to read it where another process writes it."""
    refuse_other_files(path)
    return Database(path)


def refuse_other_files(path: Path) -> None:
    """Say what `path` is where it is no records file of this program."""
    if path.is_dir():
        raise SroDeskError(f"{path} is a folder, not a records file. Choose the file in it.")
    with files_told_plainly(path), path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        raise SroDeskError(f"{path} is empty. Restore a backup, or delete it and start anew.")
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise SroDeskError(
            f"{path} is not a records file. Records files are made by this program and end in "
            ".srodesk; choose one of those."
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise SroDeskError(
            f"{path} is the database of another program, not a records file. Choose another file."
        )


def _lay_down(path: Path, actor: Actor, *, sample: bool) -> None:
    connection = connect(path)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("BEGIN IMMEDIATE")
        schema.lay_down(connection)
        now = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        connection.execute(
            "INSERT INTO file_info (id, file_id, sample, created_at, created_by) "
            "VALUES (1, ?, ?, ?, ?)",
            (str(uuid.uuid4()), int(sample), now, str(actor)),
        )
        connection.execute("COMMIT")
    finally:
        connection.close()

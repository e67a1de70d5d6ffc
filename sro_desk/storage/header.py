"""What a file is, by its first hundred bytes: asked before SQLite opens it."""

from pathlib import Path

from sro_desk.domain.errors import SroDeskError
from sro_desk.storage.connection import APPLICATION_ID
from sro_desk.storage.sentences import files_told_plainly

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes of SQLite's own header


def is_database(path: Path) -> bool:
    """Whether `path` is a records file, or another program's database; OSError where unreadable."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def refuse_other_files(path: Path) -> None:
    """Say what `path` is where it is no records file of this program."""
    with files_told_plainly(path):
        if path.is_dir():
            raise SroDeskError(f"{path} is a folder, not a records file. Choose the file in it.")
        with path.open("rb") as file:
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

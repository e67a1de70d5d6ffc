"""Writes a file that a person asked for: whole or not at all, and never over records."""

import os
from contextlib import suppress
from pathlib import Path

from sro_desk.domain.errors import SroDeskError
from sro_desk.storage.header import is_database


def save(path: Path, content: bytes) -> Path:
    """Write `content` beside `path` first, then put it in place of what stood there.

    SroDeskError where that cannot be, or where a records file, or any other database, stands there.
    """
    if path.is_dir() or not path.name:
        raise SroDeskError(f"{path} is a folder. Name the file to write.")
    partial = path.with_name(f".{os.getpid()}.partial")  # short: it fits wherever the name does
    try:
        if is_database(path):
            raise SroDeskError(
                f"“{path.name}” in {path.parent} holds records, so it was not replaced. "
                "Choose another name."
            )
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise SroDeskError(
            f"“{path.name}” could not be saved in {path.parent} ({error.strerror or error}). "
            "Close the file in other programs, or choose another folder or name."
        ) from error
    return path

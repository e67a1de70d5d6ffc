"""Writes a file that a person asked for: whole or not at all, and never over records."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

from sro_desk.domain.errors import SroDeskError
from sro_desk.storage.header import is_database

_NUMBERS = count()  # two files may be on their way into one folder at a time


def save(path: Path, content: bytes) -> Path:
    """Write `content` beside `path` first, then put it in place of what stood there.

    SroDeskError where that cannot be, or where a records file, or any other database, stands there.
    """
    return save_filled(path, lambda file: file.write(content))


def save_filled(path: Path, fill: Callable[[BinaryIO], object]) -> Path:
    """The same of what `fill` writes; nothing is left of it where that fails or is stopped."""
    if path.is_dir() or not path.name:
        raise SroDeskError(f"{path} is a folder. Name the file to write.")
    # short: it fits wherever the name does
    partial = path.with_name(f".{os.getpid()}-{next(_NUMBERS)}.partial")
    try:
        if is_database(path):
            raise SroDeskError(
                f"“{path.name}” in {path.parent} holds records, so it was not replaced. "
                "Choose another name."
            )
        with _gone_unless_moved(partial):
            with partial.open("wb") as file:
                fill(file)
            partial.replace(path)
    except OSError as error:
        raise SroDeskError(
            f"“{path.name}” could not be saved in {path.parent} ({error.strerror or error}). "
            "Close the file in other programs, or choose another folder or name."
        ) from error
    return path


@contextmanager
def _gone_unless_moved(partial: Path) -> Iterator[None]:
    try:
        yield
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)

"""Reads a file that a person chose or dropped, with a sentence for each way that can fail."""

import stat
from pathlib import Path

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.types import MAX_BYTES, too_large


def read(path: Path, *, largest: int = MAX_BYTES) -> bytes:
    """The bytes of the file, at most 25 MB unless `largest` says more.

    Raises `SroDeskError` where there are none to have.
    """
    name = name_of(path)
    try:
        known = path.stat()
        if stat.S_ISDIR(known.st_mode):
            raise SroDeskError(f"“{name}” is a folder. Choose the certificate's file inside it.")
        if not stat.S_ISREG(known.st_mode):
            raise SroDeskError(f"“{name}” is a device, not a file. Choose a file.")
        if known.st_size > largest:
            raise SroDeskError(too_large(known.st_size))
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except (FileNotFoundError, ValueError):  # ValueError: no system has such a name
        raise SroDeskError(
            f"“{name}” is no longer there. It may have been moved; choose it again."
        ) from None
    except OSError as error:
        raise SroDeskError(
            f"“{name}” could not be read ({error.strerror or error}). "
            "Close it in other programs or copy it to this computer, then try again."
        ) from error
    if len(content) > largest:
        raise SroDeskError(too_large(len(content)))
    return content


def name_of(path: Path) -> str:
    """The file's name as text that can be shown and stored; some systems allow others."""
    return path.name.encode("utf-8", "replace").decode("utf-8")

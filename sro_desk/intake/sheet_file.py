"""A spreadsheet that a person chose or dropped: read from disk, opened by the worker."""

from pathlib import Path

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.spreadsheets.sheets import SheetFile
from sro_desk.intake.reading import name_of, read
from sro_desk.intake.sheet_types import too_large
from sro_desk.intake.types import MAX_BYTES
from sro_desk.intake.worker import Worker


def open_sheets(path: Path, worker: Worker) -> SheetFile:
    """The sheets of a file; raises `SroDeskError` with a sentence for each way that can fail."""
    name = name_of(path)
    if path.is_dir():
        raise SroDeskError(f"“{name}” is a folder. Choose the spreadsheet inside it.")
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        size = 0  # `read` has the sentence
    if size > MAX_BYTES:
        raise SroDeskError(too_large(size))
    return worker.read_sheets(read(path), name)

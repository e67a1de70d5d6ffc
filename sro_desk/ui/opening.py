"""Opens records files beside the window."""

from pathlib import Path

from sro_desk.services import records_file
from sro_desk.services.records_file import Database


def open_file(path: Path) -> Database:
    """Open a records file, or say in a sentence why not."""
    return records_file.open_file(path, actor=records_file.this_actor())

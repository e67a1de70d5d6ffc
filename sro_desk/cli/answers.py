"""What the commands have in common: exit codes, dates and paths as typed, files written."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sro_desk.domain.dates import parse_date
from sro_desk.domain.errors import SroDeskError
from sro_desk.services import saving

NOTHING_RED, SOMETHING_RED, USAGE, TROUBLE = 0, 1, 2, 3
AS_WRITTEN = "\b\n"  # keeps click from filling the lines that follow


def as_date(text: str) -> date:
    """A date as typed."""
    found = parse_date(text, today=date.today())  # noqa: DTZ011 - the person's own calendar
    if found is None:
        raise typer.BadParameter(f"{text!r} is not a date; write it as 2026-11-24 or 11/24/2026.")
    return found


def as_path(text: str) -> Path:
    """A path as typed; nothing at all, as an unset variable leaves it, names no place."""
    if not text:
        raise typer.BadParameter("it is empty; name a file or a folder.")
    return Path(text)


AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=as_date, metavar="D", help="The date asked about; today if not given."
    ),
]
RecordsFile = Annotated[
    Path, typer.Argument(parser=as_path, metavar="FILE", help="A records file (.srodesk).")
]


def day(asked: date | None = None) -> date:
    """The date asked about, or today."""
    return asked or date.today()  # noqa: DTZ011 - the person's own calendar


def make_folder(folder: Path) -> None:
    """Make a folder that may exist."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SroDeskError(
            f"The folder {folder} could not be made: {error.strerror}. Choose another place."
        ) from error


def write(path: Path, content: bytes) -> None:
    """Write a file, with the folders it needs, and say so."""
    make_folder(path.parent)
    typer.echo(f"Wrote {saving.save(path, content)}")

"""`demo`: a lifelike sample agency with its PDFs and pictures."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sro_desk import resources
from sro_desk.cli.answers import AsOf, as_path, day, make_folder, write
from sro_desk.services import sample
from sro_desk.services.records_file import this_actor
from sro_desk.services.reports import making


def demo(
    folder: Annotated[
        Path, typer.Argument(parser=as_path, metavar="DIR", help="Made if it does not exist.")
    ],
    as_of: AsOf = None,
) -> None:
    """Make a lifelike sample agency: its records file, its PDFs and a picture of every page."""
    today = day(as_of)
    make_folder(folder)
    file = folder / "sample.srodesk"
    typer.echo("Making the sample agency ...")
    with sample.make(file, actor=this_actor(), today=today) as db:
        typer.echo("Writing its PDFs ...")
        for made in making.of_sample(db, on=today):
            write(folder / "pdf" / made.file_name, made.content)
    typer.echo("Taking a picture of every page and dialog ...")
    _take_screens(file, folder / "screens", today)
    typer.echo(f"Done: open it with `sro-desk {file}`.")


def _take_screens(file: Path, into: Path, today: date) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", _offscreen())
    from sro_desk import app  # Qt is loaded only where pictures are asked for

    app.take_screens(file, into, today=today)


def _offscreen() -> str:
    """Qt without a display; of the size of a small laptop's, where Qt can read the file's path."""
    size = resources.path("theme", "offscreen.json")
    return "offscreen" if ":" in str(size) else f"offscreen:configfile={size}"

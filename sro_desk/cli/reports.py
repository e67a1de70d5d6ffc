"""`report NAME`: each report as a PDF; a command takes the options that its report does."""

from collections.abc import Callable
from datetime import date
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any

import typer

from sro_desk.cli.answers import AsOf, RecordsFile, as_date, as_path, day, make_folder, write
from sro_desk.domain.reports import KINDS, Asked, Option, ReportName
from sro_desk.services import districts, officers
from sro_desk.services.records_file import Database, look_into
from sro_desk.services.reports import binder_zip, making

commands = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Write a report as PDF.")

Out = Annotated[Path, typer.Option("--out", parser=as_path, metavar="F", help="The PDF to write.")]
OutOrZip = Annotated[
    Path,
    typer.Option(
        "--out",
        parser=as_path,
        metavar="F",
        help="The PDF to write, or a .zip of it with the copies and tables.",
    ),
]
_NAME = "Its name, number, or a part of them."
_SWITCHES = frozenset({Option.COPIES, Option.DUTIES, Option.WITHHELD})
_OPTIONS: dict[Option, tuple[type, Any]] = {
    Option.DISTRICT: (str, typer.Option("--district", metavar="NAME", help=_NAME)),
    Option.OFFICER: (
        str,
        typer.Option("--officer", metavar="NAME", help="The name, badge, or a part of them."),
    ),
    Option.WITHIN: (
        int,
        typer.Option(
            "--within", min=0, metavar="DAYS", help="Only what is due by then, or overdue."
        ),
    ),
    Option.SINCE: (
        date,
        typer.Option("--since", parser=as_date, metavar="D", help="The first day of the ledger."),
    ),
    Option.COPIES: (
        bool,
        typer.Option("--copies", help="Append the certificate copies; look through them first."),
    ),
    Option.DUTIES: (bool, typer.Option("--duties", help="The contract's duties of IV.A.")),
    Option.WITHHELD: (
        bool,
        typer.Option("--withheld", help="Also officers withheld from exports."),
    ),
}
_OUT = {ReportName.AUDIT: OutOrZip}


def _command(name: ReportName) -> Callable[..., None]:
    """The command of one report."""

    def command(file: Path, out: Path, as_of: date | None = None, **chosen: Any) -> None:
        with look_into(file) as db:
            asked = Asked(report=name, on=day(as_of), **_found(db, chosen))
            if name is ReportName.AUDIT and out.suffix.casefold() == binder_zip.ENDING:
                _write_zip(db, asked, out)
                return
            made = making.make_alone(db, asked, made_on=day())
        write(out, made.content)

    kind = KINDS[name]
    parameters = [_parameter("file", RecordsFile), _parameter("out", _OUT.get(name, Out))]
    for option in Option:
        if option in kind.needs | kind.takes:
            parameters.append(_option(option, needed=option in kind.needs))
    parameters.append(_parameter("as_of", AsOf, default=None))
    command.__doc__ = kind.told
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # typer reads it
    return command


def _write_zip(db: Database, asked: Asked, out: Path) -> None:
    make_folder(out.parent)
    typer.echo(f"Wrote {binder_zip.save_alone(db, asked, out, made_on=day())}")


def _option(option: Option, *, needed: bool) -> Parameter:
    of, told = _OPTIONS[option]
    if needed:
        return _parameter(option.value, Annotated[of, told])
    if option in _SWITCHES:
        return _parameter(option.value, Annotated[of, told], default=False)
    return _parameter(option.value, Annotated[of | None, told], default=None)


def _parameter(name: str, annotation: Any, default: Any = Parameter.empty) -> Parameter:
    kind = Parameter.KEYWORD_ONLY
    return Parameter(name, kind, default=default, annotation=annotation)


def _found(db: Database, chosen: dict[str, Any]) -> dict[str, Any]:
    """What was typed of a district or an officer, as the one that is meant."""
    if (said := chosen.get("district")) is not None:
        chosen["district"] = districts.named(db, said).id
    if (said := chosen.get("officer")) is not None:
        chosen["officer"] = officers.named(db, said).id
    return chosen


for _name in making.MAKERS:
    if _name is not ReportName.PACKET:  # which is recorded, so that it writes
        commands.command(_name.value)(_command(_name))

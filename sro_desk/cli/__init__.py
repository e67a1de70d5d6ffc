"""The commands: the same services without a window."""

from collections.abc import Sequence

import typer

from sro_desk.cli import calendar, checking, demo, keeping, packets, reports, tables
from sro_desk.cli.answers import NOTHING_RED, SOMETHING_RED, TROUBLE, USAGE
from sro_desk.domain.errors import SroDeskError

__all__ = ["NOTHING_RED", "SOMETHING_RED", "TROUBLE", "USAGE", "commands", "run"]

commands = typer.Typer(
    name="sro-desk",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="The chief's desk for school resource officer training certificates. "
    "`sro-desk [FILE]` opens the window; the commands below need none.",
)
commands.command(help=checking.HELP)(checking.check)
commands.command()(demo.demo)
reports.commands.command()(packets.packet)
reports.commands.command()(packets.packets)
commands.add_typer(reports.commands, name="report")
commands.command("packets")(packets.given)
commands.command()(calendar.calendar)
commands.command()(keeping.backup)
commands.command()(keeping.restore)
commands.command()(keeping.verify)
commands.command("import", help=tables.IMPORT_HELP)(tables.import_table)
commands.command()(tables.export)
commands.command()(tables.rebuild)


def run(argv: Sequence[str]) -> int:
    """Run one command; the exit code is the answer, trouble is a sentence on stderr."""
    try:
        return commands(list(argv), standalone_mode=True) or NOTHING_RED
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    except SroDeskError as error:
        typer.echo(str(error), err=True)
    except OSError as error:  # such as a full disk behind `>`
        typer.echo(f"The answer could not be written: {error.strerror or error}.", err=True)
    return TROUBLE

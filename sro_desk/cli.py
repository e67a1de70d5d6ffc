"""The commands: the same services without a window."""

import json
import os
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sro_desk import resources
from sro_desk.domain.codes import Light
from sro_desk.domain.dates import parse_date, us_date
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.sentences import gap_words, light_words, status_words
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.tables import TableKind
from sro_desk.services import districts, finding_json, findings, keeping, reports, sample, saving
from sro_desk.services.records_file import Database, look_into, open_file, this_actor
from sro_desk.services.spreadsheets import choosing, exporting, importing, told

NOTHING_RED, SOMETHING_RED, USAGE, TROUBLE = 0, 1, 2, 3
_HEADINGS = ("Light", "Officer", "Par.", "Status", "Legal last day", "Missing")

commands = typer.Typer(
    name="sro-desk",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="The chief's desk for school resource officer training certificates. "
    "`sro-desk [FILE]` opens the window; the commands below need none.",
)
report = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Write a report as PDF.")
commands.add_typer(report, name="report")


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


def _as_date(text: str) -> date:
    found = parse_date(text, today=date.today())  # noqa: DTZ011 - the person's own calendar
    if found is None:
        raise typer.BadParameter(f"{text!r} is not a date; write it as 2026-11-24 or 11/24/2026.")
    return found


def _as_path(text: str) -> Path:
    """A path as typed; nothing at all, as an unset variable leaves it, names no place."""
    if not text:
        raise typer.BadParameter("it is empty; name a file or a folder.")
    return Path(text)


AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=_as_date, metavar="D", help="The date asked about; today if not given."
    ),
]
RecordsFile = Annotated[
    Path, typer.Argument(parser=_as_path, metavar="FILE", help="A records file (.srodesk).")
]
Out = Annotated[Path, typer.Option("--out", parser=_as_path, metavar="F", help="The PDF to write.")]
_KINDS_HELP = f"What the rows are ({', '.join(TableKind)}); told from the headings if not given."
_AS_WRITTEN = "\b\n"  # keeps click from filling the lines that follow
_CHECK_HELP = (
    "Print each officer's finding. Exit 0 when nothing is red, 1 when something is, "
    "3 when the file has a problem.\n\n" + finding_json.KEYS.replace("\n\n", "\n\n" + _AS_WRITTEN)
)


@commands.command(help=_CHECK_HELP)
def check(
    file: RecordsFile,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of a table.")] = False,
) -> None:
    """Exit 0 when nothing is red, 1 when something is, 3 when the file has a problem."""
    with look_into(file) as db:
        overview = findings.overview(db, _day(as_of))
    if as_json:
        typer.echo(json.dumps(finding_json.of_overview(overview), indent=2, ensure_ascii=False))
    else:
        _print_table(overview)
    red = any(row.finding.light is Light.RED for row in overview.rows)
    raise typer.Exit(SOMETHING_RED if red else NOTHING_RED)


@commands.command()
def demo(
    folder: Annotated[
        Path, typer.Argument(parser=_as_path, metavar="DIR", help="Made if it does not exist.")
    ],
    as_of: AsOf = None,
) -> None:
    """Make a lifelike sample agency: its records file, its PDFs and a picture of every page."""
    today = _day(as_of)
    _make_folder(folder)
    file = folder / "sample.srodesk"
    typer.echo("Making the sample agency ...")
    with sample.make(file, actor=this_actor(), today=today) as db:
        typer.echo("Writing its PDFs ...")
        for line in districts.all_districts(db):
            name = reports.file_name_of_summary(line.district, today)
            content = reports.district_summary(db, line.district.id, on=today, made_on=today)
            _write(folder / "pdf" / name, content)
        deadlines = reports.deadlines_list(db, on=today, made_on=today)
        _write(folder / "pdf" / reports.file_name_of_deadlines(today), deadlines)
    typer.echo("Taking a picture of every page and dialog ...")
    _take_screens(file, folder / "screens", today)
    typer.echo(f"Done: open it with `sro-desk {file}`.")


@report.command("district")
def report_district(
    file: RecordsFile,
    district: Annotated[
        str, typer.Option("--district", metavar="NAME", help="Its name, number, or a part of them.")
    ],
    out: Out,
    as_of: AsOf = None,
) -> None:
    """Write the certificate summary for one district."""
    today = _day(as_of)
    with look_into(file) as db:
        found = districts.named(db, district)
        content = reports.district_summary(db, found.id, on=today, made_on=_day(None))
    _write(out, content)


@report.command("deadlines")
def report_deadlines(file: RecordsFile, out: Out, as_of: AsOf = None) -> None:
    """Write the list of all deadlines, most urgent first."""
    with look_into(file) as db:
        content = reports.deadlines_list(db, on=_day(as_of), made_on=_day(None))
    _write(out, content)


@commands.command()
def backup(
    file: RecordsFile,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            parser=_as_path,
            metavar="DIR",
            help="Where; the agency's choice if not given.",
        ),
    ] = None,
) -> None:
    """Make a verified backup."""
    with look_into(file) as db:
        made = keeping.backup(db, to)
    typer.echo(f"Backed up and verified: {made.path}")


@commands.command()
def restore(
    backup: Annotated[
        Path,
        typer.Argument(parser=_as_path, metavar="BACKUP", help="A backup of a records file."),
    ],
    to: Annotated[
        Path,
        typer.Option("--to", parser=_as_path, metavar="FILE", help="The records file to write."),
    ],
) -> None:
    """Verify a backup and put it in place; a file that stands there is kept beside it."""
    restored = keeping.restore(backup, to)
    typer.echo(f"Restored: {restored.path}")
    if restored.kept is not None:
        typer.echo(f"The file that stood there is kept as {restored.kept}")


@commands.command()
def verify(
    file: RecordsFile,
    head: Annotated[
        str | None,
        typer.Option("--head", metavar="HEX", help="The ledger head printed in a PDF's footer."),
    ] = None,
) -> None:
    """Check the file, every copy and the whole ledger; exit 0 when all holds, 3 when not."""
    verdict = keeping.verify(file, head)
    for sentence in verdict.sentences:
        typer.echo(sentence, err=not verdict.sound)
    raise typer.Exit(NOTHING_RED if verdict.sound else TROUBLE)


@commands.command(
    "import",
    help="Import a spreadsheet of officers, districts and schools, assignments, certificates, "
    "policy reviews or contact days. Exit 0 when it is imported or, with --dry-run, would be; "
    "1 when rows have problems.\n\n"
    + _AS_WRITTEN
    + told.KEYS.replace("\n\n", "\n\n" + _AS_WRITTEN),
)
def import_table(
    file: RecordsFile,
    table: Annotated[
        Path,
        typer.Argument(parser=_as_path, metavar="TABLE", help="XLSX, XLS, ODS, CSV or TSV."),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Look only; store nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
    sheet: Annotated[
        list[str] | None,
        typer.Option("--sheet", metavar="NAME", help="Only this sheet; may be given again."),
    ] = None,
    kind: Annotated[
        list[TableKind] | None,
        typer.Option("--as", metavar="KIND", help=_KINDS_HELP),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="HEADING=FIELD", help="What a column is; may be repeated."),
    ] = None,
    skip_problems: Annotated[
        bool, typer.Option("--skip-problems", help="Import the rows without problems.")
    ] = False,
) -> None:
    """Exit 0 when imported, 1 when rows have problems, 3 when a file has a problem."""
    opened = choosing.open_file(table)
    parts = choosing.chosen(opened, sheets=sheet or (), kinds=kind or (), said=column or ())
    imported = None
    with _to_import_into(file, dry_run=dry_run) as db:
        planned = importing.preview(db, parts)
        troubled = planned.counts[Outcome.PROBLEM] > 0
        if not dry_run and planned.steps and (skip_problems or not troubled):
            imported = importing.store(db, planned, actor=this_actor())
    if as_json:
        answer = told.as_json(planned, opened.notes, imported)
        typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))
    else:
        for line in (*opened.notes, *told.as_lines(planned), *told.ending(imported, dry_run)):
            typer.echo(line)
    raise typer.Exit(SOMETHING_RED if troubled and not imported else NOTHING_RED)


@commands.command()
def export(
    file: RecordsFile,
    folder: Annotated[
        Path,
        typer.Option("--out", parser=_as_path, metavar="DIR", help="Made if it does not exist."),
    ],
) -> None:
    """Write the records as CSV files, which `import` reads back."""
    _make_folder(folder)
    with look_into(file) as db:
        exported = exporting.export(db, folder)
    for path in exported.files:
        typer.echo(f"Wrote {path}")
    if exported.withheld:
        typer.echo(f"Officers withheld from exports, and left out: {exported.withheld:,}")


def _to_import_into(file: Path, *, dry_run: bool) -> AbstractContextManager[Database]:
    return look_into(file) if dry_run else open_file(file, actor=this_actor())


def _print_table(overview: findings.Overview) -> None:
    typer.echo(f"As of {us_date(overview.on)}")
    if not overview.rows:
        typer.echo("No officers are on the roster yet.")
        return
    lines = [_HEADINGS, *map(_cells, overview.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        typer.echo("  ".join(padded).rstrip())


def _cells(row: findings.OverviewRow) -> tuple[str, ...]:
    finding = row.finding
    return (
        light_words(finding.light),
        row.name,
        finding.paragraph or "-",
        status_words(finding.status),
        us_date(finding.deadline.legal) if finding.deadline else "-",
        ", ".join(map(gap_words, finding.gaps)),
    )


def _take_screens(file: Path, into: Path, today: date) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", _offscreen())
    from sro_desk import app  # Qt is loaded only where pictures are asked for

    app.take_screens(file, into, today=today)


def _offscreen() -> str:
    """Qt without a display; of the size of a small laptop's, where Qt can read the file's path."""
    size = resources.path("theme", "offscreen.json")
    return "offscreen" if ":" in str(size) else f"offscreen:configfile={size}"


def _day(asked: date | None) -> date:
    return asked or date.today()  # noqa: DTZ011 - the person's own calendar


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SroDeskError(
            f"The folder {folder} could not be made: {error.strerror}. Choose another place."
        ) from error


def _write(path: Path, content: bytes) -> None:
    _make_folder(path.parent)
    typer.echo(f"Wrote {saving.save(path, content)}")

"""`import` and `export`: the records as tables."""

import json
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated

import typer

from sro_desk.cli.answers import (
    AS_WRITTEN,
    NOTHING_RED,
    SOMETHING_RED,
    RecordsFile,
    as_path,
    make_folder,
)
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.tables import TableKind
from sro_desk.services import whole
from sro_desk.services.records_file import Database, look_into, open_file, this_actor
from sro_desk.services.spreadsheets import choosing, exporting, importing, told

_KINDS_HELP = f"What the rows are ({', '.join(TableKind)}); told from the headings if not given."
IMPORT_HELP = (
    "Import a spreadsheet of officers, districts and schools, assignments, certificates, "
    "policy reviews or contact days. Exit 0 when it is imported or, with --dry-run, would be; "
    "1 when rows have problems.\n\n" + AS_WRITTEN + told.KEYS.replace("\n\n", "\n\n" + AS_WRITTEN)
)


def import_table(
    file: RecordsFile,
    table: Annotated[
        Path,
        typer.Argument(parser=as_path, metavar="TABLE", help="XLSX, XLS, ODS, CSV or TSV."),
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


def export(
    file: RecordsFile,
    folder: Annotated[
        Path,
        typer.Option("--out", parser=as_path, metavar="DIR", help="Made if it does not exist."),
    ],
    form: Annotated[
        list[exporting.Format] | None,
        typer.Option("--format", help="Only this one; both if not given."),
    ] = None,
    *,
    private: Annotated[
        bool,
        typer.Option("--private", help="Also license, phone, e-mail, notes: for the agency only."),
    ] = False,
    everything: Annotated[
        bool,
        typer.Option(
            "--everything", help="All of it as JSON with the copies, private; see `rebuild`."
        ),
    ] = False,
) -> None:
    """Write the records as CSV files and a workbook, which `import` reads back."""
    make_folder(folder)
    if everything:
        with look_into(file) as db:
            typer.echo(f"Wrote {whole.export(db, folder)}, and the copies beside it.")
        typer.echo("It holds private data of every officer: keep it inside the agency.")
        return
    with look_into(file) as db:
        formats = form or tuple(exporting.Format)
        exported = exporting.export(db, folder, formats=formats, private=private)
    for path in exported.files:
        typer.echo(f"Wrote {path}")
    if exported.withheld:
        typer.echo(f"Officers withheld from exports, and left out: {exported.withheld:,}")


def _to_import_into(file: Path, *, dry_run: bool) -> AbstractContextManager[Database]:
    return look_into(file) if dry_run else open_file(file, actor=this_actor())


def rebuild(
    folder: Annotated[
        Path, typer.Argument(parser=as_path, metavar="DIR", help="What --everything wrote.")
    ],
    to: Annotated[
        Path, typer.Option("--to", parser=as_path, metavar="FILE", help="The file to make.")
    ],
) -> None:
    """Make a records file of an export of everything; its ledger begins anew."""
    with whole.rebuild(folder, to, actor=this_actor()) as db:
        typer.echo(f"Made {db.path}. Its ledger begins anew: keep the old file, or a backup of it.")

"""`check`: each officer's finding."""

import json
from typing import Annotated

import typer

from sro_desk.cli.answers import AS_WRITTEN, NOTHING_RED, SOMETHING_RED, AsOf, RecordsFile, day
from sro_desk.domain.codes import Light
from sro_desk.domain.dates import us_date
from sro_desk.domain.sentences import gap_words, light_words, status_words
from sro_desk.services import finding_json, findings
from sro_desk.services.records_file import look_into

_HEADINGS = ("Light", "Officer", "Par.", "Status", "Legal last day", "Missing")
HELP = (
    "Print each officer's finding. Exit 0 when nothing is red, 1 when something is, "
    "3 when the file has a problem.\n\n" + finding_json.KEYS.replace("\n\n", "\n\n" + AS_WRITTEN)
)


def check(
    file: RecordsFile,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of a table.")] = False,
) -> None:
    """Exit 0 when nothing is red, 1 when something is, 3 when the file has a problem."""
    with look_into(file) as db:
        overview = findings.overview(db, day(as_of))
    if as_json:
        typer.echo(json.dumps(finding_json.of_overview(overview), indent=2, ensure_ascii=False))
    else:
        _print_table(overview)
    red = any(row.finding.light is Light.RED for row in overview.rows)
    raise typer.Exit(SOMETHING_RED if red else NOTHING_RED)


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

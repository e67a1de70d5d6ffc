"""The records as files that any spreadsheet program opens, and an import reads back."""

import csv
import io
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sro_desk.domain.spreadsheets.formulas import neutralised
from sro_desk.domain.spreadsheets.tables import FIELDS, Reads, TableKind, table_words
from sro_desk.domain.spreadsheets.writing import Table, table_of
from sro_desk.services.saving import save
from sro_desk.services.spreadsheets.on_file import on_file
from sro_desk.services.spreadsheets.workbooks import Value, as_xlsx
from sro_desk.storage.database import Database

WORKBOOK = "records.xlsx"
_MARK = "\N{BYTE ORDER MARK}"  # else Excel takes UTF-8 for the encoding of old


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files written, and how many officers stayed out."""

    files: tuple[Path, ...]
    withheld: int


class Format(StrEnum):
    """The kinds of file that tables are written as."""

    CSV = "csv"
    XLSX = "xlsx"


def export(
    db: Database,
    folder: Path,
    *,
    formats: Collection[Format] = tuple(Format),
    private: bool = False,
) -> Exported:
    """Write a CSV file for each kind of table, and one workbook with them all, into `folder`.

    The folder must exist. `private` adds the columns that are not for everybody.
    """
    with db.read() as session:
        found = on_file(session)
    tables = {kind: table_of(kind, found, private=private) for kind in TableKind}
    files = []
    if Format.CSV in formats:
        files += [save(folder / f"{kind}.csv", as_csv(table)) for kind, table in tables.items()]
    if Format.XLSX in formats:
        sheets = [(table_words(kind), _dated(kind, tables[kind])) for kind in TableKind]
        files.append(save(folder / WORKBOOK, as_xlsx(sheets)))
    return Exported(
        files=tuple(files), withheld=sum(officer.withheld for officer in found.officers)
    )


def _dated(kind: TableKind, table: Table) -> list[list[Value]]:
    """The same with dates that are dates."""
    dates = {field.title for field in FIELDS[kind] if field.reads is Reads.DATE}
    at = {column for column, heading in enumerate(table[0]) if heading in dates}
    rows: list[list[Value]] = [list(table[0])]
    for row in table[1:]:
        rows.append([_day(cell) if column in at else cell for column, cell in enumerate(row)])
    return rows


def _day(cell: str) -> Value:
    return date.fromisoformat(cell) if cell else ""


def as_csv(table: Table) -> bytes:
    """UTF-8 with its mark; what a program would calculate is marked as text."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerows([neutralised(cell) for cell in row] for row in table)
    return (_MARK + written.getvalue()).encode("utf-8")

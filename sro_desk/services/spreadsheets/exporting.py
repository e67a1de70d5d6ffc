"""The records as CSV files that any spreadsheet program opens, and an import reads back."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from sro_desk.domain.spreadsheets.formulas import neutralised
from sro_desk.domain.spreadsheets.tables import TableKind
from sro_desk.domain.spreadsheets.writing import Table, table_of
from sro_desk.services.saving import save
from sro_desk.services.spreadsheets.on_file import on_file
from sro_desk.storage.database import Database

_MARK = "\N{BYTE ORDER MARK}"  # else Excel takes UTF-8 for the encoding of old


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files written, and how many officers stayed out."""

    files: tuple[Path, ...]
    withheld: int


def export(db: Database, folder: Path) -> Exported:
    """Write a CSV file for each kind of table into `folder`, which must exist."""
    with db.read() as session:
        found = on_file(session)
    files = [
        save(folder / f"{kind.value}.csv", as_csv(table_of(kind, found))) for kind in TableKind
    ]
    return Exported(
        files=tuple(files), withheld=sum(officer.withheld for officer in found.officers)
    )


def as_csv(table: Table) -> bytes:
    """UTF-8 with its mark; what a program would calculate is marked as text."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerows([neutralised(cell) for cell in row] for row in table)
    return (_MARK + written.getvalue()).encode("utf-8")

"""A list that a person sees as a file: XLSX or CSV, without officers withheld from exports."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sro_desk.domain.records import OfficerId
from sro_desk.services.saving import save
from sro_desk.services.spreadsheets.exporting import as_csv
from sro_desk.services.spreadsheets.workbooks import Value, as_xlsx
from sro_desk.storage.database import Database

_WITHHELD = "SELECT id FROM officer WHERE withheld = 1"


def withheld(db: Database) -> frozenset[OfficerId]:
    """The officers withheld from exports."""
    with db.plain() as reader:
        return frozenset(OfficerId(number) for (number,) in reader.rows(_WITHHELD))


def save_list(path: Path, title: str, rows: Sequence[Sequence[Value]]) -> Path:
    """Write rows, the headings first, as the kind of file that the name's ending says."""
    if path.suffix.casefold() == ".csv":
        return save(path, as_csv(tuple(tuple(map(_text, row)) for row in rows)))
    return save(path, as_xlsx([(title, rows)]))


def _text(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)

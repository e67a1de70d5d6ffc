"""The shipped workbooks: an empty template, and the same filled with made-up records.

Made by `python tests/make_templates.py`.
"""

from pathlib import Path

from sro_desk import resources
from sro_desk.domain.spreadsheets.tables import TableKind
from sro_desk.services.saving import save

TEMPLATE, EXAMPLE = "template", "example"


def workbook(which: str) -> Path:
    """A workbook with a sheet for each kind of table, and every column that is read."""
    return resources.path("spreadsheets", f"sro-desk {which}.xlsx")


def sheet_of_example() -> Path:
    """One table of the example."""
    return resources.path("spreadsheets", f"example {TableKind.CERTIFICATES.value}.csv")


def save_copy(which: str, to: Path) -> tuple[Path, ...]:
    """Save the workbook as `to`; or beside it, where that ends in .csv, a file for each table."""
    if to.suffix.casefold() != ".csv":
        return (save(to, workbook(which).read_bytes()),)
    return tuple(
        save(
            to.with_name(f"{to.stem} {kind.value}.csv"),
            resources.path("spreadsheets", f"{which} {kind.value}.csv").read_bytes(),
        )
        for kind in TableKind
    )

"""A spreadsheet is opened, and how its sheets are to be read is told from their headings."""

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from sro_desk import resources
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.spreadsheets.headings import (
    Layout,
    Spellings,
    heading_key,
    headings_of,
    recognise,
    recognise_as,
    spellings_from,
)
from sro_desk.domain.spreadsheets.preview import Part
from sro_desk.domain.spreadsheets.sheets import Sheet, SheetFile
from sro_desk.domain.spreadsheets.tables import FIELDS, TableKind, missing, table_words
from sro_desk.intake.sheet_file import open_sheets
from sro_desk.intake.worker import Worker

__all__ = [
    "chosen",
    "layout_as",
    "layout_of",
    "open_file",
    "open_sheets",
    "parts_of",
]


def open_file(path: Path) -> SheetFile:
    """The sheets of a file, read in a limited process of its own; SroDeskError where it cannot."""
    with Worker() as worker:
        return open_sheets(path, worker)


@cache
def spellings() -> Spellings:
    """The headings that are recognised."""
    text = resources.path("spreadsheets", "headings.toml").read_text(encoding="utf-8")
    return spellings_from(tomllib.loads(text))


def parts_of(file: SheetFile) -> tuple[Part, ...]:
    """Every sheet whose headings are recognised, each read in the way that explains most."""
    found = ((sheet, layout_of(sheet, file)) for sheet in file.sheets)
    return tuple(Part(sheet=sheet, layout=layout) for sheet, layout in found if layout is not None)


def layout_of(sheet: Sheet, file: SheetFile) -> Layout | None:
    """How a sheet of `file` is read, as its headings and its name tell; None where they do not."""
    return recognise(sheet, spellings(), file_name=_stem(file))


def layout_as(sheet: Sheet, kind: TableKind) -> Layout:
    """How a sheet is read that is said to be of a kind."""
    return recognise_as(sheet, kind, spellings())


def chosen(
    file: SheetFile, *, sheets: Sequence[str], kinds: Sequence[TableKind], said: Sequence[str]
) -> tuple[Part, ...]:
    """The parts that a command names; SroDeskError where there are none, or columns lack.

    `said` are columns mapped by hand, as `HEADING=FIELD`.
    """
    wanted = [_sheet_called(file, name) for name in sheets] or list(file.sheets)
    narrowed = replace(file, sheets=tuple(wanted))
    if kinds:
        parts = [
            Part(sheet=sheet, layout=layout_as(sheet, kind)) for sheet in wanted for kind in kinds
        ]
    else:
        parts = list(parts_of(narrowed))
    if not parts:
        raise _nothing_recognised(file)
    _refuse_unknown(said, dict.fromkeys(part.layout.kind for part in parts))
    return tuple(_complete(_mapped(part, said)) for part in parts)


def without_column(layout: Layout, column: int) -> Layout:
    """The layout with a column from which nothing is read."""
    columns = {name: at for name, at in layout.columns.items() if at != column}
    return replace(layout, columns=columns)


def mapped_by_hand(layout: Layout, field: str, column: int) -> Layout:
    """The layout with a field read from another column."""
    columns = {name: at for name, at in layout.columns.items() if at != column}
    columns[field] = column
    order = [each.name for each in FIELDS[layout.kind]]
    return replace(layout, columns=dict(sorted(columns.items(), key=lambda e: order.index(e[0]))))


def _sheet_called(file: SheetFile, name: str) -> Sheet:
    for sheet in file.sheets:
        if sheet.name.casefold() == name.casefold():
            return sheet
    known = ", ".join(sheet.name for sheet in file.sheets if sheet.name) or "one sheet without name"
    raise SroDeskError(f"{file.name} has no sheet called {name!r}. It has: {known}.")


def _mapped(part: Part, said: Sequence[str]) -> Part:
    """With the columns that are said by hand; what is said to be another kind's is not this's."""
    layout = part.layout
    headings = [heading_key(each) for each in headings_of(part.sheet, layout.heading)]
    for each in said:
        heading, _, field = each.rpartition("=")
        if heading_key(heading) not in headings:
            raise SroDeskError(f"There is no column headed {heading!r} in the spreadsheet.")
        column = headings.index(heading_key(heading))
        mine = any(field == known.name for known in FIELDS[layout.kind])
        layout = without_column(layout, column)
        layout = mapped_by_hand(layout, field, column) if mine else layout
    return replace(part, layout=layout)


def _refuse_unknown(said: Sequence[str], kinds: Collection[TableKind]) -> None:
    for each in said:
        field = each.rpartition("=")[2]
        known = [own.name for kind in kinds for own in FIELDS[kind]]
        if field not in known:
            names = " and ".join(table_words(kind) for kind in kinds)
            raise SroDeskError(f"{field!r} is no field of {names}: {', '.join(known)}.")


def _complete(part: Part) -> Part:
    lacking = missing(part.layout.kind, part.layout.columns)
    if lacking:
        where = f"The sheet {part.sheet.name}" if part.sheet.name else "The table"
        raise SroDeskError(
            f"{where} has no column for: {', '.join(lacking)}. Name it so in the heading, "
            "or say which column it is with --map."
        )
    return part


def _nothing_recognised(file: SheetFile) -> SroDeskError:
    return SroDeskError(
        f"No table of records was recognised in {file.name}: its headings name neither officers, "
        "districts, assignments, certificates, policy reviews nor contact days. "
        "Say what it is (--as), or copy its columns into the template."
    )


def _stem(file: SheetFile) -> str:
    return Path(file.name).stem if len(file.sheets) == 1 else ""

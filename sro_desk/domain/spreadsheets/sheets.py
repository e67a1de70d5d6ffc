"""A spreadsheet that has been read: sheets of cells, free of the format they came in."""

from dataclasses import dataclass
from datetime import date

Cell = str | date  # a date where the file itself says that it is one
BLANKS = " \t\r\n\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The first of `rows` is line 1; rows may be of any length, and empty."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFile:
    """The sheets of one file, and what the person should know about it."""

    name: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()  # sentences


def trimmed(text: str) -> str:
    """`text` without the blanks around it, as the forms store it."""
    return text.strip(BLANKS)

"""What the worker answers about a spreadsheet, checked: nothing in it is taken on trust."""

import json
from datetime import date

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.spreadsheets.sheets import Cell, Sheet, SheetFile
from sro_desk.intake.sheet_trouble import sheet_trouble_words

_LONGEST_NAME = 200


def checked(answer: dict[str, object], sheets: bytes, original_name: str) -> SheetFile:
    """The sheets as values; ValueError or TypeError where the answer is none."""
    listed = json.loads(sheets)
    if not isinstance(listed, list):
        raise TypeError("sheets")
    found = tuple(_sheet(each) for each in listed)
    hidden = answer.get("hidden")
    notes = (*_on_hidden(hidden if isinstance(hidden, int) else 0),)
    return SheetFile(name=original_name, sheets=found, notes=notes)


def refusal(code: str) -> SroDeskError:
    """What a person is told whose spreadsheet cannot be read."""
    return SroDeskError(sheet_trouble_words(code))


def _sheet(told: object) -> Sheet:
    if not isinstance(told, list) or len(told) != 2:
        raise TypeError("a sheet")
    name, rows = told
    if not isinstance(name, str) or not isinstance(rows, list):
        raise TypeError("a sheet")
    return Sheet(name=name[:_LONGEST_NAME], rows=tuple(tuple(map(_cell, row)) for row in rows))


def _cell(told: object) -> Cell:
    if isinstance(told, str):
        return told
    if isinstance(told, list) and len(told) == 1 and isinstance(told[0], str):
        return date.fromisoformat(told[0]) if told[0] else ""
    raise TypeError("a cell")


def _on_hidden(count: int) -> tuple[str, ...]:
    if count < 1:
        return ()
    if count == 1:
        return ("1 hidden sheet was left out.",)
    return (f"{count:,} hidden sheets were left out.",)

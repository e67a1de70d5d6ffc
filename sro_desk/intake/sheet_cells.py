"""Inside the worker: a spreadsheet's content becomes sheets of plain cells, written as JSON."""

import io
import json
from datetime import date, datetime, time, timedelta
from typing import Any

from sro_desk.intake import sheet_text
from sro_desk.intake.sheet_trouble import CannotRead, SheetTrouble
from sro_desk.intake.sheet_types import SheetType
from sro_desk.intake.zip_limits import look_over

MOST_ROWS = 100_000
MOST_CELLS = 3_000_000
MOST_LETTERS = 15_000_000  # four bytes each at the most: the answer stays within the wire's limit
_MOST_SHEETS = 100
_CONTROLS = 0.3  # part of a text's first letters from which on it is no text
_TEXTUAL = "\t\r\n\x00"

Rows = list[list[Any]]


def read_sheets(content: bytes, sheet_type: SheetType) -> tuple[dict[str, object], bytes]:
    """The answer's header, and its sheets as JSON: a date is `["2025-09-01"]`."""
    if sheet_type is SheetType.TEXT:
        sheets, hidden = [("", _of_text(content))], 0
    else:
        if sheet_type is SheetType.ZIPPED:
            look_over(content)
        else:
            _look_into_older(content)
        sheets, hidden = _of_workbook(content)
    _refuse_empty(sheets)
    text = json.dumps([[name, rows] for name, rows in sheets], ensure_ascii=False)
    return {"hidden": hidden}, text.encode("utf-8", "replace")


def _of_text(content: bytes) -> Rows:
    head = sheet_text.decoded(content[:4096])
    strange = sum(letter < " " and letter not in _TEXTUAL for letter in head)
    if strange > _CONTROLS * len(head):
        raise CannotRead(SheetTrouble.BINARY)
    return _measured(sheet_text.rows_of(content))


def _look_into_older(content: bytes) -> None:
    """The container of old workbooks also holds Word documents, and XLSX behind a password."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise CannotRead(SheetTrouble.PASSWORD)
    if "WordDocument".encode("utf-16-le") in content:
        raise CannotRead(SheetTrouble.NOT_A_SHEET)


def _of_workbook(content: bytes) -> tuple[list[tuple[str, Rows]], int]:
    """Every visible sheet, and how many are hidden. Formulas come as what they last gave."""
    import python_calamine as calamine  # only where a workbook is read

    visible = calamine.SheetVisibleEnum.Visible
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            shown = [each for each in book.sheets_metadata if each.visible == visible]
            wanted = [each.name for each in shown if each.typ == calamine.SheetTypeEnum.WorkSheet]
            if len(wanted) > _MOST_SHEETS:
                raise CannotRead(SheetTrouble.TOO_MANY)
            sheets = [(name, _of_sheet(book.get_sheet_by_name(name))) for name in wanted]
            return sheets, len(book.sheet_names) - len(shown)
    except calamine.PasswordError:
        raise CannotRead(SheetTrouble.PASSWORD) from None
    except calamine.CalamineError as error:
        locked = "password" in str(error).casefold() or "encrypt" in str(error).casefold()
        raise CannotRead(SheetTrouble.PASSWORD if locked else SheetTrouble.DAMAGED) from None


def _of_sheet(sheet: Any) -> Rows:
    if sheet.start is None:
        return []
    if sheet.total_height > MOST_ROWS:
        raise CannotRead(SheetTrouble.TOO_MANY)
    # the lines above the first filled one come along, the columns before it do not
    rows: Rows = [[_cell(value) for value in _filled(row)] for row in sheet.iter_rows()]
    _spread(rows, sheet.merged_cell_ranges or (), before=sheet.start[1])
    return _measured(rows)


def _spread(rows: Rows, merged: Any, *, before: int) -> None:
    """A merged cell stands for each of its lines: one name beside three courses."""
    for (top, first), (bottom, last) in merged:
        at = first - before
        if first != last or at < 0 or top >= len(rows) or at >= len(rows[top]):
            continue  # across columns it is a title
        for row in rows[top + 1 : bottom + 1]:
            row.extend([""] * (at + 1 - len(row)))
            row[at] = row[at] or rows[top][at]


def _filled(row: list[Any]) -> list[Any]:
    end = len(row)
    while end and row[end - 1] in ("", None):
        end -= 1
    return row[:end]


def _cell(value: Any) -> Any:
    """A cell as JSON carries it: text, or a list of one date."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime | date):
        return [value.strftime("%Y-%m-%d") if value.year >= 1000 else ""]
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    return str(value) if isinstance(value, timedelta) else ""


def _measured(rows: Rows) -> Rows:
    while rows and not any(rows[-1]):
        rows.pop()
    cells = sum(map(len, rows))
    letters = sum(len(cell) for row in rows for cell in row)
    if len(rows) > MOST_ROWS or cells > MOST_CELLS or letters > MOST_LETTERS:
        raise CannotRead(SheetTrouble.TOO_MANY)
    return rows


def _refuse_empty(sheets: list[tuple[str, Rows]]) -> None:
    if not any(rows for _, rows in sheets):
        raise CannotRead(SheetTrouble.NO_ROWS)

"""Tables as an XLSX workbook: text stays text, dates are dates, nothing is calculated."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime

import xlsxwriter

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.spreadsheets.formulas import neutralised

Value = str | int | date
_MADE = datetime(2025, 9, 1)  # noqa: DTZ001 - fixed, so that equal tables give equal bytes
_FIRST_DAY = date(1900, 3, 1)  # Excel believes in a February 29 before it
_WIDEST = 60  # characters
_LONGEST = 32_000  # characters of a cell


def as_xlsx(sheets: Iterable[tuple[str, Sequence[Sequence[Value]]]]) -> bytes:
    """One sheet a table, its headings first; names are cut to the 31 characters of Excel."""
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(written, options) as book:
        book.set_properties({"created": _MADE})
        bold = book.add_format({"bold": True, "bottom": 1})
        day = book.add_format({"num_format": "mm/dd/yyyy", "align": "left"})
        for name, rows in sheets:
            _write(book.add_worksheet(name[:31]), rows, bold, day)
    return written.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    rows: Sequence[Sequence[Value]],
    bold: xlsxwriter.format.Format,
    day: xlsxwriter.format.Format,
) -> None:
    widths: list[int] = []
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date) and value >= _FIRST_DAY:
                sheet.write_datetime(number, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(number, column, value)
            else:
                sheet.write_string(number, column, _text(value), None if number else bold)
            width = min(_WIDEST, len(str(value)) + 2)
            if column < len(widths):
                widths[column] = max(widths[column], width)
            else:
                widths.append(width)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    if rows and rows[0]:
        sheet.autofilter(0, 0, max(1, len(rows) - 1), len(rows[0]) - 1)


def _text(value: Value) -> str:
    text = value.isoformat() if isinstance(value, date) else str(value)
    if len(text) > _LONGEST:
        raise SroDeskError(
            f"A text of {len(text):,} characters does not fit into a workbook's cell, which holds "
            f"{_LONGEST:,}. Write the tables as CSV files."
        )
    return neutralised(text)

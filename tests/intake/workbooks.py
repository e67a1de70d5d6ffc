"""Makes the spreadsheets that people and strangers send: plain, odd and hostile ones."""

import io
import zipfile
from datetime import date

import xlsxwriter

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    '.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)


def xlsx(*sheets, merged=(), hidden=(), **options):
    """A workbook; each sheet is `(name, rows)`, `merged` are ranges of the first with a text."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, **options})
    day = book.add_format({"num_format": "mm/dd/yyyy"})
    for number, (name, rows) in enumerate(sheets):
        sheet = book.add_worksheet(name)
        for line, row in enumerate(rows):
            for at, cell in enumerate(row):
                write(sheet, line, at, cell, day)
        for area, text in merged if number == 0 else ():
            sheet.merge_range(area, text)
        if name in hidden:
            sheet.hide()
    book.close()
    return written.getvalue()


def wide(lines):
    """Lines with a cell in the first and, once, one in the last column that there is."""
    cells = "".join(
        f'<row r="{line}"><c r="A{line}" t="inlineStr"><is><t>x</t></is></c></row>'
        for line in range(2, lines + 1)
    )
    end = '<row r="1"><c r="XFD1" t="inlineStr"><is><t>y</t></is></c></row>'
    sheet = (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/'
        f'spreadsheetml/2006/main"><dimension ref="A1:XFD{lines}"/>'
        f"<sheetData>{end}{cells}</sheetData></worksheet>"
    )
    return with_part(xlsx(("A", [["x"]])), "xl/worksheets/sheet1.xml", lambda _: sheet)


def write(sheet, line, at, cell, day):
    if isinstance(cell, date):
        sheet.write_datetime(line, at, cell, day)
    elif isinstance(cell, str):
        sheet.write_string(line, at, cell)
    elif isinstance(cell, tuple):  # a formula, and what it gave when the file was saved
        formula, gave = cell
        sheet.write_formula(line, at, formula, day if isinstance(gave, float) else None, gave)
    elif cell is not None:
        sheet.write(line, at, cell)


def zipped(**parts):
    """An archive of parts, whose names are written with `__` for `/`."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return written.getvalue()


def with_part(content, name, replaced):
    """The workbook with another text in one of its parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", 8) as new:
        for part in old.infolist():
            text = replaced(old.read(part)) if part.filename == name else old.read(part)
            new.writestr(part.filename, text)
    return written.getvalue()

"""What a spreadsheet file is, told from its first bytes: the ending of its name proves nothing."""

from enum import StrEnum

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.types import MAX_BYTES


class SheetType(StrEnum):
    """How the worker has to open it; a ZIP archive says only inside what it holds."""

    ZIPPED = "zipped workbook"  # XLSX, XLSB, ODS
    OLDER = "older workbook"  # XLS, or a workbook behind a password
    TEXT = "text table"  # CSV, TSV


_REFUSED = (
    (b"%PDF-", "This is a PDF, not a spreadsheet. Drop it as a certificate instead."),
    (b"\xff\xd8\xff", "This is a picture, not a spreadsheet."),
    (b"\x89PNG", "This is a picture, not a spreadsheet."),
    (b"GIF8", "This is a picture, not a spreadsheet."),
    (b"SQLite format 3\x00", "This is a database, not a spreadsheet. Open it with File, Open."),
    (b"MZ", "This is a Windows program; it was not opened."),
    (b"\x7fELF", "This is a program; it was not opened."),
    (b"{\\rtf", "This is a rich text document. Save its table as CSV or XLSX first."),
    (b"\x1f\x8b", "This is a compressed archive. Take the spreadsheet out of it first."),
    (b"7z\xbc\xaf", "This is a compressed archive. Take the spreadsheet out of it first."),
    (b"Rar!", "This is a compressed archive. Take the spreadsheet out of it first."),
)
_WEB = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body")
_KINDS = "An XLSX, XLS, ODS, CSV or TSV file can be read."


def sheet_type_of(content: bytes) -> SheetType:
    """Tell the type by content; raise `SroDeskError` with a sentence where it is none of them."""
    if not content:
        raise SroDeskError("The file is empty (0 bytes). Save the spreadsheet again.")
    if len(content) > MAX_BYTES:
        raise SroDeskError(too_large(len(content)))
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return SheetType.ZIPPED
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return SheetType.OLDER
    for start, sentence in _REFUSED:
        if content.startswith(start):
            raise SroDeskError(sentence)
    _refuse_markup(content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower())
    return SheetType.TEXT


def too_large(size: int) -> str:
    """The sentence for a spreadsheet of `size` bytes, more than is read."""
    return (
        f"The file has {size / 1024 / 1024:,.1f} MB; at most {MAX_BYTES // 1024 // 1024} MB can be "
        "read. Keep the rows that matter in a file of their own."
    )


def _refuse_markup(head: bytes) -> None:
    if head.startswith(_WEB):
        raise SroDeskError(
            "This is a web page, as some programs export tables under the name of Excel. "
            "Open it in a spreadsheet program and save it as XLSX."
        )
    if head.startswith(b"<?xml"):
        raise SroDeskError(f"This is an XML file. {_KINDS} Save it as one of them first.")

"""Tables in plain text: which encoding, which delimiter, and the rows."""

import csv
import io
from collections import Counter

from sro_desk.domain.spreadsheets.formulas import as_meant

LONGEST_FIELD = 1_000_000  # characters of one cell
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 200_000  # characters from which the delimiter is told
_SAMPLE_ROWS = 60
_MARKS = (  # the longer first: UTF-32 begins like UTF-16
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of a CSV or TSV file, whatever program wrote it."""
    text = decoded(content)
    csv.field_size_limit(LONGEST_FIELD)
    delimiter, text = _delimiter_said(text)
    delimiter = delimiter or delimiter_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[as_meant(cell) for cell in row] for row in reader]


def decoded(content: bytes) -> str:
    """The text of a file: by its mark, else UTF-8, else what Windows wrote before UTF-8."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if encoding := _wide(content[:4096]):
        return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_windows(content)


def delimiter_of(text: str) -> str:
    """The delimiter by which the first rows have the most cells, and the same number of them."""
    return max(_DELIMITERS, key=lambda each: _regularity(text[:_SAMPLE], each))


def _regularity(text: str, delimiter: str) -> tuple[float, int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    widths: Counter[int] = Counter()
    try:
        for row in reader:
            widths[len(row)] += bool(row)
            if widths.total() >= _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0, 0
    if not widths.total():
        return 0.0, 0
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0, 0
    width, count = max(several.items(), key=lambda each: (each[1], each[0]))
    return count / widths.total(), width


def _delimiter_said(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`, and the text after it."""
    first, line_end, rest = text.partition("\n")
    said = first.rstrip("\r")
    if line_end and len(said) == 5 and said.casefold().startswith("sep="):
        return said[4], rest
    return "", text


def _wide(head: bytes) -> str:
    """UTF-16 without its mark: every other byte of plain letters is nothing."""
    if len(head) < 8:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else ""


def _of_windows(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:  # five bytes mean nothing there
        return content.decode("latin-1")

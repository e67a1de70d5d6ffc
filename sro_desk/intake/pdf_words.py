"""Inside the worker: the words of a PDF page and where they stand, as PDFium finds them."""

import ctypes
import math
from collections.abc import Iterator
from itertools import islice

import pypdfium2 as pdfium
from pypdfium2 import raw

from sro_desk.intake.shown import LONGEST_WORD, MOST_WORDS, Written

_FINE = 10_000  # steps across the page, in which PDFium tells a place
_MOST_LETTERS = 60_000
_MOST_FIELDS = 500
_LONGEST_VALUE = 4_000  # bytes of UTF-16
_HYPHEN = 0x02  # what PDFium makes of a hyphen at the end of a line
_WIDE = 0.55  # of a letter typed into a form, in parts of its line's height

_Raw = tuple[str, float, float, float, float, int]
_Corners = tuple[float, float, float, float]  # left, bottom, right, top in points


def words_on(page: pdfium.PdfPage) -> Written:
    """The words printed on the page, then those typed into its form."""
    text = page.get_textpage()
    try:
        printed, unseen = _printed(page, text)
    finally:
        text.close()
    typed = list(islice(_typed(page), MOST_WORDS - len(printed)))
    across, down = page.get_size()
    return Written(
        words=[*printed, *typed],
        points=(max(1.0, across), max(1.0, down)),
        recognised=unseen > len(printed) / 2,  # what a copier lays beneath its picture
    )


def _printed(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> tuple[list[_Raw], int]:
    """Words, and how many of them are drawn invisibly."""
    words, unseen = [], 0
    for first, letters in islice(_runs(text), MOST_WORDS):
        corners = [_corners(text, first + at) for at in range(len(letters))]
        around = (
            min(each[0] for each in corners),
            min(each[1] for each in corners),
            max(each[2] for each in corners),
            max(each[3] for each in corners),
        )
        words.append((letters, *_shown(page, around), _turn(page, text, first)))
        unseen += _is_unseen(text, first)
    return words, unseen


def _runs(text: pdfium.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Each word with the number of its first letter."""
    first, letters = 0, ""
    for number in range(min(text.count_chars(), _MOST_LETTERS)):
        code = raw.FPDFText_GetUnicode(text, number)
        letter = "-" if code == _HYPHEN else chr(code) if code < 0x110000 else " "
        if letter.isspace() or not letter.isprintable():
            if letters:
                yield first, letters
            letters = ""
            continue
        if not letters:
            first = number
        letters += letter
        if len(letters) == LONGEST_WORD:
            yield first, letters
            letters = ""
    if letters:
        yield first, letters


def _corners(text: pdfium.PdfTextPage, number: int) -> _Corners:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, number, ctypes.byref(box))
    return box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)


def _shown(page: pdfium.PdfPage, corners: _Corners) -> tuple[float, float, float, float]:
    """Left, top, right and bottom as the page is shown, in parts of it."""
    left, bottom, right, top = corners
    xs, ys = zip(_place(page, left, bottom), _place(page, right, top), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _place(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(
        page, 0, 0, _FINE, _FINE, 0, x, y, ctypes.byref(across), ctypes.byref(down)
    )
    return tuple(min(1.0, max(0.0, each.value / _FINE)) for each in (across, down))  # type: ignore[return-value]


def _turn(page: pdfium.PdfPage, text: pdfium.PdfTextPage, number: int) -> int:
    """Quarters clockwise, as shown; PDFium counts in radians, -1 where it does not know."""
    angle = max(0.0, float(raw.FPDFText_GetCharAngle(text, number)))
    return (round(angle * 2 / math.pi) * 90 + int(page.get_rotation())) % 360


def _is_unseen(text: pdfium.PdfTextPage, number: int) -> bool:
    drawn = raw.FPDFText_GetTextObject(text, number)
    if not drawn:
        return False
    return bool(raw.FPDFTextObj_GetTextRenderMode(drawn) == raw.FPDF_TEXTRENDERMODE_INVISIBLE)


def _typed(page: pdfium.PdfPage) -> Iterator[_Raw]:
    """What stands in the fields of a form, and what was written on the page with a viewer."""
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_FIELDS)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            hidden = raw.FPDFAnnot_GetFlags(annotation) & raw.FPDF_ANNOT_FLAG_HIDDEN
            value = "" if hidden else _value(page, annotation)
            box = raw.FS_RECTF()
            if value and raw.FPDFAnnot_GetRect(annotation, ctypes.byref(box)):
                yield from _spread(page, value, (box.left, box.bottom, box.right, box.top))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _value(page: pdfium.PdfPage, annotation: object) -> str:
    buffer = (ctypes.c_ushort * (_LONGEST_VALUE // 2))()
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind == raw.FPDF_ANNOT_WIDGET and page.formenv is not None:
        shown = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX)
        if raw.FPDFAnnot_GetFormFieldType(page.formenv, annotation) not in shown:
            return ""
        size = raw.FPDFAnnot_GetFormFieldValue(page.formenv, annotation, buffer, _LONGEST_VALUE)
    elif kind == raw.FPDF_ANNOT_FREETEXT:
        size = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, _LONGEST_VALUE)
    else:
        return ""
    if size > _LONGEST_VALUE:
        return ""
    return bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "replace")


def _spread(page: pdfium.PdfPage, value: str, corners: _Corners) -> Iterator[_Raw]:
    """The words of a value, spread over the field as if each letter were as wide as the next."""
    left, bottom, right, top = corners
    lines = value.splitlines()
    high = (top - bottom) / len(lines)
    for row, line in enumerate(lines):
        letter = min((right - left) / max(1, len(line)), high * _WIDE)
        upper, at = top - row * high, 0
        for word in line.split():
            at = line.index(word, at)
            ends = at + len(word)
            box = (left + at * letter, upper - high, left + ends * letter, upper)
            if word.isprintable() and len(word) <= LONGEST_WORD:
                yield (word, *_shown(page, box), page.get_rotation())
            at = ends

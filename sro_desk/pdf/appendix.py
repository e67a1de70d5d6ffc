"""Certificate copies behind a report: a list, and each behind a page that says what it is.

Pictures are drawn onto Letter pages; the pages of a PDF are inserted when the
report is finished, for which room is left in the numbering.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sro_desk.domain.exports.appendix import Appended
from sro_desk.pdf import look, sections
from sro_desk.pdf.flow import BOTTOM, LEFT, RIGHT, TOP, Flow
from sro_desk.pdf.sections import Rank
from sro_desk.pdf.sheet import LANDSCAPE, PORTRAIT
from sro_desk.pdf.table import Column, cell

TITLE = "Appendices: copies of certificates"
_COLUMNS = (
    Column("Appendix", 60),
    Column("Officer", 190),
    Column("Course", 230),
    Column("Pages", 52, numbers=True),
)
_FOREIGN = (
    "The copies are appended as they were received. PDF files of others are not tagged for screen "
    "readers, and may not meet PDF/UA or PDF/A: with them, this file as a whole does not claim to. "
    "The pages before this one do, and the same report without copies is valid by itself."
)
_OWN = "The copies are scans, each on a page of its own, described for screen readers in words."
_PART = Rank("H2", None)
_HEAD_ROOM = 30.0  # above a picture, for the running head


@dataclass(slots=True)
class Places:
    """Where the copies go: after which page, and into which place of a page, all from 0."""

    inserts: list[tuple[int, int]] = field(default_factory=list)  # after page, copy's number
    pictures: list[tuple[int, str, int, int]] = field(default_factory=list)


def draw(flow: Flow, copies: Sequence[Appended]) -> Places:
    """Draw the list and the divider pages, each on a page of its own."""
    places = Places()
    flow.break_page(PORTRAIT)
    flow.heading("H1", TITLE, look.TITLE, follow=80, level=0)
    flow.skip(8)
    flow.paragraph(_FOREIGN if any(each.foreign for each in copies) else _OWN)
    flow.skip(12)
    rows = [
        (
            cell(str(at), look.CELL_STRONG),
            cell(each.whose),
            cell(each.what),
            cell(f"{each.pages:,}" if each.number is not None else "none"),
        )
        for at, each in enumerate(copies, start=1)
    ]
    sections.tabled(flow, "What follows", _COLUMNS, rows, rank=_PART)
    for at, each in enumerate(copies, start=1):
        _divider(flow, at, each)
        if each.number is None:
            continue
        if each.foreign:
            flow.sheet.inserted[flow.sheet.page] = each.pages
            places.inserts.append((flow.sheet.page, each.number))
        for frame, size in enumerate(each.sizes):
            places.pictures.append(_picture(flow, at, each, frame, size))
    return places


def _divider(flow: Flow, at: int, copy: Appended) -> None:
    flow.break_page(PORTRAIT)
    flow.skip(150)
    flow.heading("H2", f"Appendix {at}: {copy.whose}", look.TITLE, follow=120, level=1)
    flow.skip(6)
    flow.paragraph(copy.what, look.SUBTITLE)
    flow.skip(10)
    for line in copy.lines:
        flow.paragraph(line)
    flow.skip(10)
    if copy.number is None:
        flow.paragraph(f"The copy is not appended. {copy.trouble}", look.STRONG)
    else:
        pages = "1 page follows" if copy.pages == 1 else f"{copy.pages:,} pages follow"
        flow.paragraph(f"{pages}, as received.", look.STRONG)


def _picture(
    flow: Flow, at: int, copy: Appended, frame: int, size: tuple[float, float]
) -> tuple[int, str, int, int]:
    """A page with the place for a picture, as large as it fits."""
    wide, high = size
    flow.break_page(LANDSCAPE if wide > high else PORTRAIT)
    sheet = flow.sheet
    room_wide = sheet.width - LEFT - RIGHT
    room_high = sheet.height - TOP - _HEAD_ROOM - BOTTOM
    scale = min(room_wide / wide, room_high / high)
    width, height = wide * scale, high * scale
    x = (sheet.width - width) / 2
    y = BOTTOM + (room_high - height) / 2
    of = f", page {frame + 1} of {len(copy.sizes)}" if len(copy.sizes) > 1 else ""
    alt = f"Scan of the certificate of {copy.whose}: {copy.what}{of}."
    figure = sheet.root.add("Figure", alt=alt)
    figure.bbox = (x, y, x + width, y + height)
    name = f"Copy{at}F{frame}"
    with sheet.tagged(figure):
        sheet.picture(x, y, width, height, name)
    assert copy.number is not None  # noqa: S101 - `draw` saw to it
    return sheet.page, name, copy.number, frame

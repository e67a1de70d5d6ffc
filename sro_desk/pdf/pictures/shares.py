"""The officers of each district by how they stand, as stacked bars."""

from collections.abc import Sequence

from sro_desk.domain.exports.pictures.shares import (
    LIGHTS,
    MUST_BE_TRAINED,
    NOT_IN_THE_SHARE,
    DistrictShare,
    Standing,
    lengths,
    share_words,
    standing_words,
)
from sro_desk.pdf import fonts, look, sections
from sro_desk.pdf.flow import Flow, baseline
from sro_desk.pdf.pictures.bar_rows import BAR, BarRows, Key, Paint, Row
from sro_desk.pdf.sheet import Sheet

HEADING = "Share trained by district"
_LEAST = 4.0  # width of one officer among hundreds
_AFTER_NOTE = 5.0


def section(flow: Flow, shown: Sequence[DistrictShare]) -> None:
    """The bars under their heading; nothing where nobody serves anywhere."""
    if not shown:
        return
    note = fonts.wrap(NOT_IN_THE_SHARE, look.NOTE, flow.measure)
    follow = len(note) * look.NOTE.leading + _AFTER_NOTE + _rows(shown).least(flow)
    sections.head(flow, HEADING, follow)
    flow.paragraph(NOT_IN_THE_SHARE, look.NOTE)
    flow.skip(_AFTER_NOTE)
    draw(flow, shown)
    flow.skip(sections.AFTER_SECTION)


def draw(flow: Flow, shown: Sequence[DistrictShare]) -> None:
    """A bar a district, as long for each: its parts are shares of those who serve there."""
    _rows(shown).draw(flow)


def _rows(shown: Sequence[DistrictShare]) -> BarRows:
    found = {standing for share in shown for standing, _ in share.parts()}
    return BarRows(
        title="Bar chart of officers trained, by district",
        rows=[
            Row(
                share.title, share_words(share), f"{share.title}: {share_words(share)}", _bar(share)
            )
            for share in shown
        ],
        legend=[_key(standing) for standing in Standing if standing in found],
    )


def _bar(share: DistrictShare) -> Paint:
    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        parts = share.parts()
        counts = [count for _, count in parts]
        for (standing, count), length in zip(parts, lengths(counts, width, _LEAST), strict=True):
            _part(sheet, standing, x, y, length - 0.8)
            _number(sheet, standing, f"{count:,}", x + length / 2, y, length)
            x += length

    return paint


def _key(standing: Standing) -> Key:
    light = LIGHTS[standing]

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        _part(sheet, standing, x, y, width)
        if standing in MUST_BE_TRAINED:
            icon = 7.0
            sheet.box(x + (width - icon) / 2 - 1, y + 1, icon + 2, BAR - 2, look.WHITE, radius=1.5)
            sheet.light(x + (width - icon) / 2, y + (BAR - icon) / 2, icon, light)

    return Key(standing_words(standing), paint)


def _part(sheet: Sheet, standing: Standing, x: float, y: float, width: float) -> None:
    """Trained and overdue are full, due and exempt light with an edge, not covered is dashed."""
    full, light = look.LIGHTS[LIGHTS[standing]], look.TINTS[LIGHTS[standing]]
    if _is_full(standing):
        sheet.box(x, y, width, BAR, full)
        return
    if standing is not Standing.UNCOVERED:
        sheet.box(x, y, width, BAR, light)
    sheet.frame(x, y, width, BAR, full, dashed=standing is Standing.UNCOVERED)


def _number(
    sheet: Sheet, standing: Standing, text: str, middle: float, y: float, room: float
) -> None:
    ink = look.WHITE if _is_full(standing) else look.LIGHTS[LIGHTS[standing]]
    style = fonts.Style(look.HEADER.font, look.HEADER.size, look.HEADER.leading, ink)
    if fonts.width(text, style) + 3 <= room:
        top = y + BAR / 2 + style.leading / 2
        sheet.text(middle, baseline(top, style), f"{text} ", style, align=0.5)


def _is_full(standing: Standing) -> bool:
    return standing in {Standing.TRAINED, Standing.OVERDUE}

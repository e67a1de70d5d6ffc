"""Sections of a report: a heading with its text or table, and the cells that reports share."""

from collections.abc import Iterable, Sequence
from datetime import date

from sro_desk.domain.codes import Light
from sro_desk.domain.dates import us_date
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.fonts import Style
from sro_desk.pdf.table import Cell, Column, Table, cell

_AFTER_HEADING = 4.0
_AFTER_TEXT = 5.0
_AFTER_SECTION = 16.0


def texted(flow: Flow, heading: str, text: str) -> None:
    """A section of one paragraph."""
    lines = min(3, len(fonts.wrap(text, look.BODY, flow.measure)))
    _head(flow, heading, lines * look.BODY.leading)
    flow.paragraph(text)
    flow.skip(_AFTER_SECTION)


def tabled(
    flow: Flow,
    heading: str,
    columns: Sequence[Column],
    cells: Iterable[Sequence[Cell]],
    *,
    intro: str = "",
) -> None:
    """A section of a table, with a paragraph before it where `intro` is given."""
    table = Table(columns, room=flow.width)
    rows = [table.lay(row) for row in cells]
    lines = fonts.wrap(intro, look.BODY, flow.measure) if intro else ()
    _head(flow, heading, len(lines) * look.BODY.leading + _AFTER_TEXT + table.least(rows))
    if intro:
        flow.paragraph(intro)
        flow.skip(_AFTER_TEXT)
    table.draw(flow, rows)
    flow.skip(_AFTER_SECTION)


def _head(flow: Flow, heading: str, follow: float) -> None:
    flow.heading("H2", heading, look.SECTION, follow=follow + _AFTER_HEADING)
    flow.skip(_AFTER_HEADING)


def stacked(first: str, second: str, style: Style) -> Cell:
    """A cell of a text with a quieter one below it."""
    return _stack(cell(first, style), second)


def status(words: str, light: Light, note: str) -> Cell:
    """A status in words, with the icon and in the colour of its light."""
    return _stack(cell(words, look.lit(look.CELL_STRONG, light), light=light), note)


def deadline(nominal: date | None, legal: date | None) -> Cell:
    """The nominal date, and the legal one where § 645.15 moves it."""
    moved = "" if legal is None or legal == nominal else f"legal date {us_date(legal)}"
    return _stack(day(nominal), moved)


def day(on: date | None) -> Cell:
    """A date, or a dash."""
    return cell(us_date(on) if on else "")


def _stack(above: Cell, below: str) -> Cell:
    if not below:
        return above
    return Cell((*above.parts, (below, look.CELL_QUIET)), above.light)

"""Sections of a report: a heading with its text or table, and the cells that reports share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import Light
from sro_desk.domain.dates import us_date
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow, baseline
from sro_desk.pdf.fonts import Style
from sro_desk.pdf.table import Cell, Column, Table, cell

_AFTER_HEADING = 4.0
_AFTER_TEXT = 5.0
AFTER_SECTION = 16.0
_BULLET = 12.0  # room for it


@dataclass(frozen=True, slots=True)
class Rank:
    """Where a heading stands: its kind, and the level of its bookmark, None for no bookmark."""

    kind: str
    level: int | None
    after: float = AFTER_SECTION  # white space below the section


SECTION = Rank("H2", 1)


def texted(flow: Flow, heading: str, text: str, *, rank: Rank = SECTION) -> None:
    """A section of one paragraph."""
    lines = min(3, len(fonts.wrap(text, look.BODY, flow.measure)))
    head(flow, heading, lines * look.BODY.leading, rank=rank)
    flow.paragraph(text)
    flow.skip(rank.after)


def listed(flow: Flow, heading: str, texts: Sequence[str], *, rank: Rank = SECTION) -> None:
    """A section of a list with bullets."""
    broken = [fonts.wrap(text, look.BODY, flow.measure - _BULLET) for text in texts]
    head(flow, heading, len(broken[0]) * look.BODY.leading, rank=rank)
    found = flow.sheet.root.add("L")
    found.bullets = True
    for lines in broken:
        flow.need(look.BODY.leading)
        item = found.add("LI")
        with flow.sheet.tagged(item.add("Lbl")):
            flow.sheet.text(flow.left, baseline(flow.y, look.BODY), "•", look.BODY)
        flow.lines(item.add("LBody"), lines, look.BODY, indent=_BULLET)
    flow.skip(rank.after)


def tabled(
    flow: Flow,
    heading: str,
    columns: Sequence[Column],
    cells: Iterable[Sequence[Cell]],
    *,
    intro: str = "",
    rank: Rank = SECTION,
    whole: bool = False,
) -> None:
    """A section of a table, with a paragraph before it where `intro` is given.

    A `whole` one stays on one page where a page holds it.
    """
    table = Table(columns, room=flow.width)
    rows = [table.lay(row) for row in cells]
    lines = fonts.wrap(intro, look.BODY, flow.measure) if intro else ()
    least = table.whole(rows) if whole else table.least(rows)
    follow = len(lines) * look.BODY.leading + _AFTER_TEXT + least
    head(flow, heading, follow, rank=rank)
    if intro:
        flow.paragraph(intro)
        flow.skip(_AFTER_TEXT)
    table.draw(flow, rows)
    flow.skip(rank.after)


def head(flow: Flow, heading: str, follow: float, *, rank: Rank = SECTION) -> None:
    """The heading of a section, with at least `follow` points of what it heads."""
    flow.heading(rank.kind, heading, look.SECTION, follow=follow + _AFTER_HEADING, level=rank.level)
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

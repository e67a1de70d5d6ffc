"""The contact days of each substitute as bars on one scale, with a mark at the limit."""

from collections.abc import Sequence

from sro_desk.domain.codes import Light
from sro_desk.domain.exports.pictures.substitutes import Counted, days_words, room_of
from sro_desk.pdf import day_meter, look, sections
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.pictures.bar_rows import BAR, BarRows, Key, Paint, Row
from sro_desk.pdf.sheet import Sheet

_OVER = 2.5  # by which the mark is taller than a bar


def section(flow: Flow, shown: Sequence[Counted]) -> None:
    """The bars under their heading; nothing where nobody is a substitute."""
    if not shown:
        return
    log = shown[0].log
    heading = f"Substitute days against {log.limit}, {log.title[:1].lower()}{log.title[1:]}"
    sections.head(flow, heading, _rows(shown).least(flow))
    draw(flow, shown)
    flow.skip(sections.AFTER_SECTION)


def draw(flow: Flow, shown: Sequence[Counted]) -> None:
    """A bar a substitute, at least one; amber where the limit is reached."""
    _rows(shown).draw(flow)


def _rows(shown: Sequence[Counted]) -> BarRows:
    log, room = shown[0].log, room_of(shown)
    return BarRows(
        title=f"Bar chart of contact days against {log.limit}",
        rows=[
            Row(each.name, days_words(each.log), _spoken(each), _bar(each, room)) for each in shown
        ],
        legend=[
            Key("Served", _swatch(full=True)),
            Key("Booked", _swatch(full=False)),
            Key("Booked, no date yet", _swatch(full=None)),
            Key(f"{log.limit} days: V.D no longer exempts", _mark),
        ],
    )


def _spoken(each: Counted) -> str:
    log = each.log
    dated = log.sixtieth_on is not None
    told = f"{each.name}: {log.counted.rstrip('.')}"
    return f"{told}; {days_words(log).partition('; ')[2]}" if dated or log.reached else told


def _bar(each: Counted, room: float) -> Paint:
    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        unit = width / room
        day_meter.fill(sheet, each.log, x, y, width, unit, height=BAR)
        _limit(sheet, x + each.log.limit * unit, y)

    return paint


def _swatch(*, full: bool | None) -> Paint:
    """Full is served, light is booked, an edge alone is booked with no date."""

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        if full is not None:
            inks = look.LIGHTS if full else look.TINTS
            sheet.box(x, y + 1, width, BAR - 2, inks[Light.GREEN])
        sheet.frame(x, y + 1, width, BAR - 2, look.LIGHTS[Light.GREEN], dashed=full is None)

    return paint


def _mark(sheet: Sheet, x: float, y: float, width: float) -> None:
    _limit(sheet, x + width / 2, y)


def _limit(sheet: Sheet, x: float, y: float) -> None:
    sheet.line(x, y - _OVER, x, y + BAR + _OVER, look.LIGHTS[Light.RED], 1.4)

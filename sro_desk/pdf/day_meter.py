"""Contact days against the limit of V.D as a bar, with the words that stand for it."""

from sro_desk.domain.codes import Light
from sro_desk.domain.exports.contact_days import YearLog
from sro_desk.pdf import look
from sro_desk.pdf.flow import baseline
from sro_desk.pdf.look import Ink
from sro_desk.pdf.sheet import Sheet
from sro_desk.pdf.structure import Element

HEIGHT = 12.0
_BEYOND = 1.1  # what the bar holds, as a share of the limit
_OVER = 2.0  # by which the line of the limit is taller than the bar
_LEAST_ROOM = 12.0  # right of the line, for its number


def draw(sheet: Sheet, figure: Element, log: YearLog, x: float, y: float, width: float) -> None:
    """Draw the bar as (part of) `figure`; its lower left corner is at `x`, `y`.

    Served is full, booked is light, booked with no date is dashed; amber once
    the limit is reached.
    """
    light = Light.AMBER if log.reached else Light.GREEN
    unit = width / max(log.limit * _BEYOND, float(log.total))
    with sheet.tagged(figure):
        sheet.box(x, y, width, HEIGHT, look.BAND, radius=2)
        _parts(sheet, log, x, y, unit, look.LIGHTS[light], look.TINTS[light])
        limit = x + log.limit * unit
        sheet.line(limit, y - _OVER, limit, y + HEIGHT + _OVER, look.LIGHTS[Light.RED], 1.4)
        if x + width - limit >= _LEAST_ROOM and log.total <= log.limit:
            number = look.lit(look.DAY, Light.RED)
            sheet.text(limit + 2.5, baseline(y + HEIGHT - 2, number), str(log.limit), number)


def _parts(
    sheet: Sheet, log: YearLog, x: float, y: float, unit: float, full: Ink, light: Ink
) -> None:
    for days, filled in ((log.served, full), (log.booked, light), (log.undated, None)):
        if not days:
            continue
        length = days * unit
        if filled is not None:
            sheet.box(x, y, length, HEIGHT, filled)
        sheet.frame(x, y, length, HEIGHT, full, dashed=filled is None)
        x += length

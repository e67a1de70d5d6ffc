"""Contact days against the limit of V.D as a bar, with the words that stand for it."""

from sro_desk.domain.codes import Light
from sro_desk.domain.exports.contact_days import YearLog
from sro_desk.pdf import look
from sro_desk.pdf.flow import baseline
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
    unit = width / max(log.limit * _BEYOND, float(log.total))
    with sheet.tagged(figure):
        fill(sheet, log, x, y, width, unit)
        limit = x + log.limit * unit
        sheet.line(limit, y - _OVER, limit, y + HEIGHT + _OVER, look.LIGHTS[Light.RED], 1.4)
        if x + width - limit >= _LEAST_ROOM and log.total <= log.limit:
            number = look.lit(look.DAY, Light.RED)
            sheet.text(limit + 2.5, baseline(y + HEIGHT - 2, number), str(log.limit), number)


def fill(
    sheet: Sheet,
    log: YearLog,
    x: float,
    y: float,
    width: float,
    unit: float,
    *,
    height: float = HEIGHT,
) -> None:
    """Draw the bar without the mark of the limit; a day is `unit` long."""
    light = Light.AMBER if log.reached else Light.GREEN
    full, tint = look.LIGHTS[light], look.TINTS[light]
    sheet.box(x, y, width, height, look.BAND, radius=2)
    for days, filled in ((log.served, full), (log.booked, tint), (log.undated, None)):
        if not days:
            continue
        length = days * unit
        if filled is not None:
            sheet.box(x, y, length, height, filled)
        sheet.frame(x, y, length, height, full, dashed=filled is None)
        x += length

"""The section of an officer's page on contact days: the meter, the sentences, the calendar."""

from sro_desk.domain.exports.contact_days import YearLog
from sro_desk.pdf import day_meter, fonts, look, sections, year_calendar
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.sections import Rank

_AFTER_METER = 8.0
_AFTER_TEXT = 8.0
_OVER = 4.0  # room above and below the meter for the line of the limit
METER = day_meter.HEIGHT + 2 * _OVER + _AFTER_METER  # height of the meter with what is around it


def draw(flow: Flow, log: YearLog, rank: Rank) -> None:
    """Draw the section, whole on one page."""
    heading = f"Contact days, {log.title[:1].lower()}{log.title[1:]}"
    said = f"{log.counted} {log.outlook}".strip()
    lines = len(fonts.wrap(said, look.BODY, flow.measure))
    beside = METER + lines * look.BODY.leading + _AFTER_TEXT
    sections.head(flow, heading, beside + year_calendar.HEIGHT, rank=rank)
    meter(flow, log)
    flow.paragraph(said)
    flow.skip(_AFTER_TEXT)
    year_calendar.draw(flow, log)
    flow.skip(rank.after)


def meter(flow: Flow, log: YearLog) -> None:
    """Draw the count as a bar over the width of the page, as a figure of its own."""
    figure = flow.sheet.root.add("Figure", alt=f"Bar of contact days: {log.counted}")
    top, bottom = flow.y, flow.y - day_meter.HEIGHT - 2 * _OVER
    figure.bbox = (flow.left, bottom, flow.left + flow.width, top)
    day_meter.draw(flow.sheet, figure, log, flow.left, bottom + _OVER, flow.width)
    flow.skip(METER)

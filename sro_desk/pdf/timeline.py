"""The deadlines of the coming months as a row of bars, with the words that stand for it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import Light, Status
from sro_desk.domain.dates import MONTHS
from sro_desk.domain.exports.deadlines import DeadlineLine
from sro_desk.pdf import look
from sro_desk.pdf.flow import Flow, baseline
from sro_desk.pdf.sheet import Sheet

HEIGHT = 104.0
_MONTHS_SHOWN = 18
_BARS = 52.0  # height of the tallest
_LABELS = 26.0  # below the axis
_THICKNESS = 0.6  # of a bar, as a share of its place
_LEAST = 4.0  # height of a bar of one among many


@dataclass(frozen=True, slots=True)
class Bar:
    """How many deadlines fall in one stretch of time."""

    label: str
    year: str  # below the label, where a year begins
    words: str
    count: int
    light: Light


def bars(lines: Sequence[DeadlineLine], on: date) -> tuple[Bar, ...]:
    """What is overdue, what falls in each coming month, and what comes later."""
    overdue = sum(1 for line in lines if line.standing is Status.OVERDUE)
    due = (line.nominal for line in lines if line.standing is Status.DUE and line.nominal)
    first = _month(on)
    months = Counter(max(0, _month(day) - first) for day in due)
    later = sum(count for month, count in months.items() if month >= _MONTHS_SHOWN)
    return (
        Bar("Overdue", "", "overdue", overdue, Light.RED),
        *(_month_bar(first, ahead, months[ahead]) for ahead in range(_MONTHS_SHOWN)),
        Bar("Later", "", "later", later, Light.AMBER),
    )


def in_words(shown: Sequence[Bar]) -> str:
    """The bars as a sentence, for those who do not see them."""
    counted = [f"{bar.count} {bar.words}" for bar in shown if bar.count]
    found = "; ".join(counted) or "no deadline"
    return f"Bar chart of deadlines, overdue and in each of the next 18 months: {found}."


def draw(flow: Flow, shown: Sequence[Bar]) -> None:
    """Draw the bars on one axis, as one figure."""
    flow.need(HEIGHT)
    figure = flow.sheet.root.add("Figure", alt=in_words(shown))
    figure.bbox = (flow.left, flow.y - HEIGHT, flow.left + flow.width, flow.y)
    place = flow.width / len(shown)
    axis = flow.y - HEIGHT + _LABELS
    tallest = max(bar.count for bar in shown)
    with flow.sheet.tagged(figure):
        flow.sheet.rule(flow.left, axis, flow.width, look.RULE, 0.8)
        for index, bar in enumerate(shown):
            _draw_bar(flow.sheet, bar, flow.left + index * place, axis, place, tallest)
    flow.skip(HEIGHT)


def _draw_bar(sheet: Sheet, bar: Bar, x: float, axis: float, place: float, tallest: int) -> None:
    middle = x + place / 2
    sheet.text(middle, baseline(axis - 3, look.LABEL), bar.label, look.LABEL, align=0.5)
    if bar.year:
        sheet.text(middle, baseline(axis - 13, look.LABEL), bar.year, look.LABEL, align=0.5)
    if not bar.count:
        return
    height = max(_LEAST, _BARS * bar.count / tallest)
    thickness = place * _THICKNESS
    sheet.box(middle - thickness / 2, axis, thickness, height, look.LIGHTS[bar.light])
    count = look.lit(look.CELL_STRONG, bar.light)
    sheet.text(middle, axis + height + 3.5, f"{bar.count:,}", count, align=0.5)


def _month_bar(first: int, ahead: int, count: int) -> Bar:
    year, month = divmod(first + ahead, 12)
    new_year = str(year) if ahead == 0 or month == 0 else ""
    name = MONTHS[month]
    return Bar(name[:3], new_year, f"in {name} {year}", count, Light.AMBER)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1

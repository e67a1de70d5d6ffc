"""A school year of contact days as twelve small months, with the words that stand for them."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from sro_desk.domain.codes import DayKind, Light
from sro_desk.domain.dates import MONTHS, long_date
from sro_desk.domain.exports.contact_days import CountedDay, YearLog
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow, baseline
from sro_desk.pdf.fonts import Style
from sro_desk.pdf.look import Ink
from sro_desk.pdf.sheet import Sheet

_ACROSS = 6  # months side by side
_CELL = 11.0  # height of a day
_HEAD = 13.0  # of a month: its name
_INITIALS = "SMTWTFS"
_WEEKS = 6
_MONTH = _HEAD + (1 + _WEEKS) * _CELL + 6
_LEGEND = 14.0
HEIGHT = 2 * _MONTH + _LEGEND
_GAP = 10.0  # between months
_FREE = (0, 6)  # the columns of the weekend
_FULL = look.LIGHTS[Light.GREEN]
_LIGHT = look.TINTS[Light.GREEN]
_MARK = look.LIGHTS[Light.RED]
_ON_FULL = look.WHITE
_WEEKDAY = Style(look.DAY.font, look.DAY.size, _CELL, look.TEXT)
_WEEKEND = look.inked(_WEEKDAY, look.QUIET)


def draw(flow: Flow, log: YearLog) -> None:
    """Draw the year from its first month on as one figure, with a legend below it."""
    flow.need(HEIGHT)
    figure = flow.sheet.root.add("Figure", alt=in_words(log))
    figure.bbox = (flow.left, flow.y - HEIGHT, flow.left + flow.width, flow.y)
    place = (flow.width + _GAP) / _ACROSS
    days = {day.on: day.kind for day in log.days}
    with flow.sheet.tagged(figure):
        for index, first in enumerate(_months(log.first)):
            row, column = divmod(index, _ACROSS)
            x, top = flow.left + column * place, flow.y - row * _MONTH
            _draw_month(flow.sheet, first, x, top, place - _GAP, days, log)
        _draw_legend(flow.sheet, flow.left, flow.y - HEIGHT + 2, log)
    flow.skip(HEIGHT)


def in_words(log: YearLog) -> str:
    """The calendar as sentences, for those who do not see it."""
    found = [f"Calendar of the {log.title[:1].lower()}{log.title[1:]}."]
    for first in _months(log.first):
        of_month = [day for day in log.days if _is_in(day.on, first)]
        if of_month:
            found.append(f"{MONTHS[first.month - 1]} {first.year}: {_dates(of_month)}.")
    if not log.days:
        found.append("No contact day has a date.")
    if log.sixtieth_on is not None:
        found.append(f"Contact day {log.limit}: {long_date(log.sixtieth_on)}.")
    elif log.projected_on is not None:
        found.append(f"Contact day {log.limit} by projection: {long_date(log.projected_on)}.")
    return " ".join(found)


def _dates(days: Iterable[CountedDay]) -> str:
    """ "served 8, 10; booked 24"."""
    by_kind: dict[DayKind, list[str]] = {kind: [] for kind in DayKind}
    for day in days:
        by_kind[day.kind].append(str(day.on.day))
    words = {DayKind.SERVED: "served", DayKind.BOOKED: "booked"}
    return "; ".join(f"{words[kind]} {', '.join(on)}" for kind, on in by_kind.items() if on)


def _draw_month(
    sheet: Sheet,
    first: date,
    x: float,
    top: float,
    width: float,
    days: dict[date, DayKind],
    log: YearLog,
) -> None:
    name = f"{MONTHS[first.month - 1]} {first.year}"
    sheet.text(x, baseline(top, look.MONTH), name, look.MONTH)
    cell = width / len(_INITIALS)
    top -= _HEAD
    start = (first.weekday() + 1) % len(_INITIALS)  # weeks begin on Sunday
    plain = [[initial] + [""] * _WEEKS for initial in _INITIALS]
    for number in range(1, monthrange(first.year, first.month)[1] + 1):
        row, column = divmod(start + number - 1, len(_INITIALS))
        on = first.replace(day=number)
        kind, frame = days.get(on), _framed(on, log)
        if kind is None and not frame:
            plain[column][row + 1] = str(number)
            continue
        _draw_day(sheet, on, x + column * cell, top - (row + 1) * _CELL, cell, kind, frame)
    for column, texts in enumerate(plain):  # a weekday at a time: a text each takes thrice as long
        style = _WEEKEND if column in _FREE else _WEEKDAY
        sheet.lines(x + (column + 0.5) * cell, _line(top), texts, style, align=0.5)


def _draw_day(
    sheet: Sheet,
    on: date,
    x: float,
    top: float,
    width: float,
    kind: DayKind | None,
    frame: str,
) -> None:
    inner = (x + 0.5, top - _CELL + 0.5, width - 1, _CELL - 1)
    ink = look.TEXT if kind is None else _draw_kind(sheet, inner, kind)
    if frame:
        sheet.frame(*inner, _MARK, 1.2, radius=2, dashed=frame == "projected")
    style = look.inked(look.DAY, ink)
    sheet.text(x + width / 2, _line(top), str(on.day), style, align=0.5)


def _draw_kind(sheet: Sheet, inner: tuple[float, float, float, float], kind: DayKind) -> Ink:
    """Served is full, booked is light with an edge; answers the ink of what is written on it."""
    if kind is DayKind.SERVED:
        sheet.box(*inner, _FULL, radius=2)
        return _ON_FULL
    sheet.box(*inner, _LIGHT, radius=2)
    sheet.frame(*inner, _FULL, radius=2)
    return look.TEXT


def _draw_legend(sheet: Sheet, x: float, y: float, log: YearLog) -> None:
    entries: list[tuple[str, DayKind | None, str]] = [
        ("Served", DayKind.SERVED, ""),
        ("Booked", DayKind.BOOKED, ""),
    ]
    if log.sixtieth_on is not None:
        entries.append((f"Contact day {log.limit}", None, "reached"))
    elif log.projected_on is not None:
        entries.append((f"Contact day {log.limit}, by projection", None, "projected"))
    for words, kind, frame in entries:
        inner = (x, y, 10.0, 9.0)
        if kind is not None:
            _draw_kind(sheet, inner, kind)
        if frame:
            sheet.frame(*inner, _MARK, 1.2, radius=2, dashed=frame == "projected")
        sheet.text(x + 14, y + 2, words, look.LABEL)
        x += 24 + fonts.width(words, look.LABEL)


def _framed(on: date, log: YearLog) -> str:
    if on == log.sixtieth_on:
        return "reached"
    return "projected" if on == log.projected_on else ""


def _line(top: float) -> float:
    """The baseline of a day's number, in the middle of its cell."""
    return baseline(top - (_CELL - look.DAY.leading) / 2, look.DAY)


def _months(first: date) -> Sequence[date]:
    """The first days of twelve months."""
    start = first.year * 12 + first.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(start, start + 12)]


def _is_in(day: date, first: date) -> bool:
    return (day.year, day.month) == (first.year, first.month)

"""A substitute's contact days by month and place, with the count as it grows."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from sro_desk.domain.codes import DayKind
from sro_desk.domain.exports.contact_days import CountedDay, YearLog
from sro_desk.domain.exports.substitutes import MonthLine

_ELSEWHERE = "Other districts"


def of_log(log: YearLog, *, only: str) -> Iterator[MonthLine]:
    """The lines in order; with `only`, days at other districts are counted and not listed."""
    running = 0
    by_place: defaultdict[tuple[date, str], list[CountedDay]] = defaultdict(list)
    for day in log.days:
        by_place[day.on.replace(day=1), _place(day.districts, only)].append(day)
    for (month, place), days in sorted(by_place.items(), key=_order):
        running += len(days)
        told = () if place == _ELSEWHERE else tuple(days)
        yield MonthLine(
            month=month,
            place=place,
            served=tuple(day.on for day in told if day.kind is DayKind.SERVED),
            booked=tuple(day.on for day in told if day.kind is DayKind.BOOKED),
            days=len(days),
            running=running,
        )
    if log.undated:
        yield MonthLine(
            month=None, place="", served=(), booked=(), days=log.undated, running=log.total
        )


def _place(districts: Collection[str], only: str) -> str:
    """Two districts on one date are one day."""
    if not only:
        return "; ".join(districts)
    return only if only in districts else _ELSEWHERE


def _order(line: tuple[tuple[date, str], list[CountedDay]]) -> tuple[date, date]:
    (month, _), days = line
    return month, days[0].on

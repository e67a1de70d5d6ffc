"""Counting months and days as Minn. Stat. ch. 645 does: §§ 645.14, 645.15 and 645.44 subd. 5."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
FIRST_DAY = date.min
LAST_DAY = date.max

_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6


def add_months(day: date, months: int) -> date:
    """The same day number `months` on, or the last day of a month that has no such day (§ 645.14).

    Beyond the year 9999 it is the last day there is.
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if years > LAST_DAY.year:
        return LAST_DAY
    if day.day <= 28:
        return date(years, month, day.day)
    return date(years, month, min(day.day, monthrange(years, month)[1]))


def school_year_of(day: date, *, begins_month: int = 7) -> int:
    """The school year of a day, named by the calendar year in which it begins (July 1)."""
    return day.year if day.month >= begins_month else day.year - 1


def school_year_bounds(year: int, *, begins_month: int = 7) -> tuple[date, date]:
    """The first and last day of the school year that begins in `year`."""
    first = date(year, begins_month, 1) if year >= FIRST_DAY.year else FIRST_DAY
    if year >= LAST_DAY.year:
        return first, LAST_DAY
    return first, day_before(date(year + 1, begins_month, 1))


def day_after(day: date) -> date:
    """The day after; the last day there is has none after it and is returned itself."""
    return day if day == LAST_DAY else day + ONE_DAY


def day_before(day: date) -> date:
    """The day before; the first day there is has none before it and is returned itself."""
    return day if day == FIRST_DAY else day - ONE_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayRule:
    """A holiday of § 645.44 subd. 5: on a fixed `day`, or on the `nth` weekday (-1 the last)."""

    name: str
    month: int
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    nth: int | None = None
    days_after: int = 0

    def on(self, year: int) -> date:
        """The day itself in `year`, before any observance on a weekday."""
        if self.day is not None:
            return date(year, self.month, self.day)
        if self.weekday is None or self.nth is None:
            raise ValueError(f"{self.name}: give a day, or a weekday and nth")
        return _nth_weekday(year, self.month, self.weekday, self.nth) + self.days_after * ONE_DAY


class Holidays:
    """The legal holidays by rule; a year is worked out once, when first asked about."""

    __slots__ = ("_rolled", "_rules", "_years")

    def __init__(self, rules: Iterable[HolidayRule]) -> None:
        self._rules = tuple(rules)
        self._years: dict[int, dict[date, str]] = {}
        self._rolled: dict[date, date] = {}

    def name_of(self, day: date) -> str | None:
        """The name of the holiday on `day`, marked where the day is only its observance."""
        year = self._years.get(day.year)
        if year is None:
            year = self._years[day.year] = self._worked_out(day.year)
        return year.get(day)

    def is_open(self, day: date) -> bool:
        """Whether `day` is neither a Saturday, nor a Sunday, nor a legal holiday."""
        return day.weekday() < _SATURDAY and self.name_of(day) is None

    def roll(self, day: date) -> date:
        """The day itself where it is open, else the next that is (§ 645.15)."""
        rolled = self._rolled.get(day)
        if rolled is None:
            rolled = day
            while rolled < LAST_DAY and not self.is_open(rolled):
                rolled += ONE_DAY
            self._rolled[day] = rolled
        return rolled

    def last_open(self, day: date) -> date:
        """The day itself where it is open, else the last open day before it."""
        while not self.is_open(day):
            day -= ONE_DAY
        return day

    def _worked_out(self, year: int) -> dict[date, str]:
        days: dict[date, str] = {}
        for rule in self._rules:
            days[rule.on(year)] = rule.name
        for near in (year - 1, year, year + 1):
            for rule in self._rules:
                observed = _observed(rule, near)
                if observed is not None and observed.year == year:
                    days.setdefault(observed, f"{rule.name} observed")
        return days


def _observed(rule: HolidayRule, year: int) -> date | None:
    if rule.day is None or not FIRST_DAY.year < year < LAST_DAY.year:
        return None
    day = rule.on(year)
    if day.weekday() == _SUNDAY:
        return day + ONE_DAY
    if day.weekday() == _SATURDAY:
        return day - ONE_DAY
    return None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first_weekday, days = monthrange(year, month)
    first = 1 + (weekday - first_weekday) % 7
    if nth > 0:
        return date(year, month, first + 7 * (nth - 1))
    last = first + 7 * ((days - first) // 7)
    return date(year, month, last + 7 * (nth + 1))

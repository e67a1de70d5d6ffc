"""The school days around a day, to which the sample agency's dates are anchored."""

from collections.abc import Sequence
from datetime import date, timedelta

from sro_desk.domain.calendar import (
    ONE_DAY,
    Holidays,
    add_months,
    school_year_bounds,
    school_year_of,
)

_FRIDAY = 4


class SampleCalendar:
    """School from the day after Labor Day to early June, as most districts of the state keep it."""

    def __init__(self, today: date, holidays: Holidays) -> None:
        self.today = today
        self._holidays = holidays
        self.year = school_year_of(today)
        self._days = {year: self._school_days(year) for year in range(self.year - 2, self.year + 3)}

    @property
    def first_day(self) -> date:
        """The latest first day of school that has come."""
        begun = self._days[self.year][0] <= self.today
        return self._days[self.year if begun else self.year - 1][0]

    @property
    def summer_class(self) -> date:
        """The last day of a class in the August before `first_day`: a Wednesday."""
        august = date(self.first_day.year, 8, 8)
        return august + (2 - august.weekday()) % 7 * ONE_DAY

    @property
    def revised(self) -> date:
        """A Monday about four months ago, on which the policy was revised."""
        about = self.today - timedelta(days=120)
        return about - about.weekday() * ONE_DAY

    @property
    def six_months_ago(self) -> date:
        """The school day from which six months end a week and a half ahead, or soon after."""
        soon = self.today + timedelta(days=11)
        return next(day for day in self._all() if add_months(day, 6) >= soon)

    def ago(self, days: int) -> date:
        """A school day about `days` days ago: the next from then, unless that is too soon."""
        about = self.today - timedelta(days=days)
        later = [day for day in self._all() if about <= day <= self.today - 7 * ONE_DAY]
        return later[0] if later else [day for day in self._all() if day < about][-1]

    def ahead(self, days: int) -> date:
        """The next school day at least `days` days ahead."""
        about = self.today + timedelta(days=days)
        return next(day for day in self._all() if day >= about)

    def days_of_year(self, count: int, *, year: int | None = None) -> tuple[date, ...]:
        """`count` school days of this school year or another, spread over the time about today.

        Those of this year reach three months ahead, or as far as `count` of them need.
        """
        days = self._days[self.year if year is None else year]
        soon = self.today + timedelta(days=90)
        near = sum(1 for day in days if day <= soon) if year is None else len(days)
        return _spread(days[: max(near, count * 5 // 4)], count)

    def days_between(self, first: date, last: date, count: int) -> tuple[date, ...]:
        """`count` school days from `first` to `last`, spread."""
        return _spread([day for day in self._all() if first <= day <= last], count)

    def days_from(self, first: date, count: int) -> tuple[date, ...]:
        """`count` school days from `first` on, one in three, within its school year."""
        _, last = school_year_bounds(school_year_of(first))
        days = [day for day in self._all() if first <= day <= last]
        return tuple((days[::3] if len(days) >= 3 * count else days)[:count])

    def _all(self) -> list[date]:
        return [day for year in sorted(self._days) for day in self._days[year]]

    def _school_days(self, year: int) -> tuple[date, ...]:
        first = _nth(year, 9, weekday=0, nth=1) + ONE_DAY
        last = _nth(year + 1, 6, weekday=_FRIDAY, nth=1)
        days = (first + ONE_DAY * ahead for ahead in range((last - first).days + 1))
        return tuple(day for day in days if self._is_school_day(day, year))

    def _is_school_day(self, day: date, year: int) -> bool:
        if not self._holidays.is_open(day):
            return False
        teachers = _nth(year, 10, weekday=3, nth=3)  # the teachers' convention
        thanks = _nth(year, 11, weekday=3, nth=4)
        spring = _nth(year + 1, 3, weekday=0, nth=2)
        free = (
            (teachers, teachers + ONE_DAY),
            (thanks - ONE_DAY, thanks + ONE_DAY),
            (date(year, 12, 23), date(year + 1, 1, 1)),
            (spring, spring + 4 * ONE_DAY),
        )
        return not any(begins <= day <= ends for begins, ends in free)


def _nth(year: int, month: int, *, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * ONE_DAY


def _spread(days: Sequence[date], count: int) -> tuple[date, ...]:
    return tuple(days[at * len(days) // count] for at in range(count))

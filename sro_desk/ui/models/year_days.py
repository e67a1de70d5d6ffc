"""What the year calendar knows of each date, and what setting a run of dates would change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sro_desk.domain.codes import DayKind
from sro_desk.domain.dates import long_date
from sro_desk.domain.words import day_kind_words

_SATURDAY = 5
Wanted = Mapping[date, DayKind | None]  # None: neither served nor booked


@dataclass(frozen=True, slots=True, kw_only=True)
class YearDays:
    """A school year as it is entered under one assignment, beside what others have."""

    first: date
    last: date
    today: date
    mine: Mapping[date, DayKind] = field(default_factory=dict)  # under the chosen assignment
    others: Mapping[date, tuple[DayKind, str]] = field(default_factory=dict)  # kind, where
    holidays: Mapping[date, str] = field(default_factory=dict)
    from_: date | None = None  # the chosen assignment; None where there is none to enter under
    to: date | None = None  # None while it is open
    sixtieth_on: date | None = None
    projected_on: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day is in the year."""
        return self.first <= day <= self.last

    def is_open(self, day: date) -> bool:
        """Whether school may be held: no weekend, no holiday."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def takes(self, day: date) -> bool:
        """Whether the chosen assignment runs on the day."""
        return self.from_ is not None and self.from_ <= day and (self.to is None or day <= self.to)

    def kind_of(self, day: date) -> DayKind | None:
        """How the day counts, under whichever assignment; served goes before booked."""
        other = self.others.get(day, (None, ""))[0]
        mine = self.mine.get(day)
        return other if mine is None or other is DayKind.SERVED else mine

    def toggled(self, run: Sequence[date]) -> Wanted:
        """As Space and a click do: the first day of the run says whether it is set or cleared."""
        taken = [day for day in run if self.takes(day)]
        if taken and self.mine.get(taken[0]) is not None:
            return self.set_to(run, lambda _: None)
        return self.set_to(run, self._natural)

    def served(self, run: Sequence[date]) -> Wanted:
        """Served, as far as the days have come."""
        come = [day for day in run if day <= self.today]
        return self.set_to(come, lambda _: DayKind.SERVED)

    def booked(self, run: Sequence[date]) -> Wanted:
        """Booked."""
        return self.set_to(run, lambda _: DayKind.BOOKED)

    def cleared(self, run: Sequence[date]) -> Wanted:
        """Neither."""
        return self.set_to(run, lambda _: None)

    def set_to(self, run: Sequence[date], kind: Callable[[date], DayKind | None]) -> Wanted:
        """What changes; a run of several days is set on school days only, cleared on all."""
        taken = [day for day in run if self.takes(day)]
        school_days = [day for day in taken if self.is_open(day)]
        found = {}
        for day in taken:
            wanted = kind(day)
            if wanted is not None and len(run) > 1 and school_days and not self.is_open(day):
                continue
            if wanted is not self.mine.get(day):
                found[day] = wanted
        return found

    def words(self, day: date) -> str:
        """One day in full: "Tuesday, November 24, 2026: served (ISD 0196), today"."""
        parts = []
        if (mine := self.mine.get(day)) is not None:
            parts.append(day_kind_words(mine).casefold())
        if day in self.others:
            kind, where = self.others[day]
            parts.append(f"{day_kind_words(kind).casefold()} at {where}")
        if not parts:
            parts.append("no contact day")
        if day in self.holidays:
            parts.append(self.holidays[day])
        if day == self.today:
            parts.append("today")
        if day == self.sixtieth_on:
            parts.append("the 60th contact day")
        if day == self.projected_on:
            parts.append("the 60th contact day by projection")
        if self.from_ is not None and not self.takes(day):
            parts.append("outside the assignment")
        return f"{long_date(day)}: {', '.join(parts)}"

    def _natural(self, day: date) -> DayKind:
        return DayKind.SERVED if day <= self.today else DayKind.BOOKED


def run_between(one: date, other: date) -> list[date]:
    """Every date from one to the other, beginning with `one`."""
    step = timedelta(days=1 if other >= one else -1)
    return [one + number * step for number in range(abs((other - one).days) + 1)]

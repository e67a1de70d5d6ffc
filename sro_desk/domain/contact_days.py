"""A substitute's contact days against the 60 of V.D: one count for each school year."""

from collections.abc import Collection
from datetime import date

from sro_desk.domain.calendar import school_year_of
from sro_desk.domain.codes import DayKind, Role
from sro_desk.domain.finding import ContactDays, ServicePeriod
from sro_desk.domain.law import Law
from sro_desk.domain.records import Assignment, ContactDay


class DayBook:
    """The contact days of one officer over all districts, counted by school year when asked."""

    __slots__ = ("_assignments", "_begins_month", "_days", "_limit", "_years")

    def __init__(
        self, assignments: Collection[Assignment], days: Collection[ContactDay], law: Law
    ) -> None:
        """`assignments` are the covered ones; days under any other do not count."""
        self._assignments = [each for each in assignments if each.role is Role.SUBSTITUTE]
        self._days = days
        self._limit = law.contact_days
        self._begins_month = law.school_year_begins_month
        self._years: dict[int, ContactDays] = {}

    def in_year(self, year: int) -> ContactDays:
        """The count of the school year that begins in calendar year `year`."""
        count = self._years.get(year)
        if count is None:
            count = self._years[year] = self._counted(year)
        return count

    def year_asked_about(self, period: ServicePeriod, on: date) -> int:
        """The school year whose count governs `period` on a day.

        That of the day itself; of the year in which the period ended; and for a period
        not begun, of the year of its start where the day lies before that year.
        """
        if period.ends_on is not None and period.ends_on < on:
            return self.year_of(period.ends_on)
        return self.year_of(max(on, period.assumed))

    def year_of(self, day: date) -> int:
        """The school year of a day, by the calendar year in which it begins."""
        return school_year_of(day, begins_month=self._begins_month)

    def _counted(self, year: int) -> ContactDays:
        ids = {each.id for each in self._assignments}
        served: set[date] = set()
        booked: set[date] = set()
        for day in self._days:
            if day.voided is None and day.assignment in ids and self.year_of(day.on) == year:
                (served if day.kind is DayKind.SERVED else booked).add(day.on)
        dates = sorted(served | booked)
        return ContactDays(
            school_year=year,
            served=len(served),
            booked=len(booked - served),
            undated=sum(each.booked_days for each in self._assignments if self._runs(each, year)),
            limit=self._limit,
            sixtieth_on=dates[self._limit - 1] if len(dates) >= self._limit else None,
        )

    def _runs(self, each: Assignment, year: int) -> bool:
        """Whether an assignment runs in a school year, so that its undated days may fall in it."""
        return self.year_of(each.assumed) <= year and (
            each.ends_on is None or self.year_of(each.ends_on) >= year
        )

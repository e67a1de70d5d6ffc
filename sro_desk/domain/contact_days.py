"""A substitute's contact days against the 60 of V.D: one count for each school year."""

from collections.abc import Collection
from datetime import date

from sro_desk.domain.calendar import school_year_bounds, school_year_of
from sro_desk.domain.codes import DayKind, Role
from sro_desk.domain.finding import ContactDays, ServicePeriod
from sro_desk.domain.law import Law
from sro_desk.domain.records import Assignment, AssignmentId, ContactDay

_SUBSTITUTE = Role.SUBSTITUTE
_SERVED, _BOOKED = DayKind.SERVED, DayKind.BOOKED


class DayBook:
    """The contact days of one officer over all districts, counted by school year when asked."""

    __slots__ = ("_assignments", "_begins_month", "_days", "_limit", "_years")

    def __init__(
        self, assignments: Collection[Assignment], days: Collection[ContactDay], law: Law
    ) -> None:
        """`assignments` are the covered ones; days under any other do not count."""
        self._assignments = assignments
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
        first, last = school_year_bounds(year, begins_month=self._begins_month)
        substitute = [each for each in self._assignments if each.role is _SUBSTITUTE]
        ids = {each.id for each in substitute}
        served = self._dates(_SERVED, first, last, ids)
        dates = served | self._dates(_BOOKED, first, last, ids)
        return ContactDays(
            school_year=year,
            served=len(served),
            booked=len(dates) - len(served),
            undated=sum(
                each.booked_days  # they may fall in any school year in which it runs
                for each in substitute
                if each.assumed <= last and (each.ends_on is None or each.ends_on >= first)
            ),
            limit=self._limit,
            sixtieth_on=sorted(dates)[self._limit - 1] if len(dates) >= self._limit else None,
        )

    def _dates(
        self, kind: DayKind, first: date, last: date, ids: Collection[AssignmentId]
    ) -> set[date]:
        return {
            day.on
            for day in self._days
            if day.kind is kind
            and first <= day.on <= last
            and day.voided is None
            and day.assignment in ids
        }

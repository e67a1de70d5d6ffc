"""A substitute's contact days by school year, over all districts, as the calendar shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from sro_desk.domain.calendar import Holidays, day_after, school_year_bounds, school_year_of
from sro_desk.domain.codes import DayKind, Role
from sro_desk.domain.contact_days import DayBook
from sro_desk.domain.finding import ContactDays
from sro_desk.domain.law import Law
from sro_desk.domain.periods import covered
from sro_desk.domain.projection import Projection, projected
from sro_desk.domain.records import (
    Assignment,
    AssignmentId,
    ContactDay,
    DistrictId,
    OfficerId,
    OfficerRecord,
    SchoolId,
)
from sro_desk.services import agency, loading, referred, rows
from sro_desk.storage.database import Database
from sro_desk.storage.tables import OfficerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolYear:
    """One officer's year from July 1 to June 30, without what is voided."""

    officer: OfficerId
    year: int  # the calendar year of its July 1
    first: date
    last: date
    on: date  # the day asked about
    count: ContactDays
    days: tuple[ContactDay, ...]  # of every assignment
    assignments: tuple[Assignment, ...]  # as substitute, in this year
    counting: Mapping[AssignmentId, DistrictId]  # the assignments whose days count
    elsewhere: tuple[int, ...]  # other school years in which the officer substitutes
    labels: Mapping[DistrictId, str]
    schools: Mapping[SchoolId, str]
    holidays: Mapping[date, str]
    projection: Projection | None  # for the year of `on`, while the 60th has no date

    @property
    def served_at(self) -> tuple[DistrictId, ...]:
        """The districts of the assignments that count, and run in the year or have days in it."""
        found = {day.assignment for day in self.days} | {each.id for each in self.assignments}
        there = (place for assignment, place in self.counting.items() if assignment in found)
        return tuple(dict.fromkeys(there))


def of_officer(db: Database, officer: OfficerId, year: int | None, on: date) -> SchoolYear:
    """A school year of an officer; None asks for that of `on`, or the nearest substituted in."""
    with db.read() as session:
        rows.the(session, OfficerRow, officer)
        law = agency.law_of(session)
        (record,) = loading.records(session, only=[officer], voided=True)
        labels = {each: label for each, (label, _) in loading.district_labels(session).items()}
        schools = {each.id: each.name for each in referred.schools_of(session, record).values()}
    return of_record(record, year, on, law=law, labels=labels, schools=schools)


def of_record(
    record: OfficerRecord,
    year: int | None,
    on: date,
    *,
    law: Law,
    labels: Mapping[DistrictId, str],
    schools: Mapping[SchoolId, str],
) -> SchoolYear:
    """The same of a record that is loaded already."""
    substituted = [
        each for each in record.assignments if each.voided is None and each.role is Role.SUBSTITUTE
    ]
    years = _years(substituted, law, on)
    shown = _nearest(years, _year_of(on, law)) if year is None else year
    return _school_year(record, substituted, shown, years, on, law, labels, schools)


def _school_year(
    record: OfficerRecord,
    substituted: Sequence[Assignment],
    year: int,
    years: Sequence[int],
    on: date,
    law: Law,
    labels: Mapping[DistrictId, str],
    schools: Mapping[SchoolId, str],
) -> SchoolYear:
    first, last = school_year_bounds(year, begins_month=law.school_year_begins_month)
    live = [day for day in record.contact_days if day.voided is None]
    counting = covered(substituted)
    count = DayBook(counting, live, law).in_year(year)
    days = tuple(day for day in live if first <= day.on <= last)
    counted = {each.id: each.district for each in counting}
    return SchoolYear(
        officer=record.officer.id,
        year=year,
        first=first,
        last=last,
        on=on,
        count=count,
        days=days,
        assignments=tuple(
            each
            for each in substituted
            if each.assumed <= last and (each.ends_on is None or each.ends_on >= first)
        ),
        counting=counted,
        elsewhere=tuple(each for each in years if each != year),
        labels=labels,
        schools=schools,
        holidays=_holidays(law.holidays, first, last),
        projection=_projection(
            [day for day in days if day.assignment in counted], count, on, first, last, law
        ),
    )


def _projection(
    days: Sequence[ContactDay], count: ContactDays, on: date, first: date, last: date, law: Law
) -> Projection | None:
    if count.sixtieth_on is not None or not first <= on <= last:
        return None
    return projected(
        {day.on for day in days if day.kind is DayKind.SERVED},
        {day.on for day in days if day.kind is DayKind.BOOKED},
        limit=count.limit,
        on=on,
        last=last,
        holidays=law.holidays,
    )


@lru_cache(maxsize=16)  # a report asks for the same year once for each substitute
def _holidays(holidays: Holidays, first: date, last: date) -> Mapping[date, str]:
    found: dict[date, str] = {}
    day = first
    while day <= last:
        name = holidays.name_of(day)
        if name is not None:
            found[day] = name
        day = day_after(day)
    return MappingProxyType(found)


def _years(assignments: Sequence[Assignment], law: Law, on: date) -> tuple[int, ...]:
    """Every school year in which an assignment runs; an open one runs until that of `on`."""
    found: set[int] = set()
    for each in assignments:
        first = _year_of(each.assumed, law)
        last = max(first, _year_of(each.ends_on or on, law))
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def _nearest(years: Sequence[int], wanted: int) -> int:
    return min(years, key=lambda year: (abs(year - wanted), year), default=wanted)


def _year_of(day: date, law: Law) -> int:
    return school_year_of(day, begins_month=law.school_year_begins_month)

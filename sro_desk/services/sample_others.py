"""The sample agency's substitutes, those who have left the schools, and those who never served."""

from datetime import date, timedelta

from sro_desk.domain.codes import Role
from sro_desk.pdf.sample_certificates import Look
from sro_desk.pdf.sample_scans import Medium
from sro_desk.services.sample_calendar import SampleCalendar
from sro_desk.services.sample_people import Person, Place, Served, Studied, Took

_LAST_FALL = date(2025, 9, 2)
_LAST_JUNE = date(2026, 6, 5)
_KYLES_DAYS = tuple(date(2025, 11, 3) + timedelta(weeks=2 * at) for at in range(12))


def others(on: SampleCalendar) -> tuple[Person, ...]:
    """Everyone who is not a regular school resource officer on the calendar's day."""
    return (*_substitutes(on), *_left(), *_never_served())


def _substitutes(on: SampleCalendar) -> tuple[Person, ...]:
    again = on.revised + timedelta(days=11)
    begins = on.ahead(21)
    last_year = on.days_of_year(31, year=on.year - 1)
    return (
        Person(
            name="Samuel Okafor",
            badge="152",
            title="Patrol",
            since=date(2020, 3, 2),
            withheld=True,
            remarks="Works undercover part of the year: identity private, Minn. Stat. § 13.43"
            " subd. 5.",
            served=(_substitute(Place.ANOKA, _LAST_FALL, on.days_of_year(22)),),
            reviews=(date(2025, 10, 6),),
        ),
        Person(
            name="Jennifer Halvorson",
            badge="141",
            title="Patrol",
            since=date(2018, 7, 9),
            served=(
                _substitute(Place.SPRING_LAKE_PARK, _LAST_FALL, last_year + on.days_of_year(57)),
            ),
            reviews=(date(2025, 10, 22), again),
        ),
        Person(
            name="Khadra Jama",
            badge="167",
            title="Patrol",
            since=date(2022, 8, 8),
            served=(_substitute(Place.ANOKA, _LAST_FALL, on.days_of_year(66)),),
            reviews=(date(2025, 10, 6), again),
        ),
        Person(
            name="Peter Yang",
            badge="176",
            title="Patrol",
            since=date(2024, 1, 22),
            served=(_substitute(Place.SPRING_LAKE_PARK, on.first_day, on.days_of_year(9)),),
        ),
        Person(
            name="Winona Beaulieu",
            badge="179",
            title="Patrol",
            since=date(2024, 6, 3),
            served=(_substitute(Place.ANOKA, begins, on.days_from(begins, 6)),),
        ),
    )


def _left() -> tuple[Person, ...]:
    """An ended service period keeps its outcome: there is one of each."""
    return (
        Person(
            name="Dale Gustafson",
            badge="98",
            title="Investigations",
            since=date(2006, 2, 13),
            served=(Served(at=Place.ANOKA, assumed=date(2016, 9, 6), ends_on=date(2026, 1, 16)),),
        ),
        Person(
            name="Renee Thibodeaux",
            badge="128",
            title="Patrol",
            since=date(2015, 11, 2),
            served=(
                Served(at=Place.SPRING_LAKE_PARK, assumed=date(2024, 9, 3), ends_on=_LAST_JUNE),
            ),
            took=(
                Took(
                    course=Studied.MANDATED,
                    on=date(2025, 10, 22),
                    look=Look.BANDED,
                    medium=Medium.GREY_SCAN,
                ),
            ),
        ),
        Person(
            name="Kyle Anderson",
            badge="155",
            title="Patrol",
            since=date(2020, 9, 14),
            served=(
                Served(
                    at=Place.ANOKA,
                    assumed=_LAST_FALL,
                    ends_on=_LAST_JUNE,
                    role=Role.SUBSTITUTE,
                    days=_KYLES_DAYS,
                ),
            ),
            reviews=(date(2025, 10, 9),),
        ),
        Person(
            name="Ronald Petersen",
            badge="87",
            since=date(1998, 4, 20),
            until=date(2026, 6, 30),
            remarks="Retired.",
            served=(Served(at=Place.ANOKA, assumed=date(2015, 9, 8), ends_on=_LAST_JUNE),),
            took=(Took(course=Studied.NASRO, on=date(2015, 7, 17), look=Look.FORM),),
        ),
        Person(
            name="Brandon Kessler",
            badge="147",
            title="Patrol",
            since=date(2019, 5, 28),
            served=(Served(at=Place.PACT, assumed=date(2024, 9, 3), ends_on=date(2025, 12, 19)),),
        ),
    )


def _never_served() -> tuple[Person, ...]:
    return (
        Person(
            name="Ryan Tollefson",
            badge="135",
            title="Patrol",
            since=date(2017, 3, 27),
            served=(
                Served(
                    at=Place.ANOKA,
                    school="Linden Rapids High School",
                    assumed=_LAST_FALL,
                    not_covered="Evening games and dances only; no duty in the regular school day.",
                ),
            ),
        ),
        Person(
            name="Tenzin Dolma",
            badge="182",
            title="Patrol",
            since=date(2025, 1, 13),
            remarks="Asked to be considered for a school next fall.",
        ),
    )


def _substitute(at: Place, assumed: date, days: tuple[date, ...]) -> Served:
    return Served(at=at, assumed=assumed, role=Role.SUBSTITUTE, days=days)

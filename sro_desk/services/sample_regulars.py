"""The sample agency's regular school resource officers, and the classes they took together."""

from datetime import date, timedelta

from sro_desk.domain.codes import Role
from sro_desk.pdf.sample_certificates import Look
from sro_desk.pdf.sample_scans import Medium
from sro_desk.services.sample_calendar import SampleCalendar
from sro_desk.services.sample_people import Class, Person, Place, Served, Studied, Took, Unable

FIRST_CLASS = date(2025, 8, 13)
ADOPTED = date(2025, 10, 6)
_BRIEFED = date(2025, 10, 8)
_LONG_NAME = "María Guadalupe Alejandra Fernández-Villanueva de la Cruz y Montemayor Castañeda"

_HIGH, _MIDDLE = "Linden Rapids High School", "Rum Bend Middle School"
_OAKS, _TERRACE = "Prairie Oaks High School", "Terrace Hill Middle School"


def regulars(on: SampleCalendar) -> tuple[Person, ...]:
    """Those who serve as a regular responsibility, as of the calendar's day."""
    return (*_due_in_2027(on), *_trained(on), *_with_something_missing(on), *_within_six_months(on))


def classes() -> tuple[Class, ...]:
    """Each is entered once for all who took it."""
    return (
        Class(
            course=Studied.MANDATED,
            on=FIRST_CLASS,
            names=("Pa Houa Vang", "Deshawn Carter", "Dale Gustafson"),
            look=Look.ENGRAVED,
            medium=Medium.PDF,
        ),
        Class(
            course=Studied.SUPPLEMENTAL,
            on=date(2026, 3, 12),
            names=("Siobhán O'Brien-Núñez", "Thomas Kowalczyk"),
            look=Look.FORM,
            medium=Medium.FAX,
        ),
        Class(
            course=Studied.SUPPLEMENTAL,
            on=date(2027, 4, 14),
            names=("Bjørn Lindqvist", "Mai Nhia Xiong", "Nguyễn Thị Ánh"),
            look=Look.BANDED,
            medium=Medium.PDF,
        ),
    )


def _due_in_2027(on: SampleCalendar) -> tuple[Person, ...]:
    """V.B with nothing since the basic course: they make the bulge of 2027-05-31."""
    again = on.revised + timedelta(days=9)
    return (
        Person(
            name="Bjørn Lindqvist",
            badge="104",
            since=date(2009, 6, 15),
            promoted_to="Sergeant",
            remarks="Coordinates the school unit.",
            served=(
                Served(at=Place.ANOKA, school=_HIGH, assumed=date(2018, 9, 4)),
                Served(at=Place.SPRING_LAKE_PARK, assumed=date(2023, 9, 5)),
            ),
            took=(
                Took(
                    course=Studied.NASRO,
                    on=date(2018, 7, 20),
                    look=Look.FORM,
                    medium=Medium.GREY_SCAN,
                ),
            ),
            reviews=(date(2025, 9, 10), _BRIEFED, again),  # the first was of the draft
        ),
        Person(
            name="Mai Nhia Xiong",
            badge="131",
            since=date(2016, 3, 7),
            served=(Served(at=Place.ANOKA, school=_MIDDLE, assumed=date(2021, 8, 30)),),
            took=(
                Took(course=Studied.BASIC, on=date(2021, 6, 18), look=Look.BANDED),
                Took(
                    course=Studied.MANDATED,
                    on=FIRST_CLASS,
                    medium=None,
                    voided="Entered for the wrong officer: this one is Pa Houa Vang's.",
                ),
            ),
            reviews=(_BRIEFED, again),
        ),
        Person(
            name="Nguyễn Thị Ánh",
            filed="Nguyễn, Thị Ánh",
            badge="138",
            since=date(2017, 8, 14),
            served=(Served(at=Place.ANOKA, school=_HIGH, assumed=date(2022, 9, 6)),),
            took=(
                Took(
                    course=Studied.BASIC,
                    on=date(2022, 8, 5),
                    look=Look.BANDED,
                    medium=Medium.PHOTO,
                ),
            ),
            reviews=(_BRIEFED, again + timedelta(days=1)),
        ),
        Person(
            name="Marcus Whitfield",
            badge="122",
            since=date(2014, 1, 6),
            served=(Served(at=Place.SPRING_LAKE_PARK, school=_OAKS, assumed=date(2020, 9, 8)),),
            took=(
                Took(course=Studied.NASRO, on=date(2019, 7, 12), look=Look.FORM),
                Took(
                    course=Studied.CRISIS,
                    on=date(2024, 5, 17),
                    same_copy_as=Studied.NASRO,
                ),
            ),
            reviews=(_BRIEFED, again),
            unable=Unable(on=date(2025, 8, 28)),
        ),
    )


def _trained(on: SampleCalendar) -> tuple[Person, ...]:
    again = on.revised + timedelta(days=8)
    return (
        Person(
            name="Siobhán O'Brien-Núñez",
            badge="117",
            since=date(2012, 5, 21),
            served=(
                Served(at=Place.SPRING_LAKE_PARK, school=_TERRACE, assumed=date(2019, 9, 3)),
                Served(at=Place.PACT, assumed=date(2024, 9, 3)),
            ),
            took=(Took(course=Studied.NASRO, on=date(2019, 8, 2), look=Look.FORM),),
            reviews=(_BRIEFED, again),
        ),
        Person(
            name="Deshawn Carter",
            badge="126",
            since=date(2015, 4, 13),
            served=(Served(at=Place.SPRING_LAKE_PARK, school=_OAKS, assumed=date(2021, 9, 7)),),
            took=(
                Took(
                    course=Studied.BASIC,
                    on=date(2021, 7, 23),
                    look=Look.BANDED,
                    medium=Medium.SCANNED_PDF,
                    attached_later=True,
                ),
            ),
            reviews=(_BRIEFED, again),
        ),
        Person(
            name="Pa Houa Vang",
            badge="145",
            since=date(2019, 2, 4),
            served=(Served(at=Place.ANOKA, school=_MIDDLE, assumed=date(2023, 9, 5)),),
            took=(Took(course=Studied.CRISIS, on=date(2023, 11, 3), medium=Medium.SCAN),),
            reviews=(_BRIEFED, again),
        ),
        Person(
            name="Abdirahman Hassan Warsame",
            badge="158",
            since=date(2021, 6, 1),
            served=(
                _stood_in(on),
                Served(at=Place.ANOKA, school=_HIGH, assumed=on.first_day),
            ),
            took=(Took(course=Studied.MANDATED, on=on.summer_class),),
            reviews=(on.first_day - timedelta(days=5), again),
        ),
        Person(
            name="Gregory Paulsen",  # 2022 was typed for 2025
            badge="120",
            since=date(2013, 9, 16),
            served=(Served(at=Place.PACT, assumed=date(2025, 9, 2)),),
            took=(
                Took(
                    course=Studied.MANDATED,
                    on=date(2022, 8, 13),
                    printed_on=FIRST_CLASS,
                    medium=Medium.SCAN,
                ),
            ),
            reviews=(_BRIEFED, again),
        ),
    )


def _with_something_missing(on: SampleCalendar) -> tuple[Person, ...]:
    again = on.revised + timedelta(days=7)
    return (
        Person(
            name="Thomas Kowalczyk",
            badge="111",
            since=date(2010, 10, 4),
            served=(Served(at=Place.SPRING_LAKE_PARK, school=_TERRACE, assumed=date(2017, 9, 5)),),
            took=(Took(course=Studied.NASRO, on=date(2016, 7, 22), medium=None),),
            reviews=(_BRIEFED, again),
        ),
        Person(
            name="Hannah Schmitz",
            badge="149",
            since=date(2019, 8, 19),
            served=(Served(at=Place.NORTHEAST_METRO, assumed=date(2024, 1, 8)),),
            took=(Took(course=Studied.MANDATED, on=date(2025, 9, 19), look=Look.BANDED),),
            reviews=(_BRIEFED, again),
        ),
        Person(
            name="Travis Engebretson",
            badge="161",
            since=date(2021, 11, 8),
            served=(
                Served(at=Place.ANOKA, school="Oxbow Elementary School", assumed=on.first_day),
            ),
            took=(Took(course=Studied.MANDATED, on=on.summer_class, medium=None),),
            reviews=(on.first_day - timedelta(days=4), again),
        ),
        Person(
            name="Bradley Nystrom",
            badge="164",
            since=date(2022, 4, 18),
            served=(Served(at=Place.SPRING_LAKE_PARK, school=_OAKS, assumed=on.first_day),),
            took=(
                Took(
                    course=Studied.SUPPLEMENTAL,
                    on=on.summer_class - timedelta(days=6),
                    look=Look.BANDED,
                ),
            ),
            reviews=(on.first_day - timedelta(days=4), again),
        ),
    )


def _within_six_months(on: SampleCalendar) -> tuple[Person, ...]:
    soon, later = on.six_months_ago, on.ago(70)
    return (
        Person(
            name="Aaliyah Robinson",
            badge="173",
            since=date(2023, 5, 15),
            served=(Served(at=Place.ANOKA, school=_MIDDLE, assumed=soon),),
            reviews=(soon - timedelta(days=4), on.revised + timedelta(days=7)),
            unable=Unable(on=soon - timedelta(days=6)),
        ),
        Person(
            name=_LONG_NAME,
            filed="Fernández-Villanueva de la Cruz y Montemayor Castañeda, "
            "María Guadalupe Alejandra",
            badge="170",
            since=date(2022, 10, 10),
            served=(Served(at=Place.PACT, assumed=later),),
            reviews=(later - timedelta(days=3),),
            unable=Unable(on=later - timedelta(days=5), signed_by=""),
        ),
    )


def _stood_in(on: SampleCalendar) -> Served:
    """As a substitute, from January to May before the latest first day of school."""
    first, last = date(on.first_day.year, 1, 12), date(on.first_day.year, 5, 29)
    return Served(
        at=Place.ANOKA,
        assumed=first,
        ends_on=last,
        role=Role.SUBSTITUTE,
        days=on.days_between(first, last, 17),
    )

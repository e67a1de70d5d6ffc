"""A substitute's school year as reports tell it: the same numbers and words as the calendar's."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sro_desk.domain.codes import DayKind
from sro_desk.domain.exports.contact_days import CountedDay, YearLog
from sro_desk.domain.records import ContactDay
from sro_desk.services.school_years import SchoolYear
from sro_desk.services.year_words import count_words, outlook_words, year_title


def of_year(shown: SchoolYear) -> YearLog:
    """The facts of a school year; days under an assignment that is not covered are left out."""
    count, projection = shown.count, shown.projection
    return YearLog(
        title=year_title(shown.year),
        first=shown.first,
        last=shown.last,
        on=shown.on,
        days=_counted(shown),
        served=count.served,
        booked=count.booked,
        undated=count.undated,
        limit=count.limit,
        sixtieth_on=count.sixtieth_on,
        projected_on=projection.reached_on if projection else None,
        counted=count_words(shown),
        outlook=outlook_words(shown),
    )


def _counted(shown: SchoolYear) -> tuple[CountedDay, ...]:
    places = {each: shown.labels.get(place, "") for each, place in shown.counting.items()}
    by_date: defaultdict[date, list[ContactDay]] = defaultdict(list)
    for day in shown.days:
        if day.assignment in places:
            by_date[day.on].append(day)
    return tuple(
        CountedDay(
            on=on,
            kind=_kind(days),
            districts=tuple(dict.fromkeys(places[day.assignment] for day in days)),
        )
        for on, days in sorted(by_date.items())
    )


def _kind(days: Iterable[ContactDay]) -> DayKind:
    served = any(day.kind is DayKind.SERVED for day in days)
    return DayKind.SERVED if served else DayKind.BOOKED

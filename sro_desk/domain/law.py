"""The law as data: what `resources/law/minnesota-626.8482.toml` says, as one value."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sro_desk.domain.calendar import HolidayRule, Holidays, day_before

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a part of the law table comes from."""

    what: str
    effective_from: date | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """How each provision is cited beside what is concluded from it."""

    covered: str
    duties: str
    a: str
    b: str
    c: str
    d: str
    e: str
    objectives: str
    agency_policy: str
    months: str
    last_day: str
    holidays: str
    refresh: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Every date, month, count and holiday that the rules are computed from."""

    title: str
    section: str
    policy: str
    effective_from: date
    mandate_begins: date  # V.A: "beginning September 1, 2025"
    basic_before: date  # V.B: a BASIC completed before this day
    trained_before: date  # V.B: trained before this day
    objectives_due: date  # no MANDATED course can be older
    months_after_assuming: int
    contact_days: int  # V.D: fewer than these
    refresh_months: int
    school_year_begins_month: int
    citations: Citations
    sources: tuple[Source, ...]
    objectives: tuple[str, ...]  # subd. 4, in its order
    holidays: Holidays
    refresh_advisory: bool

    # Worked out once, because every evaluation needs them.
    b_deadline: date
    b_advised: date  # the last open day up to `b_deadline`
    c_citation: str  # V.C with how its months and last day are counted


def law_from(text: str, *, local_holidays: bool = False, refresh_advisory: bool = True) -> Law:
    """The law that the TOML `text` describes, with the choices of this agency.

    Raises ValueError (of which tomllib's error is one), KeyError or TypeError for a table that
    is not of the shipped form: a fault of the program, not of a person.
    """
    table = tomllib.loads(text)
    dates: Mapping[str, Any] = table["dates"]
    counts: Mapping[str, Any] = table["counts"]
    holidays = Holidays(
        _holiday_rule(entry)
        for entry in table["holiday"]
        if local_holidays or not entry.get("local_option", False)
    )
    citations = Citations(**table["citations"])
    b_deadline = day_before(dates["trained_before"])
    return Law(
        title=table["title"],
        section=table["section"],
        policy=table["policy"],
        effective_from=table["effective_from"],
        **dates,
        **counts,
        citations=citations,
        sources=tuple(_source(entry) for entry in table["source"]),
        objectives=tuple(table["objectives"]["list"]),
        holidays=holidays,
        refresh_advisory=refresh_advisory,
        b_deadline=b_deadline,
        b_advised=holidays.last_open(b_deadline),
        c_citation="; ".join(
            (citations.c, citations.months, citations.last_day, citations.holidays)
        ),
    )


def _source(entry: Mapping[str, Any]) -> Source:
    return Source(what=entry["what"], effective_from=entry.get("from"), note=entry["note"])


def _holiday_rule(entry: Mapping[str, Any]) -> HolidayRule:
    weekday = entry.get("weekday")
    return HolidayRule(
        name=entry["name"],
        month=entry["month"],
        day=entry.get("day"),
        weekday=None if weekday is None else _WEEKDAYS.index(weekday),
        nth=entry.get("nth"),
        days_after=entry.get("days_after", 0),
    )

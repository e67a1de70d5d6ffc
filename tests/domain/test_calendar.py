"""Counting by Minn. Stat. ch. 645: months, last days, holidays and the days they are observed."""

from calendar import Calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_of import day, the_law

from sro_desk.domain.calendar import (
    HolidayRule,
    Holidays,
    add_months,
    day_after,
    day_before,
    school_year_bounds,
    school_year_of,
)

DATES = st.dates(date(1990, 1, 1), date(2100, 12, 31))
YEARS = range(2000, 2101)
MONDAY, THURSDAY = 0, 3
FIXED = {
    "New Year's Day": (1, 1),
    "Juneteenth": (6, 19),
    "Independence Day": (7, 4),
    "Veterans Day": (11, 11),
    "Christmas Day": (12, 25),
}
FLOATING = {
    "Martin Luther King's Birthday": (1, MONDAY, 3),
    "Washington's and Lincoln's Birthday": (2, MONDAY, 3),
    "Memorial Day": (5, MONDAY, -1),
    "Labor Day": (9, MONDAY, 1),
    "Thanksgiving Day": (11, THURSDAY, 4),
}


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-08-25", 6, "2026-02-25"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2027-08-30", 6, "2028-02-29"),
        ("2027-08-29", 6, "2028-02-29"),
        ("2026-08-29", 6, "2027-02-28"),
        ("2026-08-28", 6, "2027-02-28"),
        ("2025-10-31", 6, "2026-04-30"),
        ("2025-12-31", 6, "2026-06-30"),
        ("2026-02-28", 6, "2026-08-28"),
        ("2028-02-29", 6, "2028-08-29"),
        ("2026-06-30", 6, "2026-12-30"),
        ("2026-07-01", 6, "2027-01-01"),
        ("2024-02-29", 36, "2027-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("9999-12-01", 6, "9999-12-31"),
    ],
)
def test_months(start: str, months: int, end: str) -> None:
    """The same day number, or the last day of a month that has no such day (§ 645.14)."""
    assert add_months(day(start), months) == day(end)


@given(DATES, st.integers(0, 60))
def test_months_land_in_the_right_month(start: date, months: int) -> None:
    """So many months on by the calendar, never after the day number of the start."""
    end = add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and day_after(end).day == 1)


@given(DATES, DATES, st.integers(0, 60))
def test_months_keep_the_order(one: date, other: date, months: int) -> None:
    """Whoever starts no later, ends no later."""
    first, second = sorted((one, other))
    assert add_months(first, months) <= add_months(second, months)


def _named(name: str, year: int) -> date:
    """The holiday by another way than the program's: out of the sheets of a calendar."""
    if name in FIXED:
        return date(year, *FIXED[name])
    month, weekday, nth = FLOATING[name]
    days = [
        each
        for week in Calendar().monthdatescalendar(year, month)
        for each in week
        if each.month == month and each.weekday() == weekday
    ]
    return days[nth - 1 if nth > 0 else nth]


@pytest.mark.parametrize("name", [*FIXED, *FLOATING])
def test_every_holiday_of_a_century(name: str) -> None:
    """Each holiday is on its day in every year."""
    holidays = the_law().holidays
    for year in YEARS:
        assert holidays.name_of(_named(name, year)) == name


@pytest.mark.parametrize("name", FIXED)
def test_observed_days_of_a_century(name: str) -> None:
    """One on a Sunday is observed on Monday, one on a Saturday on the Friday before."""
    holidays = the_law().holidays
    seen = set()
    for year in YEARS:
        itself = _named(name, year)
        shift = {5: -1, 6: 1}.get(itself.weekday())
        seen.add(itself.weekday())
        if shift is not None:
            assert holidays.name_of(itself + timedelta(days=shift)) == f"{name} observed"
    assert seen == set(range(7))


def test_no_other_day_is_a_holiday() -> None:
    """A century holds the ten holidays and the observed days, and nothing else."""
    holidays = the_law().holidays
    for year in YEARS:
        expected = set()
        for near in (year - 1, year, year + 1):
            for name in (*FIXED, *FLOATING):
                itself = _named(name, near)
                expected.add(itself)
                if name in FIXED and itself.weekday() > 4:
                    expected.add(itself + timedelta(days=-1 if itself.weekday() == 5 else 1))
        days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
        found = {each for each in days if each.year == year and holidays.name_of(each)}
        assert found == {each for each in expected if each.year == year}


def test_new_years_day_on_a_saturday_is_observed_in_the_old_year() -> None:
    """2022-01-01 was a Saturday, so the last day of 2021 was a holiday."""
    assert the_law().holidays.name_of(date(2021, 12, 31)) == "New Year's Day observed"


@pytest.mark.parametrize(
    ("last", "rolled"),
    [
        ("2026-11-25", "2026-11-25"),
        ("2026-11-26", "2026-11-27"),
        ("2026-11-28", "2026-11-30"),
        ("2026-11-29", "2026-11-30"),
        ("2026-07-02", "2026-07-02"),
        ("2026-07-03", "2026-07-06"),
        ("2026-07-04", "2026-07-06"),
        ("2027-07-04", "2027-07-06"),
        ("2027-07-03", "2027-07-06"),
        ("2027-01-16", "2027-01-19"),
        ("2027-02-13", "2027-02-16"),
        ("2027-05-29", "2027-06-01"),
        ("2027-06-18", "2027-06-21"),
        ("2027-06-19", "2027-06-21"),
        ("2027-09-04", "2027-09-07"),
        ("2026-11-11", "2026-11-12"),
        ("2026-12-25", "2026-12-28"),
        ("2027-12-24", "2027-12-27"),
        ("2028-01-01", "2028-01-03"),
        ("2027-12-31", "2028-01-03"),
        ("2023-01-01", "2023-01-03"),
        ("2026-10-12", "2026-10-12"),
        ("2026-11-27", "2026-11-27"),
    ],
)
def test_the_last_day_rolls(last: str, rolled: str) -> None:
    """A Saturday, Sunday or legal holiday is left out of the count (§ 645.15)."""
    assert the_law().holidays.roll(day(last)) == day(rolled)


@pytest.mark.parametrize(
    ("last", "rolled"), [("2026-10-12", "2026-10-13"), ("2026-11-27", "2026-11-30")]
)
def test_the_local_options_count_where_chosen(last: str, rolled: str) -> None:
    """Indigenous Peoples Day and the Friday after Thanksgiving are a setting."""
    assert the_law(local_holidays=True).holidays.roll(day(last)) == day(rolled)


@given(DATES, st.booleans())
def test_rolling_is_the_next_open_day(last: date, local: bool) -> None:
    """Never earlier, always open, every day passed over closed, and stable when repeated."""
    holidays = the_law(local_holidays=local).holidays
    rolled = holidays.roll(last)
    assert last <= rolled
    assert (rolled - last).days <= 5
    assert holidays.is_open(rolled)
    assert not any(holidays.is_open(last + timedelta(days=n)) for n in range((rolled - last).days))
    assert holidays.roll(rolled) == rolled


def test_the_last_open_day_before_the_deadline_of_v_b() -> None:
    """2027-05-31 is Memorial Day; the working day before it is Friday the 28th."""
    assert the_law().holidays.last_open(day("2027-05-31")) == day("2027-05-28")


@pytest.mark.parametrize(
    ("on", "year"),
    [("2026-06-30", 2025), ("2026-07-01", 2026), ("2026-12-31", 2026), ("2027-01-01", 2026)],
)
def test_a_school_year_begins_on_july_1(on: str, year: int) -> None:
    """It is named by the calendar year of its July 1."""
    assert school_year_of(day(on)) == year
    first, last = school_year_bounds(year)
    assert first <= day(on) <= last
    assert (first, last) == (date(year, 7, 1), date(year + 1, 6, 30))


def test_the_ends_of_the_calendar_hold() -> None:
    """A typo in a year must not take the program down."""
    assert day_before(date.min) == date.min
    assert day_after(date.max) == date.max
    assert school_year_bounds(school_year_of(date.min)) == (date.min, date(1, 6, 30))
    assert school_year_bounds(school_year_of(date.max)) == (date(9999, 7, 1), date.max)
    assert the_law().holidays.roll(date.max) == date.max
    assert the_law().holidays.name_of(date(1, 1, 1)) == "New Year's Day"


def test_a_rule_that_names_no_day_is_refused() -> None:
    """The law table is checked when its first year is worked out."""
    holidays = Holidays([HolidayRule(name="Nothing", month=1)])
    with pytest.raises(ValueError, match="Nothing"):
        holidays.name_of(date(2026, 1, 1))

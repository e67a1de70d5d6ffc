from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro_desk.domain.dates import long_date, parse_date, us_date, us_time

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "typed",
    [
        "9/1/2025",
        "09/01/2025",
        "9/1/25",
        "9-1-2025",
        "9.1.2025",
        "9 1 2025",
        "2025-09-01",
        "2025/9/1",
        "09012025",
        "20250901",
        "Sep 1 2025",
        "Sept. 1, 2025",
        "sep 1 25",
        "September 1, 2025",
        "SEPTEMBER 1ST 2025",
        "1 Sep 2025",
        "1-Sep-2025",
        "Monday, September 1, 2025",
        "Mon. 9/1/2025",
        "  9/1/2025 ",
    ],
)
def test_one_day_written_many_ways(typed):
    assert parse_date(typed, today=TODAY) == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("t", TODAY),
        ("Today", TODAY),
        ("+3", date(2026, 11, 27)),
        ("-2", date(2026, 11, 22)),
        ("- 24", date(2026, 10, 31)),
        ("2/29/2028", date(2028, 2, 29)),
        ("1/1/46", date(2046, 1, 1)),
        ("1/1/47", date(1947, 1, 1)),
        ("May 5 2026", date(2026, 5, 5)),
        ("9/1/0026", date(26, 9, 1)),
        ("9/1/2204", date(2204, 9, 1)),
    ],
    ids=str,
)
def test_short_hands_and_edges(typed, day):
    assert parse_date(typed, today=TODAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x",
        "9/1",
        "2/29/2026",
        "13/1/2025",
        "9/31/2025",
        "2025-13-01",
        "9/1/202",
        "+",
        "Foo 1 2025",
        "+99999999",
        "-99999",
        "1/0/2025",
        "٣/1/2025x",
        "May 2025",
        "Ju 1 2025",
    ],
)
def test_what_is_no_date(typed):
    assert parse_date(typed, today=date(100, 1, 1)) is None


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31)))
def test_what_is_shown_can_be_typed(day):
    for shown in (us_date(day), long_date(day), day.isoformat()):
        assert parse_date(shown, today=TODAY) == day


@given(st.text(max_size=20))
def test_no_text_breaks_it(typed):
    assert parse_date(typed, today=TODAY) is None or parse_date(typed, today=TODAY)


def test_words():
    assert us_date(date(2025, 9, 1)) == "09/01/2025"
    assert long_date(date(2025, 9, 1)) == "Monday, September 1, 2025"
    assert us_date(date(26, 9, 1)) == "09/01/0026"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0, 5), "12:05 AM"),
        (time(11, 59), "11:59 AM"),
        (time(12, 0), "12:00 PM"),
        (datetime(2026, 11, 24, 15, 15, tzinfo=UTC), "3:15 PM"),
    ],
)
def test_a_time_of_day_as_it_is_shown(at, words):
    assert us_time(at) == words

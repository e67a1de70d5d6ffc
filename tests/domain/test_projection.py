"""Where a substitute's pace leads: working days counted, bookings heeded, the year's end kept."""

from datetime import date, timedelta

import pytest

from sro_desk.domain.projection import projected
from tests.domain.record_of import the_law

LAST = date(2027, 6, 30)


@pytest.fixture
def law():
    return the_law()


def weekdays(first, count):
    days, day = [], first
    while len(days) < count:
        if day.weekday() < 5:
            days.append(day)
        day += timedelta(days=1)
    return days


def ask(law, served, booked=(), *, limit=10, on):
    return projected(served, booked, limit=limit, on=on, last=LAST, holidays=law.holidays)


def test_every_working_day_so_far_goes_on_every_working_day(law):
    served = weekdays(date(2026, 10, 5), 5)
    found = ask(law, served, on=date(2026, 10, 9))
    assert (found.served, found.working_days, found.since) == (5, 5, date(2026, 10, 5))
    assert found.reached_on == date(2026, 10, 16)


def test_half_the_pace_takes_twice_the_working_days(law):
    served = weekdays(date(2026, 10, 5), 10)[::2]
    found = ask(law, served, on=date(2026, 10, 16))
    assert found.working_days == 10
    assert found.reached_on == date(2026, 10, 30)


def test_holidays_are_no_working_days(law):
    served = weekdays(date(2026, 11, 16), 8)
    found = ask(law, served, on=date(2026, 11, 25))  # the next day is Thanksgiving
    assert found.reached_on == date(2026, 11, 30)


def test_bookings_count_where_they_are_more_than_the_pace(law):
    served = [date(2026, 10, 5)]
    booked = weekdays(date(2026, 10, 12), 9)
    found = ask(law, served, booked, on=date(2026, 10, 9))
    assert found.reached_on == booked[-1]


def test_a_pace_too_slow_reaches_nothing_before_july(law):
    found = ask(law, [date(2026, 9, 8)], limit=60, on=date(2026, 11, 24))
    assert found.reached_on is None


def test_without_a_served_day_there_is_no_pace(law):
    assert ask(law, [], [date(2026, 12, 1)], on=date(2026, 11, 24)) is None
    assert ask(law, [date(2026, 12, 1)], on=date(2026, 11, 24)) is None


def test_a_year_that_is_over_is_not_projected(law):
    assert ask(law, [date(2026, 12, 1)], on=date(2027, 7, 1)) is None

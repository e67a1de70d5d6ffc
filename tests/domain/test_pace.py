"""How many seats a month there are to fill until a fixed day."""

from datetime import date

import pytest

from sro_desk.domain.pace import pace_until

LAST = date(2027, 5, 28)


@pytest.mark.parametrize(
    ("on", "seats", "weeks", "odd_days", "months", "a_month"),
    [
        (date(2026, 11, 24), 4, 26, 3, 7, 1),
        (date(2026, 11, 24), 15, 26, 3, 7, 3),
        (date(2027, 4, 30), 3, 4, 0, 2, 2),
        (date(2027, 5, 1), 3, 3, 6, 1, 3),
        (date(2027, 5, 28), 3, 0, 0, 1, 3),
        (date(2027, 5, 29), 3, 0, 0, 0, 0),
        (date(2026, 12, 1), 0, 25, 3, 6, 0),
    ],
    ids=["sample", "rounded up", "two months", "one month", "the day", "past", "none needed"],
)
def test_pace(on, seats, weeks, odd_days, months, a_month):
    pace = pace_until(LAST, on=on, seats=seats)
    assert (pace.weeks, pace.odd_days, pace.months, pace.a_month) == (
        weeks,
        odd_days,
        months,
        a_month,
    )
    assert pace.days == (LAST - on).days

"""Lead times as they are typed."""

import pytest

from sro_desk.domain.lead_times import lead_times_text, lead_times_typed, lead_times_words
from sro_desk.domain.records import Settings


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("180, 90, 60", (180, 90, 60)),
        ("7 30;14", (30, 14, 7)),
        ("30,30", (30,)),
        ("  ", ()),
        ("30, soon", (30, 0)),
        ("-7", (0,)),
        ("1e3", (0,)),
        ("²", (0,)),
        ("99999999999999999999", (0,)),
    ],
)
def test_days_are_read_in_any_order_and_what_is_no_number_is_reported(typed, days):
    assert lead_times_typed(typed) == days


def test_what_is_shown_is_read_again():
    days = Settings().lead_times
    assert lead_times_typed(lead_times_text(days)) == days


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), "No warning before a deadline; one that has passed is still told."),
        ((1,), "A warning 1 day before each deadline."),
        ((30, 7), "A warning 30 days and 1 week before each deadline."),
        ((90, 14, 1), "A warning 90 days, 2 weeks and 1 day before each deadline."),
    ],
)
def test_the_days_in_words(days, words):
    assert lead_times_words(days) == words

"""Dates as papers write them: the last day of a span counts, and what is doubtful says so."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro_desk.domain.dates import long_date, us_date
from sro_desk.intake.guesses.days import mentions
from tests.intake.papers.people import TODAY

EIGHTH, TWELFTH = date(2026, 6, 8), date(2026, 6, 12)
WRITTEN = {
    "June 12, 2026": (TWELFTH, TWELFTH),
    "JUNE 12, 2026": (TWELFTH, TWELFTH),
    "June 12 2026": (TWELFTH, TWELFTH),
    "June 12th, 2026": (TWELFTH, TWELFTH),
    "Jun. 12, 2026": (TWELFTH, TWELFTH),
    "Sept. 3, 2025": (date(2025, 9, 3), date(2025, 9, 3)),
    "May 3, '25": (date(2025, 5, 3), date(2025, 5, 3)),
    "Friday, June 12, 2026": (TWELFTH, TWELFTH),
    "12 June 2026": (TWELFTH, TWELFTH),
    "12-JUN-2026": (TWELFTH, TWELFTH),
    "6/12/2026": (TWELFTH, TWELFTH),
    "06/12/26": (TWELFTH, TWELFTH),
    "6-12-2026": (TWELFTH, TWELFTH),
    "06.12.2026": (TWELFTH, TWELFTH),
    "2026-06-12": (TWELFTH, TWELFTH),
    "the 12th day of June, 2026": (TWELFTH, TWELFTH),
    "this twelfth day of June, Two Thousand Twenty-Six": (TWELFTH, TWELFTH),
    "twenty-first day of June, two thousand and twenty-five": (date(2025, 6, 21),) * 2,
    "June 8-12, 2026": (EIGHTH, TWELFTH),
    "June 8 – 12, 2026": (EIGHTH, TWELFTH),
    "June 8th through 12th, 2026": (EIGHTH, TWELFTH),
    "Monday, June 8 to Friday, June 12, 2026": (EIGHTH, TWELFTH),
    "June 8, 9, 10, 11 and 12, 2026": (EIGHTH, TWELFTH),
    "June 8 & 12, 2026": (EIGHTH, TWELFTH),
    "8-12 June 2026": (EIGHTH, TWELFTH),
    "June 29 - July 3, 2026": (date(2026, 6, 29), date(2026, 7, 3)),
    "December 29, 2025 - January 2, 2026": (date(2025, 12, 29), date(2026, 1, 2)),
    "December 29 - January 2, 2026": (date(2025, 12, 29), date(2026, 1, 2)),
    "6/8/2026 to 6/12/2026": (EIGHTH, TWELFTH),
    "6/8/2026-6/12/2026": (EIGHTH, TWELFTH),
    "6/8 - 6/12/2026": (EIGHTH, TWELFTH),
    "6/8-12/2026": (EIGHTH, TWELFTH),
    "2026-06-08 to 2026-06-12": (EIGHTH, TWELFTH),
    "June 12, 2026 8:00 AM - 5:00 PM": (TWELFTH, TWELFTH),
}


@pytest.mark.parametrize(("text", "days"), WRITTEN.items(), ids=WRITTEN.keys())
def test_as_it_is_written(text, days):
    plain = text.replace("–", "-")  # the sheet does so with every dash
    (mention,) = mentions(f"held {plain} in St. Cloud", TODAY)
    assert (mention.first, mention.last) == days
    assert not mention.doubtful


@pytest.mark.parametrize(
    "text",
    [
        "T2026-1836", "11482-0071", "218-555-0143", "13/12/2026", "2/30/2026", "June 2026",
        "10.5 hours", "1/2/3", "June 31, 2026", "626.8482", "8:00-16:30", "ISD 0196",
        "Q12/06/2026", "June 8 and 9", "12/06/2026/7",
    ],
)  # fmt: skip
def test_what_is_no_date(text):
    assert mentions(text, TODAY) == []


@pytest.mark.parametrize(
    "text", ["Monday, June 12, 2026", "June 12-8, 2026", "June 8, 2026 - June 8, 2027", "1/1/1900"]
)
def test_what_contradicts_itself_is_doubtful(text):
    (mention,) = mentions(text, TODAY)
    assert mention.doubtful


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_every_day_is_read_back(day):
    for text in (us_date(day), long_date(day), day.isoformat()):
        (mention,) = mentions(text, TODAY)
        assert (mention.first, mention.last, mention.doubtful) == (day, day, False)


@given(st.text(alphabet="0123456789 /-.,JunetoMay'thand", max_size=60))
def test_no_text_is_too_odd(text):
    for mention in mentions(text, TODAY):
        assert mention.first <= mention.last
        assert text[mention.start : mention.end].strip()

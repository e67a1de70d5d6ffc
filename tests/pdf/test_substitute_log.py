"""What the substitute day log says."""

from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from sro_desk.pdf.substitute_log import substitute_log
from tests.pdf.conftest import pages_of, substitute, substitutes, text_of, year_log


def test_the_count_grows_month_by_month():
    text = text_of(substitute_log(substitutes(substitute(count=26))))
    assert "September 2026 ISD 0273 8, 11, 14, 17, 20, 23, 26, 29 – 8 8" in text
    assert "October 2026 ISD 0273 2, 5, 8, 11, 14, 17, 20, 23, 26, 29 – 10 18" in text
    assert "November 2026 ISD 0273 1, 4, 7, 10, 13, 16, 19, 22 – 8 26" in text
    assert "26 of 60" in text


@pytest.mark.parametrize(
    ("log", "words"),
    [
        (year_log(60), "03/04/2027 by the dates booked"),
        (year_log(60, on=date(2027, 3, 4)), "03/04/2027 reached"),
        (year_log(3, projected_on=date(2027, 2, 16)), "02/16/2027 projection, no deadline"),
        (year_log(3, undated=57), "no date known"),
    ],
    ids=["booked", "reached", "projected", "undated"],
)
def test_when_the_sixtieth_day_falls(log, words):
    text = text_of(substitute_log(substitutes(substitute(log=log))))
    assert words in text


def test_days_with_no_date_are_counted_last():
    log = year_log(2, undated=3)
    line = substitute(log=log)
    months = (*line.months, replace(line.months[-1], month=None, place="", days=3, running=5))
    text = text_of(substitute_log(substitutes(replace(line, months=months))))
    assert "No date yet" in text[text.index("Dates by month") :]


def test_no_substitute():
    text = text_of(substitute_log(substitutes(district="Edina (ISD 0273)")))
    assert "No officer is or was assigned as a substitute at Edina (ISD 0273) from" in text


def test_the_bar_is_told_in_words(opened):
    pdf = opened(substitute_log(substitutes(substitute(count=7))))
    found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
    alts = [str(each.Alt) for each in found if "/Alt" in each]
    assert alts == ["Bar of contact days: 7 of 60 contact days."]


def test_an_officer_s_heading_stays_with_its_first_month():
    for page in pages_of(substitute_log(substitutes(*(substitute(count=n) for n in range(40))))):
        assert not page.rstrip().endswith("badge 77")

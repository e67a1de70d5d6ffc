"""What the deadlines list says."""

from dataclasses import replace
from datetime import date

import pytest

from sro_desk.domain.codes import Light, Status
from sro_desk.pdf import timeline
from sro_desk.pdf.deadlines_list import deadlines_list
from tests.pdf.conftest import ON, deadline, deadlines, text_of


def due(days: int):
    return deadline(days, days_left=days, name=f"Officer {days}")


def test_officers_stand_under_their_urgency():
    overdue = deadline(1, standing=Status.OVERDUE, days_left=-141, name="Pao Xiong")
    incomplete = deadline(2, standing=Status.MET, light=Light.RED, days_left=None)
    met = deadline(3, standing=Status.MET, light=Light.GREEN, days_left=None)
    ended = deadline(4, standing=Status.ENDED_MET, light=Light.GREY, days_left=None)
    lines = (overdue, *map(due, (0, 30, 31, 90, 91, 180, 181)), incomplete, met, ended)
    text = text_of(deadlines_list(deadlines(*lines)))
    spoken = [
        "Overdue (1)",
        "141 past",
        "Due within 30 days (2)",
        "Due in 31 to 90 days (2)",
        "Due in 91 to 180 days (2)",
        "Due in more than 180 days (1)",
        "No deadline running, but something needs attention (1)",
        "In order (1)",
        "Nothing due (1)",
    ]
    places = [text.find(words) for words in spoken]
    assert -1 not in places, spoken[places.index(-1)]
    assert places == sorted(places)


def test_an_empty_roster():
    assert "No officer is on the roster." in text_of(deadlines_list(deadlines()))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"within": 1}, "No officer is overdue or due within 1 day."),
        (
            {"within": 90, "district": "Edina (ISD 0273)"},
            "No officer at Edina (ISD 0273) is overdue or due within 90 days.",
        ),
        ({"district": "Edina (ISD 0273)"}, "No officer serves at Edina (ISD 0273), or is to."),
    ],
)
def test_what_was_chosen_is_told(opened, said, words):
    chosen = replace(deadlines(), **said)
    finished = deadlines_list(chosen)
    assert words in text_of(finished)
    title = str(opened(finished).docinfo["/Title"])
    assert ("due within" in title) == ("within" in said)
    assert ("ISD 0273" in title) == ("district" in said)


def test_no_picture_where_nothing_is_due():
    met = deadline(1, standing=Status.MET, light=Light.GREEN, days_left=None)
    assert "Deadlines by month" not in text_of(deadlines_list(deadlines(met)))


@pytest.mark.parametrize(
    ("nominal", "words"),
    [
        (ON, "1 in November 2026"),
        (date(2026, 11, 2), "1 in November 2026"),
        (date(2027, 5, 31), "1 in May 2027"),
        (date(2028, 4, 30), "1 in April 2028"),
        (date(2028, 5, 1), "1 later"),
    ],
)
def test_the_month_of_a_deadline(nominal, words):
    bars = timeline.bars([deadline(0, nominal=nominal)], ON)
    assert timeline.in_words(bars).endswith(f"months: {words}.")
    assert sum(bar.count for bar in bars) == 1

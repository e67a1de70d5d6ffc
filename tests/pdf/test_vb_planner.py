"""What the V.B planner says: with seats to fill, with none, and after the date."""

from datetime import date

import pytest

from sro_desk.pdf.vb_planner import vb_planner
from tests.pdf.conftest import pages_of, planner, seat, text_of, trained


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (planner(), "V.B governs no officer as of 11/24/2026: nothing to plan."),
        (
            planner(seat()),
            "1 officer is governed by V.B; none is trained yet, so 1 seat is needed.",
        ),
        (planner(done=(trained(),)), "1 officer is governed by V.B and is trained: no seat is"),
        (
            planner(seat("A"), seat("B"), done=(trained(),), district="Edina (ISD 0273)"),
            "3 officers are governed by V.B at Edina (ISD 0273); 1 is trained, and 2 seats are",
        ),
        (
            planner(*(seat(f"{n}") for n in range(15))),
            "15 seats in the 7 months from November 2026 to May 2027 = at least 3 in a month.",
        ),
        (planner(seat()), "26 weeks, 3 days"),
        (planner(seat(), on=date(2027, 5, 3)), "The pace: this month."),
        (planner(seat(), seat("B"), on=date(2027, 5, 28)), "The pace: all 2 this month."),
        (
            planner(seat(), on=date(2027, 5, 29)),
            "The last working day, Friday, May 28, 2027, is past; the last day of all is Monday, "
            "May 31, 2027.",
        ),
        (
            planner(seat(status="Overdue"), on=date(2027, 6, 1)),
            "The last day, Monday, May 31, 2027, is past: no paragraph supports the service of who",
        ),
        (planner(seat(), courses=()), "The catalogue holds no mandated or supplemental course"),
    ],
    ids=[
        "nobody",
        "one",
        "all trained",
        "some at a district",
        "pace",
        "weeks",
        "last month",
        "last day",
        "last working day past",
        "past",
        "no course",
    ],
)
def test_what_is_said(facts, words):
    assert words in text_of(vb_planner(facts))


def test_nothing_to_fill_in_where_no_seat_is_needed():
    text = text_of(vb_planner(planner(done=(trained(),))))
    assert "The pace" not in text
    assert "Officers who need" not in text
    assert "Trained already (1)" in text


def test_marked_private_only_where_somebody_withheld_is_named():
    plain = pages_of(vb_planner(planner(seat())))
    hidden = pages_of(vb_planner(planner(seat(withheld=True))))
    assert not any("Private data" in page for page in plain)
    assert all("Private data" in page for page in hidden)
    assert "withheld from exports" in hidden[0]

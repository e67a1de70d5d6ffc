"""The pictures of the deadlines list: figures whose words tell all that is drawn."""

import pikepdf
import pytest

from sro_desk.pdf.deadlines_list import deadlines_list
from tests.pdf.conftest import (
    NASTY,
    deadline,
    deadlines,
    pages_of,
    sampled,
    share,
    substitute_year,
    text_of,
    unspaced,
)
from tests.pdf.test_structure import every


@pytest.fixture
def figures(opened):
    def figures(pdf: bytes) -> list[pikepdf.Dictionary]:
        return every(opened(pdf).Root.StructTreeRoot.K, "Figure")

    return figures


def drawn(shares=(), substitutes=()):
    return deadlines(deadline(0), shares=tuple(shares), substitutes=tuple(substitutes))


def test_the_words_of_both_pictures(figures):
    shares = [share(3, name="Edina"), share(4, label="Beacon", name="Beacon", overdue=0)]
    years = [substitute_year(4, 62), substitute_year(5, 12, name="Kim Xiong")]
    _, districts, days = figures(deadlines_list(drawn(shares, years)))
    assert str(districts.Alt) == (
        "Bar chart of officers trained, by district: "
        "ISD 0003 Edina: 2 of 4 trained (50%), 1 due, 1 overdue; 1 exempt; "
        "Beacon: 2 of 3 trained (67%), 1 due; 1 exempt, 1 not covered."
    )
    assert str(days.Alt).startswith("Bar chart of contact days against 60: ")
    assert "62 of 60 contact days; day 60: 03/04/2027" in str(days.Alt)
    assert str(days.Alt).endswith("Kim Xiong: 12 of 60 contact days.")
    assert len(districts.A.BBox) == len(days.A.BBox) == 4


def test_numbers_and_words_are_printed_too():
    text = text_of(deadlines_list(drawn([share(3, name="Edina")], [substitute_year(5, 12)])))
    for told in ("Share trained by district", "Substitute days against 60, school year 2026–27"):
        assert told in text
    assert "2 of 4 trained (50%), 1 due, 1 overdue; 1 exempt" in text
    assert "12 of 60" in text


def test_no_heading_without_a_picture():
    text = text_of(deadlines_list(drawn()))
    assert "Share trained" not in text
    assert "Substitute days" not in text


def test_many_rows_go_on_in_a_figure_on_the_next_page(figures):
    pdf = deadlines_list(drawn(map(share, range(80)), map(substitute_year, range(80))))
    found = [str(each.Alt) for each in figures(pdf)]
    for title, row in (("Bar chart of officers", "ISD {:04}"), ("Bar chart of contact", "{}: 12")):
        words = [each for each in found if each.startswith(title)]
        assert len(words) > 2
        assert [row.format(n) in " ".join(words) for n in range(80)] == [True] * 80
    for page in pages_of(pdf):  # a heading has at least one row of its picture below it
        last = page.rpartition("against 60, school year")[2]
        assert "of 60" in last or "against 60" not in page


def test_long_names_are_whole():
    shares = [share(n, name=name) for n, name in enumerate(NASTY)]
    text = unspaced(text_of(deadlines_list(drawn(shares))))
    assert all(unspaced(name) in text for name in NASTY)


def test_every_size_is_valid(validate):
    nasty = [share(n, label=name, name=name) for n, name in enumerate(NASTY)]
    lone = [share(1, trained=0, due=0, overdue=0, exempt=0, uncovered=1)]
    huge = [share(1, trained=10_000, due=1)]
    sizes = (
        drawn(map(share, range(1)), map(substitute_year, range(1))),
        sampled(drawn(map(share, range(300)), map(substitute_year, range(300)))),
        drawn(nasty, [substitute_year(1, 0), substitute_year(2, 90)]),
        drawn(lone),
        drawn(huge),
    )
    assert validate(*map(deadlines_list, sizes)) == []


def test_equal_facts_give_equal_bytes():
    def made():
        return deadlines_list(drawn(map(share, range(30)), map(substitute_year, range(30))))

    assert made() == made()

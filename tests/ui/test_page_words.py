"""What is looked for is found across words and lines, whatever its case and accents."""

import pytest

from sro_desk.domain.names import search_key
from sro_desk.intake.examined import Box, PageText, Word
from sro_desk.ui.page_words import PageWords


def box(left, top):
    return Box(left=left, top=top, right=left + 0.08, bottom=top + 0.05)


def page(*lines):
    """Words of 0.08 of the width, ten to a line; lines 0.1 high."""
    words = [
        Word(text=text, box=box(n / 10, row / 10))
        for row, line in enumerate(lines)
        for n, text in enumerate(line.split())
    ]
    return PageWords(PageText(words=tuple(words), wide=612, high=792))


def places(found_on, needle):
    key = search_key(needle)
    return [
        [(round(box.left() * 10), round(box.top() * 10)) for box in found_on.boxes(first, key)]
        for first in found_on.find(key)
    ]


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("olson", [[(1, 0)]]),
        ("ERIK OLSON", [[(0, 0)]]),
        ("nguyen thi anh", [[(0, 1)]]),
        ("Thị", [[(1, 1)]]),
        ("training course", [[(4, 1), (0, 2)]]),  # the end of a line and the next one's beginning
        ("obrien nunez", [[(2, 0)]]),
        ("o’brien", [[(2, 0)]]),
        ("overdue met", [[(1, 2)]]),  # a dash between them is no word
        ("11/24/2026", [[(4, 2)]]),
        ("rik ol", [[(0, 0)]]),
        ("an", [[(2, 1)], [(5, 2)]]),  # twice in "banana": one place
        ("nobody", []),
        ("", []),
        ("–", []),
    ],
)
def test_found(needle, found):
    words = page(
        "Erik Olson O'Brien-Núñez",
        "Nguyễn Thị Ánh the Training",
        "Course Overdue – Met 11/24/2026 banana",
    )
    assert places(words, needle) == found


def test_words_on_a_line_are_one_box():
    words = page("one two three")
    (first,) = words.find("one two three")
    (box,) = words.boxes(first, "one two three")
    assert (round(box.left(), 3), round(box.right(), 3)) == (0.0, 0.28)


def test_a_page_without_words():
    words = page()
    assert list(words.find("a")) == []

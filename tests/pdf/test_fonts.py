"""Where lines break, and what the shipped fonts cannot draw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro_desk.pdf import fonts, look
from sro_desk.pdf.legible import legible


@given(st.text(alphabet="abcW -/.é", max_size=200), st.sampled_from([12.0, 40.0, 120.0]))
def test_lines_fit_and_nothing_is_lost(text, room):
    lines = fonts.wrap(text, look.CELL, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(fonts.width(line.rstrip(" "), look.CELL) <= room for line in lines)


def test_a_line_broken_at_a_space_keeps_it():
    assert fonts.wrap("Edina High School", look.CELL, 60) == ("Edina High ", "School")


def test_a_wide_word_breaks_at_its_hyphen():
    first, *_ = fonts.wrap("Featherstonehaugh-Cholmondeley", look.CELL, 90)
    assert first == "Featherstonehaugh-"


def test_what_is_left_after_a_break_at_punctuation_breaks_again_where_it_must():
    assert fonts.wrap("a.bW", look.CELL, 12) == ("a.b", "W")


@pytest.mark.parametrize("sign", ["§ 626.8482", "subd. 3"])
def test_a_citation_stays_together(sign):
    words = f"Minn. Stat. {sign}"
    room = fonts.width("Minn. Stat. §", look.CELL) + 4
    assert fonts.wrap(words, look.CELL, room)[0] == "Minn. Stat. "


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("Erik\u200b\u202e Olson\ufe0f", "Erik Olson"),
        ("one\ntwo\tthree", "one two three"),
        ("😀", "[U+1F600]"),
        ("ကညီ", "[U+1000][U+100A][U+102E]"),
    ],
)
def test_what_is_drawn(text, drawn):
    assert fonts.drawable(text) == drawn


def test_what_is_lacking_is_named_once():
    assert fonts.lacking("😀 Olson 😀 →") == ("😀", "→")
    assert legible(("Olson", "a → b", "→")) == (
        ("Olson", "a [U+2192] b", "[U+2192]"),
        ("[U+2192] in “a [U+2192] b”",),
    )

"""The cover letter: its fields, its paragraphs, and what keeps a text from being one."""

import pytest

from sro_desk import resources
from sro_desk.domain.faults import Fault
from sro_desk.domain.letter import FIELDS, LONGEST, Block, fill, problems, unknown_fields


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Dear {contact},", []),
        ("No field at all.", []),
        ("", [Fault.LETTER_EMPTY]),
        (" \n ", [Fault.LETTER_EMPTY]),
        ("x" * LONGEST, []),
        ("x" * (LONGEST + 1), [Fault.LETTER_LONG]),
        ("Dear {contct},", [Fault.LETTER_FIELD_UNKNOWN]),
        ("Dear {},", [Fault.LETTER_FIELD_UNKNOWN]),
        ("Dear { contact },", []),
        ("Dear {contact,", [Fault.LETTER_BRACE]),
        ("Dear contact},", [Fault.LETTER_BRACE]),
        ("Dear {{contact}},", [Fault.LETTER_BRACE]),
    ],
)
def test_what_keeps_a_text_from_being_the_letter(text, faults):
    assert [each.fault for each in problems(text)] == faults


def test_unknown_fields_are_named_once():
    assert unknown_fields("{remarks} {agency} {licence} {remarks}") == ("remarks", "licence")


def test_paragraphs_lists_and_fields():
    text = "Dear {contact},\r\n\r\nSee\nthese:\n- one of {agency}\n* two\n\n\n\n{due}\n\nEnd."
    assert fill(text, {"contact": "Jane", "agency": "Oakdale", "due": ""}) == (
        Block("Dear Jane,"),
        Block("See these:"),
        Block("one of Oakdale", bullet=True),
        Block("two", bullet=True),
        Block("End."),
    )


def test_what_a_field_brings_is_no_field():
    assert fill("{agency}", {"agency": "{chief}", "chief": "x"}) == (Block("{chief}"),)


def test_the_shipped_letter_is_one():
    assert problems(resources.path("letters", "cover_letter.txt").read_text("utf-8")) == ()
    assert all(words for words in FIELDS.values())

"""Pages as people write them."""

import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.page_ranges import in_parts, parts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1", ((0,),)),
        ("1-2, 3, 4-6", ((0, 1), (2,), (3, 4, 5))),
        (" 1 – 2 ; 6,", ((0, 1), (5,))),
        ("3, 1", ((2,), (0,))),
    ],
)
def test_what_is_written(text, parts):
    assert parts_of(text, 6) == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Write the pages"),
        (",;", "Write the pages"),
        ("two", "“two” is no page"),
        ("1-2-3", "is no page"),
        ("0", "not within the pages 1 to 6"),
        ("7", "not within"),
        ("3-2", "not within"),
    ],
)
def test_what_cannot_be_read(text, words):
    with pytest.raises(SroDeskError, match=words):
        parts_of(text, 6)


def test_parts_of_a_size():
    assert in_parts(5, 2) == "1-2, 3-4, 5"
    assert in_parts(3, 1) == "1, 2, 3"
    assert [len(part) for part in parts_of(in_parts(100, 7), 100)] == [7] * 14 + [2]

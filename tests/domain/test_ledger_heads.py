"""A ledger head as it was copied from a footer, and what is said of it."""

from datetime import UTC, datetime

import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.ledger_heads import (
    head_in,
    head_printed_in,
    holds_words,
    lacks_words,
    stands_words,
)
from sro_desk.domain.ledger_words import local_time

HEAD = "3f2a9c0d" * 8
AT = datetime(2026, 11, 24, 20, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pasted", "head"),
    [
        (HEAD, HEAD),
        (f"  {HEAD.upper()}\n", HEAD),
        (f"Ledger head {HEAD}", HEAD),
        (f"ledger  HEAD\n{HEAD[:40]}\n{HEAD[40:]}", HEAD),
        (f"Page 1 of 4 Ledger head {HEAD} Sample: not a real agency", HEAD),
        ("Ledger head 3f2a9c0d3f2a…", "3f2a9c0d3f2a"),
        ("“3f2a 9c0d 3f2a 9c0d”...", "3f2a9c0d3f2a9c0d"),
        ("\u200b".join(HEAD[at : at + 8] for at in range(0, 64, 8)), HEAD),
        (f"{HEAD} added", HEAD),
    ],
    ids=[
        "whole", "capitals", "with its words", "over two lines", "the lines of the footer",
        "the first digits", "in groups", "as the window breaks it", "a word of hex digits behind",
    ],
)  # fmt: skip
def test_a_head_is_found_in_what_was_copied(pasted, head):
    assert head_in(pasted) == head


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("", "no ledger head to look up"),
        (" \n", "no ledger head to look up"),
        ("Ledger head 3f2a9c0d3f2", "“Ledger head 3f2a9c0d3f2” is too short"),
        ("3f2a…", "“3f2a…” is too short"),
        (HEAD + "0", "is too long"),
        ("x" * 64, f"“{'x' * 40}…” is no ledger head"),
        ("11/24/2026", "is no ledger head"),
        ("Ledger head", "is no ledger head"),
    ],
)
def test_what_is_none_is_said_with_what_to_do(pasted, words):
    with pytest.raises(SroDeskError, match=words) as raised:
        head_in(pasted)
    assert "at least the first 12 of its digits" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (f"Made 11/24/2026 Page 1 of 4 Ledger head {HEAD} Sample", HEAD),
        (f"Ledger head\n{HEAD.upper()}", HEAD),
        (HEAD, ""),
        (f"Ledger head {HEAD[:63]}", ""),
        (f"Ledger head {HEAD}0", ""),
    ],
    ids=["footer", "two lines", "without its words", "cut", "longer"],
)
def test_the_head_of_a_page(text, head):
    assert head_printed_in(text) == head


@pytest.mark.parametrize(
    ("entry", "at", "later", "words"),
    [
        (1234, AT, 17, f"the head is entry 1,234 of {local_time(AT)}; 17 entries came after."),
        (5, AT, 1, f"the head is entry 5 of {local_time(AT)}; 1 entry came after."),
        (5, AT, 0, f"the head is entry 5 of {local_time(AT)}; nothing was changed after it."),
        (0, None, 9, "the head is that of the file when it was new; 9 entries came after."),
    ],
)
def test_what_a_head_proves(entry, at, later, words):
    told = "All that this PDF was made from is still in the records: "
    assert holds_words(entry, at, later) == told + words


def test_what_it_does_not_prove():
    assert "proves nothing" in stands_words(5, AT)
    assert lacks_words(HEAD).startswith("Not all that this PDF was made from is in these records")

"""The packet: each part in order, the summary as it is alone, and a letter of any length."""

from dataclasses import replace

import pytest

from sro_desk.pdf.district_packet import district_packet
from sro_desk.pdf.district_summary import district_summary
from sro_desk.services import letters
from tests.pdf.conftest import (
    NASTY,
    officer,
    officers,
    pages_of,
    sampled,
    summary,
    text_of,
    unspaced,
)
from tests.pdf.packet_facts import agreed, change, packet_facts


def bookmarks(pdf) -> list[tuple[int, str]]:
    with pdf.open_outline() as outline:
        return [found for item in list(outline.root) for found in _with_below(item, 0)]


def _with_below(item, level):
    yield level, str(item.title)
    for child in item.children:
        yield from _with_below(child, level + 1)


def test_the_parts_in_their_order(opened):
    content = district_packet(packet_facts(duties=(agreed(1, 4),)))
    letter, changed, *summed = pages_of(content)
    assert letter.startswith("Edina Police Department")
    assert "Dear Ann Lee, This is the letter. • one • two Sincerely," in letter
    assert "Sincerely, Nora Xiong Chief of Police Edina Police Department" in letter
    assert "What changed Since the last packet, of 02/17/2026" in changed
    assert "School Resource Officer Certificate Summary" in summed[0]
    sizes = [(round(page.mediabox[2]), round(page.mediabox[3])) for page in opened(content).pages]
    assert sizes == [(612, 792), *[(792, 612)] * (1 + len(summed))]


def test_bookmarks_are_nested_by_part(opened):
    found = bookmarks(opened(district_packet(packet_facts(duties=(agreed(1),)))))
    assert [heading for level, heading in found if level == 0][1:] == [
        "What changed",
        "Duties under the contract",
        "School Resource Officer Certificate Summary",
    ]
    assert (1, "Officers and their certificates") in found
    assert {level for level, _ in found} == {0, 1}


def test_the_summary_says_what_it_says_alone():
    alone = text_of(district_summary(summary(*officers(12))))
    within = text_of(district_packet(packet_facts(12)))
    start = alone.index("School Resource Officer Certificate Summary Edina")
    assert unspaced(alone[start : start + 300]) in unspaced(within)
    for section in ("What is missing from the file", "How each status was reached", "Attestation"):
        assert section in alone
        assert section in within


def test_the_duties_of_each_contract():
    both = (agreed(*range(1, 8)), agreed(4, state="To come"))
    text = text_of(district_packet(packet_facts(duties=both)))
    assert "(4) Providing advice on safety drills Yes" in text
    assert "Contract of 07/01/2026 to 06/30/2027: in force" in text
    assert "Contract of 07/01/2026 to 06/30/2027: to come" in text
    assert "school facilities and safety protocols Not stated" in text
    none = text_of(district_packet(packet_facts(duties=())))
    assert "Duties under the contract No contract with the district is on file." in none


def test_nothing_of_a_long_letter_is_lost():
    words = " ".join(f"word{number}" for number in range(3000))
    text = f"{words}\n\n- {words}\n\nSincerely yours,"
    whole = " ".join(pages_of(district_packet(packet_facts(letter=text))))
    assert all(whole.count(f"word{number} ") == 2 for number in (0, 1499, 2998))


@pytest.mark.parametrize("count", range(12, 30))
def test_a_signature_never_stands_alone_on_a_page(count):
    text = "\n\n".join(f"Paragraph {number}" for number in range(count)) + "\n\nWith thanks,"
    signed = [
        page
        for page in pages_of(district_packet(packet_facts(letter=text)))
        if "Chief of Police" in page and "Attestation" not in page
    ]
    assert len(signed) == 1
    assert "With thanks, Nora Xiong" in signed[0]


def test_the_same_facts_give_the_same_bytes():
    facts = packet_facts(40, duties=(agreed(1),))
    assert district_packet(facts) == district_packet(facts)


def test_packets_of_any_size_are_archival_and_accessible(validate):
    sizes = [packet_facts(count, duties=(agreed(1, 4),)) for count in (0, 1, 300)]
    first = packet_facts(last_on=None, changes=(), duties=())
    nasty = packet_facts(
        letter="Dear 😀 ကညီ\n\n- \n- a\tb\n\n" + "\n\n".join(NASTY),
        summary=summary(*(officer(name=name) for name in NASTY)),
        changes=tuple(map(change, range(len(NASTY)))),
        addressee=NASTY,
    )
    shipped = packet_facts(letter=letters.shipped())
    sample = replace(shipped, summary=sampled(shipped.summary))
    empty = packet_facts(letter="", addressee=())
    long = packet_facts(letter="\n\n".join(["- item\n- item", "words " * 400] * 12))
    every = (*sizes, first, nasty, sample, empty, long)
    assert validate(*map(district_packet, every)) == []


def test_what_the_fonts_lack_is_told():
    text = text_of(district_packet(packet_facts(letter="Dear 😀")))
    assert "[U+1F600]" in text
    assert "Characters that the shipped fonts lack" in text

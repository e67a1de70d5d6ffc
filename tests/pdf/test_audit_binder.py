"""The audit binder: what it says, that its index is right, and that private pages say so."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from sro_desk.domain.codes import Light
from sro_desk.domain.errors import Cancelled
from sro_desk.pdf import binder_cover, binder_parts
from sro_desk.pdf.audit_binder import audit_binder
from sro_desk.pdf.furniture import PRIVATE
from tests.pdf.conftest import (
    NASTY,
    audit,
    copied,
    full_audit,
    full_officer,
    ledger_line,
    officer_facts,
    pages_of,
    sampled,
    text_of,
    unspaced,
)

PARTS = ["Agency and Policy", "Officers", "Missing Items", "Ledger of the Period", "Manifest"]


def people(count: int):
    """Every other has more than one page."""
    return [
        full_officer(f"Erik Olson {n}") if n % 2 else officer_facts(name=f"Pao Xiong {n}")
        for n in range(count)
    ]


def index_of(pdf: bytes) -> list[tuple[str, str, int]]:
    """Of each line of the index: its text, what is read aloud, and the page it goes to, from 1."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as opened, pypdfium2.PdfDocument(pdf) as read:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages, start=1)}
        for at, page in enumerate(opened.pages):
            for link in page.get("/Annots", ()):
                box = map(float, link.Rect)
                text = read[at].get_textpage().get_text_bounded(*box)
                leads_to = numbers[link.Dest[0].objgen]
                found.append((" ".join(text.split()), str(link.Contents), leads_to))
    return found


def test_binders_of_any_size(validate):
    none, one = audit(), full_audit(full_officer())
    many = full_audit(*(officer_facts(name=f"Pao Xiong {n}") for n in range(300)), entries=300)
    nasty = full_audit(*map(full_officer, NASTY), copies=(copied(1, *NASTY, also_withheld=True),))
    lacks = full_audit(officer_facts(name="Saw ကညီ 😀"), ledger=(), copies=())
    tall = full_audit(full_officer(), ledger=(ledger_line(1, "because of this " * 900),))
    hidden = full_audit(full_officer(withheld=True))
    assert (
        validate(*map(audit_binder, (none, one, many, sampled(nasty), lacks, tall, hidden))) == []
    )


def test_equal_facts_give_equal_bytes():
    facts = full_audit(*people(6))
    assert audit_binder(facts) == audit_binder(facts)
    assert audit_binder(replace(facts, entries=1)) != audit_binder(facts)


@pytest.mark.parametrize("count", [0, 1, 120])
def test_the_index_names_the_page_where_each_heading_is(count):
    officers = people(count)
    made = audit_binder(full_audit(*officers))
    pages, found = pages_of(made), index_of(made)
    headings = [*PARTS[:2], *(each.name for each in officers), *PARTS[2:]]
    after_index = range(found[0][2], len(pages) + 1)
    for heading, (line, spoken, number) in zip(headings, found, strict=True):
        assert f"Page {number} of {len(pages)}" in pages[number - 1]
        (begun,) = (at for at in after_index if begins(pages[at - 1], heading))
        assert number == begun
        assert spoken == f"{heading}, page {number}"
        assert line.startswith(heading if heading in PARTS else filed_name(heading))
        assert line.endswith(f" {number}")


def begins(page: str, heading: str) -> bool:
    """Whether the heading stands at the top of the page, below the running head."""
    return bool(re.search(rf"Edina Police Department( · {heading})? {heading} ", page))


def filed_name(name: str) -> str:
    first, _, family = name.rpartition(" ")
    return f"{family}, {first}"


def test_pages_of_other_files_are_counted(monkeypatch):
    """An index is right where the pages of copies stand between those that are drawn."""
    agency = binder_parts.agency

    def with_pages(flow, facts):
        agency(flow, facts)
        flow.sheet.inserted[flow.sheet.page] = 7

    before = index_of(audit_binder(full_audit(*people(2))))
    monkeypatch.setattr(binder_parts, "agency", with_pages)
    after = index_of(audit_binder(full_audit(*people(2))))
    assert before[0] == after[0]
    for (short, spoken, _), (long, aloud, _) in zip(before[1:], after[1:], strict=True):
        assert (long, aloud) == (seven_more(short), seven_more(spoken))


def seven_more(text: str) -> str:
    told, _, number = text.rpartition(" ")
    return f"{told} {int(number) + 7}"


def test_bookmarks_nest(opened):
    made = opened(audit_binder(full_audit(*people(3))))
    with made.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Audit Binder", "Index", *PARTS]
        nested = {item.title: [each.title for each in item.children] for item in outline.root}
    assert nested["Officers"] == ["Pao Xiong 0", "Erik Olson 1", "Pao Xiong 2"]
    assert not any(nested[each] for each in nested if each != "Officers")


def test_each_part_tells_its_facts():
    text = text_of(audit_binder(full_audit(full_officer())))
    for told in (
        "As of Tuesday, November 24, 2026",
        "07/01/2026 to 11/24/2026",
        "2 officers withheld from exports are not in this binder.",
        "Attestation of the chief law enforcement officer",
        "named in this binder as of 11/24/2026",
        "Edina Police Department",
        "with Indigenous Peoples Day",
        "07/27/2026 Revised",
        "10/06/2025 Adopted",
        "V.C: trained within six months of assuming the duties Overdue Needs action now 1",
        "1 officer, on a page.",
        "No copy (1)",
        "Attach it.",
        "legal date 07/06/2026",
        "40 entries from 07/01/2026 to 11/24/2026 (UTC); the ledger has 47 in all.",
        "09/01/2026 14:05:00 clerk@records-desk Changed Erik Olson Reviewed; Note 000000000000",
        "Head of the ledger: " + "3f2a9c0d" * 8,
        "sro-desk verify FILE --head",
        "JPEG picture",
    ):
        assert told in text, told
    assert unspaced(f"{0:064x}") in unspaced(text)


def test_what_is_not_there_is_said():
    text = text_of(audit_binder(audit()))
    for told in (
        "No officer is on the roster",
        "No policy is on record as of 11/24/2026.",
        "Nothing is missing as of 11/24/2026.",
        "Nothing was written from 07/01/2026 to 11/24/2026 (UTC).",
        "No copy of a certificate or a contract is on file.",
        "What is missing: nothing.",
    ):
        assert told in text, told
    assert "withheld from exports" not in text


def test_private_pages_say_so_and_the_cover_names_them():
    canary = "canary7319"
    private = full_officer(
        post_license=canary,
        reviews=tuple(replace(each, note=canary) for each in full_officer().reviews),
        inability=tuple(replace(each, reason=canary) for each in full_officer().inability),
    )
    pages = pages_of(audit_binder(full_audit(private, *people(3))))
    marked = [number for number, page in enumerate(pages, start=1) if PRIVATE in page]
    marked.remove(1)  # the cover quotes the mark
    for number, page in enumerate(pages, start=1):
        if canary in page or "clerk@records-desk" in page:
            assert number in marked
    assert f"Pages {binder_cover._runs(marked)}." in pages[0]
    assert [number in marked for number in (2, 3, 4, len(pages))] == [False] * 4


def test_pages_that_name_withheld_officers_are_private():
    mai = full_officer("Mai Vang", withheld=True)
    pages = pages_of(audit_binder(full_audit(mai, left_out=0, revisions=())))
    named = [page for page in pages if "Vang" in page]
    assert all(PRIVATE in page for page in named)
    assert len(named) >= 4  # index, the page, missing, ledger, manifest
    assert "withheld from exports are not" not in " ".join(pages)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [((3,), "3"), ((3, 4, 5), "3 to 5"), ((1, 3, 4, 9), "1, 3 to 4, 9"), ((1_000,), "1,000")],
)
def test_page_numbers_in_runs(numbers, said):
    assert binder_cover._runs(numbers) == said


def test_a_copy_of_several_is_listed_once():
    shared = copied(5, "Erik Olson", "Mai Vang", also_withheld=True)
    text = text_of(audit_binder(audit(copies=(shared,))))
    assert text.count(f"{5:064x}") == 1
    assert "Erik Olson Mai Vang" in text
    assert "It also proves the training of an officer who is withheld." in text


def test_it_tells_of_its_progress_and_can_be_stopped():
    heard = []
    audit_binder(full_audit(*people(3), entries=450), lambda *told: heard.append(told))
    assert heard == [(0, 3), (1, 3), (2, 3), (0, 450), (200, 450), (400, 450)]

    def stop(*_):
        raise Cancelled

    with pytest.raises(Cancelled):
        audit_binder(full_audit(*people(1)), stop)


def test_assignments_to_come_say_so():
    (assignment,) = full_officer().assignments
    later = full_officer(assignments=(replace(assignment, assumed=date(2026, 12, 1)),))
    assert "12/01/2026 to come" in text_of(audit_binder(audit(later)))
    assert "to come" not in text_of(audit_binder(audit(full_officer())))


def test_lights_of_the_index_have_their_words():
    pages = pages_of(audit_binder(audit(officer_facts(light=Light.RED, status="Overdue"))))
    assert "Olson, Erik Overdue" in pages[1]

"""What the district certificate summary says, and in which order."""

from dataclasses import replace
from datetime import date

import pytest

from sro_desk.domain.codes import Status
from sro_desk.pdf.district_summary import district_summary
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


def test_it_reads_from_the_letterhead_to_the_signature():
    text = text_of(district_summary(summary(*officers(3))))
    spoken = [
        "Edina Police Department",
        "4801 West 50th Street",
        "ORI MN0270600",
        "School Resource Officer Certificate Summary",
        "Edina Public School District (ISD 0273)",
        "Tuesday, November 24, 2026",
        "07/01/2026 to 06/30/2027",
        "Policy 506.9 (MSBA/MASA Model Policy 507.5)",
        "As of 11/24/2026, 3 officers of",
        "2 have met the training mandate and 1 is untrained past the deadline",
        "1 item is missing from the file",
        "Officers and their certificates",
        "SSC-2025-1001",
        "Duties not covered",
        "not required to perform",
        "What is missing from the file",
        "No policy review on record",
        "How each status was reached",
        "not legal advice",
        "Attestation of the chief law enforcement officer",
        "I maintain a copy",
        "Nora Xiong, Chief of Police",
        "Signature",
    ]
    places = [text.find(words) for words in spoken]
    assert -1 not in places, spoken[places.index(-1)]
    assert places == sorted(places)


def test_it_never_says_prohibited():
    assert "prohibit" not in text_of(district_summary(summary(*officers(9)))).lower()


@pytest.mark.parametrize("name", NASTY)
def test_names_come_out_whole(name):
    assert unspaced(name) in unspaced(text_of(district_summary(summary(officer(name=name)))))


def test_both_dates_where_the_legal_one_is_later():
    moved = officer(nominal=date(2026, 7, 4), legal=date(2026, 7, 6))
    assert "07/04/2026 legal date 07/06/2026" in text_of(district_summary(summary(moved)))


def test_one_officer_in_words():
    text = text_of(district_summary(summary(officer(standing=Status.EXEMPT))))
    assert (
        "1 officer of Edina Police Department is assigned to Edina Public School "
        "District and is exempt as a substitute." in text
    )


def test_no_officer():
    pages = pages_of(district_summary(summary()))
    assert len(pages) == 1
    assert "no officer of Edina Police Department is assigned" in pages[0]


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        ("506.9", "Policy 506.9 (MSBA/MASA Model Policy 507.5)"),
        ("507.5", "MSBA/MASA Model Policy 507.5"),
        ("", "MSBA/MASA Model Policy 507.5"),
    ],
)
def test_the_district_s_own_citation(citation, words):
    text = text_of(district_summary(summary(citation=citation)))
    assert words in text
    assert ("Policy 507.5 (" in text) is False


def test_headings_repeat_and_every_page_has_its_foot():
    pages = pages_of(district_summary(summary(*officers(300))))
    tabled = [page for page in pages if "SSC-2025-1001" in page]
    assert len(tabled) > 10
    for page in tabled:
        assert "Certificate no." in page
        assert "Copy on file" in page
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "As of 11/24/2026" in page
        assert "3f2a9c0d" * 8 in page


def test_no_heading_is_left_alone_at_the_foot():
    for count in range(1, 30):
        for page in pages_of(district_summary(summary(*officers(count)))):
            body = page.split(" Edina Police Department As of")[0]
            assert not body.endswith(("certificates", "covered", "file", "reached", "officer"))


def test_the_attestation_stays_on_one_page():
    for count in range(1, 30):
        pages = pages_of(district_summary(summary(*officers(count))))
        (page,) = [page for page in pages if "Attestation of the chief" in page]
        assert "Signature" in page
        assert "Date" in page


def test_a_row_taller_than_a_page_goes_on():
    reasons = tuple(f"Reason{n}." for n in range(3000))
    pages = pages_of(district_summary(summary(officer(why=reasons))))
    said = [word for word in " ".join(pages).split() if word.startswith("Reason")]
    assert tuple(said) == reasons
    assert len(pages) > 3


def test_many_sites_are_listed_at_the_end():
    sites = tuple(f"School{n}" for n in range(300))
    text = text_of(district_summary(summary(sites=sites)))
    assert "300 sites, listed at the end" in text
    assert all(site in text for site in sites)


def test_what_the_fonts_lack_is_told():
    text = text_of(district_summary(summary(officer(name="Erik 😀 Olson"))))
    assert "Erik [U+1F600] Olson" in text
    assert "[U+1F600] in “Erik [U+1F600] Olson”" in text
    assert "lack" not in text_of(district_summary(summary(officer())))


def test_a_sample_says_so_on_every_page():
    pages = pages_of(district_summary(sampled(summary(*officers(30)))))
    assert all("SAMPLE" in page and "Sample: not a real agency" in page for page in pages)
    assert "SAMPLE" not in text_of(district_summary(summary(officer())))


def test_a_long_agency_and_chief():
    head = replace(
        summary().letterhead,
        agency="Sheriff's Office of the Counties of " + ", ".join(["Koochiching"] * 12),
        chief=NASTY[3],
        chief_title="Sheriff and Director of Emergency Management and of School Safety",
        email=f"{'school.resource.officers.' * 4}@sheriff.example",
    )
    facts = summary(*officers(3), letterhead=head, district="District of " + "Townships " * 20)
    text = unspaced(text_of(district_summary(facts)))
    for told in (head.agency, head.email, f"{head.chief}, {head.chief_title} Signature"):
        assert unspaced(told) in text


def test_a_chief_without_a_name_still_has_a_line_to_sign():
    head = replace(summary().letterhead, chief="", chief_title="")
    text = text_of(district_summary(summary(letterhead=head)))
    assert "Chief law enforcement officer Signature" in text

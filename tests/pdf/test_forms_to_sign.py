"""What the forms say, blank and filled, and that each is one page."""

from datetime import date

import pypdfium2
import pytest

from sro_desk.pdf.acknowledgement import acknowledgement
from sro_desk.pdf.inability_form import inability_form
from tests.pdf.conftest import NASTY, acknowledged, pages_of, signer, text_of, unable

REASON = "The August class was full."
FILLED = unable(
    signer=signer(),
    nominal=date(2026, 7, 4),
    legal=date(2026, 7, 6),
    arithmetic=("V.C: assumed 2026-01-04; six months = Sat 2026-07-04.",),
    reason=REASON,
    recorded_on=date(2026, 1, 2),
)


def rules_on(pdf: bytes) -> int:
    """The lines drawn on the first page: what is not known is to be written on them."""
    with pypdfium2.PdfDocument(pdf) as document:
        paths = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
        return sum(1 for each in paths if each.get_bounds()[3] - each.get_bounds()[1] < 2)


def test_a_blank_acknowledgement():
    text = text_of(acknowledgement(acknowledged()))
    for label in ("Title", "Name", "Badge", "Officer’s signature", "Witness’s signature"):
        assert label in text
    assert "before assuming the other duties of a school resource officer" in text
    assert "Private data" not in text


def test_a_filled_acknowledgement():
    facts = acknowledged(
        signer=signer(),
        paragraph="V.D",
        policy="Policy 412",
        adopted_on=date(2025, 10, 6),
        posted_at="Intranet",
    )
    text = text_of(acknowledgement(facts))
    for told in ("Policy 412", "10/06/2025", "Not revised", "Intranet", "Erik Olson", "01/04/2026"):
        assert told in text


@pytest.mark.parametrize(
    ("paragraph", "ticked"), [("", []), ("V.C", [True, False]), ("V.D", [False, True])]
)
def test_the_paragraph_is_ticked_and_the_day_is_not(opened, paragraph, ticked):
    """Whether the review came first is for the officer to say."""
    pdf = opened(acknowledgement(acknowledged(paragraph=paragraph)))
    alts = [
        str(node.Alt) for node in pdf.objects if node._type_name == "dictionary" and "/Alt" in node
    ]
    assert [alt == "Ticked box" for alt in alts] == [*(ticked or [False, False]), False]


def test_an_acknowledgement_of_a_withheld_officer_is_private():
    assert "Private data" in text_of(acknowledgement(acknowledged(signer=signer(withheld=True))))


def test_the_reason_is_printed_or_left_to_write():
    blank, filled = inability_form(unable(signer=signer())), inability_form(FILLED)
    assert REASON in text_of(filled)
    assert rules_on(blank) == rules_on(filled) + 3
    assert "On file as recorded 01/02/2026." in text_of(filled)


def test_the_arithmetic_is_shown_or_how_to_do_it():
    filled, blank = text_of(inability_form(FILLED)), text_of(inability_form(unable()))
    assert "six months = Sat 2026-07-04" in filled
    assert "Saturday, July 4, 2026" in filled
    assert "Monday, July 6, 2026" in filled
    assert "the last day of a month that has no such day (§ 645.14)" in blank


def test_each_page_is_private_and_says_why_none_is_needed():
    finished = inability_form(unable(note="V.B governs.", reason="Because. " * 900))
    assert len(pages_of(finished)) > 1
    assert all("Private data" in page for page in pages_of(finished))
    assert "V.B governs." in text_of(finished)


@pytest.mark.parametrize("name", ["Erik Olson", *NASTY])
def test_a_form_is_one_page(name):
    assert len(pages_of(acknowledgement(acknowledged(signer=signer(name))))) == 1
    assert len(pages_of(inability_form(unable(signer=signer(name))))) == 1

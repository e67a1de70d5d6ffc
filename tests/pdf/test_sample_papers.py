"""The sample's certificates and contracts: whole names, always marked, the same bytes each time."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from sro_desk.domain.contract_duties import CONTRACT_DUTIES
from sro_desk.pdf.sample_certificates import Look, SampleCertificate, certificates
from sro_desk.pdf.sample_contract import SampleContract, contract
from sro_desk.pdf.sample_scans import ENDINGS, Medium, as_received
from tests.pdf.conftest import NASTY

HELD = SampleCertificate(
    holder="Nguyễn Thị Ánh",
    course="School Resource Officer Training (POST-approved, subd. 4 objectives)",
    provider="North Metro Public Safety Institute",
    completed_on=date(2025, 8, 13),
    hours="16",
    number="MA-2025-0138",
    post_number="SAMPLE-1101",
    signer="Marguerite Delacroix",
    signer_title="Director of Training",
)
AGREED = SampleContract(
    agency="Linden Rapids Police Department",
    chief="Dana Whitcomb",
    chief_title="Chief of Police",
    district="Anoka-Hennepin School District",
    contact="Patricia Lund",
    starts_on=date(2026, 7, 1),
    ends_on=date(2027, 6, 30),
    duties=frozenset({1, 4}),
    sites=("Linden Rapids High School", "Rum Bend Middle School"),
)


def pages_of(pdf):
    """The words of each page, lines joined."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("look", Look)
def test_a_certificate_says_everything_and_that_it_is_a_sample(look):
    (words,) = pages_of(certificates(look, [HELD]))
    for said in ("Nguyễn Thị Ánh", "August 13, 2025", HELD.number, HELD.post_number, HELD.signer):
        assert said in words
    assert "SAMPLE - made up to show the program; not a real document" in words


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("name", [name for name in NASTY if "<" not in name])
def test_any_name_comes_out_whole_and_on_the_page(look, name):
    pdf = certificates(look, [replace(HELD, holder=name)])
    (words,) = pages_of(pdf)
    assert name.replace(" ", "") in words.replace(" ", "")
    document = pypdfium2.PdfDocument(pdf)
    page, text = document[0], document[0].get_textpage()
    for at in range(text.count_chars()):
        left, _, right, _ = text.get_charbox(at, loose=True)
        assert left >= 0
        assert right <= page.get_width()
    text.close()
    document.close()


def test_a_class_has_a_page_for_each():
    held = [replace(HELD, holder=name) for name in ("Pa Houa Vang", "Deshawn Carter")]
    first, second = pages_of(certificates(Look.ENGRAVED, held))
    assert "Pa Houa Vang" in first
    assert "Deshawn Carter" in second


def test_a_contract_lists_the_duties_agreed_on():
    first, second = pages_of(contract(AGREED))
    assert CONTRACT_DUTIES[1] in first
    assert CONTRACT_DUTIES[4] in first
    assert CONTRACT_DUTIES[5] not in first
    assert "Wednesday, June 30, 2027" in first
    assert "Patricia Lund" in second
    assert "SAMPLE" in first
    assert "SAMPLE" in second


@pytest.mark.parametrize("medium", Medium)
def test_the_same_paper_gives_the_same_bytes(medium):
    once, again = (as_received(certificates(Look.FORM, [HELD]), medium) for _ in range(2))
    assert once == again
    assert len(once) < 200_000


@pytest.mark.parametrize(
    ("medium", "kind", "pages"),
    [
        (Medium.PHOTO, "JPEG", 1),
        (Medium.SCAN, "JPEG", 1),
        (Medium.GREY_SCAN, "PNG", 1),
        (Medium.FAX, "TIFF", 2),
    ],
)
def test_a_picture_looks_like_paper(medium, kind, pages):
    pdf = certificates(Look.BANDED, [HELD, replace(HELD, holder="Pa Houa Vang")])
    with Image.open(BytesIO(as_received(pdf, medium))) as picture:
        assert picture.format == kind
        assert getattr(picture, "n_frames", 1) == pages
        low, high = picture.convert("L").getextrema()
    assert low < 90
    assert high > 200


def test_a_copier_mails_pictures_in_a_pdf():
    held = [HELD, replace(HELD, holder="Pa Houa Vang")]
    assert pages_of(as_received(certificates(Look.FORM, held), Medium.SCANNED_PDF)) == ["", ""]


def test_every_medium_has_a_file_name_ending():
    assert set(ENDINGS) == set(Medium)

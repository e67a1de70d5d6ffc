"""Pages taken out of a file, and files put together, by the limited process."""

import io

import pypdfium2 as pdfium
import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.types import MAX_BYTES
from tests.intake import foreign


def texts(content):
    document = pdfium.PdfDocument(content)
    return [page.get_textpage().get_text_bounded().strip() for page in document]


def test_pages_come_out_in_the_order_asked(worker):
    made = worker.pages_of(foreign.pdf("one", "two", "three"), [2, 0])
    assert [text.split()[0] for text in texts(made)] == ["three", "one"]


def test_a_page_of_a_tiff_becomes_a_pdf(worker):
    made = worker.pages_of(foreign.tiff("1", "RGB", "L"), [1])
    assert len(pdfium.PdfDocument(made)) == 1


def test_files_of_several_types_are_put_together(worker):
    parts = [foreign.pdf("one", "two"), foreign.png_of(90, 60, 60), foreign.tiff("1", "L")]
    made = pdfium.PdfDocument(worker.joined(parts))
    assert len(made) == 5
    assert made[2].get_size()[0] > made[2].get_size()[1]


def test_a_sideways_photo_stands_upright(worker):
    turned = pdfium.PdfDocument(worker.joined([foreign.turned_photo(6)]))[0].get_size()
    plain = pdfium.PdfDocument(worker.joined([foreign.turned_photo(1)]))[0].get_size()
    assert turned == (plain[1], plain[0])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (foreign.pdf("a")[:80], "damaged or incomplete"),
        (foreign.tiff_of_claims(60_000, 60_000), "100 million pixels"),
    ],
)
def test_what_cannot_be_taken_apart_is_told(worker, content, words):
    with pytest.raises(SroDeskError, match=words) as told:
        worker.pages_of(content, [0])
    assert "can still be stored" in str(told.value)


def test_a_page_that_is_not_there(worker):
    with pytest.raises(SroDeskError):
        worker.pages_of(foreign.pdf("a"), [7])


def test_a_locked_pdf(worker):
    import pikepdf

    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(foreign.pdf("a"))) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(SroDeskError, match="password"):
        worker.joined([foreign.pdf("a"), locked.getvalue()])


def test_more_than_can_be_kept_is_not_put_together(worker):
    half = foreign.pdf("a") + b"%" + b"x" * (MAX_BYTES // 2)
    with pytest.raises(SroDeskError, match="at most 25 MB"):
        worker.joined([half, half])

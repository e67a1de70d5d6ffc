"""The head in the footer of a PDF, read as any foreign file is read."""

import random
from io import BytesIO

import pikepdf
import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.intake.types import MAX_BYTES
from sro_desk.intake.worker import Worker
from sro_desk.services import keeping, pdf_heads
from sro_desk.services.reports import making
from tests.services.conftest import TODAY


@pytest.fixture(scope="module")
def worker():
    with Worker() as worker:
        yield worker


@pytest.fixture
def printed(db, officer, assign):
    """A report of the records, and the head that they had."""
    assign(officer)
    asked = Asked(report=ReportName.DEADLINES, on=TODAY)
    return making.make_alone(db, asked, made_on=TODAY).content, db.head()


def kept(tmp_path, content, name="report.pdf"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def remade(content, change, **saving):
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        made = BytesIO()
        pdf.save(made, **saving)
    return made.getvalue()


def test_the_head_of_a_report_is_in_the_ledger_it_was_made_from(tmp_path, db, printed, worker):
    content, head = printed
    assert pdf_heads.head_of(kept(tmp_path, content), worker) == head
    assert keeping.verify(db, head).sound
    assert pdf_heads.head_of_alone(kept(tmp_path, content)) == head


def test_a_page_of_another_file_before_it_does_no_harm(tmp_path, printed, worker):
    content, head = printed
    behind = remade(content, lambda pdf: pdf.add_blank_page() and pdf.pages.reverse())
    assert pdf_heads.head_of(kept(tmp_path, behind), worker) == head


def test_a_packet_larger_than_what_is_kept_is_read(tmp_path, printed, worker):
    content, head = printed
    noise = random.Random(1).randbytes(26 * 1024 * 1024)  # noqa: S311 - no secret

    def attach(pdf):
        pdf.attachments["copy"] = pikepdf.AttachedFileSpec(pdf, noise)

    large = remade(content, attach)
    assert len(large) > MAX_BYTES
    assert pdf_heads.head_of(kept(tmp_path, large), worker) == head


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is no PDF"),
        (b"Dear Chief", "is no PDF"),
        (b"\xff\xd8\xff\xe0 a picture", "is no PDF"),
        (b"%PDF-1.7 nothing", "could not be read: This PDF is damaged or incomplete"),
    ],
)
def test_what_has_no_head_is_said(tmp_path, worker, content, words):
    with pytest.raises(SroDeskError, match=words):
        pdf_heads.head_of(kept(tmp_path, content), worker)


def test_a_pdf_of_somebody_else(tmp_path, worker):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "theirs.pdf")
    with pytest.raises(SroDeskError, match="has no footer with a ledger head"):
        pdf_heads.head_of(tmp_path / "theirs.pdf", worker)


def test_a_pdf_behind_a_password(tmp_path, printed, worker):
    locked = pikepdf.Encryption(owner="owner", user="user")
    content = remade(printed[0], lambda _: None, encryption=locked)
    with pytest.raises(SroDeskError, match=r"protected by a password\. Paste the ledger head"):
        pdf_heads.head_of(kept(tmp_path, content), worker)


def test_a_pdf_that_is_gone(tmp_path, worker):
    with pytest.raises(SroDeskError, match="no longer there"):
        pdf_heads.head_of(tmp_path / "gone.pdf", worker)

"""The head in the footer of a PDF, read as any foreign file is read."""

import random
import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.intake.types import MAX_BYTES
from sro_desk.intake.worker import Worker
from sro_desk.services import checked_pdfs, keeping
from sro_desk.services.reports import given_out, making
from tests.services.conftest import TODAY

FILES = Path(__file__).parents[1] / "storage" / "files"


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


def head_of(path, worker):
    return checked_pdfs.printed_head(path, worker).head


def test_the_head_of_a_report_is_in_the_ledger_it_was_made_from(tmp_path, db, printed, worker):
    content, head = printed
    assert head_of(kept(tmp_path, content), worker) == head
    assert keeping.verify(db, head).sound


def test_a_page_of_another_file_before_it_does_no_harm(tmp_path, printed, worker):
    content, head = printed
    behind = remade(content, lambda pdf: pdf.add_blank_page() and pdf.pages.reverse())
    assert head_of(kept(tmp_path, behind), worker) == head


def test_a_packet_larger_than_what_is_kept_is_read(tmp_path, printed, worker):
    content, head = printed
    noise = random.Random(1).randbytes(26 * 1024 * 1024)  # noqa: S311 - no secret

    def attach(pdf):
        pdf.attachments["copy"] = pikepdf.AttachedFileSpec(pdf, noise)

    large = remade(content, attach)
    assert len(large) > MAX_BYTES
    assert head_of(kept(tmp_path, large), worker) == head


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
        head_of(kept(tmp_path, content), worker)


def test_a_pdf_of_somebody_else(tmp_path, worker):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "theirs.pdf")
    with pytest.raises(SroDeskError, match="has no footer with a ledger head"):
        head_of(tmp_path / "theirs.pdf", worker)


def test_a_pdf_behind_a_password(tmp_path, printed, worker):
    locked = pikepdf.Encryption(owner="owner", user="user")
    content = remade(printed[0], lambda _: None, encryption=locked)
    with pytest.raises(SroDeskError, match=r"protected by a password\. Paste the ledger head"):
        head_of(kept(tmp_path, content), worker)


def test_a_pdf_that_is_gone(tmp_path, worker):
    with pytest.raises(SroDeskError, match="no longer there"):
        head_of(tmp_path / "gone.pdf", worker)


@pytest.fixture
def given(db, district, officer, assign, actor):
    """A packet as it was given out, and its record."""
    assign(officer)
    asked = Asked(report=ReportName.PACKET, on=TODAY, district=district.id)
    made = making.make_alone(db, asked, made_on=TODAY)
    said = {"made_on": TODAY, "sent_to": "Jane Smith", "sent_on": TODAY}
    return made.content, given_out.record(db, made, actor=actor, **said)


def test_a_packet_is_known_by_its_bytes(tmp_path, db, given, worker):
    content, packet = given
    pdf = checked_pdfs.printed_head(kept(tmp_path, content), worker)
    assert pdf.sha256 == packet.copy
    told = checked_pdfs.verify(db, pdf).sentences
    assert told[0].startswith("All that this PDF was made from is still in the records")
    assert told[1] == (
        "It is, to the byte, the packet given out to Rosemount-Apple Valley-Eagan (Jane Smith) on "
        "11/24/2026."
    )
    assert keeping.OF_THE_RECORDS not in told
    assert checked_pdfs.verify_alone(db.path, kept(tmp_path, content)).sentences == told


def test_a_packet_that_was_changed_since_is_not(tmp_path, db, given, worker):
    changed = remade(given[0], lambda pdf: pdf.pages.append(pdf.pages[0]))
    pdf = checked_pdfs.printed_head(kept(tmp_path, changed), worker)
    verdict = checked_pdfs.verify(db, pdf)
    assert verdict.sound
    assert verdict.sentences[1] == keeping.OF_THE_RECORDS


def test_a_voided_packet_was_not_given_out(tmp_path, db, actor, given, worker):
    given_out.void(db, given[1].id, "Not sent after all", actor=actor)
    pdf = checked_pdfs.printed_head(kept(tmp_path, given[0]), worker)
    assert checked_pdfs.verify(db, pdf).sentences[1] == keeping.OF_THE_RECORDS


def test_a_file_of_the_first_format_is_read_and_stays_as_it_is(tmp_path):
    file = Path(shutil.copy(FILES / "0001.srodesk", tmp_path))
    before = file.read_bytes()
    pdf = checked_pdfs.PrintedHead(head=keeping.verify(file).head, sha256="0" * 64)
    assert checked_pdfs.verify(file, pdf).sentences[1] == keeping.OF_THE_RECORDS
    assert file.read_bytes() == before

"""Copies behind a packet and a binder: as received, never what may not be shown, never half."""

import io
import re
from datetime import date

import pikepdf
import pytest
from PIL import Image

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import CertificateDraft, OfficerDraft
from sro_desk.domain.errors import Cancelled
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.domain.scan import Scan
from sro_desk.intake.worker import Worker
from sro_desk.services import certificates, officers
from sro_desk.services.reports import making
from sro_desk.services.reports.made import Making
from tests.intake import foreign
from tests.pdf.conftest import opened, pages_of, validate  # noqa: F401 - fixtures
from tests.services.conftest import TODAY

LOCKED = foreign.pdf("1", encryption=pikepdf.Encryption(user="x", owner="y"))


def picture(kind="JPEG", mode="RGB", size=(600, 400), **said) -> bytes:
    made = io.BytesIO()
    image = Image.linear_gradient("L").resize(size).convert(mode)
    image.save(made, kind, **said)
    return made.getvalue()


def tiff() -> bytes:
    made = io.BytesIO()
    first, second = (Image.new("1", size, 1) for size in ((800, 1000), (1000, 800)))
    first.save(made, "TIFF", save_all=True, append_images=[second], dpi=(100, 100))
    return made.getvalue()


def acting_pdf() -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(300, 200))
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="canary")
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="canary.exe"),
        )
        pdf.pages[0].obj.Annots = pdf.make_indirect(pikepdf.Array([link]))
        pdf.pages[0].obj.AA = pikepdf.Dictionary(
            O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="canary")
        )
        pdf.attachments["canary.txt"] = b"canary"
        pdf.save(made)
    return made.getvalue()


@pytest.fixture
def give(db, actor, assign, course_of):
    """An officer of the district with a certificate whose copy is these bytes."""

    def give(name, content, media_type="application/pdf", **said):
        officer = officers.add(db, OfficerDraft(name=name, **said), actor=actor)
        assign(officer)
        draft = CertificateDraft(
            officer=officer.id,
            course=course_of(CourseKind.MANDATED).id,
            completed_on=date(2026, 8, 20),
            number=f"no {name}",
        )
        scan = Scan(content=content, original_name="canary.pdf", media_type=media_type, pages=1)
        certificates.add(db, draft, scan, actor=actor)
        return officer

    return give


@pytest.fixture
def made(db, district):
    def made(name=ReportName.PACKET):
        where = district.id if name is ReportName.PACKET else None
        asked = Asked(report=name, on=TODAY, district=where, copies=True)
        return making.make_alone(db, asked, made_on=TODAY)

    return made


@pytest.mark.parametrize("name", [ReportName.PACKET, ReportName.AUDIT])
def test_pictures_keep_the_whole_valid(give, made, validate, name):  # noqa: F811
    give("Ann A", picture(), "image/jpeg")
    give("Bob B", picture("JPEG", "CMYK"), "image/jpeg")
    give("Cat C", picture("PNG", "RGBA"), "image/png")
    give("Dan D", tiff(), "image/tiff")
    give("Eve E", picture("JPEG", "L", exif=_turned()), "image/jpeg")
    report = made(name)
    assert report.archival
    assert validate(report.content) == []
    text = " ".join(pages_of(report.content))
    for number, whose in enumerate(("Ann A", "Bob B", "Cat C", "Dan D", "Eve E"), start=1):
        assert f"Appendix {number}: {whose}" in text


def _turned() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


@pytest.mark.parametrize("name", [ReportName.PACKET, ReportName.AUDIT])
def test_a_pdf_is_kept_as_it_is_and_nothing_is_claimed(give, made, opened, name):  # noqa: F811
    give("Ann A", foreign.pdf("1", "2", "3"))
    report = made(name)
    assert not report.archival
    pdf = opened(report.content)
    assert b"pdfuaid:part>" not in pdf.Root.Metadata.read_bytes().replace(b"pdfuaid:part<", b"")
    pages = pages_of(report.content)
    divider = next(at for at, text in enumerate(pages) if "3 pages follow" in text)
    assert len(pages) == divider + 4
    assert f"Page {divider + 1} of {len(pages)}" in pages[divider]
    assert "may not meet PDF/UA" in " ".join(pages)
    assert "Private data" not in pages[divider + 1]


def test_the_binder_counts_the_copies_among_its_private_pages(give, made):
    give("Ann A", foreign.pdf("1", "2", "3"))
    pages = pages_of(made(ReportName.AUDIT).content)
    assert "So are the copies" in pages[0]
    assert "Appendices: the copies of certificates (1)" in pages[0]
    divider = next(at for at, text in enumerate(pages) if "3 pages follow" in text)
    assert f"to {divider + 4}." in pages[0]


def test_what_acts_does_not_come_along(give, made, opened):  # noqa: F811
    give("Ann A", acting_pdf())
    content = made().content
    pdf = opened(content)
    assert "/OpenAction" not in pdf.Root
    assert "/Names" not in pdf.Root
    assert not any("/AA" in page.obj for page in pdf.pages)
    every = b"".join(repr(each).encode() for each in pdf.objects)
    assert b"canary" not in every + content


@pytest.mark.parametrize(
    ("content", "media_type", "why"),
    [
        (
            foreign.pdf("1", encryption=pikepdf.Encryption(user="x", owner="y")),
            "application/pdf",
            "protected by a password",
        ),
        (b"%PDF-1.7\nnothing", "application/pdf", "damaged"),
        (picture()[:700], "image/jpeg", "damaged"),
    ],
    ids=["encrypted", "damaged", "cut short"],
)
def test_one_that_cannot_be_appended_says_why(give, made, validate, content, media_type, why):  # noqa: F811
    give("Ann A", content, media_type)
    give("Bob B", picture(), "image/jpeg")
    report = made()
    text = " ".join(pages_of(report.content))
    assert "The copy is not appended." in text
    assert why in text
    assert "Appendix 2: Bob B" in text
    assert validate(report.content) == []


@pytest.mark.parametrize("name", [ReportName.PACKET, ReportName.AUDIT])
def test_a_copy_that_shows_who_is_withheld_stays_out(give, made, name):
    shared = foreign.pdf("class of Ann", "and Canary")
    give("Ann A", shared)
    give("Hidden Canary", shared, withheld=True)
    text = " ".join(pages_of(made(name).content)).casefold()
    assert "redacted" in text
    assert "canary" not in text


def test_a_copy_of_a_class_is_appended_once(give, made):
    give("Ann A", foreign.pdf("1"))
    give("Bob B", foreign.pdf("1"))
    text = " ".join(pages_of(made().content))
    assert "Appendix 1: Ann A, Bob B" in text
    assert "Appendix 2" not in text


def test_the_same_twice(give, made):
    give("Ann A", foreign.pdf("1"))
    give("Bob B", picture("PNG", "RGBA"), "image/png")
    assert made().content == made().content


def test_without_copies_nothing_is_said_of_them(db, district, give):
    give("Ann A", foreign.pdf("1"))
    asked = Asked(report=ReportName.PACKET, on=TODAY, district=district.id)
    text = " ".join(pages_of(making.make_alone(db, asked, made_on=TODAY).content))
    assert "Appendi" not in text


def test_stop_in_the_middle(db, district, give):
    give("Ann A", foreign.pdf("1"))

    def stop(_done, _total):
        raise Cancelled

    asked = Asked(report=ReportName.PACKET, on=TODAY, district=district.id, copies=True)
    with Worker() as worker, pytest.raises(Cancelled):
        making.make(db, asked, Making(made_on=TODAY, worker=worker, report=stop))


def test_the_bookmarks_lead_to_the_dividers(give, made, opened):  # noqa: F811
    give("Ann A", foreign.pdf("1", "2"))
    give("Bob B", foreign.pdf("another", "4"))
    pdf = opened(made().content)
    with pdf.open_outline() as outline:
        (appendices,) = (item for item in outline.root if item.title.startswith("Appendices"))
        titles = [item.title for item in appendices.children]
    assert titles == ["Appendix 1: Ann A", "Appendix 2: Bob B"]


def test_a_bomb_is_not_unpacked(give, made):
    """A stream of zeros is handed on as it is: joining decodes no page's content."""
    give("Ann A", foreign.bomb())
    assert re.search("1 page follows", " ".join(pages_of(made().content)))

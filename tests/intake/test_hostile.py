"""Files made to do harm: a sentence each, nothing lost, and the next file works."""

import os
import random
import sys
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.worker import Limits, Worker
from tests.intake import foreign

TIGHT = Limits(memory=384 * 1024**2, cpu=2, wall=10.0)
MUTATIONS = int(os.environ.get("SRO_DESK_TRIALS", "300"))
KEPT = "It can still be kept, exactly as it is."


@pytest.fixture(scope="module")
def tight():
    with Worker(TIGHT) as worker:
        yield worker


def next_file_works(worker):
    assert worker.examine(foreign.pdf("next"), "next.pdf").pages == 1
    assert worker.render(foreign.pdf("next"), page=0, width=100).width == 100


def catalog(*pages: bytes) -> tuple[bytes, ...]:
    return (b"<< /Type /Catalog /Pages 2 0 R >>", *pages)


def forms_in_forms() -> bytes:
    """A page that draws a form 2,000 times, which draws one 2,000 times, and so on."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] "
    return foreign.raw_pdf(
        *catalog(b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /XObject << /F 5 0 R >> >> >>",
        foreign.stream(b"/F Do"),
        *(
            foreign.stream(
                b"/F Do " * 2_000, form + b"/Resources << /XObject << /F %d 0 R >> >>" % deeper
            )
            for deeper in (6, 7)
        ),
        foreign.stream(b"0 0 600 700 re f " * 200, form),
    )


def image_of_gigabytes() -> bytes:
    """A page with a picture of 40,000 x 35,000 pixels, a few KB in the file."""
    pixels = foreign.zlib.compress(foreign.deflated(bytes(1 << 24), 256), 9)
    return foreign.raw_pdf(
        *catalog(b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /XObject << /I 5 0 R >> >> >>",
        foreign.stream(b"600 0 0 700 0 0 cm /I Do"),
        foreign.stream(
            pixels,
            b"/Type /XObject /Subtype /Image /Width 40000 /Height 35000 /BitsPerComponent 8 "
            b"/ColorSpace /DeviceRGB /Filter [/FlateDecode /FlateDecode]",
        ),
    )


NOT_SHOWN = {
    "encrypted": (
        lambda: foreign.pdf("a", encryption=pikepdf.Encryption(owner="o", user="u")),
        "This PDF is protected by a password",
    ),
    "truncated": (lambda: foreign.pdf("a", "b")[:400], "This PDF is damaged or incomplete"),
    "nothing but its first line": (lambda: b"%PDF-1.7\n", "damaged or incomplete"),
    "content of 4 GB in 36 KB": (foreign.bomb, "broke the viewer"),
    "pages that hold themselves": (
        lambda: foreign.raw_pdf(*catalog(b"<< /Type /Pages /Count 1000000 /Kids [2 0 R] >>")),
        "page of the PDF is damaged or missing",
    ),
    "no pages": (
        lambda: foreign.raw_pdf(*catalog(b"<< /Type /Pages /Count 0 /Kids [] >>")),
        "damaged or incomplete|has no pages",
    ),
    "a count below nothing": (
        lambda: foreign.raw_pdf(*catalog(b"<< /Type /Pages /Count -5 /Kids [] >>")),
        "damaged or incomplete",
    ),
    "a nest of half a million": (
        lambda: foreign.raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R /X " + b"[" * 500_000 + b" >>",
            b"<< /Type /Pages /Count 0 /Kids [] >>",
        ),
        "damaged or incomplete|broke the viewer",
    ),
    "PNG of 2,500 million pixels in 65 bytes": (
        lambda: foreign.png_of(50_000, 50_000),
        "more than 100 million pixels",
    ),
    "PNG of no pixels": (lambda: foreign.png_of(0, 0), "damaged or incomplete"),
    "TIFF of 16 million million pixels": (
        lambda: foreign.tiff_of_claims(4_000_000, 4_000_000),
        "more than 100 million pixels",
    ),
    "PNG of 60 million pixels where memory is short": (
        lambda: foreign.png_of(10_000, 6_000, 6_000),
        "takes more memory|broke the viewer",
    ),
    "JPEG of noise": (lambda: b"\xff\xd8\xff" + bytes(range(256)) * 40, "damaged or incomplete"),
    "TIFF whose directory is elsewhere": (lambda: b"II*\0\xff\xff\xff\x7f", "damaged"),
}


@pytest.mark.parametrize(("make", "says"), NOT_SHOWN.values(), ids=NOT_SHOWN.keys())
def test_what_cannot_be_shown_is_said_and_kept(tight, tmp_path, make, says):
    path = tmp_path / "certificate"
    path.write_bytes(make())
    received = tight.receive(path)
    assert received.scan.pages is None
    assert received.scan.content == path.read_bytes()
    assert received.note.endswith(KEPT)
    assert any(each in received.note for each in says.split("|")), received.note
    with pytest.raises(SroDeskError) as refused:
        tight.render(path.read_bytes(), page=0, width=800)
    assert str(refused.value).endswith(KEPT)
    next_file_works(tight)


SHOWN = {
    "5,000 pages": (lambda: foreign.many_pages(5_000), 5_000),
    "a page of 1,389 miles": (
        lambda: foreign.one_page(foreign.stream(b""), box=b"[0 0 100000000 100000000]"),
        1,
    ),
    "a page as thin as a hair": (
        lambda: foreign.one_page(foreign.stream(b""), box=b"[0 0 0.001 100000000]"),
        1,
    ),
    "a page of nothing": (lambda: foreign.one_page(foreign.stream(b""), box=b"[0 0 0 0]"), 1),
    "a page inside out": (lambda: foreign.one_page(foreign.stream(b""), box=b"[9 9 -5 1e400]"), 1),
    "a million brackets": (lambda: foreign.one_page(foreign.stream(b"[" * 1_000_000)), 1),
    "a form that draws itself": (
        lambda: foreign.raw_pdf(
            *catalog(b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /XObject << /F 4 0 R >> >> >>",
            foreign.stream(b"/F Do", b"/Type /XObject /Subtype /Form /BBox [0 0 612 792]"),
        ),
        1,
    ),
    "a table of contents that is its own past": (
        lambda: _own_past(foreign.one_page(foreign.stream(b"q"))),
        1,
    ),
    "TIFF without an end": (foreign.tiff_without_end, 1),
}


def _own_past(content: bytes) -> bytes:
    return content.replace(b"/Root", b"/Prev %d /Root" % content.rindex(b"xref\n0"))


@pytest.mark.parametrize(("make", "pages"), SHOWN.values(), ids=SHOWN.keys())
def test_what_is_odd_is_shown_all_the_same(tight, make, pages):
    content = make()
    assert tight.examine(content, "odd").pages == pages
    before = tight.process_id
    for page in {0, pages - 1}:
        drawn = tight.render(content, page=page, width=800)
        assert drawn.width * drawn.height <= 24_100_000
    assert tight.process_id == before, "it did not even die"


@pytest.mark.parametrize(
    "make",
    [*(make for make, _ in (NOT_SHOWN | SHOWN).values()), forms_in_forms, image_of_gigabytes],
    ids=[*NOT_SHOWN, *SHOWN, "forms in forms", "a picture of gigabytes"],
)
def test_the_words_of_such_a_file_are_read_or_refused_in_a_sentence(tight, make):
    with suppress(SroDeskError):  # any other error fails
        assert len(tight.text(make(), page=0).words) <= 4_000
    assert [word.text for word in tight.text(foreign.pdf("next"), page=0).words] == ["next"]


def test_5_000_pages_are_doubted(tight):
    note = tight.examine(foreign.many_pages(5_000), "manual.pdf").note
    assert note == "This PDF has 5,000 pages. Check that it is the right file."


@pytest.mark.trial
def test_800_million_rectangles_in_28_kb(tight):
    assert tight.examine(forms_in_forms(), "a.pdf").note.endswith(KEPT)
    next_file_works(tight)


@pytest.mark.trial
def test_a_picture_of_gigabytes_inside_a_pdf(tight):
    content = image_of_gigabytes()
    assert tight.examine(content, "a.pdf").pages == 1
    with suppress(SroDeskError):  # shown or refused, as the memory goes
        tight.render(content, page=0, width=800)
    next_file_works(tight)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_memory_stays_within_the_limit():
    with Worker(TIGHT) as worker:
        worker.examine(foreign.pdf("a"), "a.pdf")
        worker.examine(foreign.pdf("b", "c"), "b.pdf")
        for content in (foreign.many_pages(5_000), foreign.png_of(5_000, 5_000, 5_000)):
            worker.examine(content, "big")
            worker.render(content, page=0, width=4_000)
            status = Path(f"/proc/{worker.process_id}/status").read_text()
            peak = next(line for line in status.splitlines() if line.startswith("VmPeak"))
            assert int(peak.split()[1]) * 1024 <= TIGHT.memory


ORIGINALS = {
    "PDF": lambda: foreign.pdf("First", "Second"),
    "packed PDF": lambda: foreign.pdf(
        "First",
        "Second",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=True,
    ),
    "JPEG": lambda: foreign.image(kind="JPEG", progressive=True),
    "PNG": foreign.image,
    "TIFF": lambda: foreign.tiff("RGB", "1", compression="tiff_lzw"),
    "fax": lambda: foreign.tiff("1", compression="group4"),
}


@pytest.mark.trial
@pytest.mark.parametrize("make", ORIGINALS.values(), ids=ORIGINALS.keys())
def test_mutations_of_a_file_never_get_further_than_a_sentence(tight, make):
    dice = random.Random(626_8482)  # noqa: S311 - the same files each time
    original = make()
    shown = 0
    for _ in range(MUTATIONS // len(ORIGINALS)):
        content = mutated(original, dice)
        with suppress(SroDeskError):  # any other error fails
            examined = tight.examine(content, "scan")
            shown += examined.pages is not None
            drawn = tight.render(content, page=0, width=300)
            assert len(drawn.rgb) == drawn.width * drawn.height * 3
            tight.text(content, page=0)
    next_file_works(tight)
    assert shown, "mutations so crude that nothing opens try nothing"


def mutated(original: bytes, dice: random.Random) -> bytes:
    """The file with some bytes changed, some taken out, some twice, or its end missing."""
    content = bytearray(original)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        at, length = dice.randrange(len(content)), dice.choice((1, 1, 2, 4, 16, 64))
        match dice.randrange(5):
            case 0:
                content[at : at + length] = dice.randbytes(length)
            case 1:
                del content[at : at + length]
            case 2:
                content[at:at] = content[at : at + length]
            case 3:
                content[at : at + 4] = dice.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"9999"))
            case _:
                content[at] ^= 1 << dice.randrange(8)
        if len(content) < 100:
            break
    if dice.random() < 0.1:
        del content[dice.randrange(len(content)) :]
    return bytes(content)

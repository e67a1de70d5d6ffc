"""The type comes from the content; what is not kept is refused with a sentence."""

import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.trouble import (
    Remark,
    Trouble,
    belied_by_name,
    remark_words,
    trouble_words,
)
from sro_desk.intake.types import MAX_BYTES, MediaType, media_type_of
from tests.intake import foreign

PDF, JPEG, PNG, TIFF = MediaType.PDF, MediaType.JPEG, MediaType.PNG, MediaType.TIFF


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (foreign.pdf("a"), PDF),
        (b"from: scanner\r\n\r\n" + foreign.pdf("a"), PDF),
        (b"\0" * 1019 + b"%PDF-1.4", PDF),
        (foreign.image(kind="JPEG"), JPEG),
        (foreign.image(kind="PNG"), PNG),
        (foreign.tiff("RGB"), TIFF),
        (foreign.deep_tiff(), TIFF),
        (b"II+\0\x08\0\0\0", TIFF),
        (b"MM\0+\0\x08\0\0", TIFF),
    ],
    ids=["PDF", "PDF after a mail", "PDF at the edge", "JPEG", "PNG", "TIFF", "TIFF of a Mac",
         "BigTIFF", "BigTIFF of a Mac"],
)  # fmt: skip
def test_the_type_by_content(content, media_type):
    assert media_type_of(content) is media_type


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty (0 bytes)"),
        (b"PK\x03\x04rest", "Word, Excel or ZIP"),
        (b"\xd0\xcf\x11\xe0rest", "older Word, Excel or Outlook"),
        (b"{\\rtf1 rest", "rich text"),
        (b"GIF89a", "GIF"),
        (b"BM rest", "BMP"),
        (b"SQLite format 3\0", "database"),
        (b"MZ\x90", "Windows program"),
        (b"\x7fELF", "a program"),
        (b"\0\0\0\x18ftypheic\0\0", "HEIC photo"),
        (b"\0\0\0\x18ftypavif\0\0", "HEIC photo"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"RIFF\0\0\0\0WAVEfmt ", "not known"),
        (b"  \n<!DOCTYPE html><p>", "web page"),
        (b"<HTML><p>", "web page"),
        (b"Certificate of completion", "not known"),
        (b"\0" * 1020 + b"%PDF-1.4", "not known"),
        (b"\xff\xd8", "not known"),
    ],
)
def test_each_refusal_is_a_sentence(content, says):
    with pytest.raises(SroDeskError) as refused:
        media_type_of(content)
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")
    assert content == b"" or "PDF, JPEG, PNG and TIFF" in str(refused.value)


def test_25_mb_are_kept_and_one_byte_more_is_not():
    most = b"%PDF-1.7".ljust(MAX_BYTES, b"\0")
    assert media_type_of(most) is PDF
    with pytest.raises(SroDeskError, match=r"has 25\.0 MB; at most 25 MB"):
        media_type_of(most + b"\0")


@pytest.mark.parametrize(
    ("name", "media_type", "says"),
    [
        ("scan.pdf", PDF, ""),
        ("scan.PDF", PDF, ""),
        ("scan.jpeg", JPEG, ""),
        ("scan.tif", TIFF, ""),
        ("scan", PDF, ""),
        ("scan.docx", PDF, ""),
        ("pdf", JPEG, "Although its name ends in .pdf, this file is a JPEG picture."),
        ("scan.pdf", JPEG, "Although its name ends in .pdf, this file is a JPEG picture."),
        ("scan.jpg", PDF, "Although its name ends in .jpg, this file is a PDF."),
        ("scan.pdf.PNG", TIFF, "Although its name ends in .png, this file is a TIFF picture."),
    ],
)
def test_a_name_that_the_content_belies(name, media_type, says):
    assert belied_by_name(name, media_type) == says


@pytest.mark.parametrize("media_type", MediaType)
def test_every_trouble_and_remark_has_its_sentences(media_type):
    for trouble in Trouble:
        words = trouble_words(trouble, media_type)
        assert words.endswith("It can still be kept, exactly as it is.")
        assert "{" not in words
    for remark in Remark:
        words = remark_words(remark, media_type, pages=5_000, size="1 x 1 pixels")
        assert words.endswith(".")
        assert "{" not in words

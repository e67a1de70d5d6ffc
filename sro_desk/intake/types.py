"""What a foreign file is, told from its content: file names prove nothing."""

from enum import StrEnum

from sro_desk.domain.errors import SroDeskError

MAX_BYTES = 25 * 1024 * 1024
LARGEST = 400 * 1024 * 1024  # of a file that is only looked at, such as a packet with its copies
_PDF_WITHIN = 1024  # readers accept rubbish before the header; scanners and mail gateways add it


class MediaType(StrEnum):
    """The types of file that are kept as copies."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    TIFF = "image/tiff"


_KEPT = (
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"II*\x00", MediaType.TIFF),
    (b"MM\x00*", MediaType.TIFF),
    (b"II+\x00", MediaType.TIFF),
    (b"MM\x00+", MediaType.TIFF),
)
_REFUSED = (
    (b"PK\x03\x04", "a Word, Excel or ZIP file", "Save or print it as a PDF first."),
    (b"\xd0\xcf\x11\xe0", "an older Word, Excel or Outlook file", "Save or print it as a PDF."),
    (b"{\\rtf", "a rich text document", "Save or print it as a PDF first."),
    (b"GIF8", "a GIF picture", "Save it as PNG or JPEG first."),
    (b"BM", "a BMP picture", "Save it as PNG or JPEG first."),
    (b"SQLite format 3\x00", "a database", "Choose the certificate itself."),
    (b"MZ", "a Windows program", "It was not opened."),
    (b"\x7fELF", "a program", "It was not opened."),
)
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")


def media_type_of(content: bytes, *, most: int = MAX_BYTES) -> MediaType:
    """Tell the type by content; raise `SroDeskError` with a sentence where it is not kept.

    `most` is the size in bytes up to which it is looked at.
    """
    if not content:
        raise SroDeskError("The file is empty (0 bytes). Scan or save it again.")
    if len(content) > most:
        raise SroDeskError(too_large(len(content)))
    for start, media_type in _KEPT:
        if content.startswith(start):
            return media_type
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return MediaType.PDF
    raise SroDeskError(_refusal(content))


def too_large(size: int) -> str:
    """The sentence for a file of `size` bytes, more than is kept."""
    return (
        f"The file has {size / 1024 / 1024:,.1f} MB; at most {MAX_BYTES // 1024 // 1024} MB can be "
        "kept. Scan it again in black and white or at 200 dpi."
    )


def _refusal(content: bytes) -> str:
    accepted = "Only PDF, JPEG, PNG and TIFF files can be kept."
    if content[4:8] == b"ftyp" and content[8:12] in _HEIF_BRANDS:
        return f"This is a HEIC photo, as phones make them. {accepted} Share it as JPEG or PDF."
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return f"This is a WebP picture. {accepted} Save it as PNG or JPEG first."
    for start, what, then in _REFUSED:
        if content.startswith(start):
            return f"This is {what}. {accepted} {then}"
    head = content[:512].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return f"This is a web page. {accepted} Print it as a PDF first."
    return f"The type of this file is not known. {accepted}"

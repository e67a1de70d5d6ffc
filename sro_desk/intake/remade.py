"""Inside the worker: some pages of a file as a file of their own, and several files as one PDF.

Pages of a PDF are taken over as they are, not drawn anew; a picture goes onto
a page of its own size.
"""

import io
from collections.abc import Iterable, Sequence

import pypdfium2 as pdfium
from PIL import Image, ImageOps, ImageSequence

from sro_desk.intake.image_pages import DAMAGED, FORMATS, dpi_of, refuse_too_many_pixels
from sro_desk.intake.shown import CannotShow
from sro_desk.intake.trouble import Trouble
from sro_desk.intake.types import MediaType

_SCAN_DPI = 200  # assumed where a picture does not say


def pages_of(content: bytes, media_type: MediaType, pages: Sequence[int]) -> bytes:
    """A PDF of these pages (from 0) of a PDF or a TIFF, in this order."""
    with _as_pdf(content, media_type) as source:
        if not pages or not all(0 <= page < len(source) for page in pages):
            raise CannotShow(Trouble.NO_SUCH_PAGE)
        made = pdfium.PdfDocument.new()
        made.import_pages(source, list(pages))
        return _saved(made)


def joined(parts: Iterable[tuple[bytes, MediaType]]) -> bytes:
    """One PDF of all pages of all parts, in this order."""
    made = pdfium.PdfDocument.new()
    for content, media_type in parts:
        with _as_pdf(content, media_type) as source:
            made.import_pages(source)
    if len(made) == 0:
        raise CannotShow(Trouble.NO_PAGES)
    return _saved(made)


def _as_pdf(content: bytes, media_type: MediaType) -> pdfium.PdfDocument:
    try:
        if media_type is not MediaType.PDF:
            content = _pdf_of_picture(content, media_type)
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = error.err_code == pdfium.raw.FPDF_ERR_PASSWORD
        raise CannotShow(Trouble.PASSWORD if locked else Trouble.DAMAGED) from None


def _pdf_of_picture(content: bytes, media_type: MediaType) -> bytes:
    """Each page of a picture upright on a page of its size."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS[media_type]) as image:
            frames = ImageSequence.Iterator(image) if media_type is MediaType.TIFF else [image]
            sides = [_side(frame) for frame in frames]
            made = io.BytesIO()
            sides[0].save(
                made,
                "PDF",
                save_all=True,
                append_images=sides[1:],
                resolution=dpi_of(image, otherwise=_SCAN_DPI),
            )
    except DAMAGED:
        raise CannotShow(Trouble.DAMAGED) from None
    return made.getvalue()


def _side(frame: Image.Image) -> Image.Image:
    refuse_too_many_pixels(frame)
    upright = ImageOps.exif_transpose(frame)
    kept = upright.mode in ("1", "L", "RGB")
    return upright.copy() if kept else upright.convert("RGB")


def _saved(made: pdfium.PdfDocument) -> bytes:
    content = io.BytesIO()
    made.save(content)
    made.close()
    return content.getvalue()

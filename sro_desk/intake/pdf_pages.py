"""Inside the worker: opens and draws PDFs with PDFium."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium

from sro_desk.intake.pdf_words import words_on
from sro_desk.intake.shown import MOST_PAGES, CannotShow, Drawn, Written, scale_for
from sro_desk.intake.trouble import Remark, Trouble

_MANY_PAGES = 25  # a certificate has one or two
_NEVER_ABOVE = 1 - 1e-9  # PDFium's sizes are rounded up: 1,000.0000001 must not become 1,001
_END_WITHIN = 2048  # bytes from the end in which "%%EOF" must stand
_PADDING = b"\0 \t\r\n"  # fax servers fill their last block up


class PdfPages:
    """An opened PDF; its JavaScript is never run (this PDFium has no engine for it)."""

    def __init__(self, content: bytes) -> None:
        try:
            self._document = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as error:
            locked = error.err_code == pdfium.raw.FPDF_ERR_PASSWORD
            raise CannotShow(Trouble.PASSWORD if locked else Trouble.DAMAGED) from None
        self.pages = len(self._document)
        if self.pages == 0:
            raise CannotShow(Trouble.NO_PAGES)
        if not 0 < self.pages <= MOST_PAGES:
            raise CannotShow(Trouble.DAMAGED)
        self._document.init_forms()  # so that what was typed into a form is seen
        self.remarks = tuple(self._remarks(content))
        self.size = ""
        with self._page(0):
            pass

    def draw(self, page: int, *, width: int, rotation: int) -> Drawn:
        """Draw one page; a page that is huge or very long comes out smaller than asked for."""
        with self._page(page) as opened:
            across, down = opened.get_size()
            turned = (down, across) if rotation in (90, 270) else (across, down)
            if min(turned) <= 0:
                raise CannotShow(Trouble.NO_SUCH_PAGE)
            scale = scale_for(*turned, wanted=width) * _NEVER_ABOVE
            bitmap = opened.render(scale=scale, rotation=rotation, rev_byteorder=True)
            try:
                return Drawn(
                    width=bitmap.width, height=bitmap.height, points=turned, rgb=_packed(bitmap)
                )
            finally:
                bitmap.close()

    def sizes(self) -> Iterator[tuple[float, float]]:
        """Width and height of each page in points, as it is shown."""
        for page in range(self.pages):
            across, down = self._document.get_page_size(page)
            if min(across, down) <= 0:
                raise CannotShow(Trouble.NO_SUCH_PAGE)
            yield across, down

    def words(self, page: int) -> Written:
        """Read the text of one page, and what was typed into the fields of a form."""
        with self._page(page) as opened:
            return words_on(opened)

    def close(self) -> None:
        """Free what PDFium holds."""
        self._document.close()

    @contextmanager
    def _page(self, number: int) -> Iterator[pdfium.PdfPage]:
        if not 0 <= number < self.pages:
            raise CannotShow(Trouble.NO_SUCH_PAGE)
        try:
            page = self._document[number]
        except pdfium.PdfiumError:
            raise CannotShow(Trouble.NO_SUCH_PAGE) from None
        try:
            yield page
        finally:
            page.close()

    def _remarks(self, content: bytes) -> Iterator[Remark]:
        if b"%%EOF" not in content.rstrip(_PADDING)[-_END_WITHIN:]:
            yield Remark.CUT_SHORT
        if self.pages > _MANY_PAGES:
            yield Remark.MANY_PAGES
        scripts = pdfium.raw.FPDFDoc_GetJavaScriptActionCount(self._document)
        if scripts > 0 or b"/JavaScript" in content:
            yield Remark.JAVASCRIPT


def _packed(bitmap: pdfium.PdfBitmap) -> bytes:
    """The rows without the bytes that PDFium adds to each."""
    row = bitmap.width * 3
    everything = memoryview(bitmap.buffer).cast("B")
    if bitmap.stride == row:
        return bytes(everything[: row * bitmap.height])
    return b"".join(
        everything[start : start + row]
        for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )

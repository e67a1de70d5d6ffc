"""Inside the worker: copies are held, and bound behind a report that was drawn elsewhere.

Pages of a PDF are taken over as they are, but for what acts by itself; a
picture becomes an image of the page that the report left for it.
"""

import io
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image, ImageOps, ImageSequence

from sro_desk.intake.image_pages import DAMAGED, FORMATS, dpi_of, refuse_too_many_pixels
from sro_desk.intake.shown import MOST_PAGES, CannotShow
from sro_desk.intake.trouble import Trouble
from sro_desk.intake.types import MediaType

_SCAN_DPI = 200  # assumed where a picture does not say
_ACTING = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/GoToR", "/GoToE"}
)
_HARMFUL_NOTES = frozenset({"/FileAttachment", "/Movie", "/Screen", "/RichMedia", "/Sound", "/3D"})


class Bindery:
    """Holds copies by their numbers until they are bound."""

    def __init__(self) -> None:
        self._pdfs: dict[int, pikepdf.Pdf] = {}
        self._pictures: dict[int, list[tuple[bytes, dict[str, Any]]]] = {}
        self._held = 0

    def hold(self, content: bytes, media_type: MediaType) -> dict[str, object]:
        """Keep a copy; answers its number, and its pages or the sizes of its pictures, in points.

        Raises `CannotShow` where it cannot be bound.
        """
        number = self._held
        if media_type is MediaType.PDF:
            pdf = _opened(content)
            self._pdfs[number] = pdf
            self._held += 1
            return {"number": number, "pages": len(pdf.pages), "sizes": []}
        frames = list(_frames(content, media_type))
        self._pictures[number] = [(data, facts) for data, facts, _ in frames]
        self._held += 1
        return {"number": number, "pages": len(frames), "sizes": [size for *_, size in frames]}

    def bind(
        self, register: bytes, inserts: Sequence[Sequence[int]], pictures: Sequence[Sequence[Any]]
    ) -> bytes:
        """The report with the pages of copies inserted and the pictures put into their places.

        `inserts` are (after page, number); `pictures` (page, name, number, frame); pages from 0.
        """
        made = io.BytesIO()
        with pikepdf.open(io.BytesIO(register)) as pdf:
            for page, name, number, frame in pictures:
                data, facts = self._pictures[number][frame]
                image = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, **facts)
                _resource(pdf.pages[page].obj)[f"/{name}"] = image
            _insert(pdf, [(after, self._pdfs[number]) for after, number in inserts])
            pdf.save(
                made,
                min_version="1.7",
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                compress_streams=False,  # what was packed stays so: a bomb is not unpacked
            )
        return made.getvalue()


def _insert(pdf: pikepdf.Pdf, inserts: Sequence[tuple[int, pikepdf.Pdf]]) -> None:
    """Put all pages of a file after a page, from 0, for each of `inserts`.

    They are put at the end and then brought into order, for each insertion in
    the middle would move all that follows.
    """
    order = {page: [page] for page in range(len(pdf.pages))}
    for after, source in inserts:
        first = len(pdf.pages)
        pdf.pages.extend(source.pages)
        order[after] += range(first, len(pdf.pages))
    every = [page.obj for page in pdf.pages]
    for page in every[len(order) :]:
        _tame(page)
    ordered = [every[at] for group in order.values() for at in group]
    for page in ordered:
        page.Parent = pdf.Root.Pages
    pdf.Root.Pages.Kids = pikepdf.Array(ordered)
    pdf.Root.Pages.Count = len(ordered)


def _opened(content: bytes) -> pikepdf.Pdf:
    try:
        pdf = pikepdf.open(io.BytesIO(content))
        count = len(pdf.pages)
    except pikepdf.PasswordError:
        raise CannotShow(Trouble.PASSWORD) from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError):
        raise CannotShow(Trouble.DAMAGED) from None
    if not 0 < count <= MOST_PAGES:
        raise CannotShow(Trouble.NO_PAGES)
    return pdf


def _resource(page: Any) -> Any:
    if "/Resources" not in page:
        page.Resources = Dictionary()
    if "/XObject" not in page.Resources:
        page.Resources.XObject = Dictionary()
    return page.Resources.XObject


def _tame(page: Any) -> None:
    """Take off what would act, and what ties the page to a document that is not here."""
    for key in ("/AA", "/StructParents", "/Metadata", "/PieceInfo", "/B"):
        if key in page:
            del page[key]
    if "/Annots" not in page:
        return
    kept = [note for note in page.Annots if str(note.get("/Subtype")) not in _HARMFUL_NOTES]
    for note in kept:
        for key in ("/AA", "/StructParent"):
            if key in note:
                del note[key]
        if "/A" in note and str(note.A.get("/S")) in _ACTING:
            del note["/A"]
    page.Annots = pikepdf.Array(kept)


def _frames(
    content: bytes, media_type: MediaType
) -> Iterator[tuple[bytes, dict[str, Any], list[float]]]:
    """Each page of a picture: data and facts of a PDF image, and its size in points."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS[media_type]) as image:
            several = media_type is MediaType.TIFF
            for frame in ImageSequence.Iterator(image) if several else [image]:
                refuse_too_many_pixels(frame)
                points = 72 / dpi_of(image, otherwise=_SCAN_DPI)
                turned = frame.getexif().get(0x0112, 1) != 1
                if media_type is MediaType.JPEG and frame.mode in ("L", "RGB") and not turned:
                    frame.load()  # what cannot be decoded is not handed on
                    size = [frame.width * points, frame.height * points]
                    yield content, _facts(frame, Name.DCTDecode), size
                    continue
                upright = _plain(ImageOps.exif_transpose(frame))
                data = zlib.compress(upright.tobytes(), 6)
                size = [upright.width * points, upright.height * points]
                yield data, _facts(upright, Name.FlateDecode), size
    except DAMAGED:
        raise CannotShow(Trouble.DAMAGED) from None


def _plain(frame: Image.Image) -> Image.Image:
    """As black and white, grey or RGB, on white paper."""
    if frame.mode in ("1", "L", "RGB"):
        return frame
    if frame.mode.startswith("I") or frame.mode == "F":
        return ImageOps.autocontrast(frame.convert("L"))
    if frame.has_transparency_data:
        paper = Image.new("RGBA", frame.size, "white")
        paper.alpha_composite(frame.convert("RGBA"))
        return paper.convert("RGB")
    return frame.convert("RGB")


def _facts(frame: Image.Image, encoded: Any) -> dict[str, Any]:
    colours = Name.DeviceRGB if frame.mode == "RGB" else Name.DeviceGray
    return {
        "Width": frame.width,
        "Height": frame.height,
        "ColorSpace": colours,
        "BitsPerComponent": 1 if frame.mode == "1" else 8,
        "Filter": encoded,
    }

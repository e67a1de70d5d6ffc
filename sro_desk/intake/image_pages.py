"""Inside the worker: opens and draws JPEG, PNG and TIFF pictures with Pillow."""

import io
from collections.abc import Iterator

from PIL import ExifTags, Image, ImageFile, ImageOps

from sro_desk.intake.shown import MAX_PIXELS, CannotShow, Drawn, Written, scale_for
from sro_desk.intake.trouble import Remark, Trouble
from sro_desk.intake.types import MediaType

FORMATS = {
    MediaType.JPEG: ("JPEG",),
    MediaType.PNG: ("PNG",),
    MediaType.TIFF: ("TIFF",),
}
_TURNS = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns the other way
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
_LYING = (5, 6, 7, 8)  # orientations of a photo that is stored on its side
_MANY_PAGES = 25
_TINY = 120  # pixels; no line of text is legible below
_PLAUSIBLE_DPI = range(50, 1201)
_SCREEN_DPI = 96
DAMAGED = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError)

Image.MAX_IMAGE_PIXELS = None  # `refuse_too_many_pixels` looks at every page before it is decoded


class ImagePages:
    """An opened picture; a TIFF may have several pages."""

    def __init__(self, content: bytes, media_type: MediaType) -> None:
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            self._image = Image.open(io.BytesIO(content), formats=FORMATS[media_type])
            refuse_too_many_pixels(self._image)
            several = media_type is MediaType.TIFF
            self.pages = int(getattr(self._image, "n_frames", 1)) if several else 1
            self._whole, cut_short = self._decoded(0)
        except DAMAGED:
            raise CannotShow(Trouble.DAMAGED) from None
        self._at = 0
        self.size = f"{self._whole.width} x {self._whole.height} pixels"
        remarks = [Remark.CUT_SHORT] if cut_short else []
        if self.pages > _MANY_PAGES:
            remarks.append(Remark.MANY_PAGES)
        if min(self._whole.size) < _TINY:
            remarks.append(Remark.TINY)
        self.remarks = tuple(remarks)

    def draw(self, page: int, *, width: int, rotation: int) -> Drawn:
        """Draw one page, never larger than it is: enlarging adds nothing."""
        if not 0 <= page < self.pages:
            raise CannotShow(Trouble.NO_SUCH_PAGE)
        if page != self._at:
            try:
                self._whole, _ = self._decoded(page)
            except DAMAGED:
                raise CannotShow(Trouble.NO_SUCH_PAGE) from None
            self._at = page
        return _drawn(self._whole, width=width, rotation=rotation)

    def sizes(self) -> Iterator[tuple[float, float]]:
        """Width and height of each page in points: its head tells, and is not always right."""
        for page in range(self.pages):
            if self.pages > 1:
                self._image.seek(page)
            across, down = self._image.size
            if self._image.getexif().get(ExifTags.Base.Orientation) in _LYING:
                across, down = down, across
            points = 72 / dpi_of(self._image, otherwise=_SCREEN_DPI)
            yield across * points, down * points

    def words(self, page: int) -> Written:  # noqa: ARG002 - no page of a picture has any
        """A picture holds no text."""
        return Written(words=[], points=(1.0, 1.0), recognised=False)

    def close(self) -> None:
        """Free the pixels."""
        self._image.close()
        self._whole.close()

    def _decoded(self, page: int) -> tuple[Image.Image, bool]:
        """The page as upright RGB, and whether its end was missing."""
        if self.pages > 1:
            self._image.seek(page)
        refuse_too_many_pixels(self._image)
        try:
            self._image.load()
            cut_short = False
        except OSError as error:
            if "truncated" not in str(error):
                raise
            ImageFile.LOAD_TRUNCATED_IMAGES = True
            self._image.load()
            ImageFile.LOAD_TRUNCATED_IMAGES = False
            cut_short = True
        dpi = self._image.info.get("dpi")
        upright = _as_rgb(ImageOps.exif_transpose(self._image))
        upright.info = {"dpi": dpi}
        return upright, cut_short


def refuse_too_many_pixels(image: Image.Image) -> None:
    """Raise `CannotShow` for a page too large to be decoded."""
    if image.width * image.height > MAX_PIXELS:
        raise CannotShow(Trouble.TOO_MANY_PIXELS)


def _as_rgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        whole = image.convert("I")  # whichever byte comes first
        return whole.point(lambda value: value / 256, "L").convert("RGB")
    if image.mode in ("I", "F"):
        return ImageOps.autocontrast(image.convert("L")).convert("RGB")
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        return paper.convert("RGB")
    return image.convert("RGB")


def _drawn(whole: Image.Image, *, width: int, rotation: int) -> Drawn:
    across, down = whole.size
    if rotation in _TURNS:
        across, down = (down, across) if rotation != 180 else (across, down)
    scale = min(1.0, scale_for(across, down, wanted=width))
    size = (max(1, round(across * scale)), max(1, round(down * scale)))
    unturned = size if rotation in (0, 180) else (size[1], size[0])
    image = whole
    if unturned != whole.size:
        image = whole.resize(unturned, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if rotation in _TURNS:
        image = image.transpose(_TURNS[rotation])
    points = 72 / dpi_of(whole, otherwise=_SCREEN_DPI)
    return Drawn(
        width=image.width,
        height=image.height,
        points=(across * points, down * points),
        rgb=image.tobytes(),
    )


def dpi_of(image: Image.Image, *, otherwise: float) -> float:
    """The dots per inch that the file claims, or `otherwise` where it says nothing plausible."""
    dpi = image.info.get("dpi")
    if isinstance(dpi, tuple) and dpi and round(float(dpi[0])) in _PLAUSIBLE_DPI:
        return float(dpi[0])
    return otherwise

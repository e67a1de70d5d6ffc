"""The sample's paper as a scanner or a telephone sees it: crooked, grey, with a shadow.

The same pages give the same bytes: what looks like chance comes from a hash.
"""

import hashlib
import time
from enum import StrEnum
from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

_DOTS = 100  # an inch
_FAX_DOTS = 150


class Medium(StrEnum):
    """How a certificate came in."""

    PDF = "PDF"  # as the provider mailed it
    PHOTO = "PHOTO"  # JPEG, on a desk
    SCAN = "SCAN"  # JPEG, colour scanner
    GREY_SCAN = "GREY_SCAN"  # PNG
    FAX = "FAX"  # TIFF, black and white, all pages
    SCANNED_PDF = "SCANNED_PDF"  # what an office copier mails: pictures in a PDF


ENDINGS = {
    Medium.PDF: ".pdf",
    Medium.PHOTO: ".jpg",
    Medium.SCAN: ".jpg",
    Medium.GREY_SCAN: ".png",
    Medium.FAX: ".tif",
    Medium.SCANNED_PDF: ".pdf",
}
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".tif": "image/tiff",
}


def as_received(pdf: bytes, medium: Medium) -> bytes:
    """The pages of `pdf` as they came in; a picture of JPEG or PNG shows the first alone."""
    if medium is Medium.PDF:
        return pdf
    pages = _pages(pdf, _FAX_DOTS if medium is Medium.FAX else _DOTS)
    seed = hashlib.sha256(pdf + medium.encode()).digest()
    if medium is Medium.PHOTO:
        return _saved([_photo(pages[0], seed)], "JPEG", quality=62)
    if medium is Medium.SCAN:
        return _saved([_scan(pages[0], seed)], "JPEG", quality=60)
    if medium is Medium.GREY_SCAN:
        return _saved([_grey(pages[0], seed)], "PNG")
    if medium is Medium.FAX:
        return _saved([_fax(each, seed) for each in pages], "TIFF", compression="group4")
    scans = [_scan(each, seed) for each in pages]
    return _in_pdf(scans)


def _pages(pdf: bytes, dots: int) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dots / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def _photo(page: Image.Image, seed: bytes) -> Image.Image:
    """A sheet on a dark desk, lit from one side."""
    wide, high = page.width + 90, page.height + 90
    desk = Image.new("RGB", (wide, high), (92, 74, 58))
    sheet = Image.new("L", page.size, 255).rotate(_lean(seed) * 1.6, expand=True, fillcolor=0)
    turned = page.rotate(_lean(seed) * 1.6, Image.Resampling.BILINEAR, expand=True)
    place = ((wide - sheet.width) // 2, (high - sheet.height) // 2)
    shadow = Image.new("L", (wide, high), 0)
    shadow.paste(150, (place[0] + 7, place[1] + 9), sheet)
    shadow = shadow.filter(ImageFilter.GaussianBlur(8))
    desk.paste((20, 14, 10), (0, 0), shadow)
    desk.paste(turned, place, sheet)
    light = _lit_from_a_corner(wide, high)
    warm = Image.merge("RGB", (light, light.point(_shade(0.975)), light.point(_shade(0.92))))
    return _grained(ImageChops.multiply(desk, warm), seed, 5).filter(ImageFilter.GaussianBlur(0.5))


def _lit_from_a_corner(wide: int, high: int) -> Image.Image:
    down = Image.linear_gradient("L").resize((wide, high))
    across = Image.linear_gradient("L").rotate(90).resize((wide, high))
    return Image.blend(down, across, 0.4).point([255 - round(each * 0.22) for each in range(256)])


def _scan(page: Image.Image, seed: bytes) -> Image.Image:
    """A sheet laid crooked on the glass, a shadow along its edge."""
    paper = ImageChops.multiply(page, Image.new("RGB", page.size, (250, 247, 238)))
    turned = paper.rotate(_lean(seed), Image.Resampling.BILINEAR, fillcolor=(222, 221, 217))
    edge = Image.linear_gradient("L").rotate(90).resize(page.size)
    shade = edge.point([255 - max(0, each - 243) * 5 for each in range(256)])
    shaded = ImageChops.multiply(turned, Image.merge("RGB", (shade, shade, shade)))
    return _grained(shaded, seed, 4)


def _grey(page: Image.Image, seed: bytes) -> Image.Image:
    """Sixteen greys, as a copier set to save space makes them."""
    grey = page.convert("L").rotate(_lean(seed), Image.Resampling.BILINEAR, fillcolor=240)
    blurred = grey.filter(ImageFilter.GaussianBlur(0.4))
    return blurred.point([min(255, 22 + round(each / 17) * 16) for each in range(256)])


def _fax(page: Image.Image, seed: bytes) -> Image.Image:
    """Black and white, a few specks."""
    grey = page.convert("L").rotate(_lean(seed) * 0.7, Image.Resampling.BILINEAR, fillcolor=255)
    specks = _noise(page.size, seed).point([0 if each == 7 else 255 for each in range(256)])
    few = ImageChops.lighter(specks, _noise(page.size, seed[::-1]).point(_mostly_white))
    return ImageChops.darker(grey, few).point(_black_or_white).convert("1")


def _grained(image: Image.Image, seed: bytes, strength: int) -> Image.Image:
    noise = _noise(image.size, seed).filter(ImageFilter.GaussianBlur(0.7))
    grain = noise.point([round((each - 128) * strength / 64) + 128 for each in range(256)])
    return ImageChops.add(image, Image.merge("RGB", (grain, grain, grain)), offset=-128)


def _noise(size: tuple[int, int], seed: bytes) -> Image.Image:
    return Image.frombytes("L", size, hashlib.shake_128(seed).digest(size[0] * size[1]))


def _lean(seed: bytes) -> float:
    """Degrees, never so few that it looks straight."""
    return (0.5 + seed[0] / 255 * 0.9) * (1 if seed[1] % 2 else -1)


def _shade(part: float) -> list[int]:
    return [round(each * part) for each in range(256)]


def _mostly_white(value: int) -> int:
    return 0 if value < 24 else 255


def _black_or_white(value: int) -> int:
    return 0 if value < 205 else 255


def _saved(images: list[Image.Image], kind: str, **how: Any) -> bytes:
    saved = BytesIO()
    more: dict[str, Any] = {"save_all": True, "append_images": images[1:]} if images[1:] else {}
    dots = _FAX_DOTS if kind == "TIFF" else _DOTS
    images[0].save(saved, kind, dpi=(dots, dots), resolution=dots, **how, **more)
    return saved.getvalue()


def _in_pdf(images: list[Image.Image]) -> bytes:
    begun = time.gmtime(0)  # else Pillow writes the time of day, and no two would be equal
    pictures = [each.convert("L") for each in images]
    return _saved(pictures, "PDF", quality=55, creationDate=begun, modDate=begun)

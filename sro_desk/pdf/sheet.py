"""Pages being drawn with reportlab: each stroke is marked content of an element, or an artifact."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from sro_desk.domain.codes import Light
from sro_desk.pdf import fonts, lights
from sro_desk.pdf.fonts import Style
from sro_desk.pdf.look import Ink
from sro_desk.pdf.structure import Bookmark, Element, Link, Mark

Size = tuple[float, float]  # width and height in points
LANDSCAPE: Size = (792.0, 612.0)  # Letter
PORTRAIT: Size = (612.0, 792.0)


@dataclass(frozen=True, slots=True)
class Promise:
    """A place for a line of text that is known only when all pages are drawn."""

    page: int
    mark: int
    kind: str
    x: float
    y: float
    style: Style
    align: float


class Sheet:
    """A canvas that remembers what its content is.

    Text and shapes are drawn inside `with sheet.tagged(element)` or `with
    sheet.artifact()`; neither may hold the other.
    """

    def __init__(self, size: Size) -> None:
        fonts.register()
        self.width, self.height = size
        self.root = Element("Document")
        self.outline: list[Bookmark] = []
        self.private_pages: set[int] = set()  # from 0; their furniture says so
        self.inserted: dict[int, int] = {}  # after this page, from 0, come so many of other files
        self._bytes = BytesIO()
        self._canvas: Any = Canvas(
            self._bytes,
            pagesize=size,
            invariant=1,
            pageCompression=0,  # compressed once, when the file is finished
            initialFontName=fonts.REGULAR,
        )
        self._finished_pages: list[dict[str, Any]] = []
        self._marks = 0
        self._at = 0  # the page that `finish` is at
        self._kept: defaultdict[int, list[tuple[Promise, str]]] = defaultdict(list)  # by page

    @property
    def page(self) -> int:
        """The page being drawn, from 0."""
        return len(self._finished_pages)

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile is content of `element`."""
        element.kids.append(Mark(self.page, self._marks))
        self._canvas._code.append(f"/{element.kind} <</MCID {self._marks}>> BDC")
        self._marks += 1
        yield
        self._canvas._code.append("EMC")

    def promise(
        self, element: Element, x: float, y: float, style: Style, *, align: float = 0
    ) -> Promise:
        """Leave room for a line of text, content of `element`; `keep` draws it."""
        element.kids.append(Mark(self.page, self._marks))
        self._marks += 1
        return Promise(self.page, self._marks - 1, element.kind, x, y, style, align)

    def keep(self, promise: Promise, text: str) -> None:
        """Draw the promised text, however many pages later."""
        self._kept[promise.page].append((promise, text))

    def link(self, element: Element, x: float, y: float, width: float, height: float) -> Link:
        """Let a rectangle be clicked, as part of `element`; `lead` says where it goes."""
        link = Link(self.page, (x, y, x + width, y + height))
        element.kids.append(link)
        return link

    def lead(self, link: Link, to: Bookmark) -> None:
        """Let the link go to a heading that is drawn by now."""
        link.to = to
        link.words = f"{to.heading}, page {self.number_of(to.page)}"

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn meanwhile is decoration or page furniture, left out when read aloud."""
        self._canvas._code.append(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._canvas._code.append("EMC")

    def lines(
        self, x: float, y: float, lines: Sequence[str], style: Style, *, align: float = 0
    ) -> None:
        """Draw lines of text downwards, the first on the baseline `y`.

        `align` 0 starts them at `x`, 0.5 centres them on it, 1 ends them there.
        """
        text = self._canvas.beginText(x, y)
        text.setFont(style.font, style.size, style.leading)
        text.setFillColorRGB(*style.ink)
        for line in lines:
            if align:
                text.setXPos(x - align * fonts.width(line.rstrip(" "), style) - text.getX())
            text.textLine(line)
        self._canvas.drawText(text)

    def text(self, x: float, y: float, text: str, style: Style, *, align: float = 0) -> None:
        """Draw one line, aligned as `lines` are."""
        self.lines(x, y, (text,), style, align=align)

    def rule(self, x: float, y: float, length: float, ink: Ink, thickness: float = 0.5) -> None:
        """Draw a horizontal line from `x`."""
        self.line(x, y, x + length, y, ink, thickness)

    def line(
        self, x: float, y: float, to_x: float, to_y: float, ink: Ink, thickness: float = 0.5
    ) -> None:
        """Draw a straight line."""
        self._canvas.setStrokeColorRGB(*ink)
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x, y, to_x, to_y)

    def box(
        self, x: float, y: float, width: float, height: float, ink: Ink, *, radius: float = 0
    ) -> None:
        """Fill a rectangle whose lower left corner is at `x`, `y`."""
        self._canvas.setFillColorRGB(*ink)
        self._canvas.roundRect(x, y, width, height, radius, stroke=0, fill=1)

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        ink: Ink,
        thickness: float = 0.7,
        *,
        radius: float = 0,
        dashed: bool = False,
    ) -> None:
        """Draw the edge of a rectangle, inside it."""
        half = thickness / 2
        self._canvas.setStrokeColorRGB(*ink)
        self._canvas.setLineWidth(thickness)
        if dashed:
            self._canvas.setDash(2, 1.5)
        inner = (x + half, y + half, width - thickness, height - thickness)
        self._canvas.roundRect(*inner, radius, stroke=1, fill=0)
        if dashed:
            self._canvas.setDash()

    def disc(self, x: float, y: float, radius: float, ink: Ink) -> None:
        """Fill a circle."""
        self._canvas.setFillColorRGB(*ink)
        self._canvas.circle(x, y, radius, stroke=0, fill=1)

    def light(self, x: float, y: float, size: float, light: Light) -> None:
        """Draw the icon of a light; its lower left corner is at `x`, `y`."""
        lights.draw(self._canvas, light, x, y, size)

    def picture(self, x: float, y: float, width: float, height: float, name: str) -> None:
        """Draw a picture that is put into the finished file later, as the XObject `name`."""
        box = f"{width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm"
        self._canvas._code.append(f"q {box} /{name} Do Q")

    def slanted(self, text: str, style: Style, degrees: float) -> None:
        """Draw one line across the middle of the page."""
        self._canvas.saveState()
        self._canvas.translate(self.width / 2, self.height / 2)
        self._canvas.rotate(degrees)
        self.text(0, -style.size / 3, text, style, align=0.5)
        self._canvas.restoreState()

    def remember(self, heading: str, top: float, level: int = 0) -> None:
        """Put a heading of the page being drawn into the outline, 0 being its top level."""
        self.outline.append(Bookmark(heading, self.page, top, level))

    def next_page(self, size: Size | None = None) -> None:
        """Go on with an empty page; this one can still be given its furniture by `finish`."""
        self._finished_pages.append(dict(self._canvas.__dict__))
        if size is not None:
            self.width, self.height = size
            self._canvas.setPageSize(size)
        self._canvas._startPage()
        self._marks = 0

    def number_of(self, page: int) -> int:
        """The number, from 1, of a page of this sheet, those inserted before it counted."""
        return page + 1 + sum(count for after, count in self.inserted.items() if after < page)

    def finish(self, furnish: Callable[[int, int], None]) -> bytes:
        """Let `furnish(page, pages)` complete each page; answer reportlab's file.

        Both numbers are from 1 and count the pages that are to be inserted.
        """
        self.next_page()
        pages = self._finished_pages
        total = len(pages) + sum(self.inserted.values())
        for at, page in enumerate(pages):
            self._canvas.__dict__.update(page)
            self.width, self.height = page["_pagesize"]
            self._at = at
            for promise, text in self._kept[at]:
                self._draw_kept(promise, text)
            furnish(self.number_of(at), total)
            self._canvas.showPage()
        self._canvas.save()
        return self._bytes.getvalue()

    @property
    def furnished_is_private(self) -> bool:
        """Whether the page that `finish` is at holds private data."""
        return self._at in self.private_pages

    def _draw_kept(self, promise: Promise, text: str) -> None:
        self._canvas._code.append(f"/{promise.kind} <</MCID {promise.mark}>> BDC")
        self.text(promise.x, promise.y, text, promise.style, align=promise.align)
        self._canvas._code.append("EMC")

"""Pages being drawn with reportlab: each stroke is marked content of an element, or an artifact."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from sro_desk.domain.codes import Light
from sro_desk.pdf import fonts, lights
from sro_desk.pdf.fonts import Style
from sro_desk.pdf.look import Ink
from sro_desk.pdf.structure import Element, Mark

LANDSCAPE = (792.0, 612.0)  # Letter, in points


class Sheet:
    """A canvas that remembers what its content is.

    Text and shapes are drawn inside `with sheet.tagged(element)` or `with
    sheet.artifact()`; neither may hold the other.
    """

    def __init__(self, size: tuple[float, float]) -> None:
        fonts.register()
        self.width, self.height = size
        self.root = Element("Document")
        self.outline: list[tuple[str, int, float]] = []  # heading, page, top
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

    def disc(self, x: float, y: float, radius: float, ink: Ink) -> None:
        """Fill a circle."""
        self._canvas.setFillColorRGB(*ink)
        self._canvas.circle(x, y, radius, stroke=0, fill=1)

    def light(self, x: float, y: float, size: float, light: Light) -> None:
        """Draw the icon of a light; its lower left corner is at `x`, `y`."""
        lights.draw(self._canvas, light, x, y, size)

    def slanted(self, text: str, style: Style, degrees: float) -> None:
        """Draw one line across the middle of the page."""
        self._canvas.saveState()
        self._canvas.translate(self.width / 2, self.height / 2)
        self._canvas.rotate(degrees)
        self.text(0, -style.size / 3, text, style, align=0.5)
        self._canvas.restoreState()

    def remember(self, heading: str, top: float) -> None:
        """Put a heading of the page being drawn into the outline."""
        self.outline.append((heading, self.page, top))

    def next_page(self) -> None:
        """Go on with an empty page; this one can still be given its furniture by `finish`."""
        self._finished_pages.append(dict(self._canvas.__dict__))
        self._canvas._startPage()
        self._marks = 0

    def finish(self, furnish: Callable[[int, int], None]) -> bytes:
        """Let `furnish(page, pages)`, from 1, complete each page; answer reportlab's file."""
        self.next_page()
        pages = self._finished_pages
        for number, page in enumerate(pages, start=1):
            self._canvas.__dict__.update(page)
            furnish(number, len(pages))
            self._canvas.showPage()
        self._canvas.save()
        return self._bytes.getvalue()

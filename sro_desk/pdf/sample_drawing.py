"""What the papers of the sample agency are drawn with: borders, seals, signatures, the mark."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import pairwise
from math import cos, pi, sin
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from sro_desk.pdf import fonts
from sro_desk.pdf.fonts import BOLD, REGULAR, Style
from sro_desk.pdf.look import Ink, ink

INK = ink("#22262C")
FADED = ink("#5B6470")
GOLD = ink("#B58A2C")
PEN = ink("#1D3A8A")
_MARK = ink("#8C1D18")
_WATERMARK = ink("#ECE7DE")
_NO_CERTIFICATE = "SAMPLE - made up to show the program; not a real document"
_Point = tuple[float, float]


class Paper:
    """Pages drawn one after the other; every one says that it is a sample."""

    def __init__(self, size: tuple[float, float], title: str) -> None:
        fonts.register()
        self.width, self.height = size
        self._bytes = BytesIO()
        self.canvas: Any = Canvas(
            self._bytes, pagesize=size, invariant=1, initialFontName=fonts.REGULAR
        )
        self.canvas.setTitle(f"{title} (sample)")
        self.canvas.setAuthor("")
        self.canvas.setSubject(_NO_CERTIFICATE)

    @contextmanager
    def page(self, tint: Ink, *, mark_at: float = 14) -> Iterator[None]:
        """One page; `mark_at` is the baseline of the line that says it is a sample."""
        self.fill(tint, 0, 0, self.width, self.height)
        self._watermark()
        yield
        style = Style(BOLD, 8, 10, _MARK)
        self.text(self.width / 2, mark_at, _NO_CERTIFICATE, style, align=0.5)
        self.canvas.showPage()

    def finish(self) -> bytes:
        """The PDF."""
        self.canvas.save()
        return self._bytes.getvalue()

    def text(
        self,
        x: float,
        y: float,
        text: str,
        style: Style,
        *,
        align: float = 0,
        spaced: float = 0,
        room: float = 0,
    ) -> None:
        """One line; wider than `room`, it is set smaller. `align` 0.5 centres it on `x`."""
        shown = fonts.drawable(text)
        wide = fonts.width(shown, style) + spaced * len(shown)
        if room and wide > room:
            size = style.size * room / wide
            style, wide = Style(style.font, size, style.leading, style.ink), room
        line = self.canvas.beginText(x - align * wide, y)
        line.setFont(style.font, style.size)
        line.setFillColorRGB(*style.ink)
        line.setCharSpace(spaced)
        line.textOut(shown)
        self.canvas.drawText(line)

    def lines(
        self, x: float, y: float, texts: Sequence[str], style: Style, *, align: float = 0
    ) -> float:
        """Lines downwards from the baseline `y`; the baseline below the last."""
        for text in texts:
            self.text(x, y, text, style, align=align)
            y -= style.leading
        return y

    def fill(self, colour: Ink, x: float, y: float, wide: float, high: float) -> None:
        """A filled box."""
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x, y, wide, high, stroke=0, fill=1)

    def frame(self, colour: Ink, inset: float, weight: float) -> None:
        """A frame at a distance from the edge."""
        self._stroke(colour, weight)
        wide, high = self.width - 2 * inset, self.height - 2 * inset
        self.canvas.rect(inset, inset, wide, high)

    def rule(self, colour: Ink, x: float, y: float, to: float, weight: float = 0.8) -> None:
        """A horizontal line."""
        self._stroke(colour, weight)
        self.canvas.line(x, y, to, y)

    def braid(self, colour: Ink, inset: float, deep: float) -> None:
        """Two waves that cross, all around, as engraved borders have them."""
        self._stroke(colour, 0.6)
        for aside in (1, -1):
            for start, end in self._sides(inset):
                self._wave(start, end, deep, aside)

    def seal(self, x: float, y: float, size: float, colour: Ink, words: Sequence[str]) -> None:
        """A rosette with two ribbons and a few words."""
        self._ribbons(x, y, size, colour)
        self._rosette(x, y, size, colour)
        style = Style(BOLD, size * 0.2, size * 0.24, colour)
        top = y + (len(words) - 1) * style.leading / 2 - style.size * 0.35
        for at, word in enumerate(words):
            self.text(x, top - at * style.leading, word, style, align=0.5, room=size * 1.1)

    def signature(self, x: float, y: float, wide: float, name: str) -> None:
        """A pen stroke that every name has its own of."""
        self._stroke(PEN, 1.2)
        path = self.canvas.beginPath()
        path.moveTo(x, y)
        step = wide / (len(name) + 2)
        left = x
        for at, (one, other) in enumerate(pairwise(name + name[0])):
            first = at == 0 or one.isupper()
            tall = (16 if first else 3 + ord(one) % 5) + (7 if one in "bdfhklt" else 0)
            low = ord(other) % 3 + (9 if one in "fgjpy" else 0)
            right = left + step * (2.2 if first else 0.6 + ord(other) % 4 * 0.2)
            path.curveTo(left + step * 1.4, y + tall, right + step, y + tall, right, y - low)
            left = right
        path.curveTo(left + step * 2, y + 6, left + step * 3, y + 2, left + step * 5, y + 5)
        self.canvas.drawPath(path)

    def signed(self, x: float, y: float, wide: float, name: str, title: str) -> None:
        """A signature over its line, with the name and title in print."""
        self.signature(x + wide * 0.12, y + 6, wide * 0.6, name)
        self.rule(FADED, x, y, x + wide)
        self.text(x, y - 12, name, Style(BOLD, 9, 11, INK), room=wide)
        self.text(x, y - 23, title, Style(REGULAR, 8, 10, FADED), room=wide)

    def _watermark(self) -> None:
        self.canvas.saveState()
        self.canvas.translate(self.width / 2, self.height / 2)
        self.canvas.rotate(32 if self.width > self.height else 52)
        style = Style(BOLD, 140, 140, _WATERMARK)
        self.text(0, -50, "SAMPLE", style, align=0.5, spaced=6)
        self.canvas.restoreState()

    def _stroke(self, colour: Ink, weight: float) -> None:
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(weight)
        self.canvas.setLineCap(1)

    def _sides(self, inset: float) -> Iterator[tuple[_Point, _Point]]:
        right, top = self.width - inset, self.height - inset
        corners = ((inset, inset), (right, inset), (right, top), (inset, top), (inset, inset))
        yield from pairwise(corners)

    def _wave(self, start: _Point, end: _Point, deep: float, aside: int) -> None:
        """From corner to corner in arcs to either side, the first to `aside` (1 or -1)."""
        (x, y), (to_x, to_y) = start, end
        arcs = 2 * round((abs(to_x - x) + abs(to_y - y)) / (deep * 4.4))
        step_x, step_y = (to_x - x) / arcs, (to_y - y) / arcs
        long = abs(step_x) + abs(step_y)
        path = self.canvas.beginPath()
        path.moveTo(x, y)
        for arc in range(arcs):
            lift = deep * 1.3 * (aside if arc % 2 else -aside) / long
            off_x, off_y = -step_y * lift, step_x * lift
            path.curveTo(
                x + step_x * 0.36 + off_x,
                y + step_y * 0.36 + off_y,
                x + step_x * 0.64 + off_x,
                y + step_y * 0.64 + off_y,
                x + step_x,
                y + step_y,
            )
            x, y = x + step_x, y + step_y
        self.canvas.drawPath(path)

    def _ribbons(self, x: float, y: float, size: float, colour: Ink) -> None:
        self.canvas.setFillColorRGB(*(part * 0.8 for part in colour))
        for lean in (-1, 1):
            path = self.canvas.beginPath()
            path.moveTo(x + lean * size * 0.1, y)
            path.lineTo(x + lean * size * 0.75, y - size * 1.75)
            path.lineTo(x + lean * size * 0.48, y - size * 1.6)
            path.lineTo(x + lean * size * 0.22, y - size * 1.85)
            path.close()
            self.canvas.drawPath(path, stroke=0, fill=1)

    def _rosette(self, x: float, y: float, size: float, colour: Ink) -> None:
        self.canvas.setFillColorRGB(*colour)
        path = self.canvas.beginPath()
        for point in range(72):
            reach = size * (1 if point % 2 else 0.92)
            angle = 2 * pi * point / 72
            place = (x + reach * cos(angle), y + reach * sin(angle))
            (path.lineTo if point else path.moveTo)(*place)
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)
        self.canvas.setFillColorRGB(1, 1, 0.97)
        self.canvas.circle(x, y, size * 0.76, stroke=0, fill=1)
        self._stroke(colour, 0.8)
        self.canvas.circle(x, y, size * 0.7)

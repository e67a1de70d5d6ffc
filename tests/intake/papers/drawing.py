"""A thin layer over reportlab with which the layouts are drawn."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from sro_desk.domain.dates import MONTHS
from sro_desk.pdf.fonts import BOLD, ITALIC, REGULAR, register

PORTRAIT, LANDSCAPE = (612, 792), (792, 612)
LOREM = (
    "This program was reviewed by the training committee and meets the standards of the",
    "issuing organization. Keep this record with your training file.",
)


class Sheet:
    """Pages to write words on, in the shipped fonts; the same facts give the same bytes."""

    def __init__(self, size: tuple[int, int] = PORTRAIT) -> None:
        register()
        self._bytes = BytesIO()
        self.wide, self.high = size
        self.canvas = Canvas(self._bytes, pagesize=size, invariant=1)

    def text(
        self, x: float, y: float, words: str, size: float = 11, *, bold: bool = False,
        italic: bool = False, align: str = "left", spaced: float = 0,
    ) -> None:  # fmt: skip
        """One line; `spaced` is the room between letters in points."""
        font = BOLD if bold else ITALIC if italic else REGULAR
        wide = self.canvas.stringWidth(words, font, size) + spaced * (len(words) - 1)
        start = x - {"left": 0, "middle": wide / 2, "right": wide}[align]
        line = self.canvas.beginText(start, y)
        line.setFont(font, size)
        line.setCharSpace(spaced)
        line.textOut(words)
        self.canvas.drawText(line)

    def middle(self, y: float, words: str, size: float = 12, **how: object) -> None:
        """One line in the middle of the page."""
        self.text(self.wide / 2, y, words, size, align="middle", **how)

    def rule(self, x: float, y: float, wide: float) -> None:
        """A thin line."""
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x, y, x + wide, y)

    def paragraph(
        self, x: float, y: float, words: str, room: float, size: float = 11, leading: float = 15
    ) -> float:
        """Words broken into lines; the place of the next."""
        line: list[str] = []
        for word in [*words.split(), ""]:
            wide = self.canvas.stringWidth(" ".join([*line, word]), REGULAR, size)
            if line and (wide > room or not word):
                self.text(x, y, " ".join(line), size)
                y -= leading
                line = []
            line.append(word)
        return y

    @contextmanager
    def turned(self, degrees: int, x: float, y: float) -> Iterator[None]:
        """Draw what follows turned about a place that becomes the origin."""
        self.canvas.saveState()
        self.canvas.translate(x, y)
        self.canvas.rotate(degrees)
        yield
        self.canvas.restoreState()

    def next_page(self) -> None:
        """Begin another page."""
        self.canvas.showPage()

    def finish(self) -> bytes:
        """The PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self._bytes.getvalue()


def written(day: date) -> str:
    """`June 12, 2026`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def slashed(day: date) -> str:
    """`6/12/2026`."""
    return f"{day.month}/{day.day}/{day.year}"


def short(day: date) -> str:
    """`Jun 12, 2026`."""
    return f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}"


def spanned(first: date, last: date, *, dash: str = "-") -> str:
    """`June 8-12, 2026`, `June 29 - July 3, 2026`, `June 12, 2026`."""
    if first == last:
        return written(last)
    if first.year != last.year:
        return f"{written(first)} {dash} {written(last)}"
    start = f"{MONTHS[first.month - 1]} {first.day}"
    if first.month == last.month:
        return f"{start}{dash}{last.day}, {last.year}"
    return f"{start} {dash} {written(last)}"


def nth(number: int) -> str:
    """`12th`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number < 20 else ending}"


_ONES = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ORDINALS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip


def spelled(day: date) -> str:
    """`twelfth day of June, Two Thousand Twenty-Six`."""
    number = day.day
    if number <= 20:
        ordinal = _ORDINALS[number]
    else:
        ordinal = "thirtieth" if number == 30 else f"twenty-{_ORDINALS[number - 20]}"
        ordinal = "thirty-first" if number == 31 else ordinal
    rest = day.year - 2000
    year = _ONES[rest] if rest < 20 else f"twenty-{_ONES[rest - 20]}".rstrip("-")
    return f"{ordinal} day of {MONTHS[day.month - 1]}, Two Thousand {year.title()}"


def columns(
    sheet: Sheet, xs: Sequence[float], y: float, cells: Sequence[str], size: float = 10, **how: bool
) -> None:
    """One row of a table without lines."""
    for x, cell in zip(xs, cells, strict=True):
        sheet.text(x, y, cell, size, **how)

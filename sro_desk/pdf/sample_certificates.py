"""The certificates of the sample agency: three designs, as three providers would print them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sro_desk.domain.dates import MONTHS
from sro_desk.pdf import fonts
from sro_desk.pdf.fonts import BOLD, ITALIC, REGULAR, Style
from sro_desk.pdf.look import WHITE, Ink, ink
from sro_desk.pdf.sample_drawing import FADED, GOLD, INK, Paper

_LANDSCAPE = (792.0, 612.0)
_PORTRAIT = (612.0, 792.0)
_NAVY = ink("#17335C")
_IVORY = ink("#FFFDF7")
_PINE = ink("#1F5A4C")
_MIST = ink("#EAF2EF")
_BOX = ink("#8A8F96")


class Look(StrEnum):
    """How a provider's certificates look."""

    ENGRAVED = "ENGRAVED"
    BANDED = "BANDED"
    FORM = "FORM"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCertificate:
    """What one certificate says."""

    holder: str
    course: str
    provider: str
    completed_on: date
    hours: str
    number: str
    post_number: str
    signer: str
    signer_title: str


def certificates(look: Look, held: Sequence[SampleCertificate]) -> bytes:
    """One page for each holder, as a provider sends the certificates of a class."""
    draw, size = _LOOKS[look]
    paper = Paper(size, held[0].course)
    for each in held:
        draw(paper, each)
    return paper.finish()


def _engraved(paper: Paper, held: SampleCertificate) -> None:
    middle = paper.width / 2
    with paper.page(_IVORY, mark_at=52):
        paper.frame(_NAVY, 20, 3)
        paper.braid(GOLD, 33, 5)
        paper.frame(_NAVY, 46, 0.8)
        paper.text(middle, 530, held.provider.upper(), _of(11, FADED), align=0.5, spaced=2.2)
        title = Style(BOLD, 33, 40, _NAVY)
        paper.text(middle, 478, "CERTIFICATE OF COMPLETION", title, align=0.5, spaced=2)
        paper.rule(GOLD, middle - 90, 462, middle + 90, 1.4)
        paper.text(middle, 428, "This certifies that", Style(ITALIC, 14, 18, INK), align=0.5)
        name = Style(BOLD, 31, 38, INK)
        paper.text(middle, 382, held.holder, name, align=0.5, room=540)
        paper.rule(FADED, middle - 270, 370, middle + 270, 0.6)
        paper.text(middle, 342, "has completed", Style(ITALIC, 14, 18, INK), align=0.5)
        course = Style(BOLD, 18, 23, _NAVY)
        below = paper.lines(middle, 310, _even(held.course, course, 560), course, align=0.5)
        paper.text(middle, below - 6, _given(held), _of(11.5, INK), align=0.5)
        paper.signed(110, 128, 190, held.signer, held.signer_title)
        paper.seal(middle, 152, 42, GOLD, ("OFFICER", "TRAINING"))
        _fact(paper, 500, 128, 182, _written(held.completed_on), "Date completed")
        numbers = f"Certificate {held.number}    POST course {held.post_number}"
        paper.text(middle, 68, numbers, _of(8, FADED), align=0.5)


def _banded(paper: Paper, held: SampleCertificate) -> None:
    left, band = 206.0, 164.0
    room = paper.width - left - 44
    with paper.page(WHITE, mark_at=22):
        paper.fill(_PINE, 0, 0, band, paper.height)
        paper.fill(GOLD, band, 0, 5, paper.height)
        paper.seal(band / 2, 640, 52, GOLD, ("SCHOOL", "RESOURCE", "OFFICER"))
        provider = Style(BOLD, 12, 16, WHITE)
        lines = fonts.wrap(held.provider, provider, band - 36)
        paper.lines(18, 470, lines, provider)
        paper.text(left, 690, "Certificate", Style(BOLD, 44, 50, _PINE))
        paper.text(left, 660, "OF TRAINING COMPLETED", _of(12, FADED), spaced=2.5)
        paper.rule(GOLD, left, 640, left + 80, 2)
        paper.text(left, 590, "Awarded to", _of(11, FADED))
        _name(paper, left, 558, held.holder, room)
        paper.text(left, 512, "for completing", _of(11, FADED))
        course = Style(BOLD, 15, 20, _PINE)
        below = paper.lines(left, 488, _even(held.course, course, room), course)
        paper.fill(_MIST, left - 12, below - 142, room + 24, 132)
        facts = (
            ("Completed", _written(held.completed_on)),
            ("Hours", held.hours),
            ("POST course number", held.post_number),
            ("Certificate number", held.number),
        )
        for at, (what, value) in enumerate(facts):
            y = below - 36 - at * 29
            paper.text(left, y, what, _of(9.5, FADED))
            paper.text(left + 132, y, value, Style(BOLD, 10.5, 13, INK), room=room - 132)
        paper.signed(left, 150, 210, held.signer, held.signer_title)


def _form(paper: Paper, held: SampleCertificate) -> None:
    left, right = 54.0, paper.width - 54
    with paper.page(WHITE, mark_at=30):
        paper.frame(_BOX, 40, 1)
        paper.text(left, 716, held.provider, Style(BOLD, 15, 19, INK), room=right - left)
        paper.text(left, 698, "Professional education - record of completion", _of(10, FADED))
        paper.rule(INK, left, 686, right, 2)
        title = Style(BOLD, 22, 28, INK)
        paper.text(paper.width / 2, 640, "CERTIFICATE OF ATTENDANCE", title, align=0.5, spaced=1)
        facts = (
            ("Name of officer", held.holder),
            ("Course", held.course),
            ("Date completed", _written(held.completed_on)),
            ("Credit hours", held.hours),
            ("POST course number", held.post_number),
            ("Certificate number", held.number),
        )
        y = 590.0
        for what, value in facts:
            y = _boxed(paper, y, what, value)
        words = (
            "The officer named above attended the whole course and passed its test. Keep this"
            " certificate: the chief law enforcement officer must have a copy on file."
        )
        small = _of(10, INK)
        paper.lines(left, y - 30, fonts.wrap(words, small, right - left), small)
        paper.signed(left, 150, 220, held.signer, held.signer_title)
        paper.seal(right - 62, 168, 40, FADED, ("OFFICIAL", "COPY"))


def _boxed(paper: Paper, y: float, what: str, value: str) -> float:
    left, room = 54.0, paper.width - 108
    style = Style(BOLD, 12.5, 16, INK)
    lines = fonts.wrap(fonts.drawable(value), style, room - 20)
    high = 24 + style.leading * len(lines)
    paper.canvas.setStrokeColorRGB(*_BOX)
    paper.canvas.setLineWidth(0.8)
    paper.canvas.rect(left, y - high, room, high)
    paper.text(left + 8, y - 13, what, _of(8, FADED))
    paper.lines(left + 8, y - 29, lines, style)
    return y - high


def _name(paper: Paper, x: float, y: float, holder: str, room: float) -> None:
    """On one line; a long name in smaller type on two, which stay above the next words."""
    large, small = Style(BOLD, 25, 30, INK), Style(BOLD, 15, 18, INK)
    name = fonts.drawable(holder)
    if fonts.width(name, large) <= room:
        paper.text(x, y, name, large)
        return
    for at, line in enumerate(_even(name, small, room)):
        paper.text(x, y + 10 - at * small.leading, line, small)


def _fact(paper: Paper, x: float, y: float, wide: float, value: str, what: str) -> None:
    paper.text(x, y + 6, value, Style(BOLD, 12, 15, INK), room=wide)
    paper.rule(FADED, x, y, x + wide)
    paper.text(x, y - 12, what, _of(9, FADED))


def _even(text: str, style: Style, room: float) -> tuple[str, ...]:
    """As few lines as fit, about equally long."""
    lines = fonts.wrap(text, style, room)
    while True:
        room -= 10
        narrower = fonts.wrap(text, style, room)
        if len(narrower) > len(lines):
            return lines
        lines = narrower


def _given(held: SampleCertificate) -> str:
    return f"{held.hours} hours of instruction, completed on {_written(held.completed_on)}"


def _written(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _of(size: float, colour: Ink) -> Style:
    return Style(REGULAR, size, size * 1.3, colour)


_LOOKS: dict[Look, tuple[Callable[[Paper, SampleCertificate], None], tuple[float, float]]] = {
    Look.ENGRAVED: (_engraved, _LANDSCAPE),
    Look.BANDED: (_banded, _PORTRAIT),
    Look.FORM: (_form, _PORTRAIT),
}

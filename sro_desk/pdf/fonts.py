"""The shipped fonts: how wide a text is, where its lines break, and what they cannot draw."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sro_desk import resources

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"
ITALIC = "NotoSans-Italic"

_KEPT_CONTROLS = "\t\n\r"
_BREAK_AFTER = "-/@_.,"  # where a word too wide for its column may break


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text is set: font, size and leading in points, colour as 0-1 RGB."""

    font: str
    size: float
    leading: float
    ink: tuple[float, float, float]


@lru_cache(maxsize=1)
def register() -> None:
    """Make the shipped fonts known to reportlab, once for the process."""
    for name in (REGULAR, BOLD, ITALIC):
        pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", f"{name}.ttf"))))


@lru_cache(maxsize=4)
def font(name: str) -> Any:
    """Reportlab's font of that name."""
    register()
    return pdfmetrics.getFont(name)


@lru_cache(maxsize=20_000)
def _em_width(text: str, name: str) -> float:
    return float(font(name).stringWidth(text, 1))


def width(text: str, style: Style) -> float:
    """The width of `text` in points."""
    return _em_width(text, style.font) * style.size


@lru_cache(maxsize=20_000)
def wrap(text: str, style: Style, room: float) -> tuple[str, ...]:
    """Break `text` into lines of at most `room` points.

    A line broken at a space keeps that space at its end, so that words stay
    apart when the lines are read aloud or copied.
    """
    lines: list[str] = []
    line = ""
    text = text.replace("§ ", "§\u00a0").replace("subd. ", "subd.\u00a0")
    for word in _words(text, style, room):
        if line and width(line + word.rstrip(" "), style) > room:
            lines.append(line)
            line = word
        else:
            line += word
    lines.append(line.rstrip(" "))
    return tuple(lines)


def fit(text: str, style: Style, room: float) -> str:
    """`text` on one line, cut short with an ellipsis where it is wider than `room`."""
    if width(text, style) <= room:
        return text
    while text and width(f"{text}…", style) > room:
        text = text[:-1].rstrip()
    return f"{text}…"


def _words(text: str, style: Style, room: float) -> Iterator[str]:
    for word in text.split(" "):
        if not word:
            continue
        *first, last = _pieces(word, style, room)
        yield from first
        yield last + " "


def _pieces(word: str, style: Style, room: float) -> list[str]:
    """The word whole or, too wide for a line, in parts: at punctuation where possible."""
    if width(word, style) <= room:
        return [word]
    pieces: list[str] = []
    piece = ""
    for letter in word:
        while piece and width(piece + letter, style) > room:
            cut = 1 + max(piece.rfind(mark) for mark in _BREAK_AFTER)
            cut = cut if cut > 1 else len(piece)
            pieces.append(piece[:cut])
            piece = piece[cut:]
        piece += letter
    return [*pieces, piece]


def can_draw(letter: str) -> bool:
    """Whether the shipped fonts hold `letter`."""
    return ord(letter) in font(REGULAR).face.charToGlyph


def lacking(text: str) -> tuple[str, ...]:
    """The characters of `text` that the shipped fonts cannot draw, each once."""
    letters = dict.fromkeys(unicodedata.normalize("NFC", text))
    return tuple(c for c in letters if not _invisible(c) and not can_draw(c))


@lru_cache(maxsize=20_000)
def drawable(text: str) -> str:
    """The text as it is drawn: composed, on one line, and `[U+1F600]` for what the fonts lack."""
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii() and composed.isprintable():
        return composed
    return "".join(map(_drawn, composed))


def _drawn(letter: str) -> str:
    if letter in _KEPT_CONTROLS:
        return " "
    if _invisible(letter):
        return ""
    return letter if can_draw(letter) else f"[U+{ord(letter):04X}]"


def _invisible(letter: str) -> bool:
    """Controls, joiners and variation selectors: nothing to see, so nothing is lost."""
    return unicodedata.category(letter) in {"Cc", "Cf"} or "\ufe00" <= letter <= "\ufe0f"

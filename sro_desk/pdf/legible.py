"""Make a report's facts drawable, and tell which characters the fonts lack."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sro_desk.pdf import fonts

Facts = TypeVar("Facts")


def legible(facts: Facts) -> tuple[Facts, tuple[str, ...]]:
    """The facts with each text as the fonts can draw it, and the sentences that report the rest.

    A character that no shipped font holds is drawn as its code, `[U+1F600]`,
    and named in a sentence that the report prints: never an empty box.
    """
    found: dict[str, str] = {}
    clean = _clean(facts, found)
    sentences = (f"[U+{ord(letter):04X}] in “{where}”" for letter, where in found.items())
    return clean, tuple(sentences)


def _clean(value: Any, found: dict[str, str]) -> Any:
    if type(value) is str:
        return _clean_text(value, found)
    if isinstance(value, tuple):
        return tuple(_clean(item, found) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in fields(value))
        return replace(value, **{name: _clean(getattr(value, name), found) for name in names})
    return value


def _clean_text(text: str, found: dict[str, str]) -> str:
    if text.isascii() and text.isprintable():
        return text
    drawn = fonts.drawable(text)
    for letter in fonts.lacking(text):
        found.setdefault(letter, drawn.strip())
    return drawn

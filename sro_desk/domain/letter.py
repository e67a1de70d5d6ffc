"""The cover letter to districts: text with fields in braces, which each packet fills."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sro_desk.domain.faults import Fault
from sro_desk.domain.problems import Problem

FIELDS: dict[str, str] = {
    "district": "the district's name",
    "contact": "the district's contact; “Superintendent” where none is on file",
    "agency": "the agency's name",
    "chief": "the chief's name",
    "chief_title": "the chief's title",
    "phone": "the agency's phone",
    "email": "the agency's e-mail address",
    "reach": "how to reach the agency: “call us at … or write to …”",
    "as_of": "the day the packet is as of",
    "today": "the day it is made",
    "officers": "how many officers serve there and how many are trained, as a sentence",
    "changes": "whether anything changed since the last packet, as a sentence",
    "due": "who must still be trained and by when, as a sentence",
}
LONGEST = 8_000  # characters
_FIELD = re.compile(r"\{([^{}]*)\}")
_BULLET = re.compile(r"[-•*] +")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or an item of a list."""

    text: str
    bullet: bool = False


def problems(text: str) -> tuple[Problem, ...]:
    """What keeps the text from being the letter; the fields that it names must be known."""
    found = []
    if not text.strip():
        found.append(Problem("text", Fault.LETTER_EMPTY))
    if len(text) > LONGEST:
        found.append(Problem("text", Fault.LETTER_LONG))
    if unknown_fields(text):
        found.append(Problem("text", Fault.LETTER_FIELD_UNKNOWN))
    if set("{}") & set(_FIELD.sub("", text)):
        found.append(Problem("text", Fault.LETTER_BRACE))
    return tuple(found)


def unknown_fields(text: str) -> tuple[str, ...]:
    """The names in braces that are no fields, each once."""
    names = (name.strip() for name in _FIELD.findall(text))
    return tuple(dict.fromkeys(name for name in names if name not in FIELDS))


def fill(text: str, values: Mapping[str, str]) -> tuple[Block, ...]:
    """The letter with its fields filled, as paragraphs and items of lists.

    Blank lines part paragraphs; a line that begins with a dash is an item.
    """
    blocks: list[Block] = []
    for part in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")):
        lines: list[str] = []
        for line in part.splitlines():
            if bullet := _BULLET.match(line.strip()):
                blocks += _paragraph(lines, values)
                lines = []
                blocks += _paragraph([line.strip()[bullet.end() :]], values, bullet=True)
            else:
                lines.append(line)
        blocks += _paragraph(lines, values)
    return tuple(blocks)


def _paragraph(lines: list[str], values: Mapping[str, str], *, bullet: bool = False) -> list[Block]:
    filled = _FIELD.sub(lambda field: values.get(field[1].strip(), ""), " ".join(lines))
    text = " ".join(filled.split())
    return [Block(text, bullet)] if text else []

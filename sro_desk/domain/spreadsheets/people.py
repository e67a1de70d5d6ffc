"""Names of people as lists write them: `Olson, Erik`, `Sgt. Erik Olson`, two columns of parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sro_desk.domain.names import search_key

_RANKS = {
    "officer": "Officer", "ofc": "Officer", "ofcr": "Officer", "off": "Officer", "po": "Officer",
    "deputy": "Deputy", "dep": "Deputy", "sergeant": "Sergeant", "sgt": "Sergeant",
    "lieutenant": "Lieutenant", "lt": "Lieutenant", "captain": "Captain", "capt": "Captain",
    "corporal": "Corporal", "cpl": "Corporal", "detective": "Detective", "det": "Detective",
    "investigator": "Investigator", "inv": "Investigator", "sro": "", "mr": "", "mrs": "", "ms": "",
}  # fmt: skip
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as one row names them; what the row does not say is empty."""

    written: str = ""  # the name as it stands there
    name: str = ""
    sort_name: str = ""
    rank: str = ""
    badge: str = ""
    post_license: str = ""


def person_in(given: Mapping[str, Any], field: str) -> Person:
    """The person of a row; `field` is the column of the whole name.

    A name with a filing name beside it is taken as it stands.
    """
    written = " ".join(str(given.get(field, "")).split())
    sort_name, rank = str(given.get("sort_name", "")), ""
    if not written and given.get("last_name"):
        parts = (given["last_name"], given.get("first_name", ""))
        written = ", ".join(" ".join(str(part).split()) for part in parts if part)
    name = written
    if not sort_name:
        name, rank = without_rank(written)
        name, sort_name = in_speaking_order(name)
    return Person(
        written=written,
        name=name,
        sort_name=sort_name,
        rank=rank,
        badge=str(given.get("badge", "")),
        post_license=str(given.get("post_license", "")),
    )


def in_speaking_order(written: str) -> tuple[str, str]:
    """`Olson, Erik` as `Erik Olson`, with how it was filed; any other name as it is, and ""."""
    parts = [part.strip() for part in written.split(",")]
    if len(parts) not in (2, 3) or not all(map(search_key, parts)):
        return written, ""
    if search_key(parts[1]) in _SUFFIXES:  # `Smith, Jr., John`, or `John Smith, Jr.`
        if len(parts) == 2:
            return f"{parts[0]} {parts[1]}", ""
        parts = [parts[0], parts[2], parts[1]]
    if len(parts) == 3 and search_key(parts[2]) not in _SUFFIXES:
        return written, ""
    family, first, *suffix = parts
    return " ".join([first, family, *suffix]), ", ".join(parts)


def without_rank(written: str) -> tuple[str, str]:
    """A name without the rank before it, and that rank in full."""
    first, _, rest = written.partition(" ")
    word = search_key(first)
    if word in _RANKS and len(search_key(rest).split()) >= 2:
        return rest, _RANKS[word]
    return written, ""

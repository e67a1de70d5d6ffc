"""Districts as lists write them: `ISD 196`, `#0196`, `Charter 4017`, or by name."""

import re
from dataclasses import dataclass

from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.names import search_key

_KINDS = {
    "isd": DistrictKind.INDEPENDENT,
    "independent school district": DistrictKind.INDEPENDENT,
    "ssd": DistrictKind.SPECIAL,
    "special school district": DistrictKind.SPECIAL,
    "charter": DistrictKind.CHARTER,
    "charter school": DistrictKind.CHARTER,
    "coop": DistrictKind.COOPERATIVE,
    "cooperative": DistrictKind.COOPERATIVE,
}
_WORDS = "|".join(sorted(_KINDS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?:({_WORDS})|district|dist|school district)? ?(?:number|no)? ?#?(\d{{1,4}})"
)
_WITHIN = re.compile(rf"\b({_WORDS}) ?(?:number|no)? ?#? ?(\d{{1,4}})\b")
_OF_STATE = re.compile(r"(\d{4})-(\d{2})(?:-000)?")  # number and type, as the state's lists write
_STATE_TYPES = {
    "01": DistrictKind.INDEPENDENT,
    "03": DistrictKind.SPECIAL,
    "07": DistrictKind.CHARTER,
}
_LOOSE = frozenset(
    {"public", "school", "schools", "district", "area", "independent", "isd", "community", "the"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A district by its number, and by its kind where that is said."""

    number: str
    kind: DistrictKind | None = None
    alone: bool = True  # nothing else is said, such as a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A district of the state's list."""

    name: str
    kind: DistrictKind
    state_id: str


def label_in(text: str) -> Label | None:
    """The number by which a text names a district; None where it names none."""
    if match := _OF_STATE.fullmatch(text.strip()):
        return Label(number=match[1], kind=_STATE_TYPES.get(match[2]))
    folded = search_key(text)
    if match := _NUMBER.fullmatch(folded):
        return Label(number=match[2], kind=_KINDS.get(match[1] or ""))
    if match := _WITHIN.search(folded):
        return Label(number=match[2], kind=_KINDS[match[1]], alone=False)
    return None


def bare_number(state_id: str) -> str:
    """A district's number without the zeros before it, which spreadsheets lose."""
    return search_key(state_id).lstrip("0")


def loose_key(name: str) -> str:
    """A district's name without the words that lists leave out."""
    return " ".join(word for word in search_key(name).split() if word not in _LOOSE)

"""The state's list of districts, from which one is chosen instead of typed."""

import csv
import re
from dataclasses import dataclass
from functools import cache

from sro_desk import resources
from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.names import district_label, search_key

_CUT_AT = 35  # the list keeps no more letters of a name
# The first digit of a district's id; four digits of its number follow.
_KINDS = {
    "1": DistrictKind.INDEPENDENT,
    "3": DistrictKind.SPECIAL,
    "7": DistrictKind.CHARTER,
}
_SMALL = frozenset({"and", "at", "for", "in", "of", "on", "the", "to"})
_WHOLE = {"dist": "District", "dist.": "District", "sch": "School", "schl.": "School", "st": "St."}
_OWN_CAPITALS = {
    name.casefold(): name
    for name in (
        *("AFSA", "BlueSky", "EdVisions", "LeRoy", "MACCRAY", "NRHEG", "PACT", "PiM", "ROCORI"),
        *("STEM", "TRIO", "TrekNorth"),
    )
}
_CAPITALS = re.compile(r"(?:[a-z]\.)+|[ivx]+|[bcdfghjklmnpqrstvwxz]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDistrict:
    """One district of the state's list."""

    name: str  # as a sign would write it
    state_id: str  # four digits: "0196"
    kind: DistrictKind
    cut: bool  # the list may have cut the name short: look at it before saving
    label: str  # "ISD 0196"
    search: str  # compare with `names.search_key(typed)`


@cache
def known_districts() -> tuple[KnownDistrict, ...]:
    """Every district of the shipped list, by name."""
    path = resources.path("districts", "minnesota-2023.csv")
    with path.open(encoding="utf-8", newline="") as file:
        found = [_known(row) for row in csv.DictReader(file)]
    return tuple(sorted(found, key=lambda each: search_key(each.name)))


def _known(row: dict[str, str]) -> KnownDistrict:
    listed, kind = row["district_name"], _KINDS[row["district_id"][0]]
    name, number = in_title_case(listed), row["district_id"][1:5]
    label = district_label(name, kind, number)
    return KnownDistrict(
        name=name,
        state_id=number,
        kind=kind,
        cut=len(listed) >= _CUT_AT or listed.endswith(" SCH"),
        label=label,
        search=search_key(f"{name} {label}"),
    )


def in_title_case(listed: str) -> str:
    """`ST. LOUIS PARK PUBLIC SCHOOL DIST.` as `St. Louis Park Public School District`."""
    words = listed.casefold().split()
    return " ".join(_word(word, first=index == 0) for index, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    if word in _WHOLE:
        return _WHOLE[word]
    if word in _SMALL and not first:
        return word
    return re.sub(r"[^\W\d_][\w.'’]*", lambda match: _capital(match[0]), word)


def _capital(word: str) -> str:
    if word in _OWN_CAPITALS:
        return _OWN_CAPITALS[word]
    if _CAPITALS.fullmatch(word) and word != "st.":
        return word.upper()
    if word.startswith("mc") and len(word) > 3:
        return f"Mc{word[2:].capitalize()}"
    return word.capitalize()

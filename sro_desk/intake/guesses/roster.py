"""Names as papers print them, compared with those of the roster."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from sro_desk.domain.names import search_key
from sro_desk.domain.records import Officer
from sro_desk.intake.guesses.nicknames import are_alike

_RANKS = frozenset(
    "officer ofc ofcr off sergeant sgt ssgt deputy dep dpty detective det investigator"
    " inv lieutenant lt captain capt cpt chief commander cmdr corporal cpl sheriff"
    " trooper tpr patrolman patrol agent sro mr mrs ms mx miss dr major maj inspector"
    " insp constable master senior assistant asst".split()
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_DEGREES = frozenset({"phd", "md", "jd", "ma", "ms", "ba", "bs", "mpa", "edd", "esq"})
_MOST_APART = 2  # letters
_LEAST_NEAR = 4  # letters: in a shorter name one other letter is another name
_NOTHING_BUT = re.compile(r"[^\W\d_]+\Z")


class Likeness(IntEnum):
    """How well a printed name fits an officer's."""

    NOT = 0
    NEAR = 2  # a letter differs
    SHORT = 3  # an initial, a nickname, part of a double name
    SAME = 4


@dataclass(frozen=True, slots=True)
class _Name:
    family: tuple[str, ...]
    given: tuple[str, ...]
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An officer whose name fits."""

    officer: Officer
    likeness: Likeness


class Roster:
    """The officers' names, taken apart once."""

    def __init__(self, officers: Iterable[Officer]) -> None:
        self._names = [(each, _filed(each)) for each in officers if each.voided is None]
        self._whole: set[tuple[str, ...]] = set()
        self._by_word: dict[str, list[int]] = {}
        for number, (_, name) in enumerate(self._names):
            self._whole.add(tuple(sorted((*name.family, *name.given))))
            for word in {*name.family, "".join(name.family)}:
                self._by_word.setdefault(word, []).append(number)
        self._words = list(self._by_word)
        self.longest = max((len(words) for words in self._whole), default=0)

    def matches(self, printed: str) -> tuple[Match, ...]:
        """Everybody who may be meant, the likeliest first."""
        readings = _readings(printed)
        found = []
        for number in sorted(self._numbers_near(readings)):
            officer, name = self._names[number]
            likeness = max((_likeness(each, name) for each in readings), default=Likeness.NOT)
            if likeness:
                found.append(Match(officer, likeness))
        return tuple(sorted(found, key=lambda each: -each.likeness))

    def _numbers_near(self, readings: Sequence[_Name]) -> set[int]:
        """Those with a family's name like a printed one: the others need not be compared."""
        printed = {word for each in readings for word in (*each.family, "".join(each.family))}
        found: set[int] = set()
        for word in printed:
            near = process.extract(
                word, self._words, scorer=OSA.distance, score_cutoff=_MOST_APART, limit=None
            )
            for _, _, at in near:
                found.update(self._by_word[self._words[at]])
        return found

    def is_exactly_somebody(self, words: Sequence[str]) -> bool:
        """Whether folded words, in any order, are all of an officer's name."""
        return tuple(sorted(words)) in self._whole


def bare_words(printed: str) -> list[str]:
    """Folded, without ranks, badges, degrees and generation."""
    return [each for each in _folded(printed) if each not in _SUFFIXES]


def is_rank(word: str) -> bool:
    """Whether a folded word only says what somebody is."""
    return word in _RANKS


def _folded(printed: str) -> list[str]:
    words = [each for each in search_key(printed).split() if _NOTHING_BUT.match(each)]
    while words and words[0] in _RANKS and len(words) > 1:
        words.pop(0)
    while len(words) > 2 and words[-1] in _DEGREES | _RANKS:
        words.pop()
    return words


def _filed(officer: Officer) -> _Name:
    family, _, given = officer.sort_name.partition(",")
    if not given.strip():
        words = search_key(officer.name).split()
        return _Name(tuple(words[-1:]), tuple(words[:-1]))
    words = search_key(given.replace(",", " ")).split()
    suffix = next((each for each in words if each in _SUFFIXES), "")
    return _Name(
        tuple(search_key(family).split()),
        tuple(each for each in words if each not in _SUFFIXES),
        suffix,
    )


def _readings(printed: str) -> list[_Name]:
    """Each way to tell the family's name from the given ones."""
    words = _folded(printed)
    suffix = next((each for each in words[1:] if each in _SUFFIXES), "")
    words = [each for each in words if each not in _SUFFIXES]
    head, comma, rest = printed.partition(",")
    if comma and not (set(_folded(rest)) <= _SUFFIXES | _DEGREES):
        family, given = bare_words(head), bare_words(rest)
        return [_Name(tuple(family), tuple(given), suffix)] if family and given else []
    found = []
    for cut in range(1, len(words)):
        found.append(_Name(tuple(words[cut:]), tuple(words[:cut]), suffix))
        found.append(_Name(tuple(words[:cut]), tuple(words[cut:]), suffix))
    return [each for each in found if not _has_initial(each.family)]


def _has_initial(family: tuple[str, ...]) -> bool:
    return len(family) > 1 and any(len(word) == 1 for word in family)


def _likeness(printed: _Name, filed: _Name) -> Likeness:
    if printed.suffix and filed.suffix and printed.suffix != filed.suffix:
        return Likeness.NOT
    if sorted((*printed.family, *printed.given)) == sorted((*filed.family, *filed.given)):
        return Likeness.SAME
    family = _family(printed.family, filed.family)
    if not family or not filed.given or not printed.given:
        return Likeness.NOT
    return min(family, _given(printed.given, filed.given))


def _family(printed: tuple[str, ...], filed: tuple[str, ...]) -> Likeness:
    one, other = "".join(printed), "".join(filed)
    if one == other:
        return Likeness.SAME
    halves = (filed[: len(printed)], filed[-len(printed) :])
    if len(printed) < len(filed) and len(one) > 2 and printed in halves:
        return Likeness.SHORT
    return Likeness.NEAR if _differ_by_a_letter(one, other) else Likeness.NOT


def _given(printed: tuple[str, ...], filed: tuple[str, ...]) -> Likeness:
    if "".join(printed) == "".join(filed):
        return Likeness.SAME
    if _contradict(printed[1:], filed[1:]):
        return Likeness.NOT
    one, other = printed[0], filed[0]
    if len(printed) == 1 and len(one) > 1 and one in filed[1:]:
        return Likeness.SHORT  # goes by the second name
    if one == other:
        return Likeness.SAME
    if one + "".join(printed[1:2]) == other or other + "".join(filed[1:2]) == one:
        return Likeness.SAME  # Pa Houa, Pahoua
    if len(one) == 1 or len(other) == 1:
        return Likeness.SHORT if one[0] == other[0] else Likeness.NOT
    if are_alike(one, other):
        return Likeness.SHORT
    return Likeness.NEAR if _differ_by_a_letter(one, other) else Likeness.NOT


def _contradict(printed: tuple[str, ...], filed: tuple[str, ...]) -> bool:
    """Both have middle names, and none of one begins as any of the other."""
    return bool(printed and filed) and not {each[0] for each in printed} & {
        each[0] for each in filed
    }


def _differ_by_a_letter(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST_NEAR:
        return False
    most = 2 if min(len(one), len(other)) >= 8 else 1
    return OSA.distance(one, other, score_cutoff=most) <= most

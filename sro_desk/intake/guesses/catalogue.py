"""Titles of courses as papers print them, compared with those of the catalogue."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from sro_desk.domain.names import search_key
from sro_desk.domain.records import Course

_GENERIC = {"school": 0.6, "resource": 0.6, "officer": 0.6} | dict.fromkeys(
    "training course class program certification seminar workshop session".split(), 0.3
)
_TELLING = frozenset(
    "basic supplemental advanced standardized refresher instructor management supervisor leadership"
    " update mandated intermediate introductory trainer recertification".split()
)
_NEUTRAL = frozenset(
    "the of for and a an in on to at with by post approved board certified mn minnesota state hour"
    " hours hr hrs credit credits peace continuing education sponsored".split()
)
_SAME = {
    "sro": "school resource officer",
    "sros": "school resource officer",
    "cit": "crisis intervention team",
    "trng": "training",
    "intro": "introduction",
    "mgmt": "management",
    "supp": "supplemental",
    "supplementary": "supplemental",
    "adv": "advanced",
    "standardised": "standardized",
    "standard": "standardized",
}
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_HOURS = re.compile(r"\(?\b\d+(?:\.\d+)?\)?[\s-]*(?:hours?|hrs?|credits?)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG = 6  # letters of a word in which one may differ
_MINOR = frozenset("of the and for in a".split())


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a text names a course, 0 to 1; `in_full` with what its title has in brackets."""

    course: Course
    score: float
    in_full: bool


class Catalogue:
    """The courses' titles, taken apart once."""

    def __init__(self, courses: Iterable[Course]) -> None:
        self.courses = [each for each in courses if each.voided is None]
        self._titles = [_Title(each) for each in self.courses]
        words = {word for title in self._titles for word in title.words}
        self.telling_words = frozenset(words - _NEUTRAL)  # that no person is called

    def fits(self, text: str) -> list[Fit]:
        """Every course with how well `text` names it, the best first."""
        words = words_of(text)
        found = [title.fit(words) for title in self._titles]
        return sorted(found, key=lambda each: -each.score)

    def providers(self, text: str) -> set[str]:
        """The folded names of the providers that a folded text mentions."""
        words = text.split()
        initials = _initials(words)
        named = {search_key(title.course.provider) for title in self._titles}
        return {
            each
            for each in named - {""}
            if f" {each} " in f" {text} " or _is_spelled(each, initials)
        }


class _Title:
    def __init__(self, course: Course) -> None:
        self.course = course
        self.words = words_of(_IN_BRACKETS.sub(" ", course.title))
        self._in_brackets = set(words_of(" ".join(_IN_BRACKETS.findall(course.title))))
        self._provider = set(words_of(course.provider))
        self._weight = sum(map(_weight, self.words))

    def fit(self, words: Sequence[str]) -> Fit:
        """Shared words against what either lacks."""
        left = Counter(words)
        shared = 0.0
        for word in self.words:
            if (same := _found(word, left)) is not None:
                left[same] -= 1
                shared += _weight(word)
        optional = {word for word in self._in_brackets if left[word] > 0}
        extra = sum(
            _weight(word) * count
            for word, count in left.items()
            if word not in self._in_brackets and word not in self._provider
        )
        score = shared / (self._weight + extra) if self._weight else 0.0
        return Fit(self.course, score, optional >= self._in_brackets)


def words_of(text: str) -> list[str]:
    """Folded words with their short forms written out, without hours."""
    found: list[str] = []
    for word in re.findall(r"\w+", search_key(_HOURS.sub(" ", text))):
        found += [_singular(each) for each in _SAME.get(word, word).split()]
    return found


def _weight(word: str) -> float:
    if word in _NEUTRAL:
        return 0.0
    if word in _TELLING:
        return 2.0
    if _YEAR.fullmatch(word):
        return 0.4
    return _GENERIC.get(word, 1.5)


def _found(word: str, among: Counter[str]) -> str | None:
    if among[word] > 0:
        return word
    if len(word) < _LONG:
        return None
    near = (each for each in among if among[each] > 0 and len(each) >= _LONG)
    return next((each for each in near if OSA.distance(word, each, score_cutoff=1) <= 1), None)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in _MINOR)


def _is_spelled(acronym: str, initials: str) -> bool:
    return len(acronym) >= 4 and " " not in acronym and acronym in initials

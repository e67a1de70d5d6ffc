"""Which certificate a file is the copy of, told from the name that people gave the file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.dates import parse_date
from sro_desk.domain.names import search_key
from sro_desk.domain.records import CertificateId, OfficerId

_APART = re.compile(r"[^\w.'’]|_|(?<=[a-z])(?=[A-Z])")  # OlsonErik, olson_erik, Olson Erik
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(
    r"(?<!\d)(?:\d{4}[-._ ]\d{1,2}[-._ ]\d{1,2}|\d{1,2}[-._ ]\d{1,2}[-._ ](?:\d{4}|\d{2})"
    r"|(?:19|20)\d{6}|\d{2}\d{2}(?:19|20)\d{2})(?!\d)"
)
_FAMILY, _GIVEN, _INITIAL = 4, 2, 1
_LEAST_NUMBER = 3  # characters: a shorter number is in many names by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A certificate without a copy, as far as a file's name may speak of it."""

    id: CertificateId
    officer: OfficerId
    officer_name: str
    sort_name: str  # `Olson, Erik`
    course: str
    completed_on: date
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMatch:
    """What a file's name says: the one certificate, or those that it may be."""

    certificate: CertificateId | None
    candidates: tuple[CertificateId, ...]  # likeliest first; empty where nobody is named
    why: str  # a sentence for the person who confirms


def match_files(
    names: Sequence[str], lacking: Iterable[Lacking], *, today: date
) -> tuple[FileMatch, ...]:
    """One match for each name, in their order; no certificate is given to two files."""
    waiting = tuple(lacking)
    found = [_match(name, waiting, today) for name in names]
    taken = [each.certificate for each in found if each.certificate is not None]
    twice = {each for each in taken if taken.count(each) > 1}
    return tuple(_asked(each) if each.certificate in twice else each for each in found)


def _match(name: str, waiting: Sequence[Lacking], today: date) -> FileMatch:
    stem = name.rpartition(".")[0] or name
    words = search_key(" ".join(_APART.split(stem))).split()
    fits = {each.officer: _fit(words, each.sort_name) for each in waiting}
    best = max(fits.values(), default=0)
    if best < _FAMILY:
        return FileMatch(certificate=None, candidates=(), why="The name tells of nobody here.")
    officers = {officer for officer, fit in fits.items() if fit == best}
    scored = _ranked(waiting, officers, stem, words, today)
    likeliest, points = scored[0]
    candidates = tuple(each.id for each, _ in scored)
    if len(officers) > 1 and not _alone(scored):
        return FileMatch(certificate=None, candidates=candidates, why="Several officers fit.")
    if not _alone(scored):
        why = f"{likeliest.officer_name} has several certificates without a copy."
        return FileMatch(certificate=None, candidates=candidates, why=why)
    if points < 0:
        why = f"{likeliest.officer_name} is named, with another year."
        return FileMatch(certificate=None, candidates=candidates, why=why)
    return FileMatch(certificate=likeliest.id, candidates=candidates, why=_why(likeliest, points))


def _ranked(
    waiting: Sequence[Lacking],
    officers: set[OfficerId],
    stem: str,
    words: Sequence[str],
    today: date,
) -> list[tuple[Lacking, int]]:
    """The officers' certificates with what the name says for each, likeliest first."""
    found = [
        (each, _points(each, stem, words, today)) for each in waiting if each.officer in officers
    ]
    return sorted(found, key=lambda pair: (-pair[1], -pair[0].completed_on.toordinal()))


def _alone(scored: Sequence[tuple[Lacking, int]]) -> bool:
    """Whether the first is likelier than the second, or the only one."""
    return len(scored) == 1 or scored[0][1] > scored[1][1]


def _fit(words: Sequence[str], sort_name: str) -> int:
    """How well an officer is named: by the family's name at least."""
    family, _, given = (search_key(part).split() for part in sort_name.partition(","))
    if not family or not _follow(family, words):
        return 0
    others = [word for word in words if word not in family]
    if given and given[0] in others:
        return _FAMILY + _GIVEN
    initials = [word for word in others if len(word.strip(".")) == 1]
    if given and any(word[0] == given[0][0] for word in initials):
        return _FAMILY + _INITIAL
    return _FAMILY


def _follow(family: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the family's name stands in the words, as one word or as several."""
    if "".join(family) in words:
        return True
    places = range(len(words) - len(family) + 1)
    return any(list(words[at : at + len(family)]) == list(family) for at in places)


def _points(each: Lacking, stem: str, words: Sequence[str], today: date) -> int:
    """What else the name says for a certificate: its number, its day, its year, its course."""
    points = 0
    number = search_key(each.number).replace(" ", "")
    if len(number) >= _LEAST_NUMBER and number in "".join(words):
        points += 8
    days = {parse_date(found.replace("_", "-"), today=today) for found in _DAY.findall(stem)}
    years = {int(found) for found in _YEAR.findall(stem)}
    if each.completed_on in days:
        points += 6
    elif days - {None}:
        points -= 6
    elif each.completed_on.year in years:
        points += 3
    elif years:
        points -= 3
    told = set(search_key(each.course).split()) & set(words)
    return points + len({word for word in told if len(word) > 3})


def _why(likeliest: Lacking, points: int) -> str:
    if points >= 6:
        return f"{likeliest.officer_name} and the day or the number are named."
    if points >= 3:
        return f"{likeliest.officer_name} and the year are named."
    return f"{likeliest.officer_name} is named, who lacks only this copy."


def _asked(match: FileMatch) -> FileMatch:
    return FileMatch(
        certificate=None,
        candidates=match.candidates,
        why="Another file fits this certificate as well.",
    )

"""What the words around a value call it: before it, beside it, above or below it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from sro_desk.intake.guesses.lines import Run
from sro_desk.intake.guesses.sheet import Beside, Piece, Sheet

R = TypeVar("R", bound=Enum)
_SENTENCE_ENDS = re.compile(r"(?<=[a-z0-9\])”\"])[.;!?]\s+(?=[A-Z“\"])")
_ENDS_AT_ONCE = re.compile(r"[)\]”\"]*[.;]\s")
_SHORT_ENDING = re.compile(r"\b(?:St|No|Dr|Mr|Mrs|Ms|Sgt|Lt|Ofc|Dep|Hwy|Ave|Rd|subd|Minn)$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")  # as in a course's title: they speak of nothing else
_FAR = 90  # letters between a word and the value it speaks of
_CLOSE = 12  # letters: nothing else comes between, whatever line they stand on
_AFTER = 30
_LABEL_ROOM = 330.0  # points between a label and its value on one line
_LONGEST_LABEL = 60  # letters
_CLEARLY_NEARER = 1.5


@dataclass(frozen=True, slots=True)
class Called(Generic[R]):
    """What a value is, by its nearest words; `direct` where they are its own label."""

    role: R
    direct: bool
    label: Run | None = None


class Words(Generic[R]):
    """A vocabulary: which words speak of which role."""

    def __init__(self, spoken: Mapping[R, str]) -> None:
        self._spoken = {
            role: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
            for role, words in spoken.items()
        }

    def without(self, role: R) -> "Words[R]":
        """The same vocabulary, deaf to one role."""
        fewer: Words[R] = Words({})
        fewer._spoken = {each: words for each, words in self._spoken.items() if each is not role}
        return fewer

    def last_in(self, text: str) -> tuple[R, int] | None:
        """The role spoken of last, and the letters between it and the end."""
        return self._furthest(text, last=True)

    def first_in(self, text: str) -> tuple[R, int] | None:
        """The role spoken of first, and the letters before it."""
        return self._furthest(text, last=False)

    def _furthest(self, text: str, *, last: bool) -> tuple[R, int] | None:
        found: list[tuple[int, int, R]] = []
        for role, words in self._spoken.items():
            for match in words.finditer(text):
                off = len(text) - match.end() if last else match.start()
                found.append((off, match.start() - match.end(), role))
        if not found:
            return None
        off, _, role = min(found, key=lambda each: each[:2])  # of two that end alike the longer
        return role, off


def called(
    sheet: Sheet, piece: Piece, words: Words[R], *, from_afar: Words[R] | None = None
) -> Called[R] | None:
    """The role of a value; None where nothing near speaks of it, or two speak alike loudly.

    `from_afar` are the words heeded in the lines above, where a title may say anything.
    """
    afar = from_afar or words
    run = piece.run
    start = piece.block.start_of(run)
    before = piece.block.text[start : piece.start]
    if found := _said_before(before, words):
        return Called(found, direct=True)
    if not before.strip(" :-#("):
        left = sheet.left_of(run)
        if left and (role := _of_label(left, words, _LABEL_ROOM)):
            return Called(role, direct=True, label=left.run)
        if left and left.gap <= _LABEL_ROOM and left.run.text.endswith(":"):
            return None  # it has a label, which says nothing
    after = piece.block.text[piece.end : start + len(run.text)]
    if (spoken := words.first_in(after[:_AFTER])) and not _ENDS_AT_ONCE.match(after):
        return Called(spoken[0], direct=True)
    alone = not before.strip(" :-#(") and len(after) < 12
    if alone:
        return _over_or_under(sheet, run, words) or _flowing(sheet, piece, words, afar)
    return _flowing(sheet, piece, words, afar) or _over_or_under(sheet, run, words)


def _said_before(text: str, words: Words[R]) -> R | None:
    spoken = words.last_in(_sentence(text))
    return spoken[0] if spoken and spoken[1] <= _FAR else None


def _sentence(text: str) -> str:
    """What belongs to the sentence that ends with `text`."""
    start = 0
    for match in _SENTENCE_ENDS.finditer(text):
        if not _SHORT_ENDING.search(text[: match.start()]):
            start = match.end()
    return text[start:]


def _of_label(beside: Beside | None, words: Words[R], room: float) -> R | None:
    if beside is None or beside.gap > room or len(beside.run.text) > _LONGEST_LABEL:
        return None
    spoken = words.last_in(beside.run.text)
    return spoken[0] if spoken else None


def _over_or_under(sheet: Sheet, run: Run, words: Words[R]) -> Called[R] | None:
    over, under = sheet.above(run), sheet.below(run)
    above, below = (_of_label(each, words, float("inf")) for each in (over, under))
    if over and under and above and below and above is not below:
        gaps = sorted((max(0.5, over.gap), max(0.5, under.gap)))
        if gaps[1] < _CLEARLY_NEARER * gaps[0]:
            return None
        nearer = over if over.gap < under.gap else under
        return Called(above if nearer is over else below, direct=True, label=nearer.run)
    if over and above:
        return Called(above, direct=True, label=over.run)
    if under and below:
        return Called(below, direct=True, label=under.run)
    return None


def _flowing(sheet: Sheet, piece: Piece, words: Words[R], afar: Words[R]) -> Called[R] | None:
    """A sentence that began further above."""
    text = piece.block.text[: piece.start]
    spoken = words.last_in(_IN_BRACKETS.sub(" ", _sentence(text)))
    if spoken and spoken[1] <= _FAR:
        return Called(spoken[0], direct=spoken[1] <= _CLOSE)
    for run in sheet.flow_before(piece.block.runs[0]):
        text = f"{run.text} {text}"
    spoken = afar.last_in(_IN_BRACKETS.sub(" ", _sentence(text)))
    return Called(spoken[0], direct=False) if spoken and spoken[1] <= 2 * _FAR else None

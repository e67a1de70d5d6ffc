"""Compares what is guessed from the generated certificates with what they say."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sro_desk.domain.names import search_key
from sro_desk.intake.guesses.guess import guess
from sro_desk.intake.guesses.values import Guess, Guesses, Sureness
from sro_desk.intake.worker import Worker
from tests.intake.papers.facts import Facts, facts
from tests.intake.papers.layouts import everybody
from tests.intake.papers.people import CATALOGUE, ROSTER, TODAY

EACH = 6  # certificates of a layout
CLASSES = {"rostered"}


@dataclass
class Score:
    """How often a field was right, left empty, wrong, and wrong although called sure."""

    right: int = 0
    empty: int = 0
    wrong: int = 0
    wrong_as_sure: int = 0
    sure: int = 0

    @property
    def all(self) -> int:
        """How many were looked at."""
        return self.right + self.empty + self.wrong

    def add(self, *, right: bool, empty: bool, sure: bool) -> None:
        """Count one."""
        self.right += right
        self.empty += not right and empty
        self.wrong += not right and not empty
        self.sure += sure
        self.wrong_as_sure += sure and not right


FIELDS = ("officer", "date", "course", "issued", "number", "credits")


@dataclass
class Measured:
    """The scores of some layouts, and a line for whatever was not right."""

    scores: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FIELDS})
    lines: list[str] = field(default_factory=list)


def measure(
    worker: Worker, layouts: Iterable[tuple[str, Callable[[Facts], bytes]]], count: int = EACH
) -> Measured:
    """Draw each certificate, read it in the limited process, guess, and compare."""
    measured = Measured()
    for name, draw in layouts:
        for turn, it in enumerate(facts(name, count), start=1):
            page = worker.text(draw(it), page=0)
            found = guess([page], ROSTER, CATALOGUE, today=TODAY)
            _compare(measured, f"{name} {turn}", it, found, several=name in CLASSES)
    return measured


def table(parts: Iterable[tuple[str, Measured]]) -> str:
    """The figures as lines of text."""
    rows = [f"{'':28}{'right':>12}{'empty':>7}{'wrong':>7}{'sure':>7}{'wrong as sure':>15}"]
    for title, measured in parts:
        for name, score in measured.scores.items():
            share = f"{score.right}/{score.all} {score.right / score.all:.0%}"
            rows.append(
                f"{title:18}{name:10}{share:>12}{score.empty:>7}{score.wrong:>7}"
                f"{score.sure:>7}{score.wrong_as_sure:>15}"
            )
    return "\n".join(rows)


def _compare(measured: Measured, where: str, it: Facts, found: Guesses, *, several: bool) -> None:
    values = {
        "date": (found.completed_on, it.last),
        "course": (found.course, it.course),
        "issued": (found.issued_on, it.issued),
        "number": (found.number, it.number),
        "credits": (found.credits, it.hours),
    }
    right = _officers_right(it, found, several=several)
    sure = any(each.sure is Sureness.SURE for each in found.officers)
    empty = all(each.value is None for each in found.officers)
    _count(measured, where, "officer", right=right, empty=empty, sure=sure, said=found.officers)
    for name, (guessed, truth) in values.items():
        value = None if guessed is None else guessed.value
        same = getattr(value, "id", value) == truth
        sure = guessed is not None and guessed.sure is Sureness.SURE
        _count(measured, where, name, right=same, empty=value is None, sure=sure, said=guessed)


def _count(
    measured: Measured, where: str, name: str, *, right: bool, empty: bool, sure: bool, said: object
) -> None:
    measured.scores[name].add(right=right, empty=empty, sure=sure)
    if not right and (name in FIELDS[:3] or not empty):
        measured.lines.append(f"{where}: {name} {'empty' if empty else 'WRONG'}: {said}")


def _officers_right(it: Facts, found: Guesses, *, several: bool) -> bool:
    """Unlike names are filled in, like-named officers asked about, a stranger is named."""
    expected = everybody(it) if several else [it.holder]
    if len(found.officers) != len(expected):
        return False
    by_officers = {frozenset(each.id for each in one.candidates): one for one in found.officers}
    return all(_is_right(by_officers.get(each.officers), each) for each in expected)


def _is_right(guessed: Guess | None, holder: object) -> bool:
    if guessed is None:
        return False
    if not holder.officers:
        return search_key(guessed.said) == search_key(holder.printed)
    return (guessed.value is not None) == (len(holder.officers) == 1)

"""What changed between two packets for a district: who joined, left, or was trained.

Compared is what each packet told, not the records: a fact entered late is a
change for whoever reads the packets.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sro_desk.domain.codes import Status
from sro_desk.domain.dates import us_date
from sro_desk.domain.words import status_words

_TRAINED = frozenset({Status.MET, Status.MET_LATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a packet said of one officer: public facts."""

    officer: int  # so that a new name is not a new officer
    name: str
    standing: Status
    paragraph: str
    course: str  # of the most recent qualifying certificate, or ""
    completed_on: date | None


class What(StrEnum):
    """The kinds of change, in the order in which they are told."""

    JOINED = "JOINED"
    LEFT = "LEFT"
    TRAINED = "TRAINED"
    STATUS = "STATUS"
    CERTIFICATE = "CERTIFICATE"
    NAME = "NAME"


@dataclass(frozen=True, slots=True)
class Change:
    """One change, with the words that explain it."""

    what: What
    name: str
    words: str


def changes(
    before: Iterable[Told], now: Iterable[Told], *, untold: Collection[int] = ()
) -> tuple[Change, ...]:
    """The changes by kind and name; officers of `untold` are passed over in silence."""
    was = {each.officer: each for each in before if each.officer not in untold}
    is_ = {each.officer: each for each in now}
    found = [_joined(each) for number, each in is_.items() if number not in was]
    found += [
        Change(What.LEFT, each.name, "No longer listed for the district")
        for number, each in was.items()
        if number not in is_
    ]
    for number, each in is_.items():
        if number in was:
            found += _differences(was[number], each)
    order = list(What)
    return tuple(sorted(found, key=lambda each: (order.index(each.what), each.name)))


def written(told: Iterable[Told]) -> str:
    """What a packet told as JSON, always the same for the same facts."""
    rows = [
        [
            each.officer,
            each.name,
            each.standing.value,
            each.paragraph,
            each.course,
            None if each.completed_on is None else each.completed_on.isoformat(),
        ]
        for each in sorted(told, key=lambda each: each.officer)
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> tuple[Told, ...]:
    """What `written` wrote; nothing where it is not that."""
    try:
        return tuple(map(_told, json.loads(text or "[]")))
    except (ValueError, TypeError, RecursionError):
        return ()


def _told(row: list[object]) -> Told:
    number, name, standing, paragraph, course, completed = row
    if not isinstance(number, int):
        raise TypeError(number)
    return Told(
        officer=number,
        name=str(name),
        standing=Status(str(standing)),
        paragraph=str(paragraph),
        course=str(course),
        completed_on=None if completed is None else date.fromisoformat(str(completed)),
    )


def _joined(each: Told) -> Change:
    words = f"Listed for the first time: {status_words(each.standing).lower()}"
    return Change(What.JOINED, each.name, words)


def _differences(was: Told, now: Told) -> list[Change]:
    found = []
    newer = _newly_completed(was, now)
    if newer:
        found.append(Change(What.TRAINED, now.name, newer))
    told_by_training = newer and now.standing in _TRAINED
    if was.standing is not now.standing and not told_by_training:
        words = f"{status_words(was.standing)} before, {status_words(now.standing).lower()} now"
        found.append(Change(What.STATUS, now.name, words))
    if was.completed_on is not None and not newer and was.completed_on != now.completed_on:
        found.append(Change(What.CERTIFICATE, now.name, _no_longer_counts(was.completed_on, now)))
    if was.name != now.name:
        found.append(Change(What.NAME, now.name, f"Listed as {was.name} before"))
    return found


def _newly_completed(was: Told, now: Told) -> str:
    """What was completed since, in words; "" where nothing was."""
    if now.completed_on is None:
        return ""
    if was.completed_on is not None and was.completed_on >= now.completed_on:
        return ""
    return f"Completed {now.course} on {us_date(now.completed_on)}"


def _no_longer_counts(told: date, now: Told) -> str:
    """A certificate was voided, or its date put right: nobody was trained by that."""
    words = f"The certificate of {us_date(told)} does not count any more"
    if now.completed_on is None:
        return words
    return f"{words}; the most recent is of {us_date(now.completed_on)}"

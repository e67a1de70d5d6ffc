"""Guesses as values: what, how sure, and where on the page it stands."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from sro_desk.domain.records import Course, Officer
from sro_desk.intake.examined import Box

T = TypeVar("T")


class Sureness(StrEnum):
    """How far a guess may be trusted; only the first two are put into a form."""

    SURE = "SURE"
    LIKELY = "LIKELY"
    ASK = "ASK"


_WEAKEST_FIRST = (Sureness.ASK, Sureness.LIKELY, Sureness.SURE)


def least_sure(*several: Sureness) -> Sureness:
    """The weakest of several."""
    return min(several, key=_WEAKEST_FIRST.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is said: a page (from 0) and the boxes of the words."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess(Generic[T]):
    """`candidates` come most likely first; none where what is said matches nothing on file."""

    said: str  # the words of the paper
    sure: Sureness
    candidates: tuple[T, ...]
    places: tuple[Place, ...]

    @property
    def value(self) -> T | None:
        """What may be put into a form; None where a person must be asked."""
        return None if self.sure is Sureness.ASK or not self.candidates else self.candidates[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guesses:
    """All that a file says about one certificate, or about one class that shared a course."""

    officers: tuple[Guess[Officer], ...] = ()
    course: Guess[Course] | None = None
    completed_on: Guess[date] | None = None
    issued_on: Guess[date] | None = None
    number: Guess[str] | None = None
    credits: Guess[Decimal] | None = None
    post_number: Guess[str] | None = None  # the POST Board's number of the course
    issuer: Guess[str] | None = None

"""The substitutes of a school year, each with the contact days that count against the limit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.contact_days import YearLog
from sro_desk.domain.records import OfficerId

_BEYOND = 1.1  # what a bar holds, as a share of the limit


class Counted(Protocol):
    """A substitute with a year's count, as more than one report has them."""

    @property
    def name(self) -> str:
        """The officer's name."""

    @property
    def log(self) -> YearLog:
        """The count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteYear:
    """One substitute's school year."""

    officer: OfficerId
    name: str
    log: YearLog


def nearest_first(found: Iterable[SubstituteYear]) -> tuple[SubstituteYear, ...]:
    """Those with most days first; where they are equal, in the order given."""
    return tuple(sorted(found, key=lambda each: -each.log.total))


def room_of(shown: Sequence[Counted]) -> float:
    """The days that the bars of all have room for, so that they share one scale."""
    return max(
        (max(each.log.limit * _BEYOND, float(each.log.total)) for each in shown), default=1.0
    )


def days_words(log: YearLog) -> str:
    """ "37 of 60", with the date of the 60th where it is known: a label beside a bar."""
    told = f"{log.total} of {log.limit}"
    if log.sixtieth_on is not None:
        return f"{told}; day {log.limit}: {us_date(log.sixtieth_on)}"
    return f"{told}; day {log.limit} has no date yet" if log.reached else told


def in_words(shown: Iterable[Counted]) -> str:
    """The bars as a sentence, for those who do not see them."""
    return " ".join(f"{each.name}: {each.log.counted}" for each in shown)

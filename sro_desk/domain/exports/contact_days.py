"""The facts of a substitute's contact days in one school year."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import DayKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDay:
    """One date that counts, and the districts of it; served goes before booked."""

    on: date
    kind: DayKind
    districts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLog:
    """A school year's contact days, as the calendar of the window shows them."""

    title: str  # "School year 2026–27"
    first: date
    last: date
    on: date  # the day asked about
    days: tuple[CountedDay, ...]  # in order, each date once
    served: int
    booked: int
    undated: int  # booked with no date yet
    limit: int
    sixtieth_on: date | None
    projected_on: date | None
    counted: str  # the count in a sentence
    outlook: str  # when the 60th falls, in a sentence; "" for another year than that of `on`

    @property
    def total(self) -> int:
        """Served and booked days together, as V.D counts them."""
        return self.served + self.booked + self.undated

    @property
    def reached(self) -> bool:
        """Whether V.D exempts no longer."""
        return self.total >= self.limit

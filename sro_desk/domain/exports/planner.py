"""The facts of the V.B planner."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import Light
from sro_desk.domain.exports.around import Letterhead, Provenance
from sro_desk.domain.pace import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """One officer who needs a seat in a course."""

    name: str
    badge: str
    districts: tuple[str, ...]
    basic: str  # the prior basic course, by which V.B governs
    basic_on: date
    status: str
    light: Light
    withheld: bool  # listed only where that is asked for; private then


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneLine:
    """One officer under V.B who is trained."""

    name: str
    badge: str
    districts: tuple[str, ...]
    course: str
    completed_on: date
    status: str
    light: Light
    withheld: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLine:
    """A course of the catalogue that satisfies V.B."""

    title: str
    kind: str  # in words
    provider: str
    post_number: str
    approved_from: date | None
    approved_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictSeats:
    """Seats by district; who serves several is counted at each."""

    district: str
    needed: int
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Planner:
    """The facts of the planner; each officer once, as filed."""

    letterhead: Letterhead
    provenance: Provenance
    district: str  # whose officers alone are listed; "" for all
    last_day: date  # of V.B; a fixed date
    advised: date  # the last working day up to it
    pace: Pace  # until the day advised
    needed: tuple[SeatLine, ...]
    done: tuple[DoneLine, ...]
    seats: tuple[DistrictSeats, ...]
    courses: tuple[CourseLine, ...]

    @property
    def private(self) -> bool:
        """Whether an officer is named who is withheld from what leaves the agency."""
        return any(line.withheld for line in self.needed) or any(
            line.withheld for line in self.done
        )

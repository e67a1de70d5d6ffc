"""The facts of the substitute day log."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import Light
from sro_desk.domain.exports.around import Letterhead, Provenance
from sro_desk.domain.exports.contact_days import YearLog


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """The days of one month at one place, and the count with them."""

    month: date | None  # its first day; None for days that have no date yet
    place: str
    served: tuple[date, ...]
    booked: tuple[date, ...]
    days: int  # also where the dates are not listed
    running: int  # the count of the school year up to the end of this line


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteLine:
    """One substitute of the school year."""

    name: str
    badge: str
    districts: tuple[str, ...]
    log: YearLog
    months: tuple[MonthLine, ...]
    paragraph: str
    status: str
    light: Light
    incomplete: bool  # whether something is missing from the file
    meaning: str  # what the count means for the officer, in a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteLog:
    """The facts of the log of one school year."""

    letterhead: Letterhead
    provenance: Provenance
    district: str  # whose substitutes alone are listed; "" for all
    school_year: str  # "School year 2026–27"
    first: date
    last: date
    limit: int
    substitutes: tuple[SubstituteLine, ...]

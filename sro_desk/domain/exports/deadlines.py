"""The facts of the deadlines list."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import Light, Status
from sro_desk.domain.exports.around import Letterhead, Provenance
from sro_desk.domain.exports.pictures.shares import DistrictShare
from sro_desk.domain.exports.pictures.substitutes import SubstituteYear


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineLine:
    """One officer of the deadlines list."""

    name: str
    badge: str
    districts: tuple[str, ...]
    paragraph: str
    standing: Status
    status: str
    light: Light
    nominal: date | None
    legal: date | None
    days_left: int | None
    missing: tuple[str, ...]
    next_step: str  # in words


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesList:
    """The facts of the deadlines list, most urgent first."""

    letterhead: Letterhead
    provenance: Provenance
    lines: tuple[DeadlineLine, ...]
    district: str = ""  # whose officers alone are listed; "" for all
    within: int | None = None  # only what is due within so many days is listed, and what is overdue
    shares: tuple[DistrictShare, ...] = ()  # of the officers listed; none where `within` is chosen
    substitutes: tuple[SubstituteYear, ...] = ()  # likewise

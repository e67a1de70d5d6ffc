"""The facts of a district certificate summary."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import Light, Status
from sro_desk.domain.exports.around import Letterhead, Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerLine:
    """One officer of a district certificate summary."""

    name: str
    badge: str
    title: str
    role: str  # in words
    sites: tuple[str, ...]
    assumed: date | None
    ends_on: date | None
    paragraph: str  # "V.A", or "" where none governs
    standing: Status  # to count by
    status: str  # in words
    light: Light
    nominal: date | None
    legal: date | None
    course: str  # of the most recent qualifying certificate, or ""
    completed_on: date | None
    certificate_number: str
    copy_on_file: bool | None  # None where no copy is called for
    uncovered_duties: str  # why duties (4)/(5) are not covered; "" where they are
    missing: tuple[str, ...]  # gaps in words
    why: tuple[str, ...]  # the argument, a sentence each


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictSummary:
    """The facts of one district certificate summary."""

    letterhead: Letterhead
    provenance: Provenance
    district: str
    label: str  # "ISD 0196"
    citation: str  # the district's own policy number; "" where unknown
    contracts: tuple[tuple[date, date], ...]  # terms, first and last day
    sites: tuple[str, ...]
    officers: tuple[OfficerLine, ...]

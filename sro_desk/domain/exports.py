"""What may leave the agency: public fields only (Minn. Stat. § 13.43 subd. 2), in their own types.

A report is made from these values and from nothing else, so that a private
field cannot reach a PDF: there is no field here that could carry it.
"""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import Light, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The agency as its letters show it."""

    agency: str
    address: tuple[str, ...]
    phone: str
    email: str
    ori: str
    chief: str
    chief_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a report comes from: printed in each footer so that it can be checked later."""

    on: date  # the as-of date
    made_on: date
    ledger_head: str  # hexadecimal
    sample: bool  # watermarked: not a real agency


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

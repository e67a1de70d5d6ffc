"""What `evaluate` answers: values that screens, PDFs and JSON show alike.

Named tuples, because a page of all officers makes a hundred thousand of them, and a frozen
dataclass takes twice the time.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sro_desk.domain.codes import Advisory, Duties, Gap, Light, Paragraph, Role, Status, Step
from sro_desk.domain.reasons import Because
from sro_desk.domain.records import AssignmentId, CertificateId, DistrictId, OfficerId

Fact = date | int | str | None  # what a sentence is filled in with; None where there is none


class Deadline(NamedTuple):
    """The last day to be trained: warn against `nominal`, overdue only after `legal`."""

    nominal: date
    legal: date


class ServicePeriod(NamedTuple):
    """Covered assignments of one officer and one role, merged where they overlap or touch."""

    role: Role
    assumed: date
    ends_on: date | None  # inclusive; None while open
    assignments: tuple[AssignmentId, ...]
    districts: tuple[DistrictId, ...]


class ContactDays(NamedTuple):
    """A substitute's count against the 60 days of V.D in one school year (July 1 to June 30)."""

    school_year: int  # the calendar year of its July 1
    served: int  # dates
    booked: int  # dates not also served
    undated: int  # booked days with no dates yet
    limit: int  # 60
    sixtieth_on: date | None  # the date of the 60th day where dates alone reach it

    @property
    def total(self) -> int:
        """Served and booked days together, as V.D counts them."""
        return self.served + self.booked + self.undated


class Reason(NamedTuple):
    """One step of the argument: what was found, the dates and counts used, and the citation."""

    because: Because  # `sentences` turns it into words
    facts: Mapping[str, Fact]
    citation: str


class PeriodOutcome(NamedTuple):
    """What became of one service period as of the date asked about."""

    period: ServicePeriod
    paragraph: Paragraph
    status: Status
    deadline: Deadline | None
    trained_on: date | None  # first qualifying completion
    why: tuple[Reason, ...]


class Finding(NamedTuple):
    """Where one officer stands on the as-of date, and why."""

    officer: OfficerId
    on: date
    paragraph: Paragraph | None
    status: Status
    period: ServicePeriod | None
    deadline: Deadline | None
    days_left: int | None  # from `on` to the legal date, for DUE and OVERDUE; negative when past
    trained_on: date | None
    duties: Duties
    gaps: tuple[Gap, ...]
    advisories: tuple[Advisory, ...]
    light: Light
    next_step: Step
    why: tuple[Reason, ...]
    contact_days: ContactDays | None  # for a substitute
    attach_to: CertificateId | None  # the certificate that lacks its copy, where a gap says so
    history: tuple[PeriodOutcome, ...]  # every covered period, earliest first

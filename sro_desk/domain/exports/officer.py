"""The facts of an officer's page: it stays with the agency, its auditor and the officer.

Unlike the facts of reports that leave, these hold private data: the licence,
the words of an inability record, of a review and of an assignment that is not
covered. Remarks are not among them: no report may read those.
"""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import Light, Status
from sro_desk.domain.exports.around import Letterhead, Provenance
from sro_desk.domain.exports.contact_days import YearLog


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentFact:
    """One assignment."""

    district: str
    school: str  # "" for the whole district
    role: str  # in words
    assumed: date
    ends_on: date | None
    booked_days: int  # promised with no dates yet
    covered: bool
    why_not: str  # private: a clerk's words


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFact:
    """What became of one service period."""

    role: str
    districts: tuple[str, ...]
    assumed: date
    ends_on: date | None
    paragraph: str
    standing: Status
    status: str
    nominal: date | None
    legal: date | None
    trained_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFact:
    """One certificate, whether it counts or not."""

    course: str
    kind: str  # in words
    completed_on: date
    issued_on: date | None
    number: str
    credits: str
    copy_on_file: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFact:
    """One review of the agency's policy."""

    reviewed_on: date
    note: str  # private


@dataclass(frozen=True, slots=True, kw_only=True)
class InabilityFact:
    """One record that the course could not be provided in time; private but for its date."""

    recorded_on: date | None
    reason: str
    signed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerFacts:
    """One officer, with all that is on file and where it leaves the officer."""

    name: str
    badge: str
    rank: str
    title: str
    post_license: str  # private
    employed_from: date | None
    employed_to: date | None
    withheld: bool  # from what leaves the agency
    serving: tuple[str, ...]  # labels of the districts of the service period asked about
    assumed: date | None  # of that period
    paragraph: str  # with what it asks; "" where none governs
    standing: Status
    status: str
    light: Light
    nominal: date | None
    legal: date | None
    days_left: int | None
    duties: str
    missing: tuple[str, ...]
    advisories: tuple[str, ...]
    next_step: str
    why: tuple[str, ...]  # the argument, a sentence each
    earlier: tuple[PeriodFact, ...]  # service periods other than the one asked about
    assignments: tuple[AssignmentFact, ...]
    certificates: tuple[CertificateFact, ...]  # the newest first
    reviews: tuple[ReviewFact, ...]  # likewise
    inability: tuple[InabilityFact, ...]
    log: YearLog | None  # of a substitute


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerPage:
    """The facts of a report that is one officer's page."""

    letterhead: Letterhead
    provenance: Provenance
    officer: OfficerFacts

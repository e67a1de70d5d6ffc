"""The reports by name, and what each can be asked for; the command line uses the same names."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sro_desk.domain.records import DistrictId, OfficerId


class ReportName(StrEnum):
    """The reports, in the order in which they are offered."""

    DISTRICT = "district"
    PACKET = "packet"
    DEADLINES = "deadlines"
    OFFICER = "officer"
    SUBSTITUTES = "substitutes"
    PLANNER = "planner"
    AUDIT = "audit"
    ACKNOWLEDGEMENT = "acknowledgement"
    INABILITY = "inability"


class Option(StrEnum):
    """What a report can be asked for, beside the day it is as of; named as fields of `Asked`."""

    DISTRICT = "district"
    OFFICER = "officer"
    WITHIN = "within"
    SINCE = "since"
    COPIES = "copies"
    DUTIES = "duties"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A report as it is asked for; what a report takes no notice of stays as it is here."""

    report: ReportName
    on: date
    district: DistrictId | None = None
    officer: OfficerId | None = None
    within: int | None = None  # only deadlines within so many days, and what is overdue
    since: date | None = None  # the first day whose ledger entries are listed
    copies: bool = False  # the certificate copies as appendices
    duties: bool = False  # the contract's duties of IV.A
    withheld: bool = False  # also the officers withheld from exports, for the agency itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What there is to know of a report before it is made."""

    title: str
    told: str  # a sentence or two
    needs: frozenset[Option] = frozenset()  # without which it is not made
    takes: frozenset[Option] = frozenset()  # may be left alone
    leaves: bool = True  # made of public fields; else for the agency and its auditor


KINDS: dict[ReportName, Kind] = {
    ReportName.DISTRICT: Kind(
        title="Certificate summary",
        told="What a district is sent: its officers, their certificates, what is missing, and the "
        "chief’s attestation.",
        needs=frozenset({Option.DISTRICT}),
    ),
    ReportName.PACKET: Kind(
        title="District packet",
        told="The certificate summary behind a letter from the chief, with what changed since the "
        "last packet; on request the contract’s duties and the copies of the certificates.",
        needs=frozenset({Option.DISTRICT}),
        takes=frozenset({Option.DUTIES, Option.COPIES}),
    ),
    ReportName.DEADLINES: Kind(
        title="Deadlines list",
        told="Every officer in order of urgency, for the agency itself or for one district.",
        takes=frozenset({Option.DISTRICT, Option.WITHIN}),
    ),
    ReportName.OFFICER: Kind(
        title="Officer’s page",
        told="Everything on file about one officer, with the reasons: for the officer and the "
        "agency.",
        needs=frozenset({Option.OFFICER}),
        leaves=False,
    ),
    ReportName.SUBSTITUTES: Kind(
        title="Substitute day log",
        told="The contact days of every substitute this school year, counted against 60.",
        takes=frozenset({Option.DISTRICT}),
    ),
    ReportName.PLANNER: Kind(
        title="V.B planner",
        told="Who still needs a course before June 1, 2027, which one, and the weeks left.",
        takes=frozenset({Option.DISTRICT, Option.WITHHELD}),
    ),
    ReportName.AUDIT: Kind(
        title="Audit binder",
        told="All of it for an auditor: agency, policy, a page an officer, what is missing, the "
        "ledger of the period, a manifest; on request the copies. As a ZIP, with their originals.",
        takes=frozenset({Option.SINCE, Option.COPIES, Option.WITHHELD}),
        leaves=False,
    ),
    ReportName.ACKNOWLEDGEMENT: Kind(
        title="Policy acknowledgement form",
        told="For an officer to sign that the policy was reviewed (V.C, V.D); blank without one.",
        takes=frozenset({Option.OFFICER}),
        leaves=False,
    ),
    ReportName.INABILITY: Kind(
        title="Inability record form",
        told="For the chief to sign that the course could not be provided in time (V.C); blank "
        "without an officer.",
        takes=frozenset({Option.OFFICER}),
        leaves=False,
    ),
}


def may_leave(asked: Asked) -> bool:
    """Whether a report as it is asked for is made of public fields alone."""
    return KINDS[asked.report].leaves and not asked.withheld

"""The columns of the lists as they are saved: public facts only."""

from typing import TYPE_CHECKING

from sro_desk.domain.changes import Kind
from sro_desk.domain.ledger_words import action_words, kind_words
from sro_desk.domain.records import OfficerId
from sro_desk.domain.sentences import (
    course_kind_words,
    district_kind_words,
    gap_words,
    light_words,
    status_words,
    step_words,
)
from sro_desk.ui.listed import SavedColumn

if TYPE_CHECKING:  # the services of other pages come when those are shown
    from sro_desk.services.certificates import CertificateLine
    from sro_desk.services.districts import DistrictLine
    from sro_desk.services.findings import OverviewRow
    from sro_desk.services.history import ActivityLine

OFFICERS: tuple[SavedColumn["OverviewRow"], ...] = (
    SavedColumn("Officer", lambda row: row.name),
    SavedColumn("Badge", lambda row: row.officer.badge),
    SavedColumn("Districts", lambda row: ", ".join(row.districts)),
    SavedColumn("Paragraph", lambda row: row.finding.paragraph or ""),
    SavedColumn("Status", lambda row: status_words(row.finding.status)),
    SavedColumn("Light", lambda row: light_words(row.finding.light)),
    SavedColumn("Deadline", lambda row: _deadline(row, legal=False)),
    SavedColumn("Legal last day", lambda row: _deadline(row, legal=True)),
    SavedColumn("Days left", lambda row: row.finding.days_left),
    SavedColumn("Missing", lambda row: "; ".join(map(gap_words, row.finding.gaps))),
    SavedColumn("Next step", lambda row: step_words(row.finding.next_step)),
)
CERTIFICATES: tuple[SavedColumn["CertificateLine"], ...] = (
    SavedColumn("Officer", lambda line: line.officer_name),
    SavedColumn("Districts", lambda line: ", ".join(line.districts)),
    SavedColumn("Course", lambda line: line.course_title),
    SavedColumn("Kind", lambda line: course_kind_words(line.course_kind)),
    SavedColumn("Completed", lambda line: line.completed_on),
    SavedColumn("Issued", lambda line: line.issued_on),
    SavedColumn("Number", lambda line: line.number),
    SavedColumn("Copy", lambda line: "Missing" if line.copy is None else "On file"),
    SavedColumn("Counts", lambda line: "Yes" if line.voided is None else "No: voided"),
)
DISTRICTS: tuple[SavedColumn["DistrictLine"], ...] = (
    SavedColumn("District", lambda line: line.label),
    SavedColumn("Name", lambda line: line.district.name),
    SavedColumn("Kind", lambda line: district_kind_words(line.district.kind)),
    SavedColumn("Policy number", lambda line: line.district.citation),
    SavedColumn("Contact", lambda line: line.district.contact_name),
    SavedColumn("Contract from", lambda line: line.contract.starts_on if line.contract else None),
    SavedColumn("Contract to", lambda line: line.contract.ends_on if line.contract else None),
    SavedColumn("In force", lambda line: "Yes" if line.in_force else "No"),
    SavedColumn("Schools", lambda line: "; ".join(school.name for school in line.schools)),
    SavedColumn("Officers", lambda line: line.officers),
)
ACTIVITY: tuple[SavedColumn["ActivityLine"], ...] = (  # not what was written: it may be private
    SavedColumn("Entry", lambda line: line.entry.seq),
    SavedColumn("When (UTC)", lambda line: f"{line.entry.at:%Y-%m-%d %H:%M:%S}"),
    SavedColumn("Who", lambda line: line.entry.actor),
    SavedColumn("Done", lambda line: action_words(line.entry.action)),
    SavedColumn("Kind of record", lambda line: kind_words(line.entry.kind)),
    SavedColumn("Record", lambda line: line.entry.record),
    SavedColumn("Hash", lambda line: line.entry.hash),
)


def officer_of_entry(line: "ActivityLine") -> OfficerId | None:
    """Whom an entry of the ledger is about, where its record says so."""
    entry = line.entry
    if entry.kind is Kind.OFFICER:
        return OfficerId(entry.record)
    number = (entry.after or entry.before or {}).get("officer_id")
    return OfficerId(number) if isinstance(number, int) else None


def _deadline(row: "OverviewRow", *, legal: bool):  # type: ignore[no-untyped-def]  # a day or none
    deadline = row.finding.deadline
    if deadline is None:
        return None
    return deadline.legal if legal else deadline.nominal

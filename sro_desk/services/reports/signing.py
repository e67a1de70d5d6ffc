"""The officer on a form that is signed by hand: public facts only."""

from collections.abc import Mapping
from datetime import date

from sro_desk.domain.exports.forms import Signer
from sro_desk.domain.finding import Finding
from sro_desk.domain.records import DistrictId, OfficerId, OfficerRecord
from sro_desk.services import loading, rows
from sro_desk.services.reports import naming
from sro_desk.storage.database import Database
from sro_desk.storage.recording import RecordsSession
from sro_desk.storage.tables import OfficerRow


def record_of(session: RecordsSession, officer: OfficerId) -> OfficerRecord:
    """What is on file about the officer; SroDeskError where there is none such on the roster."""
    rows.still_valid(session, OfficerRow, officer)
    (record,) = loading.records(session, only=[officer])
    return record


def signer_of(
    record: OfficerRecord, finding: Finding, labels: Mapping[DistrictId, tuple[str, str]]
) -> Signer:
    """The officer, with the first day of the duties in the period asked about."""
    officer, period = record.officer, finding.period
    districts = period.districts if period else ()
    return Signer(
        name=officer.name,
        badge=officer.badge,
        title=", ".join(part for part in (officer.rank, officer.title) if part),
        districts=tuple(labels[each][0] for each in districts),
        assumed=period.assumed if period else None,
        withheld=officer.withheld,
    )


def file_name(db: Database, officer: OfficerId | None, what: str, on: date) -> str:
    """`Olson, Erik SRO policy acknowledgement 2026-11-24.pdf`, or without a name when blank."""
    if officer is None:
        return naming.of_agency(f"{what} form", on)
    with db.read() as session:
        filed = rows.the(session, OfficerRow, officer).sort_name
    return naming.of_officer(filed, what, on)

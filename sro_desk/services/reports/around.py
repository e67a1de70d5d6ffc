"""What stands around every report, gathered from the file."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.exports.around import Letterhead, Provenance
from sro_desk.domain.names import district_label, search_key
from sro_desk.domain.records import DistrictId, OfficerRecord
from sro_desk.services import agency, rows
from sro_desk.storage.database import Database
from sro_desk.storage.plain import Reader
from sro_desk.storage.recording import RecordsSession
from sro_desk.storage.tables import DistrictRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A district as a report calls it; both are "" where it is about all."""

    name: str  # "Rosemount-Apple Valley-Eagan (ISD 0196)"
    label: str  # "ISD 0196"


def district(session: RecordsSession, wanted: DistrictId | None) -> Named:
    """How a report calls the district that it is about; SroDeskError where there is none such."""
    if wanted is None:
        return Named(name="", label="")
    found = rows.the(session, DistrictRow, wanted).to_domain()
    label = district_label(found.name, found.kind, found.state_id)
    name = found.name if label == found.name else f"{found.name} ({label})"
    return Named(name=name, label=label)


def label(db: Database, wanted: DistrictId | None) -> str:
    """The short label of the district that a report is about, for its file's name."""
    with db.read() as session:
        return district(session, wanted).label


def letterhead(reader: Reader) -> Letterhead:
    """The agency as its letters show it."""
    found = agency.agency_of(reader)
    return Letterhead(
        agency=found.name,
        address=tuple(line.strip() for line in found.address.splitlines() if line.strip()),
        phone=found.phone,
        email=found.email,
        ori=found.ori,
        chief=found.chief,
        chief_title=found.chief_title,
    )


def provenance(db: Database, session: RecordsSession, *, on: date, made_on: date) -> Provenance:
    """Where a report made of what `session` sees is from."""
    head = session.head()
    return Provenance(on=on, made_on=made_on, ledger_head=head, sample=db.is_sample)


def as_filed(record: OfficerRecord) -> tuple[str, int]:
    """The key that sorts records by the names under which officers are filed."""
    return search_key(record.officer.sort_name), record.officer.id

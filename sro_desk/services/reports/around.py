"""What stands around every report, gathered from the file."""

from datetime import date

from sro_desk.domain.exports.around import Letterhead, Provenance
from sro_desk.services import agency
from sro_desk.storage.database import Database
from sro_desk.storage.plain import Reader
from sro_desk.storage.recording import RecordsSession


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

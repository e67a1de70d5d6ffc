"""The message that goes with a report to the district it is for."""

from sro_desk.domain import mail
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.mail import Mail
from sro_desk.domain.reports import KINDS
from sro_desk.services import rows
from sro_desk.services.reports import around
from sro_desk.services.reports.made import MadeReport
from sro_desk.storage.database import Database
from sro_desk.storage.tables import DistrictRow


def message(db: Database, made: MadeReport) -> Mail:
    """A message to the contact of the report's district, with nothing private in it."""
    asked = made.asked
    if asked.district is None:
        raise SroDeskError("This report is for no district in particular: save it, and mail that.")
    with db.read() as session:
        found = rows.the(session, DistrictRow, asked.district).to_domain()
        head = around.letterhead(session)
    return mail.to_district(
        what=f"the {KINDS[asked.report].title.lower()}",
        district=found.name,
        contact=found.contact_name,
        address=found.contact_email,
        on=asked.on,
        head=head,
    )

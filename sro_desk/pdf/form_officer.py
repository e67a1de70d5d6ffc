"""The officer on a form: filled in where known, else lines to write on."""

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.forms import Signer
from sro_desk.pdf import form_lines
from sro_desk.pdf.flow import Flow


def officer_fields(flow: Flow, signer: Signer | None) -> None:
    """Name, badge and title; where the officer serves, and from which day on."""
    name = badge = title = districts = assumed = ""
    if signer is not None:
        name, badge, title = signer.name, signer.badge, signer.title
        districts = "; ".join(signer.districts)
        assumed = us_date(signer.assumed) if signer.assumed else ""
    form_lines.fields(flow, ("Name", name, 0.48), ("Badge", badge, 0.16), ("Title", title, 0.36))
    form_lines.fields(
        flow, ("Districts", districts, 0.64), ("First day of the duties", assumed, 0.36)
    )

"""The message that goes with a report to a district; the person's own mail program sends it."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.around import Letterhead

_BODY = """Dear {contact},

Attached is {what} for {district}, as of {on}.

It is an accessible PDF. By the ledger head in its footer we can tell at any time whether our
records still contain all that it was made from.

{chief}
{agency}
{reach}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A message as a mail program is to open it."""

    to: str  # an address, or ""
    subject: str
    body: str

    @property
    def link(self) -> str:
        """The `mailto:` address that opens it (RFC 6068)."""
        fields = {"subject": self.subject, "body": self.body.replace("\n", "\r\n")}
        said = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items())
        return f"mailto:{quote(self.to, safe='@')}?{said}"


def to_district(
    *, what: str, district: str, contact: str, address: str, on: date, head: Letterhead
) -> Mail:
    """The message for a report of `what`, "the packet", to the district's contact."""
    chief = ", ".join(part for part in (head.chief, head.chief_title) if part)
    body = _BODY.format(
        contact=contact or "Superintendent",
        what=what,
        district=district,
        on=us_date(on),
        chief=chief,
        agency=head.agency,
        reach=" · ".join(part for part in (head.phone, head.email) if part),
    )
    return Mail(
        to=address,
        subject=f"School resource officers: {what.removeprefix('the ')} as of {us_date(on)}",
        body=body.strip(),
    )

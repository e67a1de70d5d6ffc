"""The chief's attestation of V.E, with lines to sign on; kept on one page."""

from datetime import date

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports import Letterhead
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow, baseline

_HEADING = "Attestation of the chief law enforcement officer"
_TEXT = (
    "For each school resource officer employed by {agency} and named in this summary for "
    "{district} as of {on}, I maintain a copy of the most recent training certificate issued to "
    "the officer for completion of the training mandated under Minn. Stat. § 626.8482 (subd. 3(e); "
    "model policy 507.5, paragraph V.E), except where this summary says that no copy is on file."
)
_SIGNING = 44.0  # white space above the line
_BELOW = 28.0  # two lines of labels
_DATE_SHARE = 0.22
_GAP = 36.0


def draw(flow: Flow, head: Letterhead, district: str, on: date) -> None:
    """Draw heading, text and signature lines, all on one page."""
    text = _TEXT.format(agency=head.agency, district=district, on=us_date(on))
    lines = len(fonts.wrap(text, look.BODY, flow.measure))
    rest = 4 + lines * look.BODY.leading + _SIGNING + _BELOW
    flow.heading("H2", _HEADING, look.SECTION, follow=rest)
    flow.skip(4)
    flow.paragraph(text)
    flow.skip(_SIGNING)
    date_room = flow.width * _DATE_SHARE
    name = ", ".join(filter(None, (head.chief, head.chief_title)))
    _line(flow, flow.left, flow.width * 0.46, "Signature", name)
    _line(flow, flow.left + flow.width * 0.46 + _GAP, date_room, "Date", "")
    flow.skip(_BELOW)


def _line(flow: Flow, x: float, length: float, label: str, name: str) -> None:
    with flow.sheet.artifact():
        flow.sheet.rule(x, flow.y, length, look.TEXT, 0.7)
    with flow.sheet.tagged(flow.sheet.root.add("P")):
        if name:
            first = fonts.wrap(name, look.SIGNER, length)[0]
            flow.sheet.text(x, baseline(flow.y - 3, look.SIGNER), first + " ", look.SIGNER)
        top = flow.y - 3 - (look.SIGNER.leading if name else 0)
        flow.sheet.text(x, baseline(top, look.LABEL), label, look.LABEL)

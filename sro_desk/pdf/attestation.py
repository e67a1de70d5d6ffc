"""The chief's attestation of V.E, with lines to sign on; kept on one page."""

from collections.abc import Sequence
from datetime import date

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.around import Letterhead
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow, baseline

_HEADING = "Attestation of the chief law enforcement officer"
_TEXT = (
    "For each school resource officer employed by {agency} and named in {where} as of {on}, I "
    "maintain a copy of the most recent training certificate issued to the officer for completion "
    "of the training mandated under Minn. Stat. § 626.8482 (subd. 3(e); model policy 507.5, "
    "paragraph V.E), except where {it} says that no copy is on file."
)
_AFTER_HEADING = 4.0
_SIGNING = 44.0  # white space above the line
_BELOW = 3.0  # between the line and its labels
_SIGNATURE_SHARE = 0.46  # of the width
_DATE_SHARE = 0.22
_GAP = 36.0


def draw(flow: Flow, head: Letterhead, district: str, on: date) -> None:
    """Draw heading, text and signature lines, all on one page; of one district's summary."""
    where = f"this summary for {district}"
    text = _TEXT.format(agency=head.agency, where=where, on=us_date(on), it="this summary")
    _draw(flow, head, text, level=1)


def draw_for_all(flow: Flow, head: Letterhead, on: date) -> None:
    """The same of the officers in an audit binder, whose bookmarks lead to its parts."""
    where = "this binder"
    text = _TEXT.format(agency=head.agency, where=where, on=us_date(on), it=where)
    _draw(flow, head, text, level=None)


def _draw(flow: Flow, head: Letterhead, text: str, *, level: int | None) -> None:
    lines = len(fonts.wrap(text, look.BODY, flow.measure))
    name = ", ".join(part for part in (head.chief, head.chief_title) if part)
    signature = flow.width * _SIGNATURE_SHARE
    signer = fonts.wrap(name or "Chief law enforcement officer", look.SIGNER, signature)
    below = _BELOW + len(signer) * look.SIGNER.leading + look.LABEL.leading
    rest = _AFTER_HEADING + lines * look.BODY.leading + _SIGNING + below
    flow.heading("H2", _HEADING, look.SECTION, follow=rest, level=level)
    flow.skip(_AFTER_HEADING)
    flow.paragraph(text)
    flow.skip(_SIGNING)
    _line(flow, flow.left, signature, "Signature", signer)
    _line(flow, flow.left + signature + _GAP, flow.width * _DATE_SHARE, "Date", ())
    flow.skip(below)


def _line(flow: Flow, x: float, length: float, label: str, signer: Sequence[str]) -> None:
    with flow.sheet.artifact():
        flow.sheet.rule(x, flow.y, length, look.TEXT, 0.7)
    top = flow.y - _BELOW
    label_top = top - len(signer) * look.SIGNER.leading
    with flow.sheet.tagged(flow.sheet.root.add("P")):
        if signer:
            named = [*signer[:-1], f"{signer[-1]} "]  # the label follows
            flow.sheet.lines(x, baseline(top, look.SIGNER), named, look.SIGNER)
        flow.sheet.text(x, baseline(label_top, look.LABEL), label, look.LABEL)

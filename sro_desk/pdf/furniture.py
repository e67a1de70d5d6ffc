"""What every report has: the agency's letterhead, and a footer that says where it is from."""

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.around import Letterhead, Provenance
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import BOTTOM, LEFT, RIGHT, Flow, baseline
from sro_desk.pdf.sheet import Sheet
from sro_desk.pdf.structure import Element

_NAME_SHARE = 0.58  # of the width, for the agency's name
_CONTACT_SHARE = 0.38
PRIVATE = "Private data (Minn. Stat. § 13.43): for the agency and its auditor only"


def letterhead(flow: Flow, head: Letterhead) -> None:
    """Draw the agency's name at the left and how to reach it at the right, over a rule."""
    name = fonts.wrap(head.agency, look.AGENCY, flow.width * _NAME_SHARE)
    contact = _contact(head, flow.width * _CONTACT_SHARE)
    top = flow.y
    _draw_name(flow, flow.sheet.root.add("P"), name)
    with flow.sheet.tagged(flow.sheet.root.add("P")):
        lines = [f"{line} " for line in contact]
        first = baseline(top - 1, look.CONTACT)
        flow.sheet.lines(flow.left + flow.width, first, lines, look.CONTACT, align=1)
    height = max(len(name) * look.AGENCY.leading, len(contact) * look.CONTACT.leading)
    flow.y = top - height - 7
    with flow.sheet.artifact():
        flow.sheet.rule(flow.left, flow.y, flow.width, look.NAVY, 1.4)
    flow.skip(14)


def _draw_name(flow: Flow, element: Element, lines: tuple[str, ...]) -> None:
    with flow.sheet.tagged(element):
        flow.sheet.lines(flow.left, baseline(flow.y, look.AGENCY), lines, look.AGENCY)


def _contact(head: Letterhead, room: float) -> list[str]:
    ori = f"ORI {head.ori}" if head.ori else ""
    parts = [part for part in (*head.address, *_reach(head, room), ori) if part]
    return [line.rstrip(" ") for part in parts for line in fonts.wrap(part, look.CONTACT, room)]


def _reach(head: Letterhead, room: float) -> tuple[str, ...]:
    """Phone and e-mail, side by side where they fit."""
    beside = " · ".join(part for part in (head.phone, head.email) if part)
    if fonts.width(beside, look.CONTACT) <= room:
        return (beside,)
    return (head.phone, head.email)


def footer(sheet: Sheet, head: Letterhead, made: Provenance, page: int, pages: int) -> None:
    """Draw the foot of one page: agency, dates, page of pages, and the head of the ledger."""
    width = sheet.width - LEFT - RIGHT
    right = LEFT + width
    y = BOTTOM - 20
    dates = f"As of {us_date(made.on)}   ·   Made {us_date(made.made_on)}"
    number = f"Page {page} of {pages}"
    room = (width - fonts.width(dates, look.FOOTER)) / 2 - 12
    agency = fonts.fit(head.agency, look.FOOTER, room)
    with sheet.artifact("Pagination"):
        sheet.rule(LEFT, BOTTOM - 8, width, look.RULE)
        sheet.text(LEFT, y, agency, look.FOOTER)
        sheet.text(LEFT + width / 2, y, dates, look.FOOTER, align=0.5)
        sheet.text(right, y, number, look.FOOTER, align=1)
        sheet.text(LEFT, y - 9, f"Ledger head {made.ledger_head}", look.FINE)
        if made.sample:
            sheet.text(right, y - 9, "Sample: not a real agency", look.FINE, align=1)
        if sheet.furnished_is_private:
            sheet.text(right, sheet.height - 26, PRIVATE, look.PRIVATE, align=1)


def notes(flow: Flow, unprintable: tuple[str, ...]) -> None:
    """Report the characters that no shipped font holds, where there are any."""
    if not unprintable:
        return
    flow.paragraph(
        "Characters that the shipped fonts lack are shown by their Unicode numbers: "
        f"{'; '.join(unprintable)}.",
        look.NOTE,
    )
    flow.skip(14)

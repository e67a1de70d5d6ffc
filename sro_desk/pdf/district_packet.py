"""The district packet: a letter, what changed, the certificate summary, on request the duties."""

from collections.abc import Sequence

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.appendix import Appended
from sro_desk.domain.exports.packet import AgreedDuties, PacketFacts
from sro_desk.domain.packet_changes import What
from sro_desk.pdf import appendix, district_summary, letter, look, sections
from sro_desk.pdf.about import About
from sro_desk.pdf.appendix import Places
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.legible import legible
from sro_desk.pdf.report import Report
from sro_desk.pdf.sheet import LANDSCAPE, PORTRAIT
from sro_desk.pdf.table import Column, cell

_SUBJECT = "School resource officers: training certificates of {district}, as of {on}"
_WHAT = {
    What.JOINED: "Joined",
    What.LEFT: "Left",
    What.TRAINED: "Trained",
    What.STATUS: "Status changed",
    What.CERTIFICATE: "Certificate changed",
    What.NAME: "Name changed",
}
_AGREED = (
    "The duties that a contract for a school resource officer includes under paragraph IV.A, and "
    "whether the contract on file names them."
)
_STATED = {True: "Yes", False: "Not stated"}
_CHANGES = (Column("Change", 110), Column("Officer", 220), Column("What changed", 380))
_DUTIES = (
    Column("Duty", 60),
    Column("Paragraph IV.A of the model policy", 530),
    Column("In the contract", 120),
)


def district_packet(facts: PacketFacts) -> bytes:
    """The packet without copies as a finished PDF; equal facts give equal bytes."""
    return with_copies(facts, ())[0]


def with_copies(facts: PacketFacts, copies: Sequence[Appended]) -> tuple[bytes, Places | None]:
    """The same, and where `copies` go in it."""
    copies, _ = legible(tuple(copies))
    facts, unprintable = legible(facts)
    summary = facts.summary
    made = summary.provenance
    name = district_summary.full_name(summary)
    about = About(
        title=f"School Resource Officer Packet, {name}, as of {us_date(made.on)}",
        subject="Letter, changes and training certificates under Minn. Stat. § 626.8482 subd. 3",
        author=summary.letterhead.agency,
        made_on=made.made_on,
        conforms=not any(each.foreign for each in copies),
    )
    subject = _SUBJECT.format(district=name, on=us_date(made.on))
    report = Report(summary.letterhead, made, running_head=subject, size=PORTRAIT)
    flow = report.flow
    letter.draw(flow, summary.letterhead, made.made_on, facts.addressee, subject, facts.letter)
    flow.running_head = district_summary.running_head(summary)
    flow.break_page(LANDSCAPE)
    if facts.changes or facts.duties is not None:
        _changes(flow, facts)
        _duties(flow, facts.duties)
        flow.break_page()
    district_summary.draw(flow, summary, unprintable)
    places = appendix.draw(flow, copies) if copies else None
    return report.finish(about), places


def _changes(flow: Flow, facts: PacketFacts) -> None:
    flow.heading("H1", "What changed", look.TITLE, follow=80)
    flow.skip(6)
    if facts.last_on is None:
        flow.paragraph("This is the first packet for the district, so nothing is compared.")
    elif not facts.changes:
        flow.paragraph(f"Nothing changed since the last packet, of {us_date(facts.last_on)}.")
    else:
        rows = [
            (cell(_WHAT[each.what], look.CELL_STRONG), cell(each.name), cell(each.words))
            for each in facts.changes
        ]
        heading = f"Since the last packet, of {us_date(facts.last_on)}"
        sections.tabled(flow, heading, _CHANGES, rows)
    flow.skip(10)


def _duties(flow: Flow, contracts: Sequence[AgreedDuties] | None) -> None:
    if contracts is None:
        return
    flow.heading("H1", "Duties under the contract", look.TITLE, follow=120)
    flow.skip(6)
    flow.paragraph(_AGREED if contracts else "No contract with the district is on file.")
    flow.skip(12)
    for each in contracts:
        rows = [
            (cell(f"({number})", look.CELL_STRONG), cell(words), cell(_STATED[ticked]))
            for number, words, ticked in each.duties
        ]
        term = f"{us_date(each.starts_on)} to {us_date(each.ends_on)}"
        heading = f"Contract of {term}: {each.state.lower()}"
        sections.tabled(flow, heading, _DUTIES, rows)

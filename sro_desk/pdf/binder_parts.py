"""The parts of a binder that tell of the agency, of all officers, and of what is missing."""

from collections import Counter

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.audit import AuditBinder, MissingLine, RevisionFact
from sro_desk.domain.words import light_words
from sro_desk.pdf import binder_cover, look, sections
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.sections import Rank
from sro_desk.pdf.table import Cell, Column, cell

AGENCY = "Agency and Policy"
OFFICERS = "Officers"
MISSING = "Missing Items"
_SECTION = Rank("H2", None)

_FACTS = (Column("Agency", 130), Column("On file", 402))
_REVISIONS = (
    Column("Day", 70),
    Column("What", 70),
    Column("Title", 200),
    Column("Where it is posted", 192),
)
_STANDINGS = (
    Column("Paragraph", 250),
    Column("Status", 200),
    Column("Officers", 82, numbers=True),
)
_MISSING = (
    Column("Officer", 180),
    Column("Badge", 60),
    Column("Districts", 180),
    Column("Paragraph", 66),
    Column("Status", 120),
    Column("Deadline", 106),
)


def title(flow: Flow, text: str, *, follow: float = 60) -> None:
    """The heading of a part."""
    flow.heading("H1", text, look.TITLE, follow=follow)
    flow.skip(6)


def agency(flow: Flow, facts: AuditBinder) -> None:
    """The agency as its letters show it, and its policy."""
    title(flow, AGENCY)
    head = facts.letterhead
    said = (
        ("Name", head.agency),
        ("Chief law enforcement officer", ", ".join(filter(None, (head.chief, head.chief_title)))),
        ("ORI", head.ori),
        ("Address", ", ".join(head.address)),
        ("Phone", head.phone),
        ("E-mail", head.email),
        ("Holidays counted", _holidays(facts)),
    )
    rows = ((cell(label), cell(value, look.CELL_STRONG)) for label, value in said)
    sections.tabled(flow, "Agency", _FACTS, rows, rank=_SECTION)
    heading = "Policy under subdivision 6, with its revisions"
    if not facts.revisions:
        on = us_date(facts.provenance.on)
        text = (
            f"No policy is on record as of {on}. Officers under V.C and V.D must review one: "
            "record when it was adopted, and where it is posted."
        )
        sections.texted(flow, heading, text, rank=_SECTION)
        return
    sections.tabled(flow, heading, _REVISIONS, map(_revision, facts.revisions), rank=_SECTION)


def officers(flow: Flow, facts: AuditBinder) -> None:
    """How many there are of each standing, before their pages."""
    title(flow, OFFICERS)
    count = len(facts.officers)
    told = "No officer is on the roster of this binder."
    if count:
        each = "1 officer, on a page" if count == 1 else f"{count:,} officers, each on a page"
        told = f"{each} of their own, in the order of filing. " if count > 1 else f"{each}. "
        told += "Certificates, reviews and records dated after the as-of date are left out."
    flow.paragraph(" ".join(filter(None, (told, binder_cover.left_out(facts)))))
    flow.skip(12)
    if not count:
        return
    pages = (each.page for each in facts.officers)
    counts = Counter((page.paragraph, page.status, page.light) for page in pages)
    ordered = sorted(counts, key=lambda each: (not each[0], *each))
    rows = (
        (
            cell(paragraph or "No paragraph governs"),
            sections.status(status, light, light_words(light)),
            cell(f"{counts[paragraph, status, light]:,}"),
        )
        for paragraph, status, light in ordered
    )
    sections.tabled(flow, "Where they stand", _STANDINGS, rows, rank=_SECTION)


def missing(flow: Flow, facts: AuditBinder) -> None:
    """What is missing, one thing after the other."""
    title(flow, MISSING)
    on = us_date(facts.provenance.on)
    if not facts.missing:
        flow.paragraph(f"Nothing is missing as of {on}.")
        return
    flow.paragraph(f"What the files of these officers lack as of {on}, with what to do next.")
    flow.skip(12)
    for group in facts.missing:
        heading = f"{group.what} ({len(group.lines):,})"
        rows = map(_lacking, group.lines)
        sections.tabled(flow, heading, _MISSING, rows, intro=group.to_do, rank=_SECTION)


def _holidays(facts: AuditBinder) -> str:
    local = ", with Indigenous Peoples Day and the Friday after Thanksgiving"
    return f"Those of § 645.44 subd. 5{local if facts.local_holidays else ''}"


def _revision(each: RevisionFact) -> tuple[Cell, ...]:
    return (
        sections.day(each.adopted_on),
        cell("Adopted" if each.adoption else "Revised"),
        cell(each.title, look.CELL_STRONG),
        cell(each.posted_at),
    )


def _lacking(line: MissingLine) -> tuple[Cell, ...]:
    return (
        cell(line.name, look.CELL_STRONG),
        cell(line.badge),
        cell("; ".join(line.districts)),
        cell(line.paragraph),
        sections.status(line.status, line.light, ""),
        sections.deadline(line.nominal, line.legal),
    )

"""The officer's page: alone as a report, or as one of many in a binder."""

from collections.abc import Sequence
from datetime import date

from sro_desk.domain.codes import Light
from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.officer import (
    AssignmentFact,
    CertificateFact,
    InabilityFact,
    OfficerFacts,
    OfficerPage,
    PeriodFact,
    ReviewFact,
)
from sro_desk.pdf import day_section, furniture, look, sections, status_card, tiles
from sro_desk.pdf.about import About
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.legible import legible
from sro_desk.pdf.report import Report
from sro_desk.pdf.sections import Rank
from sro_desk.pdf.sheet import PORTRAIT
from sro_desk.pdf.table import Cell, Column, cell

TITLE = "School Resource Officer Record"
_WHOLE_DISTRICT = "The whole district"
_NONE = "–"
_AFTER = 11.0  # white space below a section: most pages hold all there is to say

_ASSIGNMENTS = (
    Column("District", 180),
    Column("School", 150),
    Column("Role", 82),
    Column("From", 60),
    Column("To", 60),
)
_PERIODS = (
    Column("Service period", 110),
    Column("Role", 66),
    Column("Districts", 120),
    Column("Paragraph", 54),
    Column("Outcome", 90),
    Column("Deadline", 62),
    Column("Trained", 60),
)
_CERTIFICATES = (
    Column("Course", 190),
    Column("Counts as", 82),
    Column("Completed", 60),
    Column("Issued", 60),
    Column("Certificate no.", 82),
    Column("Credits", 46, numbers=True),
    Column("Copy on file", 40),
)
_REVIEWS = (Column("Reviewed", 80), Column("Note", 452))
_INABILITY = (Column("Recorded", 80), Column("Signed by", 130), Column("Reason", 322))


def officer_page(facts: OfficerPage) -> bytes:
    """The page as a finished PDF; equal facts give equal bytes."""
    facts, unprintable = legible(facts)
    made, officer = facts.provenance, facts.officer
    about = About(
        title=f"{TITLE}, {officer.name}, as of {us_date(made.on)}",
        subject="Training record under Minn. Stat. § 626.8482 subd. 3",
        author=facts.letterhead.agency,
        made_on=made.made_on,
    )
    report = Report(
        facts.letterhead,
        made,
        running_head=f"{TITLE}  ·  {officer.name}",
        size=PORTRAIT,
        private=True,
    )
    _content(report.flow, officer, made.on, Rank("H1", 0), Rank("H2", 0, _AFTER))
    furniture.notes(report.flow, unprintable)
    return report.finish(about)


def draw(flow: Flow, officer: OfficerFacts, on: date, *, level: int = 0) -> None:
    """Draw the page into a binder, from the top of a portrait page of its own, marked private.

    `level` is that of its bookmark; its heading is an H1 at level 0, an H2 at
    1, and the sections below it have headings but no bookmarks. The facts
    must be `legible`.
    """
    was_private, head = flow.private, flow.running_head
    flow.private, flow.running_head = True, f"{head}  ·  {officer.name}"
    flow.break_page(PORTRAIT)
    heading, section = Rank(f"H{level + 1}", level), Rank(f"H{level + 2}", None, _AFTER)
    _content(flow, officer, on, heading, section)
    flow.private, flow.running_head = was_private, head


def _content(flow: Flow, officer: OfficerFacts, on: date, heading: Rank, section: Rank) -> None:
    _opening(flow, officer, on, heading)
    sections.listed(flow, "Why", officer.why, rank=section)
    _missing(flow, officer, section)
    _assignments(flow, officer.assignments, on, section)
    _periods(flow, officer.earlier, section)
    _certificates(flow, officer.certificates, on, section)
    _reviews(flow, officer.reviews, section)
    _inability(flow, officer.inability, section)
    if officer.log is not None:
        day_section.draw(flow, officer.log, section)


def _opening(flow: Flow, officer: OfficerFacts, on: date, heading: Rank) -> None:
    flow.heading(heading.kind, officer.name, look.TITLE, follow=120, level=heading.level)
    badge = f"Badge {officer.badge}" if officer.badge else ""
    known_as = (officer.rank, officer.title, badge, f"as of {us_date(on)}")
    flow.paragraph("  ·  ".join(part for part in known_as if part), look.SUBTITLE)
    flow.skip(10)
    tiles.facts(flow, _person(officer))
    flow.skip(8)
    status_card.draw(flow, officer.light, officer.status, officer.paragraph)
    flow.skip(8)
    tiles.facts(flow, _standing(officer))
    flow.skip(_AFTER)


def _person(officer: OfficerFacts) -> list[tiles.Fact]:
    return [
        ("Employed", _span(officer.employed_from, officer.employed_to), 0.28),
        ("POST license", officer.post_license or _NONE, 0.2),
        ("Districts", "; ".join(officer.serving) or _NONE, 0.3),
        ("In what leaves the agency", "Withheld" if officer.withheld else "Named", 0.22),
    ]


def _standing(officer: OfficerFacts) -> list[tiles.Fact]:
    deadline = _date(officer.nominal)
    if officer.legal != officer.nominal:
        deadline = f"{deadline}, legal date {_date(officer.legal)}"
    return [
        ("Assumed the duties", _date(officer.assumed), 0.18),
        ("Deadline", deadline, 0.22),
        ("Days left", _left(officer.days_left), 0.12),
        ("Duties (4) and (5)", officer.duties, 0.26),
        ("Next step", officer.next_step, 0.22),
    ]


def _missing(flow: Flow, officer: OfficerFacts, section: Rank) -> None:
    heading = "What is missing from the file"
    if officer.missing:
        sections.listed(flow, heading, officer.missing, rank=section)
    elif officer.light is not Light.GREY:
        sections.texted(flow, heading, "Nothing is missing.", rank=section)
    if officer.advisories:
        sections.listed(flow, "Worth knowing", officer.advisories, rank=section)


def _assignments(flow: Flow, found: Sequence[AssignmentFact], on: date, section: Rank) -> None:
    if not found:
        sections.texted(flow, "Assignments", "No assignment is on file.", rank=section)
        return
    cells = (_assignment(each, on) for each in found)
    sections.tabled(flow, "Assignments", _ASSIGNMENTS, cells, rank=section)


def _assignment(each: AssignmentFact, on: date) -> tuple[Cell, ...]:
    undated = f"{each.booked_days:,} days booked with no date yet" if each.booked_days else ""
    why_not = f": {each.why_not}" if each.why_not else ""
    uncovered = "" if each.covered else f"does not meet the definition{why_not}"
    return (
        sections.stacked(each.district, uncovered, look.CELL_STRONG),
        cell(each.school or _WHOLE_DISTRICT),
        sections.stacked(each.role, undated, look.CELL),
        sections.stacked(us_date(each.assumed), "to come" if each.assumed > on else "", look.CELL),
        sections.day(each.ends_on),
    )


def _periods(flow: Flow, found: Sequence[PeriodFact], section: Rank) -> None:
    if found:
        cells = map(_period, found)
        sections.tabled(flow, "Other service periods", _PERIODS, cells, rank=section)


def _period(each: PeriodFact) -> tuple[Cell, ...]:
    return (
        cell(_span(each.assumed, each.ends_on), look.CELL_STRONG),
        cell(each.role),
        cell("; ".join(each.districts)),
        cell(each.paragraph),
        cell(each.status),
        sections.deadline(each.nominal, each.legal),
        sections.day(each.trained_on),
    )


def _certificates(flow: Flow, found: Sequence[CertificateFact], on: date, section: Rank) -> None:
    if not found:
        sections.texted(flow, "Certificates", "No certificate is on file.", rank=section)
        return
    cells = (_certificate(each, on) for each in found)
    sections.tabled(flow, "Certificates", _CERTIFICATES, cells, rank=section)


def _certificate(each: CertificateFact, on: date) -> tuple[Cell, ...]:
    later = "after the as-of date, not counted" if each.completed_on > on else ""
    return (
        cell(each.course, look.CELL_STRONG),
        sections.stacked(each.kind, later, look.CELL),
        sections.day(each.completed_on),
        sections.day(each.issued_on),
        cell(each.number),
        cell(each.credits),
        cell("Yes" if each.copy_on_file else "No"),
    )


def _reviews(flow: Flow, found: Sequence[ReviewFact], section: Rank) -> None:
    heading = "Policy reviews"
    if not any(each.note for each in found):
        dates = ", ".join(us_date(each.reviewed_on) for each in found)
        said = f"Reviewed {dates}." if dates else "No review of the agency's policy is on file."
        sections.texted(flow, heading, said, rank=section)
        return
    cells = ((sections.day(each.reviewed_on), cell(each.note)) for each in found)
    sections.tabled(flow, heading, _REVIEWS, cells, rank=section)


def _inability(flow: Flow, found: Sequence[InabilityFact], section: Rank) -> None:
    if found:
        cells = (
            (sections.day(each.recorded_on), cell(each.signed_by), cell(each.reason))
            for each in found
        )
        sections.tabled(flow, "Inability record (V.C)", _INABILITY, cells, rank=section)


def _span(first: date | None, last: date | None) -> str:
    """ "08/30/2021 to 06/10/2022", "from 08/30/2021"."""
    if first is None and last is None:
        return _NONE
    if last is None:
        return f"from {_date(first)}"
    return f"until {_date(last)}" if first is None else f"{_date(first)} to {_date(last)}"


def _date(day: date | None) -> str:
    return us_date(day) if day else _NONE


def _left(days: int | None) -> str:
    if days is None:
        return _NONE
    return f"{-days:,} past" if days < 0 else f"{days:,}"

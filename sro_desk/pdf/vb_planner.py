"""The V.B planner: a sheet to plan seats on, with columns to pencil in date and seat."""

from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.exports.planner import (
    CourseLine,
    DistrictSeats,
    DoneLine,
    Planner,
    SeatLine,
)
from sro_desk.pdf import furniture, look, sections, tiles
from sro_desk.pdf.about import About
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.legible import legible
from sro_desk.pdf.planner_words import in_words, pace_words, time_left
from sro_desk.pdf.report import Report
from sro_desk.pdf.table import Cell, Column, blank, cell

TITLE = "Training Planner, Paragraph V.B"

_NEEDED = (
    Column("Officer", 130),
    Column("Badge", 40),
    Column("Districts", 100),
    Column("Prior basic course", 165),
    Column("Status", 70),
    Column("Course", 110, written=True),
    Column("Date of the course", 70, written=True),
    Column("Seat booked", 60, written=True),
)
_SEATS = (
    Column("District", 250),
    Column("Seats needed", 90, numbers=True),
    Column("Trained already", 90, numbers=True),
    Column("Date of a class", 140, written=True),
    Column("Seats booked", 140, written=True),
)
_COURSES = (
    Column("Course", 260),
    Column("Kind", 110),
    Column("Provider", 170),
    Column("POST no.", 80),
    Column("Approved", 120),
)
_DONE = (
    Column("Officer", 160),
    Column("Badge", 44),
    Column("Districts", 140),
    Column("Course", 240),
    Column("Completed", 66),
    Column("Status", 90),
)


def vb_planner(facts: Planner) -> bytes:
    """The planner as a finished PDF; equal facts give equal bytes."""
    facts, unprintable = legible(facts)
    made = facts.provenance
    district = [facts.district] if facts.district else []
    about = About(
        title=", ".join((TITLE, *district, f"as of {us_date(made.on)}")),
        subject="Training due before June 1, 2027 under Minn. Stat. § 626.8482 subd. 3(b)",
        author=facts.letterhead.agency,
        made_on=made.made_on,
    )
    head = facts.district or facts.letterhead.agency
    report = Report(
        facts.letterhead, made, running_head=f"{TITLE}  ·  {head}", private=facts.private
    )
    _opening(report.flow, facts)
    _tables(report.flow, facts)
    furniture.notes(report.flow, unprintable)
    return report.finish(about)


def _opening(flow: Flow, facts: Planner) -> None:
    flow.heading("H1", TITLE, look.TITLE, follow=80)
    chosen = (facts.district, f"As of {long_date(facts.provenance.on)}")
    flow.paragraph("  ·  ".join(part for part in chosen if part), look.SUBTITLE)
    flow.skip(10)
    tiles.facts(
        flow,
        [
            ("Seats needed", f"{len(facts.needed):,}", 0.13),
            ("Trained already", f"{len(facts.done):,}", 0.14),
            ("Last day", long_date(facts.last_day), 0.24),
            ("Finish by", long_date(facts.advised), 0.24),
            ("Time left until then", time_left(facts.pace), 0.25),
        ],
    )
    flow.skip(10)
    flow.paragraph(in_words(facts))
    if said := pace_words(facts):
        flow.paragraph(said)
    flow.skip(5)
    flow.paragraph(
        "V.B: an officer with a basic course completed before September 1, 2025 is trained before "
        "June 1, 2027, by the mandated or a supplemental course (Minn. Stat. § 626.8482 subd. "
        "3(b)); a fixed date, which does not move. This plan is made from the agency's records; it "
        "is not legal advice.",
        look.NOTE,
    )
    flow.skip(sections.AFTER_SECTION)


def _tables(flow: Flow, facts: Planner) -> None:
    if facts.needed:
        titled = f"Officers who need a seat ({len(facts.needed):,})"
        sections.tabled(flow, titled, _NEEDED, map(_needed, facts.needed))
    if facts.seats:
        rows = [*map(_seats, facts.seats), _total(facts)]
        intro = "Who serves several districts is counted at each, and once in total."
        sections.tabled(flow, "Seats by district", _SEATS, rows, intro=intro, whole=True)
    if facts.courses:
        heading = "Courses of the catalogue that satisfy V.B"
        sections.tabled(flow, heading, _COURSES, map(_course, facts.courses))
    elif facts.needed:
        told = (
            "The catalogue holds no mandated or supplemental course whose approval lasts. Add the "
            "course under Settings, Courses."
        )
        sections.texted(flow, "Courses of the catalogue that satisfy V.B", told)
    if facts.done:
        titled = f"Trained already ({len(facts.done):,})"
        sections.tabled(flow, titled, _DONE, map(_done, facts.done))


def _needed(line: SeatLine) -> tuple[Cell, ...]:
    return (
        sections.stacked(
            line.name, "withheld from exports" if line.withheld else "", look.CELL_STRONG
        ),
        cell(line.badge),
        cell("; ".join(line.districts)),
        sections.stacked(line.basic, f"completed {us_date(line.basic_on)}", look.CELL),
        sections.status(line.status, line.light, ""),
        blank(),
        blank(),
        blank(),
    )


def _named(name: str, *, withheld: bool) -> Cell:
    return sections.stacked(name, "withheld from exports" if withheld else "", look.CELL_STRONG)


def _seats(line: DistrictSeats) -> tuple[Cell, ...]:
    return (
        cell(line.district, look.CELL_STRONG),
        cell(f"{line.needed:,}"),
        cell(f"{line.done:,}"),
        blank(),
        blank(),
    )


def _total(facts: Planner) -> tuple[Cell, ...]:
    strong = look.CELL_STRONG
    needed, done = f"{len(facts.needed):,}", f"{len(facts.done):,}"
    return (cell("In total", strong), cell(needed, strong), cell(done, strong), blank(), blank())


def _course(line: CourseLine) -> tuple[Cell, ...]:
    first = us_date(line.approved_from) if line.approved_from else ""
    last = f"to {us_date(line.approved_to)}" if line.approved_to else ""
    return (
        cell(line.title, look.CELL_STRONG),
        cell(line.kind),
        cell(line.provider),
        cell(line.post_number),
        cell(" ".join(part for part in (first and f"from {first}", last) if part)),
    )


def _done(line: DoneLine) -> tuple[Cell, ...]:
    return (
        sections.stacked(
            line.name, "withheld from exports" if line.withheld else "", look.CELL_STRONG
        ),
        cell(line.badge),
        cell("; ".join(line.districts)),
        cell(line.course),
        sections.day(line.completed_on),
        sections.status(line.status, line.light, ""),
    )

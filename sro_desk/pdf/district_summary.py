"""The district certificate summary: what a contracting district is sent."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sro_desk.domain.codes import Light
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.exports.district import DistrictSummary, OfficerLine
from sro_desk.domain.words import light_words
from sro_desk.pdf import attestation, fonts, furniture, look, sections, tiles
from sro_desk.pdf.about import About
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.legible import legible
from sro_desk.pdf.report import Report
from sro_desk.pdf.summary_words import in_words
from sro_desk.pdf.table import Cell, Column, cell

TITLE = "School Resource Officer Certificate Summary"
_MODEL_NUMBER = "507.5"
_MODEL = f"MSBA/MASA Model Policy {_MODEL_NUMBER}"
_DUTIES_LAW = "Minn. Stat. § 626.8482 subd. 2(a)"
_WHOLE_DISTRICT = "The whole district"
_SITES_LINES = 5  # in the band; more sites than these hold are listed at the end
_SITES_SHARE = 0.32
_ON_FILE = {None: "", True: "Yes", False: "No"}

_OFFICERS = (
    Column("Officer", 98),
    Column("Badge", 34),
    Column("Role and sites", 75),
    Column("Serving from", 57),
    Column("Paragraph", 48),
    Column("Course", 131),
    Column("Completed", 51),
    Column("Certificate no.", 64),
    Column("Status", 71),
    Column("Deadline", 51),
    Column("Copy on file", 32),
)
_UNCOVERED = (Column("Officer", 150), Column("Sites", 200), Column("Why", 360))
_MISSING = (Column("Officer", 150), Column("What is missing", 560))
_REASONS = (
    Column("Officer", 150),
    Column("Status", 90),
    Column("Paragraph, dates and arithmetic", 470),
)


def district_summary(facts: DistrictSummary) -> bytes:
    """The summary as a finished PDF; equal facts give equal bytes."""
    facts, unprintable = legible(facts)
    made = facts.provenance
    about = About(
        title=f"{TITLE}, {full_name(facts)}, as of {us_date(made.on)}",
        subject="Training certificates under Minn. Stat. § 626.8482 subd. 3",
        author=facts.letterhead.agency,
        made_on=made.made_on,
    )
    report = Report(facts.letterhead, made, running_head=running_head(facts))
    draw(report.flow, facts, unprintable)
    return report.finish(about)


def draw(flow: Flow, facts: DistrictSummary, unprintable: tuple[str, ...]) -> None:
    """Draw the summary, from where the flow is; `unprintable` as `legible` told."""
    _opening(flow, facts)
    _officers(flow, facts.officers)
    _uncovered(flow, facts.officers)
    _missing(flow, facts.officers)
    _reasons(flow, facts.officers)
    _all_sites(flow, facts.sites)
    furniture.notes(flow, unprintable)
    attestation.draw(flow, facts.letterhead, full_name(facts), facts.provenance.on)


def running_head(facts: DistrictSummary) -> str:
    """What stands at the top of each page but the first."""
    return f"{TITLE}  ·  {full_name(facts)}"


def full_name(facts: DistrictSummary) -> str:
    """The district by its name and its label."""
    if facts.label in {"", facts.district}:
        return facts.district
    return f"{facts.district} ({facts.label})"


def _opening(flow: Flow, facts: DistrictSummary) -> None:
    flow.heading("H1", TITLE, look.TITLE, follow=80)
    flow.paragraph(full_name(facts), look.SUBTITLE)
    flow.skip(10)
    tiles.facts(flow, _facts(flow, facts))
    flow.skip(10)
    if facts.officers:
        counts = Counter(line.light for line in facts.officers)
        tiles.tiles(flow, [(light, counts[light], light_words(light)) for light in Light])
        flow.skip(10)
    flow.paragraph(in_words(facts))
    flow.skip(14)


def _facts(flow: Flow, facts: DistrictSummary) -> list[tiles.Fact]:
    terms = "; ".join(f"{us_date(first)} to {us_date(last)}" for first, last in facts.contracts)
    sites = "; ".join(facts.sites) or _WHOLE_DISTRICT
    if _sites_overflow(flow, facts.sites):
        sites = f"{len(facts.sites)} sites, listed at the end"
    return [
        ("As of", long_date(facts.provenance.on), 0.23),
        ("Contract term", terms or "No contract on file", 0.21),
        ("The district's policy", _policy(facts.citation), 0.24),
        ("Sites", sites, _SITES_SHARE),
    ]


def _policy(citation: str) -> str:
    own = citation.strip()
    return _MODEL if own in {"", _MODEL_NUMBER} else f"Policy {own} ({_MODEL})"


def _sites_overflow(flow: Flow, sites: Sequence[str]) -> bool:
    room = tiles.value_room(flow, _SITES_SHARE)
    return len(fonts.wrap("; ".join(sites), look.VALUE, room)) > _SITES_LINES


def _officers(flow: Flow, officers: Sequence[OfficerLine]) -> None:
    if officers:
        heading = "Officers and their certificates"
        sections.tabled(flow, heading, _OFFICERS, map(_officer, officers))


def _officer(line: OfficerLine) -> tuple[Cell, ...]:
    return (
        sections.stacked(line.name, line.title, look.CELL_STRONG),
        cell(line.badge),
        sections.stacked(line.role, "; ".join(line.sites), look.CELL),
        _serving(line.assumed, line.ends_on),
        cell(line.paragraph),
        cell(line.course),
        sections.day(line.completed_on),
        cell(line.certificate_number),
        sections.status(line.status, line.light, "file incomplete" if line.missing else ""),
        sections.deadline(line.nominal, line.legal),
        cell(_ON_FILE[line.copy_on_file]),
    )


def _serving(assumed: date | None, ends_on: date | None) -> Cell:
    until = f"to {us_date(ends_on)}" if ends_on else ""
    return sections.stacked(us_date(assumed) if assumed else "", until, look.CELL)


def _uncovered(flow: Flow, officers: Sequence[OfficerLine]) -> None:
    heading = "Duties not covered"
    lines = [line for line in officers if line.uncovered_duties]
    if not officers:
        sections.texted(flow, heading, "No officer is assigned.")
    elif not lines:
        text = (
            f"None. No officer listed is excepted from the duties of {_DUTIES_LAW}, clause (4), "
            "advice on safety drills, and clause (5), identifying vulnerabilities in school "
            "facilities and safety protocols."
        )
        sections.texted(flow, heading, text)
    else:
        intro = (
            f"The officers named here do not cover two duties of {_DUTIES_LAW}: clause (4), advice "
            "on safety drills, and clause (5), identifying vulnerabilities in school facilities "
            "and safety protocols."
        )
        sections.tabled(flow, heading, _UNCOVERED, map(_uncovered_by, lines), intro=intro)


def _uncovered_by(line: OfficerLine) -> tuple[Cell, ...]:
    return (
        cell(line.name, look.CELL_STRONG),
        cell("; ".join(line.sites) or _WHOLE_DISTRICT),
        cell(line.uncovered_duties),
    )


def _missing(flow: Flow, officers: Sequence[OfficerLine]) -> None:
    heading = "What is missing from the file"
    cells = [
        (cell(line.name, look.CELL_STRONG), cell("; ".join(line.missing)))
        for line in officers
        if line.missing
    ]
    if cells:
        sections.tabled(flow, heading, _MISSING, cells)
    elif officers:
        sections.texted(flow, heading, "Nothing is missing.")


def _reasons(flow: Flow, officers: Sequence[OfficerLine]) -> None:
    cells = [_reasons_of(line) for line in officers if line.why]
    if cells:
        intro = (
            "Paragraphs are those of article V of the model policy, which repeats Minn. Stat. "
            "§ 626.8482 subd. 3. This summary is made from the agency's records; it is not legal "
            "advice."
        )
        sections.tabled(flow, "How each status was reached", _REASONS, cells, intro=intro)


def _reasons_of(line: OfficerLine) -> tuple[Cell, ...]:
    return (
        cell(line.name, look.CELL_STRONG),
        sections.status(line.status, line.light, ""),
        cell(" ".join(line.why)),
    )


def _all_sites(flow: Flow, sites: Sequence[str]) -> None:
    if _sites_overflow(flow, sites):
        sections.texted(flow, "Sites", "; ".join(sites))

"""The contracts of the sample agency: two pages, with the duties that were agreed on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.contract_duties import CONTRACT_DUTIES
from sro_desk.domain.dates import long_date
from sro_desk.pdf import fonts
from sro_desk.pdf.fonts import BOLD, REGULAR, Style
from sro_desk.pdf.look import WHITE
from sro_desk.pdf.sample_drawing import FADED, INK, Paper

_PORTRAIT = (612.0, 792.0)
_LEFT, _ROOM = 72.0, 468.0
_BODY = Style(REGULAR, 10.5, 15, INK)
_HEADING = Style(BOLD, 11.5, 16, INK)
_SMALL = Style(REGULAR, 8, 10, FADED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleContract:
    """What one contract says."""

    agency: str
    chief: str
    chief_title: str
    district: str
    contact: str
    starts_on: date
    ends_on: date
    duties: frozenset[int]
    sites: tuple[str, ...]


def contract(agreed: SampleContract) -> bytes:
    """The agreement as a PDF of two pages."""
    paper = Paper(_PORTRAIT, "School resource officer agreement")
    with paper.page(WHITE, mark_at=30):
        _opening(paper, agreed)
    with paper.page(WHITE, mark_at=30):
        _ending(paper, agreed)
    return paper.finish()


def _opening(paper: Paper, agreed: SampleContract) -> None:
    middle = paper.width / 2
    title = Style(BOLD, 16, 21, INK)
    paper.text(middle, 712, "SCHOOL RESOURCE OFFICER AGREEMENT", title, align=0.5, spaced=0.6)
    paper.rule(INK, _LEFT, 696, _LEFT + _ROOM, 1.2)
    term = f"{long_date(agreed.starts_on)} through {long_date(agreed.ends_on)}"
    y = _section(
        paper,
        666,
        "1. Parties and term",
        (
            f"This agreement is between {agreed.agency} (the Agency) and {agreed.district}"
            f" (the District). Its term is {term}.",
        ),
    )
    y = _section(
        paper,
        y,
        "2. Duties",
        ("The Agency assigns school resource officers to the District, whose duties are:",),
    )
    y += 6
    for number in sorted(agreed.duties):
        y = _paragraph(paper, y, f"({number})  {CONTRACT_DUTIES[number]}.", indent=22)
    y = _section(
        paper,
        y - 12,
        "3. Training",
        (
            "An officer completes the training of Minn. Stat. § 626.8482 before assuming these"
            " duties, unless that section allows otherwise. The chief law enforcement officer"
            " keeps a copy of each officer's most recent certificate and gives the District a"
            " summary of them each school year.",
        ),
    )
    _section(paper, y, "4. Sites", (", ".join(agreed.sites) + ".",))
    paper.text(middle, 46, "Page 1 of 2", _SMALL, align=0.5)


def _ending(paper: Paper, agreed: SampleContract) -> None:
    y = _section(
        paper,
        712,
        "5. Substitutes",
        (
            "When an officer is absent, the Agency sends a substitute where it can. Both parties"
            " count the student contact days of each substitute in the school year.",
        ),
    )
    y = _section(
        paper,
        y,
        "6. Records and notices",
        (
            "The Agency remains the employer of each officer. Records about officers are private"
            " except as Minn. Stat. § 13.43 makes them public. Notices go to the persons who"
            " sign below.",
        ),
    )
    _section(
        paper,
        y,
        "7. Ending",
        ("Either party may end this agreement with ninety days' notice in writing.",),
    )
    paper.signed(_LEFT, 330, 200, agreed.chief, f"{agreed.chief_title}, {agreed.agency}")
    paper.signed(_LEFT + 260, 330, 200, agreed.contact, f"For {agreed.district}")
    paper.text(paper.width / 2, 46, "Page 2 of 2", _SMALL, align=0.5)


def _section(paper: Paper, y: float, heading: str, paragraphs: Sequence[str]) -> float:
    paper.text(_LEFT, y, heading, _HEADING)
    y -= 20
    for each in paragraphs:
        y = _paragraph(paper, y, each)
    return y - 12


def _paragraph(paper: Paper, y: float, words: str, *, indent: float = 0) -> float:
    lines = fonts.wrap(fonts.drawable(words), _BODY, _ROOM - indent)
    return paper.lines(_LEFT + indent, y, lines, _BODY)

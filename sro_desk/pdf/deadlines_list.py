"""The deadlines list: every officer by urgency, for the chief's desk and the briefing room."""

from collections import Counter
from collections.abc import Callable, Sequence

from sro_desk.domain.codes import Light, Status
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.exports.deadlines import DeadlineLine, DeadlinesList
from sro_desk.domain.words import light_words
from sro_desk.pdf import furniture, look, sections, tiles, timeline
from sro_desk.pdf.about import About
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.legible import legible
from sro_desk.pdf.pictures import shares, substitutes
from sro_desk.pdf.report import Report
from sro_desk.pdf.table import Cell, Column, cell

TITLE = "Training Deadlines of School Resource Officers"
_LABEL = 14  # characters of the longest label that is not a name

_COLUMNS = (
    Column("Officer", 120),
    Column("Badge", 36),
    Column("Districts", 95),
    Column("Paragraph", 48),
    Column("Status", 78),
    Column("Deadline", 52),
    Column("Days left", 56, numbers=True),
    Column("What is missing", 127),
    Column("Next step", 100),
)


def _due_within(first: int, last: int) -> Callable[[DeadlineLine], bool]:
    def is_due(line: DeadlineLine) -> bool:
        left = line.days_left
        return line.standing is Status.DUE and left is not None and first <= left <= last

    return is_due


# Each line goes under the first heading that fits it.
_GROUPS: tuple[tuple[str, Callable[[DeadlineLine], bool]], ...] = (
    ("Overdue", lambda line: line.standing is Status.OVERDUE),
    ("Due within 30 days", _due_within(0, 30)),
    ("Due in 31 to 90 days", _due_within(31, 90)),
    ("Due in 91 to 180 days", _due_within(91, 180)),
    ("Due in more than 180 days", lambda line: line.standing is Status.DUE),
    (
        "No deadline running, but something needs attention",
        lambda line: line.light in {Light.RED, Light.AMBER},
    ),
    ("In order", lambda line: line.light is Light.GREEN),
    ("Nothing due", lambda line: line.light is Light.GREY),
)


def deadlines_list(facts: DeadlinesList) -> bytes:
    """The list as a finished PDF; equal facts give equal bytes."""
    facts, unprintable = legible(facts)
    made = facts.provenance
    about = About(
        title=", ".join((TITLE, *_chosen(facts), f"as of {us_date(made.on)}")),
        subject="Training deadlines under Minn. Stat. § 626.8482 subd. 3",
        author=facts.letterhead.agency,
        made_on=made.made_on,
    )
    running = "  ·  ".join((TITLE, *(_chosen(facts) or [facts.letterhead.agency])))
    report = Report(facts.letterhead, made, running_head=running)
    _opening(report.flow, facts)
    _groups(report.flow, facts.lines)
    report.flow.paragraph(
        "Paragraphs are those of article V of MSBA/MASA Model Policy 507.5, which repeats Minn. "
        "Stat. § 626.8482 subd. 3. This list is made from the agency's records; it is not legal "
        "advice.",
        look.NOTE,
    )
    report.flow.skip(8)
    furniture.notes(report.flow, unprintable)
    return report.finish(about)


def _opening(flow: Flow, facts: DeadlinesList) -> None:
    flow.heading("H1", TITLE, look.TITLE, follow=80)
    flow.paragraph(f"As of {long_date(facts.provenance.on)}", look.SUBTITLE)
    if chosen := _chosen(facts):
        told = "  ·  ".join(chosen)
        flow.paragraph(told[:1].upper() + told[1:], look.SUBTITLE)
    flow.skip(10)
    if not facts.lines:
        flow.paragraph(_nobody(facts))
        flow.skip(10)
        return
    counts = Counter(line.light for line in facts.lines)
    tiles.tiles(flow, [(light, counts[light], light_words(light)) for light in Light])
    flow.skip(16)
    bars = timeline.bars(facts.lines, facts.provenance.on)
    if any(bar.count for bar in bars):
        flow.heading("H2", "Deadlines by month", look.SECTION, follow=timeline.HEIGHT, level=1)
        timeline.draw(flow, bars)
        flow.skip(12)
    shares.section(flow, facts.shares)
    substitutes.section(flow, facts.substitutes)


def _chosen(facts: DeadlinesList) -> list[str]:
    """What was chosen of all deadlines, as a title tells it."""
    chosen = [facts.district] if facts.district else []
    if facts.within is not None:
        chosen.append(f"overdue or due within {_days(facts.within)}")
    return chosen


def _nobody(facts: DeadlinesList) -> str:
    if facts.within is not None:
        at = f" at {facts.district}" if facts.district else ""
        return f"No officer{at} is overdue or due within {_days(facts.within)}."
    if facts.district:
        return f"No officer serves at {facts.district}, or is to."
    return "No officer is on the roster."


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"


def _groups(flow: Flow, lines: Sequence[DeadlineLine]) -> None:
    grouped: dict[str, list[DeadlineLine]] = {heading: [] for heading, _ in _GROUPS}
    for line in lines:
        heading = next(heading for heading, fits in _GROUPS if fits(line))
        grouped[heading].append(line)
    for heading, group in grouped.items():
        if group:
            titled = f"{heading} ({len(group):,})"
            sections.tabled(flow, titled, _COLUMNS, map(_officer, group))


def _officer(line: DeadlineLine) -> tuple[Cell, ...]:
    return (
        cell(line.name, look.CELL_STRONG),
        cell(line.badge),
        cell("; ".join(map(_unbroken, line.districts))),
        cell(line.paragraph),
        sections.status(line.status, line.light, ""),
        sections.deadline(line.nominal, line.legal),
        cell(_left(line.days_left)),
        cell("; ".join(line.missing)),
        cell(line.next_step),
    )


def _unbroken(label: str) -> str:
    """`Charter 4007` stays on one line; a district known by its name may break."""
    return label.replace(" ", "\u00a0") if len(label) <= _LABEL else label


def _left(days: int | None) -> str:
    if days is None:
        return ""
    return f"{-days:,} past" if days < 0 else f"{days:,}"

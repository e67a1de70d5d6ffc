"""The substitute day log: every substitute's contact days of a school year, against the limit."""

from collections.abc import Sequence
from datetime import date

from sro_desk.domain.dates import MONTHS, long_date, us_date
from sro_desk.domain.exports.contact_days import YearLog
from sro_desk.domain.exports.substitutes import MonthLine, SubstituteLine, SubstituteLog
from sro_desk.pdf import day_section, fonts, furniture, look, sections, tiles
from sro_desk.pdf.about import About
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.legible import legible
from sro_desk.pdf.report import Report
from sro_desk.pdf.table import Cell, Column, Table, cell

TITLE = "Substitute School Resource Officer Day Log"
_UNDATED = "No date yet"
_AFTER_TEXT = 5.0
_HEAD_OF_OFFICER = 110.0  # heading, bar, words and the first month of most

_SUMMARY = (
    Column("Officer", 150),
    Column("Badge", 44),
    Column("Districts", 120),
    Column("Served", 50, numbers=True),
    Column("Booked", 50, numbers=True),
    Column("No date yet", 50, numbers=True),
    Column("Count", 50, numbers=True),
    Column("60th day", 90),
    Column("Paragraph", 60),
    Column("Status", 88),
)
_MONTHS = (
    Column("Month", 110),
    Column("District", 130),
    Column("Served", 190),
    Column("Booked", 190),
    Column("Days", 46, numbers=True),
    Column("Count", 46, numbers=True),
)


def substitute_log(facts: SubstituteLog) -> bytes:
    """The log as a finished PDF; equal facts give equal bytes."""
    facts, unprintable = legible(facts)
    made = facts.provenance
    chosen = [facts.school_year.lower(), *([facts.district] if facts.district else [])]
    about = About(
        title=", ".join((TITLE, *chosen, f"as of {us_date(made.on)}")),
        subject="Contact days under Minn. Stat. § 626.8482 subd. 3(d)",
        author=facts.letterhead.agency,
        made_on=made.made_on,
    )
    head = facts.district or facts.letterhead.agency
    report = Report(facts.letterhead, made, running_head=f"{TITLE}  ·  {head}")
    _opening(report.flow, facts)
    _summary(report.flow, facts.substitutes)
    _officers(report.flow, facts)
    furniture.notes(report.flow, unprintable)
    return report.finish(about)


def _opening(flow: Flow, facts: SubstituteLog) -> None:
    flow.heading("H1", TITLE, look.TITLE, follow=80)
    chosen = (facts.school_year, facts.district, f"as of {long_date(facts.provenance.on)}")
    flow.paragraph("  ·  ".join(part for part in chosen if part), look.SUBTITLE)
    flow.skip(10)
    year = f"{us_date(facts.first)} to {us_date(facts.last)}"
    if not facts.substitutes:
        at = f" at {facts.district}" if facts.district else ""
        flow.paragraph(f"No officer is or was assigned as a substitute{at} from {year}.")
        flow.skip(sections.AFTER_SECTION)
        return
    logs = [line.log for line in facts.substitutes]
    reached = sum(log.reached for log in logs)
    projected = sum(log.projected_on is not None for log in logs)
    tiles.facts(
        flow,
        [
            ("Counted", year, 0.28),
            ("Substitutes", f"{len(logs):,}", 0.16),
            (f"Reach {facts.limit} days, served and booked", f"{reached:,}", 0.3),
            (f"Reach {facts.limit} by projection", f"{projected:,}", 0.26),
        ],
    )
    flow.skip(8)
    flow.paragraph(
        f"A contact day is a calendar date on which a substitute served or is booked to serve; "
        f"days add up over all districts, and the count starts anew each July 1. Fewer than "
        f"{facts.limit} in a school year: Minn. Stat. § 626.8482 subd. 3(d), model policy 507.5 "
        "V.D. This log is made from the agency's records; it is not legal advice.",
        look.NOTE,
    )
    flow.skip(sections.AFTER_SECTION)


def _summary(flow: Flow, lines: Sequence[SubstituteLine]) -> None:
    if lines:
        sections.tabled(flow, "The count at a glance", _SUMMARY, map(_substitute, lines))


def _substitute(line: SubstituteLine) -> tuple[Cell, ...]:
    log = line.log
    return (
        cell(line.name, look.CELL_STRONG),
        cell(line.badge),
        cell("; ".join(line.districts)),
        cell(f"{log.served}"),
        cell(f"{log.booked}"),
        cell(f"{log.undated}"),
        cell(f"{log.total} of {log.limit}"),
        _sixtieth(log),
        cell(line.paragraph),
        sections.status(line.status, line.light, "file incomplete" if line.incomplete else ""),
    )


def _sixtieth(log: YearLog) -> Cell:
    if log.sixtieth_on is not None:
        note = "reached" if log.sixtieth_on <= log.on else "by the dates booked"
        return sections.stacked(us_date(log.sixtieth_on), note, look.CELL)
    if log.reached:
        return sections.stacked("", "no date known", look.CELL)
    if log.projected_on is not None:
        return sections.stacked(us_date(log.projected_on), "projection, no deadline", look.CELL)
    return cell("")


def _officers(flow: Flow, facts: SubstituteLog) -> None:
    if not facts.substitutes:
        return
    told = "Days at other districts count too; their dates are not listed here."
    intro = told if facts.district else "Two schools or districts on one date are one day."
    follow = look.BODY.leading + _AFTER_TEXT + _HEAD_OF_OFFICER
    sections.head(flow, "Dates by month and district", follow)
    flow.paragraph(intro)
    flow.skip(_AFTER_TEXT)
    for line in facts.substitutes:
        _officer(flow, line)


def _officer(flow: Flow, line: SubstituteLine) -> None:
    """Heading, bar, words and the first month stay on one page."""
    heading = f"{line.name}, badge {line.badge}" if line.badge else line.name
    table = Table(_MONTHS, room=flow.width)
    rows = [table.lay(_month(each)) for each in line.months]
    said = _said(line)
    flow.heading("H3", heading, look.STRONG, follow=_above(flow, said) + table.least(rows), level=2)
    day_section.meter(flow, line.log)
    flow.paragraph(said)
    if rows:
        flow.skip(_AFTER_TEXT)
        table.draw(flow, rows)
    flow.skip(sections.AFTER_SECTION)


def _said(line: SubstituteLine) -> str:
    return " ".join(part for part in (line.log.counted, line.log.outlook, line.meaning) if part)


def _above(flow: Flow, said: str) -> float:
    lines = len(fonts.wrap(said, look.BODY, flow.measure))
    return day_section.METER + lines * look.BODY.leading + _AFTER_TEXT


def _month(each: MonthLine) -> tuple[Cell, ...]:
    return (
        cell(f"{MONTHS[each.month.month - 1]} {each.month.year}" if each.month else _UNDATED),
        cell(each.place),
        cell(_days(each.served)),
        cell(_days(each.booked)),
        cell(f"{each.days}"),
        cell(f"{each.running}"),
    )


def _days(dates: Sequence[date]) -> str:
    return ", ".join(str(on.day) for on in dates)

"""The substitute day log: the contact days of one school year, counted as the calendar counts."""

from collections.abc import Iterator
from datetime import date

from sro_desk.domain.calendar import school_year_bounds, school_year_of
from sro_desk.domain.codes import Paragraph, Status
from sro_desk.domain.dates import us_date
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.exports.substitutes import SubstituteLine, SubstituteLog
from sro_desk.domain.finding import Finding
from sro_desk.domain.records import DistrictId, OfficerRecord
from sro_desk.domain.reports import Asked
from sro_desk.domain.seen_from import seen_from
from sro_desk.domain.sentences import status_words
from sro_desk.services import loading, school_years
from sro_desk.services.reports import around, month_lines, naming, officer, year_log
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.services.reports.officer import Background
from sro_desk.services.school_years import SchoolYear
from sro_desk.services.year_words import year_title
from sro_desk.storage.database import Database

_WHAT = "SRO substitute days"


def make(db: Database, asked: Asked, making: Making) -> MadeReport:
    """The log as a PDF; SroDeskError where there is no such district."""
    from sro_desk.pdf import substitute_log

    gathered = facts(db, asked, made_on=making.made_on)
    return MadeReport(
        asked=asked,
        content=substitute_log.substitute_log(gathered),
        file_name=naming.of_chosen(around.label(db, asked.district), _WHAT, asked.on),
        ledger_head=gathered.provenance.ledger_head,
    )


def facts(db: Database, asked: Asked, *, made_on: date) -> SubstituteLog:
    """The facts of the log for the school year of the day, by name; who is withheld is left out."""
    on, place = asked.on, asked.district
    with db.read() as session:
        shared = officer.background(session)
        records = loading.records(session)
        letterhead = around.letterhead(session)
        made = around.provenance(db, session, on=on, made_on=made_on)
        named = around.district(session, place)
    begins = shared.law.school_year_begins_month
    year = school_year_of(on, begins_month=begins)
    first, last = school_year_bounds(year, begins_month=begins)
    records.sort(key=around.as_filed)
    return SubstituteLog(
        letterhead=letterhead,
        provenance=made,
        district=named.name,
        school_year=year_title(year),
        first=first,
        last=last,
        limit=shared.law.contact_days,
        substitutes=tuple(_lines(records, year, on, place, shared)),
    )


def _lines(
    records: list[OfficerRecord], year: int, on: date, place: DistrictId | None, shared: Background
) -> Iterator[SubstituteLine]:
    for record in records:
        if record.officer.withheld:
            continue
        shown = school_years.of_record(
            record, year, on, law=shared.law, labels=shared.labels, schools=shared.schools
        )
        served_at = shown.served_at
        if served_at and (place is None or place in served_at):
            yield _line(record, shown, served_at, place, shared)


def _line(
    record: OfficerRecord,
    shown: SchoolYear,
    served_at: tuple[DistrictId, ...],
    place: DistrictId | None,
    shared: Background,
) -> SubstituteLine:
    if place is not None:
        record = seen_from(place, record)
    finding = evaluate(record, shared.policy, shared.law, shown.on)
    log = year_log.of_year(shown)
    return SubstituteLine(
        name=record.officer.name,
        badge=record.officer.badge,
        districts=tuple(shared.labels[each] for each in served_at),
        log=log,
        months=tuple(month_lines.of_log(log, only=shared.labels[place] if place else "")),
        paragraph=finding.paragraph or "",
        status=status_words(finding.status),
        light=finding.light,
        incomplete=bool(finding.gaps),
        meaning=_meaning(finding, shown),
    )


def _meaning(finding: Finding, shown: SchoolYear) -> str:
    """What the count comes to, by the paragraph that governs."""
    count, limit = finding.contact_days, shown.count.limit
    if count is None or count.school_year != shown.year:
        return (
            "These days do not govern now: the status is that of the officer's regular service, or "
            "of another school year."
        )
    if finding.paragraph is Paragraph.D:
        return (
            f"V.D: fewer than {limit} contact days, so the officer is not obligated to complete "
            "the training, and not required to perform duties (4) and (5)."
        )
    reached = f"{limit} contact days are reached, so V.D no longer exempts"
    if finding.deadline is None:
        return f"{reached}."
    last = us_date(finding.deadline.legal)
    if finding.status in {Status.MET, Status.MET_LATE}:
        return f"{reached}; {finding.paragraph} governs, with {last} as the last day: trained."
    return f"{reached}; {finding.paragraph} governs: the course is due by {last}."

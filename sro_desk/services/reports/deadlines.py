"""The deadlines list: every officer by urgency."""

from dataclasses import replace
from datetime import date

from sro_desk.domain.codes import Status
from sro_desk.domain.exports.deadlines import DeadlineLine, DeadlinesList
from sro_desk.domain.reports import Asked
from sro_desk.domain.sentences import gap_words, status_words, step_words
from sro_desk.services import findings
from sro_desk.services.findings import OverviewRow
from sro_desk.services.reports import around, naming, pictures
from sro_desk.services.reports.district import assigned
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.storage.database import Database


def make(db: Database, asked: Asked, making: Making) -> MadeReport:
    """The list as a PDF."""
    from sro_desk.pdf import deadlines_list

    gathered = facts(db, asked, made_on=making.made_on)
    within = "" if asked.within is None else f" within {asked.within} days"
    what = f"SRO training deadlines{within}"
    return MadeReport(
        asked=asked,
        content=deadlines_list.deadlines_list(gathered),
        file_name=naming.of_chosen(around.label(db, asked.district), what, asked.on),
        ledger_head=gathered.provenance.ledger_head,
    )


def facts(db: Database, asked: Asked, *, made_on: date) -> DeadlinesList:
    """The facts of the list, most urgent first; SroDeskError where there is no such district."""
    with db.read() as session:
        letterhead = around.letterhead(session)
        provenance = around.provenance(db, session, on=asked.on, made_on=made_on)
        named = around.district(session, asked.district)
        only = None
        if asked.district is not None:
            only = assigned(session, asked.district, asked.on)
    shown = findings.overview(db, asked.on, only=only, seen_by=asked.district)
    listed = [row for row in shown.rows if _is_listed(row, asked)]
    gathered = DeadlinesList(
        letterhead=letterhead,
        provenance=provenance,
        lines=tuple(map(_line, listed)),
        district=named.name,
        within=asked.within,
    )
    if asked.within is not None:  # a share of those who are late would tell nothing of a district
        return gathered
    drawn = pictures.of(db, listed, asked.on, district=asked.district)
    return replace(gathered, shares=drawn.shares, substitutes=drawn.substitutes)


def _is_listed(row: OverviewRow, asked: Asked) -> bool:
    if row.officer.withheld:
        return False
    finding = row.finding
    if asked.within is None or finding.status is Status.OVERDUE:
        return True
    left = finding.days_left
    return finding.status is Status.DUE and left is not None and left <= asked.within


def _line(row: OverviewRow) -> DeadlineLine:
    finding = row.finding
    return DeadlineLine(
        name=row.officer.name,
        badge=row.officer.badge,
        districts=row.districts,
        paragraph=finding.paragraph or "",
        standing=finding.status,
        status=status_words(finding.status),
        light=finding.light,
        nominal=finding.deadline.nominal if finding.deadline else None,
        legal=finding.deadline.legal if finding.deadline else None,
        days_left=finding.days_left,
        missing=tuple(map(gap_words, finding.gaps)),
        next_step=step_words(finding.next_step),
    )

"""The audit binder: all of the file as of a day, for the agency's own auditor."""

from dataclasses import replace
from datetime import date

from sro_desk.domain.calendar import school_year_bounds, school_year_of
from sro_desk.domain.dates import us_date
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.exports.audit import AuditBinder, CopyFact, Filed, RevisionFact
from sro_desk.domain.finding import Finding
from sro_desk.domain.law import Law
from sro_desk.domain.records import OfficerRecord, Policy, Sha256
from sro_desk.domain.reports import Asked
from sro_desk.intake.examined import Plan
from sro_desk.services import agency, appendices, loading
from sro_desk.services.appendices import WantedCopy
from sro_desk.services.reports import (
    around,
    binder_copies,
    binder_ledger,
    binder_missing,
    naming,
)
from sro_desk.services.reports import officer as of_officer
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.services.reports.officer import Background
from sro_desk.storage.database import Database
from sro_desk.storage.recording import RecordsSession

WHAT = "SRO audit binder"


def make(db: Database, asked: Asked, making: Making) -> MadeReport:
    """The binder as a PDF; SroDeskError where the ledger's period ends before it begins."""
    return drawn(db, asked, facts(db, asked, made_on=making.made_on), making)


def drawn(db: Database, asked: Asked, gathered: AuditBinder, making: Making) -> MadeReport:
    """The binder of facts that are gathered."""
    from sro_desk.pdf import audit_binder

    wanted = [_wanted(each) for each in gathered.copies if each.certificate]
    with appendices.hold(db, wanted if asked.copies else (), making.report) as held:
        content, places = audit_binder.with_copies(gathered, held.copies, making.report)
        if places is not None:
            plan = Plan(inserts=places.inserts, pictures=places.pictures)
            content = held.bind(content, plan)
    return MadeReport(
        asked=asked,
        content=content,
        file_name=naming.of_agency(WHAT, asked.on),
        ledger_head=gathered.provenance.ledger_head,
        archival=not any(each.foreign for each in held.copies),
    )


def _wanted(copy: CopyFact) -> WantedCopy:
    """A copy, and what its divider says of the certificates that it proves."""
    names = dict.fromkeys(each.whose for each in copy.holders)
    courses = dict.fromkeys(each.what for each in copy.holders)
    days = dict.fromkeys(us_date(each.on) for each in copy.holders)
    return WantedCopy(
        sha256=Sha256(copy.sha256),
        whose=", ".join(names),
        what="; ".join(courses),
        lines=(f"Completed {', '.join(days)}", f"SHA-256 {copy.sha256}"),
        refused=appendices.SHARED if copy.also_withheld else "",
    )


def facts(db: Database, asked: Asked, *, made_on: date) -> AuditBinder:
    """The facts of the binder, all of one state of the file."""
    with db.read() as session:
        return facts_in(db, session, asked, made_on=made_on)


def facts_in(db: Database, session: RecordsSession, asked: Asked, *, made_on: date) -> AuditBinder:
    """The same of what `session` sees."""
    on, shared = asked.on, of_officer.background(session)
    since = _since(asked, shared.law)
    records = sorted(loading.records(session), key=around.as_filed)
    shown = [each for each in records if asked.withheld or not each.officer.withheld]
    hidden = [each for each in records if not asked.withheld and each.officer.withheld]
    found = [(each, evaluate(each, shared.policy, shared.law, on)) for each in shown]
    return AuditBinder(
        letterhead=around.letterhead(session),
        provenance=around.provenance(db, session, on=on, made_on=made_on),
        since=since,
        left_out=len(hidden),
        revisions=_revisions(shared.policy, on),
        local_holidays=agency.settings_of(session).local_holidays,
        officers=tuple(_filed(record, finding, shared) for record, finding in found),
        missing=binder_missing.groups(found, shared.labels),
        ledger=binder_ledger.of_period(session, since, on, withheld=asked.withheld),
        entries=binder_ledger.count(session),
        copies=binder_copies.on_file(session, shown, hidden, shared.labels, on),
    )


def _since(asked: Asked, law: Law) -> date:
    """The first day of the ledger's period: the school year's, unless one is asked for."""
    month = law.school_year_begins_month
    year = school_year_of(asked.on, begins_month=month)
    since = asked.since or school_year_bounds(year, begins_month=month)[0]
    if since > asked.on:
        raise SroDeskError(
            f"The ledger’s first day, {us_date(since)}, is after the as-of date, "
            f"{us_date(asked.on)}. Choose an earlier first day, or a later as-of date."
        )
    return since


def _filed(record: OfficerRecord, finding: Finding, shared: Background) -> Filed:
    page = of_officer.facts_of(_known_by(finding.on, record), finding, shared)
    return Filed(under=record.officer.sort_name, page=page)


def _known_by(on: date, record: OfficerRecord) -> OfficerRecord:
    """The record without what is dated after the day; assignments and days booked are to come."""
    return replace(
        record,
        certificates=tuple(each for each in record.certificates if each.completed_on <= on),
        reviews=tuple(each for each in record.reviews if each.reviewed_on <= on),
        inability_records=tuple(
            each
            for each in record.inability_records
            if each.recorded_on is None or each.recorded_on <= on
        ),
    )


def _revisions(policy: Policy, on: date) -> tuple[RevisionFact, ...]:
    known = [each for each in policy.revisions if each.adopted_on <= on]
    known.sort(key=lambda each: (each.adopted_on, each.id))
    return tuple(
        RevisionFact(
            adopted_on=each.adopted_on,
            title=each.title,
            posted_at=each.posted_at,
            adoption=at == 0,
        )
        for at, each in enumerate(known)
    )[::-1]

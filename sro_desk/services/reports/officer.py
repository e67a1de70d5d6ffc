"""The officer's page: everything on file about one officer but the remarks, with the reasons.

`facts_of` takes a record that is loaded already, so that a binder of all
officers asks the file once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import Role
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.exports.contact_days import YearLog
from sro_desk.domain.exports.officer import (
    AssignmentFact,
    CertificateFact,
    InabilityFact,
    OfficerFacts,
    OfficerPage,
    PeriodFact,
    ReviewFact,
)
from sro_desk.domain.facts import by_completion
from sro_desk.domain.finding import Finding, PeriodOutcome
from sro_desk.domain.law import Law
from sro_desk.domain.records import (
    Assignment,
    Certificate,
    DistrictId,
    InabilityRecord,
    OfficerId,
    OfficerRecord,
    Policy,
    PolicyReview,
    SchoolId,
)
from sro_desk.domain.reports import Asked
from sro_desk.domain.sentences import (
    advisory_words,
    course_kind_words,
    duties_words,
    gap_words,
    paragraph_words,
    role_words,
    status_words,
    step_words,
    why,
)
from sro_desk.services import agency, loading, school_years
from sro_desk.services.reports import around, signing, year_log
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.storage.database import Database
from sro_desk.storage.plain import Reader

_SCHOOLS = "SELECT id, name FROM school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What the pages of all officers share; gathered once."""

    law: Law
    policy: Policy
    labels: Mapping[DistrictId, str]
    schools: Mapping[SchoolId, str]


def make(db: Database, asked: Asked, making: Making) -> MadeReport:
    """The page as a PDF; SroDeskError where there is no such officer."""
    from sro_desk.pdf import officer_page

    assert asked.officer is not None  # noqa: S101 - `making.make` saw to it
    gathered = facts(db, asked.officer, on=asked.on, made_on=making.made_on)
    return MadeReport(
        asked=asked,
        content=officer_page.officer_page(gathered),
        file_name=signing.file_name(db, asked.officer, "SRO training", asked.on),
        ledger_head=gathered.provenance.ledger_head,
    )


def facts(db: Database, officer: OfficerId, *, on: date, made_on: date) -> OfficerPage:
    """The facts of one officer's page."""
    with db.read() as session:
        shared = background(session)
        record = signing.record_of(session, officer)
        letterhead = around.letterhead(session)
        made = around.provenance(db, session, on=on, made_on=made_on)
    finding = evaluate(record, shared.policy, shared.law, on)
    return OfficerPage(
        letterhead=letterhead, provenance=made, officer=facts_of(record, finding, shared)
    )


def background(reader: Reader) -> Background:
    """What `facts_of` needs beside the record."""
    labels = loading.district_labels(reader)
    return Background(
        law=agency.law_of(reader),
        policy=loading.policy(reader),
        labels={each: label for each, (label, _) in labels.items()},
        schools={SchoolId(school): name for school, name in reader.rows(_SCHOOLS)},
    )


def facts_of(record: OfficerRecord, finding: Finding, shared: Background) -> OfficerFacts:
    """The facts about one officer, of a record without what is voided."""
    officer, period = record.officer, finding.period
    served = sorted(record.assignments, key=_by_start)
    held = sorted(record.certificates, key=by_completion, reverse=True)
    reviewed = sorted(record.reviews, key=_by_day, reverse=True)
    return OfficerFacts(
        name=officer.name,
        badge=officer.badge,
        rank=officer.rank,
        title=officer.title,
        post_license=officer.post_license,
        employed_from=officer.employed_from,
        employed_to=officer.employed_to,
        withheld=officer.withheld,
        serving=_labels(period.districts if period else (), shared),
        assumed=period.assumed if period else None,
        paragraph=paragraph_words(finding.paragraph) if finding.paragraph else "",
        standing=finding.status,
        status=status_words(finding.status),
        light=finding.light,
        nominal=finding.deadline.nominal if finding.deadline else None,
        legal=finding.deadline.legal if finding.deadline else None,
        days_left=finding.days_left,
        duties=duties_words(finding.duties),
        missing=tuple(map(gap_words, finding.gaps)),
        advisories=tuple(map(advisory_words, finding.advisories)),
        next_step=step_words(finding.next_step),
        why=why(finding.why),
        earlier=tuple(_period(each, shared) for each in finding.history if each.period != period),
        assignments=tuple(_assignment(each, shared) for each in served),
        certificates=tuple(map(_certificate, held)),
        reviews=tuple(map(_review, reviewed)),
        inability=tuple(map(_inability, record.inability_records)),
        log=log_of(record, finding.on, shared),
    )


def log_of(record: OfficerRecord, on: date, shared: Background) -> YearLog | None:
    """The contact days of the school year of `on`, or the nearest; None for no substitute."""
    if all(each.role is not Role.SUBSTITUTE for each in record.assignments):
        return None
    shown = school_years.of_record(
        record, None, on, law=shared.law, labels=shared.labels, schools=shared.schools
    )
    return year_log.of_year(shown)


def _labels(districts: tuple[DistrictId, ...], shared: Background) -> tuple[str, ...]:
    return tuple(shared.labels[each] for each in districts)


def _period(outcome: PeriodOutcome, shared: Background) -> PeriodFact:
    period, deadline = outcome.period, outcome.deadline
    return PeriodFact(
        role=role_words(period.role),
        districts=_labels(period.districts, shared),
        assumed=period.assumed,
        ends_on=period.ends_on,
        paragraph=outcome.paragraph,
        standing=outcome.status,
        status=status_words(outcome.status),
        nominal=deadline.nominal if deadline else None,
        legal=deadline.legal if deadline else None,
        trained_on=outcome.trained_on,
    )


def _assignment(each: Assignment, shared: Background) -> AssignmentFact:
    return AssignmentFact(
        district=shared.labels[each.district],
        school="" if each.school is None else shared.schools[each.school],
        role=role_words(each.role),
        assumed=each.assumed,
        ends_on=each.ends_on,
        booked_days=each.booked_days,
        covered=each.meets_definition,
        why_not=each.definition_reason,
    )


def _review(each: PolicyReview) -> ReviewFact:
    return ReviewFact(reviewed_on=each.reviewed_on, note=each.note)


def _inability(each: InabilityRecord) -> InabilityFact:
    return InabilityFact(recorded_on=each.recorded_on, reason=each.reason, signed_by=each.signed_by)


def _by_start(each: Assignment) -> tuple[date, int]:
    return each.assumed, each.id


def _by_day(each: PolicyReview) -> tuple[date, int]:
    return each.reviewed_on, each.id


def _certificate(each: Certificate) -> CertificateFact:
    return CertificateFact(
        course=each.course.title,
        kind=course_kind_words(each.course.kind),
        completed_on=each.completed_on,
        issued_on=each.issued_on,
        number=each.number,
        credits="" if each.credits is None else f"{each.credits.normalize():f}",
        copy_on_file=each.copy is not None,
    )

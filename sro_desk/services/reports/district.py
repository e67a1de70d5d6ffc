"""The certificate summary: public fields picked one by one; officers withheld are left out.

Nothing is copied from a record but what is named here (Minn. Stat. § 13.43
subd. 2): no remarks, licence, phone or mail of an officer, no free text of an
assignment, an inability record or a review.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk.domain.codes import CourseKind, Duties, Paragraph, Role
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.exports.district import DistrictSummary, OfficerLine
from sro_desk.domain.facts import by_completion
from sro_desk.domain.finding import Finding, Reason
from sro_desk.domain.names import district_label, search_key
from sro_desk.domain.reasons import Because
from sro_desk.domain.records import (
    Assignment,
    Certificate,
    Contract,
    DistrictId,
    Officer,
    OfficerId,
    OfficerRecord,
    SchoolId,
)
from sro_desk.domain.reports import Asked
from sro_desk.domain.seen_from import seen_from
from sro_desk.domain.sentences import gap_words, role_words, status_words, why
from sro_desk.services import agency, loading, rows
from sro_desk.services.reports import around, naming
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.storage.database import Database
from sro_desk.storage.recording import RecordsSession
from sro_desk.storage.tables import AssignmentRow, DistrictRow, SchoolRow

# Told in a section of their own, or the agency's own business.
_UNTOLD = frozenset(
    {
        Because.DUTIES_UNTIL_TRAINED,
        Because.DUTIES_OF_SUBSTITUTE,
        Because.DUTIES_UNTIL_SIXTY,
        Because.DUTIES_HOLD,
        Because.REFRESH,
    }
)
_UNCOVERED = {
    Paragraph.A: (
        "Short of the 60th contact day of the school year, a substitute is not required to perform "
        "these duties."
    ),
    Paragraph.B: "Until trained, the officer is not required to perform these duties.",
    Paragraph.C: (
        "Under V.C the officer is not required to perform these duties until the training is "
        "completed."
    ),
    Paragraph.D: "Under V.D a substitute is not required to perform these duties.",
}
_ON_HOLD = (
    "Past the deadline and untrained: no paragraph supports service as a school resource officer, "
    "and the chief decides."
)


def make(db: Database, asked: Asked, making: Making) -> MadeReport:
    """The certificate summary for one district as a PDF; SroDeskError where there is none such."""
    from sro_desk.pdf import district_summary

    assert asked.district is not None  # noqa: S101 - `making.make` saw to it
    gathered = facts(db, asked.district, on=asked.on, made_on=making.made_on)
    return MadeReport(
        asked=asked,
        content=district_summary.district_summary(gathered),
        file_name=naming.of_district(gathered.label, "SRO certificates", asked.on),
        ledger_head=gathered.provenance.ledger_head,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A summary's facts, and the records it is made of, officer by officer as it lists them."""

    summary: DistrictSummary
    records: tuple[OfficerRecord, ...]
    findings: tuple[Finding, ...]


def facts(db: Database, district: DistrictId, *, on: date, made_on: date) -> DistrictSummary:
    """The facts of one district's certificate summary; SroDeskError where there is none such."""
    with db.read() as session:
        return gather(db, session, district, on=on, made_on=made_on).summary


def gather(
    db: Database, session: RecordsSession, district: DistrictId, *, on: date, made_on: date
) -> Gathered:
    """The same of what `session` sees, with what it is made of."""
    found = rows.the(session, DistrictRow, district).to_domain()
    law, policy = agency.law_of(session), loading.policy(session)
    records = loading.records(session, only=assigned(session, district, on))
    contracts = loading.contracts(session).get(district, [])
    schools = _schools(session, district)
    letterhead = around.letterhead(session)
    made = around.provenance(db, session, on=on, made_on=made_on)
    shown = [record for record in records if not record.officer.withheld]
    shown.sort(key=lambda record: (search_key(record.officer.sort_name), record.officer.id))
    found_of = [evaluate(seen_from(district, each), policy, law, on) for each in shown]
    lines = (
        _officer_line(record, finding, district, schools)
        for record, finding in zip(shown, found_of, strict=True)
    )
    summary = DistrictSummary(
        letterhead=letterhead,
        provenance=made,
        district=found.name,
        label=district_label(found.name, found.kind, found.state_id),
        citation=found.citation,
        contracts=tuple((each.starts_on, each.ends_on) for each in asked_about(contracts, on)),
        sites=tuple(schools.values()),
        officers=tuple(lines),
    )
    return Gathered(summary=summary, records=tuple(shown), findings=tuple(found_of))


def assigned(session: Session, district: DistrictId, on: date) -> set[OfficerId]:
    """The officers who serve the district on the day or will."""
    query = select(AssignmentRow.officer_id, AssignmentRow.ends_on).where(
        AssignmentRow.district_id == district, AssignmentRow.voided_at.is_(None)
    )
    return {
        OfficerId(officer)
        for officer, ends_on in session.execute(query)
        if ends_on is None or ends_on >= on
    }


def _schools(session: Session, district: DistrictId) -> dict[SchoolId, str]:
    query = (
        select(SchoolRow.id, SchoolRow.name)
        .where(SchoolRow.district_id == district, SchoolRow.voided_at.is_(None))
        .order_by(SchoolRow.name, SchoolRow.id)
    )
    return {SchoolId(school): name for school, name in session.execute(query)}


def asked_about(contracts: Iterable[Contract], on: date) -> tuple[Contract, ...]:
    """The contracts in force; else the next; else the last."""
    by_start = sorted(contracts, key=lambda each: (each.starts_on, each.ends_on))
    in_force = [each for each in by_start if each.starts_on <= on <= each.ends_on]
    return tuple(
        in_force or [each for each in by_start if each.starts_on > on][:1] or by_start[-1:]
    )


def _officer_line(
    record: OfficerRecord, finding: Finding, district: DistrictId, schools: Mapping[SchoolId, str]
) -> OfficerLine:
    served = _served(record.assignments, district, finding.on)
    latest = latest_qualifying(record.certificates, finding)
    ends = [each.ends_on for each in served]
    return OfficerLine(
        name=record.officer.name,
        badge=record.officer.badge,
        title=_title(record.officer),
        role=role_words(_role(served)),
        sites=_sites(served, schools),
        assumed=min(each.assumed for each in served),
        ends_on=None if None in ends else max(day for day in ends if day is not None),
        paragraph=finding.paragraph or "",
        standing=finding.status,
        status=status_words(finding.status),
        light=finding.light,
        nominal=finding.deadline.nominal if finding.deadline else None,
        legal=finding.deadline.legal if finding.deadline else None,
        course=latest.course.title if latest else "",
        completed_on=latest.completed_on if latest else None,
        certificate_number=latest.number if latest else "",
        copy_on_file=None if latest is None else latest.copy is not None,
        uncovered_duties=_uncovered(finding),
        missing=tuple(map(gap_words, finding.gaps)),
        why=why(_told(finding.why)),
    )


def _served(
    assignments: Iterable[Assignment], district: DistrictId, on: date
) -> Sequence[Assignment]:
    """The assignments at the district in force on the day; else those to come."""
    there = [
        each
        for each in assignments
        if each.district == district and (each.ends_on is None or each.ends_on >= on)
    ]
    return [each for each in there if each.assumed <= on] or there


def _role(served: Iterable[Assignment]) -> Role:
    roles = {each.role for each in served}
    return Role.REGULAR if Role.REGULAR in roles else Role.SUBSTITUTE


def _sites(served: Iterable[Assignment], schools: Mapping[SchoolId, str]) -> tuple[str, ...]:
    """The schools, or none where an assignment is to the whole district."""
    sites = [each.school for each in served]
    if None in sites:
        return ()
    return tuple(dict.fromkeys(schools[site] for site in sites if site and site in schools))


def _title(officer: Officer) -> str:
    return ", ".join(part for part in (officer.rank, officer.title) if part)


def latest_qualifying(certificates: Iterable[Certificate], finding: Finding) -> Certificate | None:
    """The most recent certificate that counts under the paragraph (V.E)."""
    kinds = {CourseKind.MANDATED}
    if finding.paragraph is Paragraph.B:
        kinds.add(CourseKind.SUPPLEMENTAL)
    counting = [
        each
        for each in certificates
        if each.course.kind in kinds and each.completed_on <= finding.on
    ]
    return max(counting, key=by_completion, default=None)


def _uncovered(finding: Finding) -> str:
    if finding.duties is Duties.HOLD:
        return _ON_HOLD
    if finding.duties is Duties.NOT_REQUIRED and finding.paragraph is not None:
        return _UNCOVERED[finding.paragraph]
    return ""


def _told(reasons: Iterable[Reason]) -> list[Reason]:
    """The argument without what is told elsewhere, and without a clerk's free text."""
    return [_public(reason) for reason in reasons if reason.because not in _UNTOLD]


def _public(reason: Reason) -> Reason:
    if reason.because is not Because.NOT_COVERED:
        return reason
    return reason._replace(facts={**reason.facts, "because": ""})

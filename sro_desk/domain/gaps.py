"""What the file of an officer lacks while a service period lasts or is still to come."""

from dataclasses import dataclass, field
from datetime import date

from sro_desk.domain.codes import Gap, Paragraph
from sro_desk.domain.facts import Facts
from sro_desk.domain.finding import Reason, ServicePeriod
from sro_desk.domain.law import Law
from sro_desk.domain.paragraphs import Governing
from sro_desk.domain.reasons import Because
from sro_desk.domain.records import (
    Certificate,
    CertificateId,
    DistrictId,
    InabilityRecord,
    OfficerRecord,
)

_B, _C, _D = Paragraph.B, Paragraph.C, Paragraph.D


@dataclass(slots=True)
class Gaps:
    """The gaps of one period, each with its reason, and the certificate that lacks a copy."""

    found: list[Gap] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    attach_to: CertificateId | None = None

    def add(self, gap: Gap, reason: Reason) -> None:
        """Note one gap and why."""
        self.found.append(gap)
        self.reasons.append(reason)


def gaps_in(period: ServicePeriod, found: Governing, facts: Facts, law: Law) -> Gaps:
    """Every gap of a period that has not ended, in the order of the codes."""
    gaps = Gaps()
    if found.qualifying:
        _copy(found, gaps, law)
    paragraph = found.paragraph
    if paragraph is _B:
        _basic_copy(facts.known.prior_basic, gaps, law)
    elif paragraph is _C:
        _review(period, facts, gaps, law.citations.c, law)
        _inability(facts.known.inability, gaps, law)
    elif paragraph is _D:
        _review(period, facts, gaps, law.citations.d, law)
    _contract(period, facts, gaps, law)
    return gaps


def review_due_by(period: ServicePeriod, adopted: date, law: Law) -> date:
    """The last day on which a review of the policy is on time."""
    return max(period.assumed, adopted, law.mandate_begins)


def _copy(found: Governing, gaps: Gaps, law: Law) -> None:
    latest = found.qualifying[-1]
    if latest.copy is None:
        gaps.attach_to = latest.id
        completed = {"completed": latest.completed_on}
        gaps.add(Gap.CERT_COPY, Reason(Because.COPY_MISSING, completed, law.citations.e))


def _basic_copy(prior: list[Certificate], gaps: Gaps, law: Law) -> None:
    for each in prior:
        if each.copy is not None:
            return
    gaps.attach_to = gaps.attach_to or prior[0].id
    completed = {"completed": prior[0].completed_on}
    reason = Reason(Because.BASIC_COPY_MISSING, completed, law.citations.b)
    gaps.add(Gap.PRIOR_BASIC_PROOF, reason)


def _review(period: ServicePeriod, facts: Facts, gaps: Gaps, citation: str, law: Law) -> None:
    if not facts.revised:
        reason = Reason(Because.POLICY_MISSING, {"on": facts.on}, law.citations.agency_policy)
        gaps.add(Gap.AGENCY_POLICY_MISSING, reason)
        return
    due_by = review_due_by(period, facts.revised[0], law)
    due = {"due_by": due_by, "on": facts.on}
    if not facts.reviewed and facts.on < due_by:
        gaps.add(Gap.POLICY_REVIEW_PENDING, Reason(Because.REVIEW_PENDING, due, citation))
    elif not facts.reviewed:
        gaps.add(Gap.POLICY_REVIEW_MISSING, Reason(Because.REVIEW_MISSING, due, citation))
    elif facts.reviewed[0] > due_by:
        late = {"due_by": due_by, "reviewed": facts.reviewed[0]}
        gaps.add(Gap.POLICY_REVIEW_LATE, Reason(Because.REVIEW_LATE, late, citation))


def _inability(known: list[InabilityRecord], gaps: Gaps, law: Law) -> None:
    for each in known:
        if each.recorded_on is not None and each.reason.strip() and each.signed_by.strip():
            return
    reason = Reason(Because.INABILITY_INCOMPLETE, {}, law.citations.c)
    gaps.add(Gap.INABILITY_RECORD_INCOMPLETE, reason)


def _contract(period: ServicePeriod, facts: Facts, gaps: Gaps, law: Law) -> None:
    day = max(facts.on, period.assumed)
    for each in facts.assignments:
        in_force = each.assumed <= day and (each.ends_on is None or each.ends_on >= day)
        if in_force and not _under_contract(each.district, day, facts.record):
            reason = Reason(Because.CONTRACT_MISSING, {"on": day}, law.citations.covered)
            gaps.add(Gap.CONTRACT_MISSING, reason)
            return


def _under_contract(district: DistrictId, day: date, record: OfficerRecord) -> bool:
    for each in record.contracts:
        covers = each.starts_on <= day <= each.ends_on
        if covers and each.district == district and each.voided is None:
            return True
    return False

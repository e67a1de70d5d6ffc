"""What officers' files lack, one thing after the other, each with what to do about it."""

from collections.abc import Iterable, Mapping, Sequence

from sro_desk.domain.codes import Gap, Status
from sro_desk.domain.exports.audit import MissingGroup, MissingLine
from sro_desk.domain.finding import Finding
from sro_desk.domain.records import DistrictId, OfficerRecord
from sro_desk.domain.sentences import gap_words, status_words

_OVERDUE = "Training not completed by the deadline"
_TRAIN = "Book the course and add the certificate; until then the duties are as the page says."
_TO_DO = {
    Gap.CERT_COPY: (
        "Attach the copy to the certificate; ask the officer or the provider where there is none. "
        "V.E asks for the copy of the most recent certificate."
    ),
    Gap.PRIOR_BASIC_PROOF: (
        "Attach a copy of the basic course’s certificate: the later deadline of V.B rests on it."
    ),
    Gap.POLICY_REVIEW_PENDING: (
        "Let the officer review the agency’s policy before the first day, and record the review."
    ),
    Gap.POLICY_REVIEW_MISSING: (
        "Let the officer review the agency’s policy now, and record the day."
    ),
    Gap.POLICY_REVIEW_LATE: (
        "The review is on record and stays late; keep with the file why it was."
    ),
    Gap.AGENCY_POLICY_MISSING: (
        "Record the policy that the agency adopted under subdivision 6, and where it is posted."
    ),
    Gap.INABILITY_RECORD_INCOMPLETE: (
        "Complete the inability record: why the course could not be provided, the day, the signer."
    ),
    Gap.CONTRACT_MISSING: (
        "Record the contract that covers the assignment, or ask the district for it."
    ),
}

Found = tuple[OfficerRecord, Finding]


def groups(found: Sequence[Found], labels: Mapping[DistrictId, str]) -> tuple[MissingGroup, ...]:
    """Every gap and every training that is overdue, in the order of urgency of the codes."""
    overdue = [each for each in found if each[1].status is Status.OVERDUE]
    groups = [_group(_OVERDUE, _TRAIN, overdue, labels)]
    for gap in Gap:
        lacking = [each for each in found if gap in each[1].gaps]
        groups.append(_group(gap_words(gap), _TO_DO[gap], lacking, labels))
    return tuple(group for group in groups if group.lines)


def _group(
    what: str, to_do: str, found: Iterable[Found], labels: Mapping[DistrictId, str]
) -> MissingGroup:
    lines = tuple(_line(*each, labels) for each in found)
    return MissingGroup(what=what, to_do=to_do, lines=lines)


def _line(record: OfficerRecord, finding: Finding, labels: Mapping[DistrictId, str]) -> MissingLine:
    deadline, period = finding.deadline, finding.period
    return MissingLine(
        name=record.officer.name,
        badge=record.officer.badge,
        districts=tuple(labels[each] for each in period.districts) if period else (),
        paragraph=finding.paragraph or "",
        status=status_words(finding.status),
        light=finding.light,
        nominal=deadline.nominal if deadline else None,
        legal=deadline.legal if deadline else None,
    )

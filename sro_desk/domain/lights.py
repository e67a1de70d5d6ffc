"""The duties, the colour and the next step that follow from a status and its gaps."""

from collections.abc import Collection
from datetime import date

from sro_desk.domain.codes import Duties, Gap, Light, Paragraph, Role, Status, Step
from sro_desk.domain.finding import ContactDays, PeriodOutcome

_DUE, _OVERDUE, _MET_LATE = Status.DUE, Status.OVERDUE, Status.MET_LATE
_RED_GAPS = frozenset((Gap.CERT_COPY, Gap.POLICY_REVIEW_MISSING, Gap.AGENCY_POLICY_MISSING))

_STEPS = (
    (Gap.CERT_COPY, Step.ATTACH_COPY),
    (Gap.AGENCY_POLICY_MISSING, Step.ADOPT_POLICY),
    (Gap.POLICY_REVIEW_MISSING, Step.RECORD_REVIEW),
    (Gap.POLICY_REVIEW_PENDING, Step.RECORD_REVIEW),
    (Gap.INABILITY_RECORD_INCOMPLETE, Step.COMPLETE_INABILITY_RECORD),
    (Gap.PRIOR_BASIC_PROOF, Step.ATTACH_BASIC_COPY),
    (Gap.CONTRACT_MISSING, Step.ADD_CONTRACT),
)


def duties_of(outcome: PeriodOutcome, count: ContactDays | None, on: date) -> Duties:
    """Whether the duties of subd. 2(a)(4) and (5) rest on an officer in service."""
    period = outcome.period
    if on < period.assumed or (period.ends_on is not None and period.ends_on < on):
        return Duties.NOT_APPLICABLE
    if outcome.trained_on is not None:
        return Duties.FULL
    if outcome.paragraph is Paragraph.C or outcome.paragraph is Paragraph.D:
        return Duties.NOT_REQUIRED
    if outcome.status is _OVERDUE:
        return Duties.HOLD
    if period.role is Role.SUBSTITUTE and outcome.paragraph is Paragraph.A and count is not None:
        short = count.sixtieth_on is None or on < count.sixtieth_on
        return Duties.NOT_REQUIRED if short else Duties.FULL
    return Duties.FULL


def light_of(status: Status, gaps: Collection[Gap], *, ended: bool) -> Light:
    """Red and amber as RULES §6 lists them; an ended period shows no alarm."""
    if ended:
        return Light.GREY
    if status is _OVERDUE or not _RED_GAPS.isdisjoint(gaps):
        return Light.RED
    if gaps or status is _DUE or status is _MET_LATE:
        return Light.AMBER
    return Light.GREEN


def step_for(gap: Gap) -> Step:
    """What closes one gap; NONE where nothing can, as for a review that came late."""
    return dict(_STEPS).get(gap, Step.NONE)


def step_of(status: Status, gaps: Collection[Gap]) -> Step:
    """What to do next: training first where it is overdue, else what the file lacks."""
    if status is _OVERDUE:
        return Step.ADD_CERTIFICATE
    if gaps:
        for gap, step in _STEPS:
            if gap in gaps:
                return step
    return Step.ADD_CERTIFICATE if status is _DUE else Step.NONE

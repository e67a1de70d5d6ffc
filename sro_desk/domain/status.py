"""What became of one service period as of a day: its status against its deadline."""

from datetime import date

from sro_desk.domain.calendar import day_after
from sro_desk.domain.codes import Status
from sro_desk.domain.finding import Deadline, Fact, PeriodOutcome, Reason, ServicePeriod
from sro_desk.domain.paragraphs import Governing
from sro_desk.domain.reasons import Because
from sro_desk.domain.records import Certificate

_PRIOR_TO_ASSUMING = frozenset(
    (Because.A_BEFORE_ASSUMING, Because.A_SIXTIETH_DAY, Because.A_PAST_SIXTY)
)
_MET, _MET_LATE = Status.MET, Status.MET_LATE
_ENDED = {_MET: Status.ENDED_MET, _MET_LATE: Status.ENDED_MET_LATE}


def outcome(period: ServicePeriod, found: Governing, on: date) -> PeriodOutcome:
    """The outcome of one service period under the paragraph that governs it."""
    ended_on = period.ends_on if period.ends_on is not None and period.ends_on < on else None
    trained_on = None
    if found.deadline is None:
        status = Status.EXEMPT if ended_on is None else Status.ENDED_EXEMPT
        reasons: list[Reason] = []
    elif found.qualifying:
        first = found.qualifying[0]
        trained_on = first.completed_on
        status, reasons = _trained(first, found, found.deadline)
        if ended_on is not None:
            status = _ENDED[status]
    elif ended_on is not None:
        status, reasons = _ended_untrained(ended_on, found, found.deadline)
    else:
        status, reasons = _untrained(on, found, found.deadline)
    why = (*found.reasons, *reasons)
    return PeriodOutcome(period, found.paragraph, status, found.deadline, trained_on, why)


def _trained(
    first: Certificate, found: Governing, deadline: Deadline
) -> tuple[Status, list[Reason]]:
    completed, citation = first.completed_on, found.reasons[0].citation
    kind = str(first.course.kind)
    facts: dict[str, Fact] = {"kind": kind, "completed": completed, "legal": deadline.legal}
    if completed <= deadline.legal:
        return _MET, [Reason(Because.TRAINED_IN_TIME, facts, citation)]
    reasons = [Reason(Because.TRAINED_LATE, facts, citation)]
    prior = found.reasons[0].because in _PRIOR_TO_ASSUMING
    if prior and completed == day_after(deadline.legal):
        reasons.append(Reason(Because.SAME_DAY, {"completed": completed}, citation))
    return _MET_LATE, reasons


def _ended_untrained(
    last: date, found: Governing, deadline: Deadline
) -> tuple[Status, list[Reason]]:
    facts = {"ended": last, "legal": deadline.legal}
    citation = found.reasons[0].citation
    if last <= deadline.legal:
        return Status.ENDED_LAPSED, [Reason(Because.ENDED_LAPSED, facts, citation)]
    return Status.ENDED_UNMET, [Reason(Because.ENDED_UNMET, facts, citation)]


def _untrained(on: date, found: Governing, deadline: Deadline) -> tuple[Status, list[Reason]]:
    facts = {"on": on, "legal": deadline.legal}
    citation = found.reasons[0].citation
    if on > deadline.legal:
        return Status.OVERDUE, [Reason(Because.UNTRAINED_OVERDUE, facts, citation)]
    reasons = [Reason(Because.UNTRAINED_DUE, facts, citation)]
    if found.advised is not None and on <= found.advised:
        reasons.append(Reason(Because.FINISH_BY, {"advised": found.advised}, citation))
    return Status.DUE, reasons

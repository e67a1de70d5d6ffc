"""What became of one service period as of a day: its status against its deadline."""

from datetime import date

from sro_desk.domain.calendar import day_after
from sro_desk.domain.codes import Status
from sro_desk.domain.finding import Deadline, PeriodOutcome, Reason, ServicePeriod
from sro_desk.domain.paragraphs import Governing
from sro_desk.domain.reasons import Because
from sro_desk.domain.records import Certificate

_PRIOR_TO_ASSUMING = frozenset(
    (Because.A_BEFORE_ASSUMING, Because.A_SIXTIETH_DAY, Because.A_PAST_SIXTY)
)


def outcome(period: ServicePeriod, found: Governing, on: date) -> PeriodOutcome:
    """The outcome of one service period under the paragraph that governs it."""
    ended = period.ends_on is not None and period.ends_on < on
    if found.deadline is None:
        status = Status.ENDED_EXEMPT if ended else Status.EXEMPT
        return _outcome(period, found, status, None, found.reasons)
    if found.qualifying:
        status, reasons = _trained(found, found.qualifying[0], found.deadline)
        if ended:
            status = Status.ENDED_MET if status is Status.MET else Status.ENDED_MET_LATE
        return _outcome(period, found, status, found.qualifying[0].completed_on, reasons)
    if period.ends_on is not None and ended:
        status, reason = _ended_untrained(period.ends_on, found, found.deadline)
    else:
        status, reason = _untrained(on, found, found.deadline)
    reasons = [*found.reasons, reason]
    if found.advised is not None and not ended and on <= found.advised:
        reasons.append(Reason(Because.FINISH_BY, {"advised": found.advised}, reason.citation))
    return _outcome(period, found, status, None, reasons)


def _outcome(
    period: ServicePeriod,
    found: Governing,
    status: Status,
    trained_on: date | None,
    reasons: list[Reason],
) -> PeriodOutcome:
    return PeriodOutcome(
        period=period,
        paragraph=found.paragraph,
        status=status,
        deadline=found.deadline,
        trained_on=trained_on,
        why=tuple(reasons),
    )


def _trained(
    found: Governing, first: Certificate, deadline: Deadline
) -> tuple[Status, list[Reason]]:
    completed = first.completed_on
    facts = {"kind": first.course.kind.value, "completed": completed, "legal": deadline.legal}
    citation = found.reasons[0].citation
    if completed <= deadline.legal:
        reason = Reason(Because.TRAINED_IN_TIME, facts, citation)
        return Status.MET, [*found.reasons, reason]
    reasons = [*found.reasons, Reason(Because.TRAINED_LATE, facts, citation)]
    prior = found.reasons[0].because in _PRIOR_TO_ASSUMING
    if prior and completed == day_after(deadline.legal):
        reasons.append(Reason(Because.SAME_DAY, {"completed": completed}, citation))
    return Status.MET_LATE, reasons


def _ended_untrained(last: date, found: Governing, deadline: Deadline) -> tuple[Status, Reason]:
    facts = {"ended": last, "legal": deadline.legal}
    citation = found.reasons[0].citation
    if last <= deadline.legal:
        return Status.ENDED_LAPSED, Reason(Because.ENDED_LAPSED, facts, citation)
    return Status.ENDED_UNMET, Reason(Because.ENDED_UNMET, facts, citation)


def _untrained(on: date, found: Governing, deadline: Deadline) -> tuple[Status, Reason]:
    facts = {"on": on, "legal": deadline.legal}
    citation = found.reasons[0].citation
    if on <= deadline.legal:
        return Status.DUE, Reason(Because.UNTRAINED_DUE, facts, citation)
    return Status.OVERDUE, Reason(Because.UNTRAINED_OVERDUE, facts, citation)

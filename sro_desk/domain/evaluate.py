"""Where an officer stands on a day, and why: one pure function over the facts on file."""

from datetime import date

from sro_desk.domain import advisories
from sro_desk.domain.codes import Duties, Light, Paragraph, Role, Status, Step
from sro_desk.domain.facts import Facts, facts_on
from sro_desk.domain.finding import ContactDays, Finding, PeriodOutcome, Reason, ServicePeriod
from sro_desk.domain.gaps import Gaps, gaps_in
from sro_desk.domain.law import Law
from sro_desk.domain.lights import duties_of, light_of, step_of
from sro_desk.domain.paragraphs import Governing, governing
from sro_desk.domain.periods import period_asked_about
from sro_desk.domain.reasons import Because
from sro_desk.domain.records import OfficerRecord, Policy
from sro_desk.domain.status import outcome

_SUBSTITUTE = Role.SUBSTITUTE
_DUE, _OVERDUE = Status.DUE, Status.OVERDUE
_HOLD, _NOT_REQUIRED = Duties.HOLD, Duties.NOT_REQUIRED


def evaluate(record: OfficerRecord, policy: Policy, law: Law, on: date) -> Finding:
    """The finding for one officer as of `on`; the same facts in any order give the same answer."""
    facts = facts_on(record, policy, law, on)
    if not facts.periods:
        return _without_period(facts, law)
    index = period_asked_about(facts.periods, on)
    history = []
    for each, period in enumerate(facts.periods):
        found = governing(each, facts, law)
        history.append(outcome(period, found, on))
        if each == index:
            asked_about = found
    return _finding(asked_about, history[index], tuple(history), facts, law)


def _finding(
    found: Governing,
    asked_about: PeriodOutcome,
    history: tuple[PeriodOutcome, ...],
    facts: Facts,
    law: Law,
) -> Finding:
    on, period = facts.on, asked_about.period
    status, deadline = asked_about.status, asked_about.deadline
    count = _count(period, facts)
    ended = period.ends_on is not None and period.ends_on < on
    duties = duties_of(asked_about, count, on)
    why = list(asked_about.why)
    if duties is _HOLD or duties is _NOT_REQUIRED:
        why.append(_of_duties(duties, asked_about, law))
    if on < period.assumed:
        why.append(
            Reason(Because.NOT_BEGUN, {"assumed": period.assumed}, found.reasons[0].citation)
        )
    advised = advisories.in_the_records(facts, law)
    gaps = Gaps()
    if not ended:
        gaps = gaps_in(period, found, facts, law)
        also, reasons = advisories.about_the_period(found, asked_about, facts, law)
        advised += also
        why += gaps.reasons
        why += reasons
    pressing = status is _DUE or status is _OVERDUE
    return Finding(
        officer=facts.record.officer.id,
        on=on,
        paragraph=found.paragraph,
        status=status,
        period=period,
        deadline=deadline,
        days_left=(deadline.legal - on).days if pressing and deadline is not None else None,
        trained_on=asked_about.trained_on,
        duties=duties,
        gaps=tuple(gaps.found),
        advisories=advisories.in_order(advised),
        light=light_of(status, gaps.found, ended=ended),
        next_step=step_of(status, gaps.found),
        why=tuple(why),
        contact_days=count,
        attach_to=gaps.attach_to,
        history=history,
    )


def _count(period: ServicePeriod, facts: Facts) -> ContactDays | None:
    if period.role is not _SUBSTITUTE:
        return None
    return facts.days.in_year(facts.days.year_asked_about(period, facts.on))


def _of_duties(duties: Duties, asked_about: PeriodOutcome, law: Law) -> Reason:
    because = Because.DUTIES_UNTIL_SIXTY
    if duties is _HOLD:
        because = Because.DUTIES_HOLD
    elif asked_about.paragraph is Paragraph.C:
        because = Because.DUTIES_UNTIL_TRAINED
    elif asked_about.paragraph is Paragraph.D:
        because = Because.DUTIES_OF_SUBSTITUTE
    return Reason(because, {}, law.citations.duties)


def _without_period(facts: Facts, law: Law) -> Finding:
    """An officer whom the mandate does not reach: not covered, or on the roster only."""
    reasons = [
        Reason(
            Because.NOT_COVERED,
            {"assumed": each.assumed, "because": each.definition_reason.strip()},
            law.citations.covered,
        )
        for each in sorted(facts.record.assignments, key=lambda each: (each.assumed, each.id))
        if each.voided is None and not each.meets_definition
    ]
    status, step = Status.NOT_COVERED, Step.NONE
    if not reasons:
        status, step = Status.NO_ASSIGNMENT, Step.ADD_ASSIGNMENT
        reasons = [Reason(Because.NO_ASSIGNMENT, {}, law.citations.covered)]
    return Finding(
        officer=facts.record.officer.id,
        on=facts.on,
        paragraph=None,
        status=status,
        period=None,
        deadline=None,
        days_left=None,
        trained_on=None,
        duties=Duties.NOT_APPLICABLE,
        gaps=(),
        advisories=advisories.in_order(advisories.in_the_records(facts, law)),
        light=Light.GREY,
        next_step=step,
        why=tuple(reasons),
        contact_days=None,
        attach_to=None,
        history=(),
    )

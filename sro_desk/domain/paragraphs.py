"""Which paragraph governs a service period (the first that fits), its deadline, and why."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.calendar import day_before, school_year_bounds
from sro_desk.domain.codes import Paragraph, Role
from sro_desk.domain.facts import Facts, Known, known_by
from sro_desk.domain.finding import ContactDays, Deadline, Fact, Reason, ServicePeriod
from sro_desk.domain.law import Law
from sro_desk.domain.reasons import Because
from sro_desk.domain.records import Certificate
from sro_desk.domain.windows import Window, window_of

_SUBSTITUTE = Role.SUBSTITUTE


@dataclass(slots=True, kw_only=True)
class Governing:
    """The paragraph of one service period and what it asks."""

    paragraph: Paragraph
    deadline: Deadline | None  # None under V.D
    qualifying: list[Certificate]  # what satisfies the paragraph, by completion
    reasons: list[Reason]
    advised: date | None = None  # the last working day before a deadline that is none


def governing(index: int, facts: Facts, law: Law) -> Governing:
    """The first paragraph that fits the service period at `index` of the facts."""
    period = facts.periods[index]
    count = None
    if period.role is _SUBSTITUTE:
        count = facts.days.in_year(facts.days.year_asked_about(period, facts.on))
        if count.total < law.contact_days:
            return _fewer_days(count, law)
    known = _known(period, facts, law)
    if known.prior_basic:
        opened_by = _opens_b(period, known, law)
        if opened_by is not None:
            return _prior_basic(opened_by, period, known, law)
    deadline, reason = _prior_to_assuming(period, count, law)
    reasons = [reason]
    if known.prior_basic or known.late_basic:
        reasons.append(_why_not_b(period, known, law))
    in_time = bool(known.mandated) and known.mandated[0].completed_on <= deadline.legal
    if known.inability and not in_time:
        window = window_of(index, facts, law)
        if window.deadline.legal >= law.mandate_begins:
            reasons[0:1] = window_reasons(window, period, count, law)
            return _by_the_course(Paragraph.C, window.deadline, known, reasons)
        reasons.append(_window_over(window, law))
    return _by_the_course(Paragraph.A, deadline, known, reasons)


def _known(period: ServicePeriod, facts: Facts, law: Law) -> Known:
    """What was known while the period lasted: an ended period keeps its own outcome."""
    last = period.ends_on
    if last is None or last >= facts.on:
        return facts.known
    return known_by(last, facts.certificates, facts.record.inability_records, law)


def _fewer_days(count: ContactDays, law: Law) -> Governing:
    """V.D: no deadline, and nothing that could satisfy it."""
    reason = Reason(Because.D_FEWER_DAYS, _counted(count), law.citations.d)
    return Governing(paragraph=Paragraph.D, deadline=None, qualifying=[], reasons=[reason])


def _opens_b(period: ServicePeriod, known: Known, law: Law) -> date | None:
    """The day by which V.B is open beside a prior BASIC: of assuming, or of a course in time."""
    if period.assumed < law.trained_before:
        return period.assumed
    for course in (known.mandated, known.supplemental):
        if course and course[0].completed_on < law.trained_before:
            return course[0].completed_on
    return None


def _prior_basic(opened_by: date, period: ServicePeriod, known: Known, law: Law) -> Governing:
    """V.B: a fixed date, which does not move when it is a holiday."""
    last = law.b_deadline
    reasons = [
        Reason(
            Because.B_PRIOR_BASIC,
            {
                "completed": known.prior_basic[0].completed_on,
                "basic_before": law.basic_before,
                "trained_before": law.trained_before,
                "last": last,
                "holiday": law.holidays.name_of(last),
            },
            law.citations.b,
        )
    ]
    if opened_by != period.assumed:
        opened = {"assumed": period.assumed, "completed": opened_by}
        reasons.append(Reason(Because.B_OPENED_BY_COURSE, opened, law.citations.b))
    return Governing(
        paragraph=Paragraph.B,
        deadline=Deadline(last, last),
        qualifying=known.either,
        reasons=reasons,
        advised=law.b_advised if law.b_advised < last else None,
    )


def _prior_to_assuming(
    period: ServicePeriod, count: ContactDays | None, law: Law
) -> tuple[Deadline, Reason]:
    """V.A: the last day that is prior to assuming; for who already served, the mandate's first.

    A fixed date, so it does not move.
    """
    facts: dict[str, Fact] = {"assumed": period.assumed}
    because = Because.A_BEFORE_ASSUMING
    last = day_before(period.assumed)
    if count is not None and count.sixtieth_on is not None:
        because = Because.A_PAST_SIXTY
        facts |= {"sixtieth": count.sixtieth_on, **_counted(count)}
        if count.sixtieth_on >= period.assumed:
            because, last = Because.A_SIXTIETH_DAY, day_before(count.sixtieth_on)
    elif count is not None:
        begins, _ = school_year_bounds(count.school_year, begins_month=law.school_year_begins_month)
        first = max(period.assumed, begins)
        because, last = Because.A_SIXTY_UNDATED, day_before(first)
        facts = {"first": first, **_counted(count)}
    if period.assumed < law.mandate_begins and last < law.mandate_begins:
        because, last = Because.A_SERVING_ON_MANDATE, law.mandate_begins
        facts = {"assumed": period.assumed}
    facts["last"] = last
    facts["holiday"] = law.holidays.name_of(last)
    return Deadline(last, last), Reason(because, facts, law.citations.a)


def _by_the_course(
    paragraph: Paragraph, deadline: Deadline, known: Known, reasons: list[Reason]
) -> Governing:
    """V.A and V.C: only a MANDATED course satisfies."""
    if known.supplemental and not known.mandated:
        completed = {"completed": known.supplemental[-1].completed_on}
        reasons.append(Reason(Because.SUPPLEMENTAL_NOT_COUNTED, completed, reasons[0].citation))
    return Governing(
        paragraph=paragraph, deadline=deadline, qualifying=known.mandated, reasons=reasons
    )


def _why_not_b(period: ServicePeriod, known: Known, law: Law) -> Reason:
    if not known.prior_basic:
        first = known.late_basic[0].completed_on
        late = {"completed": first, "basic_before": law.basic_before}
        return Reason(Because.BASIC_TOO_LATE, late, law.citations.b)
    after = {"assumed": period.assumed, "trained_before": law.trained_before}
    return Reason(Because.B_CLOSED, after, law.citations.b)


def window_reasons(
    window: Window, period: ServicePeriod, count: ContactDays | None, law: Law
) -> list[Reason]:
    """How the end of a V.C window is counted; `count` is that of a substitute."""
    return [_months(window, law), *_how_counted(window, period, count, law)]


def _months(window: Window, law: Law) -> Reason:
    nominal, legal = window.deadline.nominal, window.deadline.legal
    return Reason(
        Because.C_MONTHS,
        {
            "from": window.runs_from,
            "months": law.months_after_assuming,
            "nominal": nominal,
            "holiday": law.holidays.name_of(nominal),
            "legal": legal,
            "last_day": law.citations.last_day,
        },
        law.c_citation,
    )


def _how_counted(
    window: Window, period: ServicePeriod, count: ContactDays | None, law: Law
) -> list[Reason]:
    """Say that the safer reading was taken, where the text leaves another."""
    if window.runs_from != period.assumed:
        facts = {"from": window.runs_from, "assumed": period.assumed}
        return [Reason(Because.WINDOW_NOT_RENEWED, facts, law.citations.c)]
    if count is not None:
        facts = {"from": window.runs_from}
        return [Reason(Because.WINDOW_FROM_FIRST_SUBSTITUTE_DAY, facts, law.citations.c)]
    return []


def _window_over(window: Window, law: Law) -> Reason:
    facts = {
        "from": window.runs_from,
        "legal": window.deadline.legal,
        "mandate_begins": law.mandate_begins,
    }
    return Reason(Because.WINDOW_OVER_BEFORE_MANDATE, facts, law.citations.c)


def _counted(count: ContactDays) -> dict[str, Fact]:
    return {
        "school_year": count.school_year,
        "total": count.total,
        "served": count.served,
        "booked": count.booked,
        "undated": count.undated,
        "limit": count.limit,
    }

"""V.C: which day the six months run from, and when they end."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.calendar import add_months
from sro_desk.domain.codes import Role
from sro_desk.domain.facts import Facts
from sro_desk.domain.finding import Deadline, ServicePeriod
from sro_desk.domain.law import Law


@dataclass(slots=True, kw_only=True)
class Window:
    """The months that an employer who could not provide the course has for it."""

    runs_from: date
    deadline: Deadline


def window_of(index: int, facts: Facts, law: Law) -> Window:
    """The V.C window of the period at `index`: counted by § 645.14, its last day by § 645.15.

    A window does not renew: it runs from the first untrained assumption that the
    mandate reaches, even when a later period, district or school year begins.
    """
    period = facts.periods[index]
    runs_from = period.assumed
    for earlier in facts.periods[:index]:
        if _counts_against(earlier, period, facts, law):
            runs_from = earlier.assumed
            break
    nominal = add_months(runs_from, law.months_after_assuming)
    deadline = Deadline(nominal=nominal, legal=law.holidays.roll(nominal))
    return Window(runs_from=runs_from, deadline=deadline)


def _counts_against(earlier: ServicePeriod, period: ServicePeriod, facts: Facts, law: Law) -> bool:
    """Whether an earlier period was an untrained assumption that the mandate reaches.

    Untrained is sure: whoever was trained before it was trained in time for the later one.
    """
    if earlier.ends_on is None or earlier.ends_on < law.mandate_begins:
        return False
    return earlier.role is Role.REGULAR or _had_reached_sixty(earlier, period, facts, law)


def _had_reached_sixty(
    substitute: ServicePeriod, later: ServicePeriod, facts: Facts, law: Law
) -> bool:
    """Whether V.D had stopped covering a substitute period when `later` began.

    Only school years count that the mandate reaches. For a later substitute period the days
    of one school year add up over both, whenever the 60th falls.
    """
    book = facts.days
    ended = substitute.ends_on or later.assumed
    first = book.year_of(max(substitute.assumed, law.mandate_begins))
    for year in range(first, book.year_of(ended) + 1):
        count = book.in_year(year)
        if count.total < law.contact_days:
            continue
        if later.role is Role.SUBSTITUTE or count.sixtieth_on is None:
            return True
        if count.sixtieth_on < later.assumed:
            return True
    return False

"""Service periods: covered assignments merged where they overlap or touch, one role at a time."""

from collections.abc import Iterable, Sequence
from datetime import date

from sro_desk.domain.calendar import LAST_DAY, day_after, day_before
from sro_desk.domain.codes import Role
from sro_desk.domain.finding import ServicePeriod
from sro_desk.domain.records import Assignment

_REGULAR, _SUBSTITUTE = Role.REGULAR, Role.SUBSTITUTE
Span = tuple[date, date]  # first and last day; `LAST_DAY` stands for "open"


def covered(assignments: Iterable[Assignment]) -> list[Assignment]:
    """The assignments that the mandate is about, earliest first; voided ones are not."""
    found = [
        each
        for each in assignments
        if each.voided is None
        and each.meets_definition
        and (each.ends_on is None or each.ends_on >= each.assumed)
    ]
    if len(found) > 1:
        found.sort(key=_by_start)
    return found


def service_periods(assignments: Sequence[Assignment]) -> tuple[ServicePeriod, ...]:
    """The service periods of `covered` assignments of one officer, earliest first.

    Regular anywhere beats substitute elsewhere on the same date, so a regular
    period cuts a substitute one; a change of role begins a new period.
    """
    if len(assignments) == 1:
        return (_of_one(assignments[0]),)
    regular = [each for each in assignments if each.role is _REGULAR]
    taken = _merged(regular)
    found = [_period(_REGULAR, span, regular) for span in taken]
    if len(regular) < len(assignments):
        substitute = [each for each in assignments if each.role is _SUBSTITUTE]
        free = _without(_merged(substitute), taken)
        found += [_period(_SUBSTITUTE, span, substitute) for span in free]
        found.sort(key=lambda period: period.assumed)
    return tuple(found)


def period_asked_about(periods: Sequence[ServicePeriod], on: date) -> int:
    """The index of the period in force on a day, else of the next to begin, else of the last."""
    for index, period in enumerate(periods):
        if period.ends_on is None or period.ends_on >= on:
            return index
    return len(periods) - 1


def _by_start(each: Assignment) -> tuple[date, date, int]:
    return each.assumed, each.ends_on or LAST_DAY, each.id


def _merged(assignments: Iterable[Assignment]) -> list[Span]:
    """The spans of assignments in order of their start, joined where they overlap or touch."""
    merged: list[Span] = []
    for each in assignments:
        first, last = each.assumed, each.ends_on or LAST_DAY
        if merged and day_before(first) <= merged[-1][1]:
            first, earlier = merged.pop()
            last = max(earlier, last)
        merged.append((first, last))
    return merged


def _without(spans: Iterable[Span], taken: Sequence[Span]) -> list[Span]:
    """What is left of `spans` on the days that `taken` leaves free; both are merged."""
    left: list[Span] = []
    for first, last in spans:
        start: date | None = first
        for from_, to in taken:
            if start is None or to < start or from_ > last:
                continue
            if from_ > start:
                left.append((start, day_before(from_)))
            start = day_after(to) if to < last else None
        if start is not None:
            left.append((start, last))
    return left


def _period(role: Role, span: Span, assignments: Iterable[Assignment]) -> ServicePeriod:
    first, last = span
    within = [
        each
        for each in assignments
        if each.assumed <= last and (each.ends_on is None or each.ends_on >= first)
    ]
    ends_on = None if last == LAST_DAY else last
    if len(within) == 1:
        return ServicePeriod(role, first, ends_on, (within[0].id,), (within[0].district,))
    ids = [each.id for each in within]
    districts = dict.fromkeys([each.district for each in within])
    return ServicePeriod(role, first, ends_on, tuple(ids), tuple(districts))


def _of_one(each: Assignment) -> ServicePeriod:
    return ServicePeriod(each.role, each.assumed, each.ends_on, (each.id,), (each.district,))

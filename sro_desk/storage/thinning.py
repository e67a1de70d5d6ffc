"""Which of many backups are worth keeping: some days, some weeks, some months."""

from collections.abc import Callable, Iterable
from datetime import datetime

DAYS, WEEKS, MONTHS = 7, 4, 12


def kept(made: Iterable[datetime]) -> frozenset[datetime]:
    """The last backup of each of the last 7 days, 4 weeks and 12 months that have one."""
    newest_first = sorted(made, reverse=True)
    return frozenset(
        _last_of_each(newest_first, lambda at: at.date(), DAYS)
        | _last_of_each(newest_first, lambda at: at.isocalendar()[:2], WEEKS)
        | _last_of_each(newest_first, lambda at: (at.year, at.month), MONTHS)
    )


def _last_of_each(
    newest_first: list[datetime], span: Callable[[datetime], object], count: int
) -> set[datetime]:
    found: dict[object, datetime] = {}
    for at in newest_first:
        found.setdefault(span(at), at)
    return set(list(found.values())[:count])

"""Where a substitute's pace leads: the day on which the 60th contact day would fall."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.calendar import Holidays, day_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """A guess by arithmetic, never a deadline: served days for the working days they took."""

    served: int  # dates, from `since` to the day asked about
    working_days: int  # in the same time
    since: date  # the first date served
    reached_on: date | None  # None where the school year ends before


def projected(
    served: Collection[date],
    booked: Collection[date],
    *,
    limit: int,
    on: date,
    last: date,
    holidays: Holidays,
) -> Projection | None:
    """Go on from `on` at the pace so far, or by the dates booked where they are more.

    `served` and `booked` are dates of one school year, whose last day is
    `last`. None where no date was served up to `on`: there is no pace yet.
    """
    so_far = sorted(day for day in served if day <= on)
    if not so_far or on > last:
        return None
    since = so_far[0]
    working_days = max(1, _working_days(since, on, holidays))
    counted = {day for day in (*served, *booked) if day <= on}
    ahead = {day for day in (*served, *booked) if day > on}
    day, passed, dated = on, 0, 0
    reached = None
    while reached is None and day < last:
        day = day_after(day)
        passed += holidays.is_open(day)
        dated += day in ahead
        by_pace = len(so_far) * passed // working_days
        if len(counted) + max(dated, by_pace) >= limit:
            reached = day
    return Projection(
        served=len(so_far), working_days=working_days, since=since, reached_on=reached
    )


def _working_days(first: date, last: date, holidays: Holidays) -> int:
    count, day = 0, first
    while day <= last:
        count += holidays.is_open(day)
        day = day_after(day)
    return count

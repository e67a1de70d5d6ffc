"""How much time is left until a fixed day, and how many have to be trained in each month of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The time from a day to the last one, both included in the months; none once it is past."""

    days: int  # negative when the last day is past
    months: int  # calendar months that still have a day left
    a_month: int  # of those to be trained, at least

    @property
    def weeks(self) -> int:
        """Whole weeks left."""
        return max(0, self.days) // 7

    @property
    def odd_days(self) -> int:
        """Days left beside the whole weeks."""
        return max(0, self.days) % 7


def pace_until(last: date, *, on: date, seats: int) -> Pace:
    """The pace at which `seats` are filled from the day `on` until `last`."""
    if on > last:
        return Pace(days=(last - on).days, months=0, a_month=0)
    months = (last.year - on.year) * 12 + last.month - on.month + 1
    return Pace(days=(last - on).days, months=months, a_month=-(-seats // months))

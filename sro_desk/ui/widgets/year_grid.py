"""Where the twelve months of a school year and their days stand in the year calendar."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSizeF

from sro_desk.domain.calendar import add_months

_WEEK = 7  # days
_WEEKS = 6  # rows that the longest month needs
_MONTHS = 12
_IN_ROWS = (6, 4, 3, 2, 1)  # months beside one another, so that every row is full


@dataclass(frozen=True, slots=True, kw_only=True)
class YearGrid:
    """`first` is the first day of the year; lengths in device-independent pixels."""

    first: date
    width: float
    cell: float  # the least width of a day
    row: float  # the height of a day
    head: float  # the height of a month's name and of its weekdays, each
    gap: float  # between months

    @property
    def columns(self) -> int:
        """Months beside one another."""
        for columns in _IN_ROWS:
            if columns * (_WEEK * self.cell + self.gap) - self.gap <= self.width:
                return columns
        return 1

    @property
    def size(self) -> QSizeF:
        """Of the whole year."""
        rows = _MONTHS // self.columns
        return QSizeF(self.width, rows * (self._month_high + self.gap) - self.gap)

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month, in order."""
        return tuple(add_months(self.first, number) for number in range(_MONTHS))

    def place_of_month(self, month: date) -> QRectF:
        """The whole block of a month, by any of its days."""
        number = (month.year - self.first.year) * _MONTHS + month.month - self.first.month
        row, column = divmod(number, self.columns)
        wide = self._month_wide
        return QRectF(
            column * (wide + self.gap),
            row * (self._month_high + self.gap),
            wide,
            self._month_high,
        )

    def place_of_weekday(self, month: date, column: int) -> QRectF:
        """The letter over a column of days; 0 is Sunday."""
        block = self.place_of_month(month)
        cell = block.width() / _WEEK
        return QRectF(block.left() + column * cell, block.top() + self.head, cell, self.head)

    def place_of(self, day: date) -> QRectF:
        """The cell of a day."""
        block = self.place_of_month(day)
        row, column = divmod(_lead(day) + day.day - 1, _WEEK)
        cell = block.width() / _WEEK
        top = block.top() + 2 * self.head + row * self.row
        return QRectF(block.left() + column * cell, top, cell, self.row)

    def day_at(self, point: QPointF) -> date | None:
        """The day under a point; None between months and on empty cells."""
        for month in self.months:
            block = self.place_of_month(month)
            if not block.contains(point):
                continue
            row = int((point.y() - block.top() - 2 * self.head) // self.row)
            column = int((point.x() - block.left()) // (block.width() / _WEEK))
            number = row * _WEEK + min(column, _WEEK - 1) - _lead(month)
            if row < 0 or not 0 <= number < monthrange(month.year, month.month)[1]:
                return None
            return month.replace(day=1) + timedelta(days=number)
        return None

    @property
    def _month_wide(self) -> float:
        return max(1.0, (self.width - (self.columns - 1) * self.gap) / self.columns)

    @property
    def _month_high(self) -> float:
        return 2 * self.head + _WEEKS * self.row


def _lead(day: date) -> int:
    """Empty cells before the first of the month, where weeks begin on Sunday."""
    return (day.replace(day=1).weekday() + 1) % _WEEK

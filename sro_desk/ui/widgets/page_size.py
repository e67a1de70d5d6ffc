"""How large a page is shown: fitted to the room there is, or at a chosen zoom."""

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QSize, QSizeF

PER_POINT = 96 / 72  # device-independent pixels in a point at 100 %
_STEPS = (0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


class Fit(Enum):
    """What a page is fitted to."""

    WIDTH = "width"
    PAGE = "page"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoom:
    """A fit, or where it is NOTHING a factor (1.0 is the paper's own size)."""

    fit: Fit = Fit.WIDTH
    factor: float = 1.0

    def size_of(self, points: QSizeF, room: QSize, *, bar: int) -> QSize:
        """The page's size in device-independent pixels; `bar` is what a scroll bar would take."""
        factor = self.factor_for(points, room, bar=bar) * PER_POINT
        return QSize(
            max(1, round(points.width() * factor)), max(1, round(points.height() * factor))
        )

    def factor_for(self, points: QSizeF, room: QSize, *, bar: int) -> float:
        """The factor in force for a page of `points`."""
        if self.fit is Fit.NOTHING:
            return self.factor
        wide = room.width() / (points.width() * PER_POINT)
        high = room.height() / (points.height() * PER_POINT)
        if self.fit is Fit.PAGE or wide <= high:
            return min(wide, high)
        narrower = (room.width() - bar) / (points.width() * PER_POINT)
        return max(narrower, high)  # with the bar it might fit in height after all

    def step(self, now: float, notches: float) -> "Zoom":
        """The next larger or smaller step from the factor `now`."""
        near = 0.005
        if notches > 0:
            factor = next((step for step in _STEPS if step > now + near), max(now, _STEPS[-1]))
        else:
            factor = next(
                (step for step in reversed(_STEPS) if step < now - near), min(now, _STEPS[0])
            )
        return replace(self, fit=Fit.NOTHING, factor=factor)

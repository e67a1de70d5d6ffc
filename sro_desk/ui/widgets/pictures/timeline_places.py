"""Where on the timeline each stack stands."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from sro_desk.ui.models.deadline_stacks import Stack, Timeline
from sro_desk.ui.theme import GAP

SIDE = 2 * GAP  # pixels left free at either end
OUTSIDE = 8 * GAP  # pixels for what lies before or behind the axis
LARGEST = 12.0  # pixels, a mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The geometry of one timeline in a widget of a size."""

    shown: Timeline
    width: int
    height: int
    line: int  # height of a line of text

    @property
    def axis(self) -> QRectF:
        """The strip above the axis, without what lies outside of it."""
        left = SIDE + (OUTSIDE if self.shown.has_earlier else 0)
        right = self.width - SIDE - (OUTSIDE if self.shown.has_later else 0)
        bottom = self.height - self.line - 1.5 * GAP
        return QRectF(left, GAP, max(1.0, right - left), bottom - GAP)

    @property
    def unit(self) -> float:
        """The height of one mark, so that the tallest stack fits under its number."""
        free = self.axis.height() - 2 * self.line
        return min(LARGEST, free / max(1, self.shown.tallest))

    def of(self, stack: Stack) -> QRectF:
        """The strip of the picture that belongs to a stack."""
        axis = self.axis
        if stack.slot < 0:
            return QRectF(SIDE, axis.top(), OUTSIDE - GAP, axis.height())
        if stack.slot >= self.shown.weeks:
            return QRectF(axis.right() + GAP, axis.top(), OUTSIDE - GAP, axis.height())
        week = axis.width() / self.shown.weeks
        return QRectF(axis.left() + stack.slot * week, axis.top(), week, axis.height())

    def under(self, x: float) -> int:
        """The number of the stack at `x`; -1 where there is none."""
        reach = max(LARGEST, self.axis.width() / self.shown.weeks) / 2
        for number, stack in enumerate(self.shown.stacks):
            place = self.of(stack)
            if abs(x - place.center().x()) <= max(reach, place.width() / 2):
                return number
        return -1

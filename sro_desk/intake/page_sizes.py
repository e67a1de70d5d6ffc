"""The sizes of the pages of a file as they go through the worker's pipe: two numbers a page."""

import math
from array import array
from collections.abc import Iterable
from itertools import chain

from sro_desk.intake.examined import PageSize
from sro_desk.intake.shown import MOST_PAGES

_SIDE = array("f").itemsize
MOST_BYTES = MOST_PAGES * 2 * _SIDE


def packed(sizes: Iterable[tuple[float, float]]) -> bytes:
    """Width and height of each page, in points, for `checked` to read."""
    return array("f", chain.from_iterable(sizes)).tobytes()


def checked(payload: bytes) -> tuple[PageSize, ...]:
    """What the worker said; ValueError where that cannot be the sizes of any pages."""
    if not payload or len(payload) % (2 * _SIDE):
        raise ValueError(f"{len(payload)} bytes")
    sides = array("f", payload)
    if not all(0 < side < math.inf for side in sides):
        raise ValueError("a side of nothing, or without end")
    pairs = zip(sides[::2], sides[1::2], strict=True)
    return tuple(PageSize(wide=wide, high=high) for wide, high in pairs)

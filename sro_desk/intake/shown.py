"""Inside the worker: what an opened file can do, and the sizes at which it is drawn."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sro_desk.intake.trouble import Remark, Trouble

MAX_PIXELS = 100_000_000  # of a picture that is opened
MAX_DRAWN = 24_000_000  # of a picture that is sent back
MAX_SIDE = 16_000
MOST_PAGES = 1_000_000  # beyond this a file lies about its pages
MOST_WORDS = 4_000  # of a page; a densely printed one has 1,000
LONGEST_WORD = 100  # letters; what is longer is no word


class CannotShow(Exception):  # noqa: N818 - a finding about the file, not a fault of ours
    """The file, or a page of it, cannot be shown."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawn page, as it goes through the pipe."""

    width: int
    height: int
    points: tuple[float, float]
    rgb: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The words of a page as they go through the pipe: text, left, top, right, bottom, turn."""

    words: list[tuple[str, float, float, float, float, int]]
    points: tuple[float, float]
    recognised: bool


class Opened(Protocol):
    """A file that has been opened; its pages are counted from 0."""

    pages: int
    remarks: tuple[Remark, ...]
    size: str  # of the first page in words

    def draw(self, page: int, *, width: int, rotation: int) -> Drawn:
        """Draw `page`, about `width` pixels wide after turning it `rotation` degrees clockwise."""

    def sizes(self) -> Iterator[tuple[float, float]]:
        """Width and height of each page in points, without drawing any."""

    def words(self, page: int) -> Written:
        """Read what `page` says, without turning it; a picture says nothing."""

    def close(self) -> None:
        """Let go of everything the file took."""


def scale_for(width: float, height: float, *, wanted: int) -> float:
    """The factor that makes a page `wanted` pixels wide without making a monster of it."""
    return min(
        wanted / width,
        MAX_SIDE / width,
        MAX_SIDE / height,
        math.sqrt(MAX_DRAWN / (width * height)),
    )

"""What the worker answers: values that hold nothing but numbers, words and pixels."""

from dataclasses import dataclass, field

from sro_desk.domain.scan import Scan
from sro_desk.intake.types import MediaType


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What a file is; `pages` is None where it cannot be shown, and `note` then says why."""

    media_type: MediaType
    pages: int | None
    note: str  # sentences worth telling the person; "" where there is nothing to say


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize:
    """How large a page is at 100 %, as it is shown unturned, in 1/72 inch."""

    wide: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One page as pixels, three bytes each (red, green, blue), rows one after the other."""

    width: int
    height: int
    points_wide: float  # the page's own size at 100 %, 1/72 inch, as rotated
    points_high: float
    rgb: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on a page as it is shown unturned, in parts of its width and height (0 to 1)."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Letters without a blank and where they stand; `turn` says how they run."""

    text: str
    box: Box
    turn: int = 0  # degrees clockwise; 90 runs down the page


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The words of one page, in the order in which the file has them."""

    words: tuple[Word, ...]
    wide: float  # of the page; only the proportion to `high` matters
    high: float
    recognised: bool = False  # read from a picture, so any letter may be wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A file ready to be stored, and what the person should know about it ("" for nothing)."""

    scan: Scan
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A copy that the worker holds to bind it behind a report."""

    number: int
    pages: int
    sizes: tuple[tuple[float, float], ...]  # of pictures, in points; none for a PDF


@dataclass(slots=True)
class Plan:
    """Where copies go: after which page, from 0, and which picture into which place of a page."""

    inserts: list[tuple[int, int]] = field(default_factory=list)  # after page, copy's number
    pictures: list[tuple[int, str, int, int]] = field(
        default_factory=list
    )  # page, name, copy's number, frame

"""The logical structure of a document: what each piece of drawn content is."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of marked content: the page it is on, from 0, and its number there."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading in the outline: the page it is on, from 0, its top, and 0 for the top level."""

    heading: str
    page: int
    top: float
    level: int


@dataclass(slots=True, eq=False)
class Link:
    """A rectangle of a page, from 0, that leads to a heading of the document."""

    page: int
    box: tuple[float, float, float, float]
    to: Bookmark | None = None  # known when that is drawn
    words: str = ""  # where it leads, read aloud


@dataclass(slots=True, eq=False)
class Element:
    """A structure element of ISO 32000-1 § 14.8.4: `kind` is "P", "Table", "TH", ..."""

    kind: str
    alt: str = ""  # the words that stand for a figure
    scope: str = ""  # of a TH: "Column" or "Row"
    bbox: tuple[float, float, float, float] | None = None  # of a figure
    bullets: bool = False  # of an L whose items are labelled
    kids: list["Element | Mark | Link"] = field(default_factory=list)

    def add(self, kind: str, *, alt: str = "", scope: str = "") -> "Element":
        """A new last child."""
        child = Element(kind, alt=alt, scope=scope)
        self.kids.append(child)
        return child

"""Words upright and in lines, as a person reads them: runs between wide gaps, letters joined."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from sro_desk.intake.examined import Box, PageText, Word

_SAME_LINE = 0.5  # of the lower height
_APART = 0.9  # of the height: a wider gap ends a run
_WIDER = 2.5  # of the room between letters set wide
_ALIGNED = 4.0  # points
_WATERMARK = 3.0  # of the usual height: a word printed across the page
_LEADERS = re.compile(r"[._]{4,}|[\ue000-\uf8ff]+")  # dotted lines; signs of symbol fonts
_BULLET = re.compile(r"[•●○◦▪■□☐☑☒✓✔►▶→»·*]+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’‘ʼ`´", "'"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word upright, in points, and its box as the page shows it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    box: Box
    spaced: float = 0.0  # between its letters, where they were set wide


class Run:
    """Words on one line with no wide gap between them."""

    def __init__(self, page: int, tokens: Sequence[Token]) -> None:
        self.page = page
        self.tokens = tuple(tokens)
        self.text = " ".join(token.text for token in tokens)
        self.left = min(token.left for token in tokens)
        self.right = max(token.right for token in tokens)
        self.top = min(token.top for token in tokens)
        self.bottom = max(token.bottom for token in tokens)
        self.high = max(1.0, median(token.bottom - token.top for token in tokens))

    @cached_property
    def middle(self) -> float:
        """Half-way across."""
        return (self.left + self.right) / 2

    def overlaps(self, other: "Run") -> float:
        """How much of the narrower one stands above or below the other, 0 to 1."""
        shared = min(self.right, other.right) - max(self.left, other.left)
        return max(0.0, shared / max(1.0, min(self.right - self.left, other.right - other.left)))

    def is_aligned(self, other: "Run") -> bool:
        """Whether both begin at one edge or share a middle."""
        left = abs(self.left - other.left) < _ALIGNED
        return left or abs(self.middle - other.middle) < 1.5 * _ALIGNED


def lines_of(number: int, page: PageText) -> Iterator[list[Run]]:
    """The lines of page `number`, from the top down; what runs another way comes by itself."""
    for tokens in _upright(page):
        yield from _lines(number, tokens)


def around(boxes: Sequence[Box]) -> Box:
    """One box that holds them all."""
    return Box(
        left=min(box.left for box in boxes),
        top=min(box.top for box in boxes),
        right=max(box.right for box in boxes),
        bottom=max(box.bottom for box in boxes),
    )


def _upright(page: PageText) -> Iterator[list[Token]]:
    """The words that run the same way, as if the page were turned for them."""
    turned: dict[int, list[Token]] = defaultdict(list)
    for word in page.words:
        text = unicodedata.normalize("NFKC", word.text).translate(_DASHES).strip()
        text = _LEADERS.sub("", text)
        if text and not _BULLET.fullmatch(text):
            left, top, right, bottom = _corners(word, page.wide, page.high)
            turned[word.turn].append(Token(text, left, top, right, bottom, word.box))
    yield from map(_without_watermarks, turned.values())


def _without_watermarks(tokens: list[Token]) -> list[Token]:
    """Words that lie across several others are no part of any line."""
    tall = _WATERMARK * median(token.bottom - token.top for token in tokens)
    across = [token for token in tokens if token.bottom - token.top > tall]
    marks = {id(mark) for mark in across if sum(_lies_on(each, mark) for each in tokens) > 2}
    return [token for token in tokens if id(token) not in marks]


def _lies_on(token: Token, mark: Token) -> bool:
    """Whether the middle of `token` is within `mark`; a word lies on itself."""
    across, down = (token.left + token.right) / 2, (token.top + token.bottom) / 2
    return mark.left < across < mark.right and mark.top < down < mark.bottom


def _corners(word: Word, wide: float, high: float) -> tuple[float, float, float, float]:
    box = word.box
    left, right, top, bottom = (
        box.left * wide, box.right * wide, box.top * high, box.bottom * high,
    )  # fmt: skip
    if word.turn == 90:
        return top, wide - right, bottom, wide - left
    if word.turn == 180:
        return wide - right, high - bottom, wide - left, high - top
    if word.turn == 270:
        return high - bottom, left, high - top, right
    return left, top, right, bottom


def _lines(page: int, tokens: Sequence[Token]) -> Iterator[list[Run]]:
    """From the top down; the runs of each line from the left."""
    lines: list[list[Token]] = []
    for token in sorted(tokens, key=lambda each: each.top + each.bottom):
        line = next((each for each in reversed(lines[-4:]) if _is_level(each[-1], token)), None)
        if line is None:
            lines.append([token])
        else:
            line.append(token)
    for line in lines:
        ordered = _joined_letters(sorted(line, key=lambda each: each.left))
        yield [Run(page, tokens) for tokens in _split(ordered)]


def _is_level(one: Token, other: Token) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _SAME_LINE * min(one.bottom - one.top, other.bottom - other.top)


def _split(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    run = [tokens[0]]
    for before, token in pairwise(tokens):
        high = min(before.bottom - before.top, token.bottom - token.top)
        wide = _WIDER * max(before.spaced, token.spaced)
        if token.left - before.right > _APART * max(high, 4.0) + wide:
            yield run
            run = []
        run.append(token)
    yield run


def _joined_letters(tokens: list[Token]) -> list[Token]:
    """`C E R T I F I C A T E` set wide is one word; the wider gaps are those between words."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and len(tokens[end].text) <= 2 and tokens[end].text.isalpha():
            end += 1
        letters = tokens[at:end]
        if len(letters) >= 4 and sum(len(each.text) == 1 for each in letters) * 5 >= 3 * len(
            letters
        ):
            joined += _words_of(letters)
        else:
            joined += letters
        if end == at:
            joined.append(tokens[at])
            end += 1
        at = end
    return joined


def _words_of(letters: Sequence[Token]) -> Iterator[Token]:
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    usual = median(gaps)
    word = [letters[0]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > max(1.6 * usual, usual + 2.0):
            yield _one(word, usual)
            word = []
        word.append(letter)
    yield _one(word, usual)


def _one(tokens: Sequence[Token], spaced: float) -> Token:
    return Token(
        "".join(token.text for token in tokens),
        min(token.left for token in tokens),
        min(token.top for token in tokens),
        max(token.right for token in tokens),
        max(token.bottom for token in tokens),
        around([token.box for token in tokens]),
        spaced,
    )

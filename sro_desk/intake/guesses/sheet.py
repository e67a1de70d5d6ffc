"""The words of a page as a person sees them: runs on a line, paragraphs, what stands beside."""

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from sro_desk.intake.examined import Box, PageText, Word
from sro_desk.intake.guesses.values import Place

_SAME_LINE = 0.5  # of the lower height
_APART = 0.9  # of the height: a wider gap ends a run
_WIDER = 2.5  # of the room between letters set wide
_ONE_PARAGRAPH = 0.45  # of the height, between two lines
_ALIGNED = 4.0  # points
_FLOWS = 2.6  # of the height: a sentence set in the middle goes on below
_NEAR_LABEL = 2.4  # of the height
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


class Block:
    """A paragraph: its runs as one text, so that what breaks at a line's end is whole again."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = tuple(runs)
        self.text = " ".join(run.text for run in runs)
        self._starts: list[int] = []
        self._tokens: list[Token] = []
        self._runs: list[Run] = []
        at = 0
        for run in runs:
            for token in run.tokens:
                self._starts.append(at)
                self._tokens.append(token)
                self._runs.append(run)
                at += len(token.text) + 1

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words of a piece of the text."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first + 1, bisect_right(self._starts, end - 1))
        return self._tokens[first:last]

    def line_of(self, token: Token) -> int:
        """Which of the block's lines a word stands on."""
        return self.runs.index(self._runs[self._tokens.index(token)])

    def run_at(self, at: int) -> Run:
        """The run that a letter stands in."""
        return self._runs[max(0, bisect_right(self._starts, at) - 1)]

    def start_of(self, run: Run) -> int:
        """Where a run begins in the text."""
        return self._starts[self._runs.index(run)]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block's text."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.block.text[self.start : self.end]

    @property
    def run(self) -> Run:
        """Where it begins."""
        return self.block.run_at(self.start)

    @property
    def place(self) -> Place:
        """Where it stands."""
        lines: dict[int, list[Token]] = defaultdict(list)
        for token in self.block.tokens(self.start, self.end):
            lines[self.block.line_of(token)].append(token)
        boxes = tuple(_around([token.box for token in line]) for line in lines.values())
        return Place(page=self.run.page, boxes=boxes)


@dataclass(frozen=True, slots=True)
class Beside:
    """A neighbour and how far away it is, in points."""

    run: Run
    gap: float


class Sheet:
    """Every page of a file; pages and columns are never mixed."""

    def __init__(self, pages: Sequence[PageText], first: int = 0) -> None:
        self.recognised = any(page.recognised for page in pages)
        self.lines: list[list[Run]] = []
        for number, page in enumerate(pages, start=first):
            for tokens in _upright(page):
                self.lines += _lines(number, tokens)
        self.runs = [run for line in self.lines for run in line]
        self._line_of = {id(run): line for line in self.lines for run in line}
        self.blocks = list(self._paragraphs())
        self.block_of = {id(run): block for block in self.blocks for run in block.runs}

    def piece(self, run: Run) -> Piece:
        """A whole run."""
        block = self.block_of[id(run)]
        start = block.start_of(run)
        return Piece(block, start, start + len(run.text))

    def left_of(self, run: Run) -> Beside | None:
        """The nearest run before it on its line."""
        before = [each for each in self._line_of[id(run)] if each.right <= run.left]
        if not before:
            return None
        nearest = max(before, key=lambda each: each.right)
        return Beside(nearest, run.left - nearest.right)

    def right_of(self, run: Run) -> Beside | None:
        """The nearest run after it on its line."""
        after = [each for each in self._line_of[id(run)] if each.left >= run.right]
        if not after:
            return None
        nearest = min(after, key=lambda each: each.left)
        return Beside(nearest, nearest.left - run.right)

    def above(self, run: Run, *, within: float = _NEAR_LABEL) -> Beside | None:
        """The nearest run over it."""
        return _nearest(self._beside(run, up=True), within * run.high)

    def below(self, run: Run, *, within: float = _NEAR_LABEL) -> Beside | None:
        """The nearest run under it."""
        return _nearest(self._beside(run, up=False), within * run.high)

    def flow_before(self, run: Run, most: int = 5) -> list[Run]:
        """The runs above that the sentence seems to come from, nearest first."""
        found: list[Run] = []
        here = run
        while len(found) < most:
            over = self.above(here, within=_FLOWS)
            if over is None or not over.run.is_aligned(here):
                break
            here = over.run
            found.append(here)
        return found

    def _beside(self, run: Run, *, up: bool) -> list[Beside]:
        found = []
        for each in self.runs:
            if each is run or each.page != run.page or not each.overlaps(run):
                continue
            gap = run.top - each.bottom if up else each.top - run.bottom
            ahead = each.top < run.top if up else each.bottom > run.bottom
            if ahead and gap > -0.4 * min(each.high, run.high):
                found.append(Beside(each, gap))
        return found

    def _paragraphs(self) -> Iterator[Block]:
        taken: set[int] = set()
        for run in self.runs:
            if id(run) in taken:
                continue
            runs = [run]
            taken.add(id(run))
            while (further := self._continuation(runs[-1])) and id(further) not in taken:
                runs.append(further)
                taken.add(id(further))
            yield Block(runs)

    def _continuation(self, run: Run) -> Run | None:
        under = self.below(run, within=_ONE_PARAGRAPH)
        if under is None or not under.run.is_aligned(run):
            return None
        alike = 0.83 < under.run.high / run.high < 1.2
        return under.run if alike and under.run.overlaps(run) > 0.5 else None


def _nearest(found: Iterable[Beside], within: float) -> Beside | None:
    near = [each for each in found if each.gap <= within]
    return min(near, key=lambda each: each.gap, default=None)


def _upright(page: PageText) -> Iterator[list[Token]]:
    """The words that run the same way, as if the page were turned for them."""
    turned: dict[int, list[Token]] = defaultdict(list)
    for word in page.words:
        text = unicodedata.normalize("NFKC", word.text).translate(_DASHES).strip()
        text = _LEADERS.sub("", text)
        if text and not _BULLET.fullmatch(text):
            left, top, right, bottom = _corners(word, page.wide, page.high)
            turned[word.turn].append(Token(text, left, top, right, bottom, word.box))
    yield from turned.values()


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
        _around([token.box for token in tokens]),
        spaced,
    )


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        left=min(box.left for box in boxes),
        top=min(box.top for box in boxes),
        right=max(box.right for box in boxes),
        bottom=max(box.bottom for box in boxes),
    )

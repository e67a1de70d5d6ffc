"""The words of a page as a person sees them: paragraphs, and what stands beside each other."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sro_desk.intake.examined import PageText
from sro_desk.intake.guesses.lines import Run, Token, around, lines_of
from sro_desk.intake.guesses.values import Place

_ONE_PARAGRAPH = 0.45  # of the height, between two lines
_FLOWS = 2.6  # of the height: a sentence set in the middle goes on below
_NEAR_LABEL = 2.4  # of the height


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
        boxes = tuple(around([token.box for token in line]) for line in lines.values())
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
            self.lines += lines_of(number, page)
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

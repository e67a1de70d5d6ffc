"""The words of one page, made ready to be searched; what is found keeps its place on the page."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF

from sro_desk.domain.names import search_key
from sro_desk.intake.examined import PageText


class Found(NamedTuple):
    """Words that hold what was looked for: the first and the last, by number."""

    first: int
    last: int


class PageWords:
    """Keeps numbers rather than words: 300 pages of them are held at once."""

    def __init__(self, text: PageText) -> None:
        self._starts = array("I")  # of each word in the key
        self._sides = array("f")  # left, top, right, bottom of each word, in parts of the page
        keys, at = [], 0
        for word in text.words:
            key = search_key(word.text)
            if not key:  # a dash by itself
                continue
            self._starts.append(at)
            self._sides.extend((word.box.left, word.box.top, word.box.right, word.box.bottom))
            keys.append(key)
            at += len(key) + 1
        self._key = " ".join(keys)  # across the ends of lines

    def find(self, needle: str) -> Iterator[Found]:
        """Where `needle`, a search key, stands; twice within a word is once."""
        at, before = self._key.find(needle) if needle else -1, None
        while at >= 0:
            end = at + len(needle)
            found = Found(self._word_at(at), self._word_at(end - 1))
            if found != before:
                yield found
            before, at = found, self._key.find(needle, end)

    def boxes(self, found: Found) -> list[QRectF]:
        """The words as boxes in parts of the page: one for each line that they stand on."""
        lines: list[QRectF] = []
        for box in self._boxes(range(found.first, found.last + 1)):
            if lines and _on_one_line(lines[-1], box):
                lines[-1] = lines[-1].united(box)
            else:
                lines.append(box)
        return lines

    def _word_at(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _boxes(self, words: Iterable[int]) -> Iterator[QRectF]:
        for word in words:
            left, top, right, bottom = self._sides[4 * word : 4 * word + 4]
            yield QRectF(left, top, right - left, bottom - top)


def _on_one_line(before: QRectF, box: QRectF) -> bool:
    """Whether a word goes on to the right of another, as high as it."""
    shared = min(before.bottom(), box.bottom()) - max(before.top(), box.top())
    return box.left() >= before.right() - 0.001 and shared > box.height() / 2

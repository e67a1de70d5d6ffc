"""The words of one page, made ready to be searched; what is found keeps its place on the page."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from sro_desk.domain.names import search_key
from sro_desk.intake.examined import PageText


class PageWords:
    """Keeps numbers, not objects: those of 300 pages would keep the garbage collector busy."""

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

    def find(self, needle: str) -> Sequence[int]:
        """The words where `needle`, a search key, begins, by number; twice within one is once."""
        begins = array("I")
        at = self._key.find(needle) if needle else -1
        while at >= 0:
            word = self._word_at(at)
            if not begins or begins[-1] != word:
                begins.append(word)
            at = self._key.find(needle, at + len(needle))
        return begins

    def boxes(self, first: int, needle: str) -> list[QRectF]:
        """What was found from a word on, as boxes in parts of the page: one for each line."""
        begin = self._key.find(needle, self._starts[first])
        lines: list[QRectF] = []
        for box in self._boxes(first, self._word_at(begin + len(needle) - 1)):
            if lines and _on_one_line(lines[-1], box):
                lines[-1] = lines[-1].united(box)
            else:
                lines.append(box)
        return lines

    def _word_at(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _boxes(self, first: int, last: int) -> Iterator[QRectF]:
        for word in range(first, last + 1):
            left, top, right, bottom = self._sides[4 * word : 4 * word + 4]
            yield QRectF(left, top, right - left, bottom - top)


def _on_one_line(before: QRectF, box: QRectF) -> bool:
    """Whether a word goes on to the right of another, as high as it."""
    shared = min(before.bottom(), box.bottom()) - max(before.top(), box.top())
    return box.left() >= before.right() - 0.001 and shared > box.height() / 2

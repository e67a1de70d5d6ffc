"""A file of the inbox that was put away, so that Undo and Redo can bring it back and forth."""

from collections.abc import Callable
from pathlib import Path

from sro_desk.intake.inbox import Moved, Pile
from sro_desk.ui.inbox_watch import InboxWatch
from sro_desk.ui.undo import Deed


class PutAway:
    """Knows where the file lies now: its name may have been taken meanwhile."""

    def __init__(
        self, watch: InboxWatch, moved: Moved, pile: Pile, shown: Callable[[Path], None]
    ) -> None:
        """`shown` is told where the file waits again."""
        self._watch = watch
        self._moved = moved
        self._pile = pile
        self._shown = shown

    def deed(self, words: str) -> Deed:
        """What the undo stack keeps."""
        return Deed(words, self.back, self.again)

    def back(self) -> None:
        """Let the file wait again."""
        self._watch.put_back(self._moved, self._waits)

    def again(self) -> None:
        """Put it away once more."""
        self._watch.move(self._moved.was, self._pile, self._lies)

    def _waits(self, path: Path) -> None:
        self._moved = Moved(was=path, now=self._moved.now)
        self._shown(path)

    def _lies(self, moved: Moved) -> None:
        self._moved = moved

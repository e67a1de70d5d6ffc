"""How long work tells of its progress without knowing who listens."""

from collections.abc import Callable

Report = Callable[[int, int], None]  # done, total; may raise `Cancelled`


def unheard(done: int, total: int) -> None:
    """A report that nobody listens to."""

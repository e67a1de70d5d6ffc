"""What happens when something goes wrong that nobody expected: logged once, said once."""

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QObject, Slot

from sro_desk.ui.widgets.message_bar import MessageBar

_LOG = logging.getLogger(__name__)
_LOG_SIZE = 200_000  # bytes, then it starts anew


class Bugs(QObject):
    """Shows each unexpected error once, by the place it came from."""

    def __init__(self, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._shown: set[str] = set()

    def catch_everything(self) -> None:
        """Also take what no slot or job caught."""
        sys.excepthook = self._take

    @Slot(object)
    def show(self, error: BaseException) -> None:
        """Log where it happened, without the words of the error, and say so once."""
        place = place_of(error)
        _LOG.error("%s at %s", type(error).__name__, " < ".join(reversed(_frames(error))))
        if place in self._shown:
            return
        self._shown.add(place)
        self._bar.warn(
            f"Something went wrong that should not ({type(error).__name__} at {place}). "
            "What is on file is whole: a change is stored completely or not at all. "
            f"Try again; if it happens again, send the maintainers {log_path()}."
        )

    def _take(
        self, _: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, trace)
            return
        self.show(error)


def place_of(error: BaseException) -> str:
    """The innermost place of our own code: `certificates.py:84`."""
    frames = _frames(error)
    return frames[-1] if frames else "an unknown place"


def log_path() -> Path:
    """Where the log is."""
    return platformdirs.user_log_path("sro-desk", appauthor=False) / "sro-desk.log"


class _Log(logging.Handler):
    """Opens the file at the first record: most days have none, and the start is quicker for it."""

    def __init__(self) -> None:
        super().__init__()
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record."""
        if self._file is None:
            self._file = _log_file()
        self._file.emit(record)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def start_log() -> None:
    """Write warnings and errors to a small file; without one, to nowhere."""
    root = logging.getLogger("sro_desk")
    root.addHandler(_Log())
    root.setLevel(logging.WARNING)


def _log_file() -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # sockets and pickles

    handler: logging.Handler = logging.NullHandler()
    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_path(), maxBytes=_LOG_SIZE, backupCount=1, delay=True, encoding="utf-8"
        )
    except OSError:
        pass  # a window without a log is better than none
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


def _frames(error: BaseException) -> list[str]:
    """File names and lines only: an error's own words may name a person."""
    return [
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if "sro_desk" in frame.filename
    ]

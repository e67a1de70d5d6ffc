"""Text recognised in pictures of pages, offline, where this computer has something that can.

The picture was drawn by our own worker, so nothing foreign reaches the
recogniser but pixels; still it runs in a process of its own, as limited as
the worker's. Both kinds write the lines that tesseract calls TSV.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Self

from sro_desk.domain.errors import Cancelled
from sro_desk.intake.examined import Box, PageImage, PageText, Word
from sro_desk.intake.limits import Limits
from sro_desk.intake.shown import LONGEST_WORD, MOST_WORDS

_LEAST_SURE = 35.0  # per cent; below this the letters are noise
_MOST_ANSWER = 4 * 1024 * 1024  # bytes
_TICK = 0.2  # seconds
_COLUMNS = 12  # of a line of TSV
_WORD_LEVEL = "5"
_NO_WINDOW = 0x0800_0000  # CREATE_NO_WINDOW
_LIMITS = Limits(cpu=60, wall=60.0)


@dataclass(frozen=True, slots=True)
class Recognition:
    """What recognises text here: `program` is tesseract's path, or "" for the package rapidocr."""

    program: str
    limits: Limits = field(default=_LIMITS)

    @classmethod
    def of_this_computer(cls) -> Self | None:
        """The optional package, else the program on the PATH, else nothing."""
        if importlib.util.find_spec("rapidocr") is not None:
            return cls("")
        program = shutil.which("tesseract")
        return None if program is None else cls(program)

    def read(self, page: PageImage, tick: Callable[[], None]) -> PageText:
        """The words of a picture; none where nothing was recognised or the recogniser failed.

        `tick` is called a few times a second, on another thread; where it
        raises `Cancelled` the recogniser is ended, and so does this.
        """
        answer = self._ask(b"P6\n%d %d\n255\n" % (page.width, page.height) + page.rgb, tick)
        words = _words(answer, page.width, page.height)
        return PageText(words=words, wide=page.width, high=page.height, recognised=True)

    def _ask(self, picture: bytes, tick: Callable[[], None]) -> str:
        command = [sys.executable, "-P", "-B", "-s", "-m", "sro_desk.intake.recogniser"]
        numbers = [str(self.limits.memory), str(self.limits.cpu)]
        try:
            process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
                [*command, *numbers, self.program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
            )
        except OSError:
            return ""
        over = Event()
        watch = Thread(target=_watch, args=(process, self.limits.wall, tick, over))
        watch.start()
        try:
            with process:
                answer = _exchange(process, picture)
        finally:
            over.set()
            watch.join()
        tick()  # it may have been cancelled meanwhile
        return "" if process.returncode else answer.decode("utf-8", "replace")


def _watch(
    process: "subprocess.Popen[bytes]", wall: float, tick: Callable[[], None], over: Event
) -> None:
    """End the process when its time is up or nobody waits for it any more."""
    until = time.monotonic() + wall
    while not over.wait(_TICK):
        try:
            tick()
        except Cancelled:
            break
        if time.monotonic() > until:
            break
    if not over.is_set():
        process.kill()


def _exchange(process: "subprocess.Popen[bytes]", picture: bytes) -> bytes:
    assert process.stdin is not None  # noqa: S101 - `_ask` made the pipes
    assert process.stdout is not None  # noqa: S101
    with suppress(OSError):  # it may be gone before it has read everything
        process.stdin.write(picture)
        process.stdin.close()
    answer = process.stdout.read(_MOST_ANSWER + 1)
    if len(answer) > _MOST_ANSWER:
        process.kill()
        return b""
    return answer


def _environment() -> dict[str, str]:
    """One thread, as the limits allow no more; and nothing that reports to its makers."""
    here = str(Path(__file__).resolve().parents[2])
    searched = os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join(part for part in (here, searched) if part)
    one = {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}
    return {**os.environ, "PYTHONPATH": path, **one, "ORT_DISABLE_TELEMETRY": "1"}


def _words(answer: str, width: int, height: int) -> tuple[Word, ...]:
    found: list[Word] = []
    for line in answer.splitlines():
        if len(found) == MOST_WORDS:
            break
        if (word := _word(line.split("\t"), width, height)) is not None:
            found.append(word)
    return tuple(found)


def _word(cells: list[str], width: int, height: int) -> Word | None:
    if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL:
        return None
    try:
        left, top, wide, high = (int(cell) for cell in cells[6:10])
        sure = float(cells[10])
    except ValueError:
        return None
    text = cells[11].strip()
    if sure < _LEAST_SURE or not text or not text.isprintable() or len(text) > LONGEST_WORD:
        return None
    if min(left, top, wide, high) < 0 or left + wide > width or top + high > height:
        return None
    box = Box(
        left=left / width,
        top=top / height,
        right=(left + wide) / width,
        bottom=(top + high) / height,
    )
    return Word(text=text, box=box)

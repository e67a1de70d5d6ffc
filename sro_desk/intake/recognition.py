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
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from typing import Self

from sro_desk.intake.examined import Box, PageImage, PageText, Word
from sro_desk.intake.limits import Limits
from sro_desk.intake.shown import LONGEST_WORD, MOST_WORDS

_LEAST_SURE = 35.0  # per cent; below this the letters are noise
_MOST_ANSWER = 4 * 1024 * 1024  # bytes
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

    def read(self, page: PageImage) -> PageText | None:
        """The words of a picture; None where nothing was recognised or the recogniser failed."""
        answer = self._ask(b"P6\n%d %d\n255\n" % (page.width, page.height) + page.rgb)
        words = _words(answer, page.width, page.height)
        if not words:
            return None
        return PageText(words=words, wide=page.width, high=page.height, recognised=True)

    def _ask(self, picture: bytes) -> str:
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
        clock = Timer(self.limits.wall, process.kill)
        clock.start()
        with process:
            answer = _exchange(process, picture)
        clock.cancel()
        clock.join()
        return "" if process.returncode else answer.decode("utf-8", "replace")


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
    """One thread: the limits allow no more."""
    here = str(Path(__file__).resolve().parents[2])
    searched = os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join(part for part in (here, searched) if part)
    return {**os.environ, "PYTHONPATH": path, "OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}


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
    box = Box(
        left=_part(left, width),
        top=_part(top, height),
        right=_part(left + wide, width),
        bottom=_part(top + high, height),
    )
    return Word(text=text, box=box)


def _part(pixels: int, of: int) -> float:
    return min(1.0, max(0.0, pixels / of))

"""The limited process that opens foreign files, so that none can harm or freeze the window."""

import hashlib
import json
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from threading import Event, Lock, Timer
from typing import IO, Self

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.scan import Scan
from sro_desk.domain.spreadsheets.sheets import SheetFile
from sro_desk.intake import page_sizes, sheet_answers
from sro_desk.intake.examined import (
    Box,
    Examined,
    Held,
    PageImage,
    PageSize,
    PageText,
    Plan,
    Received,
    Word,
)
from sro_desk.intake.limits import Limits
from sro_desk.intake.reading import name_of, read
from sro_desk.intake.sheet_types import sheet_type_of
from sro_desk.intake.shown import (
    LONGEST_WORD,
    MAX_DRAWN,
    MAX_SIDE,
    MOST_PAGES,
    MOST_WORDS,
)
from sro_desk.intake.trouble import (
    Remark,
    Trouble,
    belied_by_name,
    remade_words,
    remark_words,
    trouble_words,
)
from sro_desk.intake.types import LARGEST, MAX_BYTES, MediaType, media_type_of, too_large
from sro_desk.intake.wire import WireError, receive, send

FROZEN_ARGUMENT = "--show-foreign-files"  # a frozen program is its own interpreter
_LOG = logging.getLogger(__name__)
_MAX_PICTURE = MAX_DRAWN * 3 + MAX_SIDE * 6  # a rounded-up row and column more
_MAX_WORDS = MOST_WORDS * (LONGEST_WORD * 12 + 150)  # bytes of JSON: "\\ud83d\\ude00", numbers
_TURNS = (0, 90, 180, 270)
_OUT_OF_TIME = -24  # SIGXCPU
_NO_WINDOW = 0x0800_0000  # CREATE_NO_WINDOW: no console flashes up on Windows

__all__ = ["FROZEN_ARGUMENT", "Examined", "Limits", "PageImage", "PageSize", "Received", "Worker"]


class _Failed(Exception):  # noqa: N818 - carries a code to where the words are
    def __init__(self, trouble: Trouble, code: str = "") -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.code = code or trouble.value  # as the worker said it


class Worker:
    """Starts its process at the first question and again after its death; any thread may ask."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._known: tuple[bytes, str] = (b"", "")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """Of the process that lives now; None before the first question and after a death."""
        process = self._process
        return None if process is None or process.poll() is not None else process.pid

    def receive(self, path: Path) -> Received:
        """Read and examine a chosen or dropped file; raises `SroDeskError` where it is not kept."""
        content, name = read(path), name_of(path)
        examined = self.examine(content, name)
        scan = Scan(
            content=content,
            original_name=name,
            media_type=examined.media_type,
            pages=examined.pages,
        )
        return Received(scan=scan, note=examined.note)

    def examine(self, content: bytes, original_name: str) -> Examined:
        """Tell type and pages; a file that cannot be shown is no error but has `pages` None.

        Raises `SroDeskError` where the file must not be kept: its type, its size.
        """
        media_type = media_type_of(content)
        try:
            answer, _ = self._ask({"do": "examine"}, content, media_type)
            pages, notes = _examined(answer, media_type)
        except _Failed as failure:
            _LOG.info("cannot show %s file: %s", media_type, failure.trouble)
            return Examined(
                media_type=media_type, pages=None, note=trouble_words(failure.trouble, media_type)
            )
        if belied := belied_by_name(original_name, media_type):
            notes = (belied, *notes)
        return Examined(media_type=media_type, pages=pages, note=" ".join(notes))

    def page_sizes(self, content: bytes) -> tuple[PageSize, ...]:
        """How large each page is, without drawing any.

        Raises `SroDeskError` with a sentence where the file cannot be shown.
        """
        media_type = media_type_of(content, most=LARGEST)
        try:
            _, sides = self._ask({"do": "sizes"}, content, media_type, most=page_sizes.MOST_BYTES)
            return page_sizes.checked(sides)
        except _Failed as failure:
            raise SroDeskError(trouble_words(failure.trouble, media_type)) from None
        except ValueError:
            raise SroDeskError(trouble_words(Trouble.STOPPED, media_type)) from None

    def render(self, content: bytes, *, page: int, width: int, rotation: int = 0) -> PageImage:
        """Draw `page` (from 0) about `width` pixels wide, turned clockwise by `rotation` degrees.

        Raises `SroDeskError` with a sentence where it cannot be shown.
        """
        media_type = media_type_of(content, most=LARGEST)
        request: dict[str, object] = {"page": page, "width": width, "rotation": rotation}
        try:
            answer, rgb = self._ask({"do": "draw", **request}, content, media_type)
            return _picture(answer, rgb)
        except _Failed as failure:
            raise SroDeskError(trouble_words(failure.trouble, media_type)) from None

    def text(self, content: bytes, *, page: int) -> PageText:
        """Read the words of `page` (from 0); a page of pictures has none.

        Raises `SroDeskError` with a sentence where it cannot be read.
        """
        media_type = media_type_of(content, most=LARGEST)
        try:
            answer, words = self._ask(
                {"do": "words", "page": page}, content, media_type, most=_MAX_WORDS
            )
            return _text(answer, words)
        except _Failed as failure:
            raise SroDeskError(trouble_words(failure.trouble, media_type)) from None

    def pages_of(self, content: bytes, pages: Sequence[int]) -> bytes:
        """Some pages (from 0) of a PDF or TIFF as a PDF of their own.

        Raises `SroDeskError` with a sentence where that cannot be.
        """
        return self._remade((content,), pages)

    def joined(self, contents: Sequence[bytes]) -> bytes:
        """One PDF of all pages of several files; raises `SroDeskError` where that cannot be."""
        return self._remade(contents, ())

    def hold(self, content: bytes) -> Held:
        """Keep a copy there until `bind`; raises `SroDeskError` where it cannot be bound."""
        media_type = media_type_of(content)
        try:
            answer, _ = self._at_once({"do": "hold", "type": media_type}, content, most=0)
            return _held(answer)
        except _Failed as failure:
            words = trouble_words(failure.trouble, media_type).partition(", so ")[0]
            raise SroDeskError(f"{words.rstrip('.')}.") from None

    def bind(self, register: bytes, plan: Plan, *, most: int) -> bytes:
        """A report with the copies that are held, as `plan` says; of at most `most` bytes.

        The copies are let go. Raises `SroDeskError` where that cannot be.
        """
        said = json.dumps([plan.inserts, plan.pictures]).encode()
        request: dict[str, object] = {"do": "bind", "plan": len(said)}
        try:
            return self._at_once(request, said + register, most=most)[1]
        except _Failed as failure:
            raise SroDeskError(
                f"The copies could not be appended ({failure.trouble.value.lower()}). Make the "
                "report without them, and send them in parts."
            ) from None

    def read_sheets(self, content: bytes, original_name: str) -> SheetFile:
        """The sheets of a spreadsheet; raises `SroDeskError` with a sentence where there are none.

        Formulas come as what they gave when the file was saved; none is calculated.
        """
        sheet_type = sheet_type_of(content)
        try:
            answer, sheets = self._ask({"do": "sheets"}, content, sheet_type)
            return sheet_answers.checked(answer, sheets, original_name)
        except _Failed as failure:
            raise sheet_answers.refusal(failure.code) from None
        except (ValueError, TypeError, RecursionError):
            raise sheet_answers.refusal(Trouble.STOPPED) from None

    def close(self) -> None:
        """End the process for good, also in the middle of a page: nobody waits for it."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._lock:
            self._end()

    def _ask(
        self,
        request: dict[str, object],
        content: bytes,
        media_type: StrEnum,
        *,
        most: int = _MAX_PICTURE,
    ) -> tuple[dict[str, object], bytes]:
        """Ask about a file; more than `most` bytes in return are a lie."""
        with self._lock:
            request |= {"key": self._key_of(content), "type": media_type}
            answer, payload = self._exchange(request, b"", most)
            if answer.get("send") is True:
                answer, payload = self._exchange(request, content, most)
            if answer.get("trouble") == Trouble.MEMORY:
                self._end()  # it goes by itself; the next file must not meet it on its way out
        if "trouble" in answer:
            raise _Failed(_trouble(answer["trouble"]), str(answer["trouble"]))
        return answer, payload

    def _at_once(
        self, request: dict[str, object], content: bytes, *, most: int
    ) -> tuple[dict[str, object], bytes]:
        """Ask with the file at hand; nothing is asked for again."""
        with self._lock:
            answer, payload = self._exchange(request, content, most)
            if answer.get("trouble") == Trouble.MEMORY:
                self._end()
        if "trouble" in answer:
            raise _Failed(_trouble(answer["trouble"]))
        return answer, payload

    def _remade(self, contents: Sequence[bytes], pages: Sequence[int]) -> bytes:
        types = [media_type_of(content) for content in contents]
        size = sum(map(len, contents))
        if size > MAX_BYTES:
            raise SroDeskError(too_large(size))
        request: dict[str, object] = {
            "do": "remake",
            "types": types,
            "sizes": [len(content) for content in contents],
            "pages": list(pages),
        }
        try:
            with self._lock:
                answer, made = self._exchange(request, b"".join(contents), MAX_BYTES)
                if answer.get("trouble") == Trouble.MEMORY:
                    self._end()
            if "trouble" in answer:
                raise _Failed(_trouble(answer["trouble"]))
        except _Failed as failure:
            raise SroDeskError(remade_words(failure.trouble)) from None
        if media_type_of(made) is not MediaType.PDF:
            raise SroDeskError(remade_words(Trouble.STOPPED))
        return made

    def _exchange(
        self, request: dict[str, object], content: bytes, most: int
    ) -> tuple[dict[str, object], bytes]:
        """One question, one answer, within the wall clock; the process dies of anything else."""
        process, questions, answers = self._running()
        late = Event()
        clock = Timer(self._limits.wall, _end_late, (process, late))
        clock.start()
        try:
            send(questions, request, content)
            return receive(answers, max_payload=most)
        except (WireError, OSError):
            raise _Failed(self._cause_of_death(late=late.is_set())) from None
        finally:
            clock.cancel()
            clock.join()

    def _running(self) -> tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]:
        if self._closed:
            raise _Failed(Trouble.NO_WORKER)
        if self._process is None or self._process.poll() is not None:
            self._end()
            try:
                self._process = _start(self._limits)
            except OSError as error:
                _LOG.warning("the worker does not start: %s", error)
                raise _Failed(Trouble.NO_WORKER) from None
            if self._closed:  # while it started: `close` had nothing to kill
                self._end()
                raise _Failed(Trouble.NO_WORKER)
        process = self._process
        assert process.stdin is not None  # noqa: S101 - `_start` made the pipes
        assert process.stdout is not None  # noqa: S101
        return process, process.stdin, process.stdout

    def _cause_of_death(self, *, late: bool) -> Trouble:
        code = self._end()
        _LOG.info("the worker ended with %s", code)
        if late or code == _OUT_OF_TIME:
            return Trouble.TIME
        return Trouble.STOPPED

    def _end(self) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return None
        try:
            code = process.wait(timeout=0.2) if process.poll() is None else process.poll()
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None  # noqa: S101 - `_start` made the pipes
            with suppress(OSError):  # it broke when the process died
                pipe.close()
        return code

    def _key_of(self, content: bytes) -> str:
        if self._known[0] is not content:
            self._known = (content, hashlib.sha256(content).hexdigest())
        return self._known[1]


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    numbers = [str(limits.memory), str(limits.cpu)]
    if getattr(sys, "frozen", False):
        command = [sys.executable, FROZEN_ARGUMENT, *numbers]
    else:
        # -P: beside the renderer lies a types.py, which must not hide Python's own
        command = [sys.executable, "-P", "-B", "-s", "-m", "sro_desk.intake.renderer", *numbers]
    return subprocess.Popen(  # noqa: S603 - our own interpreter, no shell, numbers only
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )


def _end_late(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    process.kill()


def _environment() -> dict[str, str]:
    """Ours, and where this package lies: it may run from a folder that Python does not search."""
    here = str(Path(__file__).resolve().parents[2])
    searched = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in (here, searched) if part)}


def _examined(answer: dict[str, object], media_type: MediaType) -> tuple[int, tuple[str, ...]]:
    pages, remarks, size = answer.get("pages"), answer.get("remarks"), answer.get("size")
    if not isinstance(pages, int) or not isinstance(remarks, list):
        raise _Failed(Trouble.STOPPED)
    if not 0 < pages <= MOST_PAGES:
        raise _Failed(Trouble.STOPPED)
    known = [remark for remark in Remark if remark in remarks]
    size_words = str(size)[:40]
    return pages, tuple(
        remark_words(remark, media_type, pages=pages, size=size_words) for remark in known
    )


def _held(answer: dict[str, object]) -> Held:
    number, pages, sizes = answer.get("number"), answer.get("pages"), answer.get("sizes")
    if not isinstance(number, int) or not isinstance(pages, int) or not isinstance(sizes, list):
        raise _Failed(Trouble.STOPPED)
    if not 0 < pages <= MOST_PAGES:
        raise _Failed(Trouble.STOPPED)
    return Held(
        number=number,
        pages=pages,
        sizes=tuple((_points(wide), _points(high)) for wide, high in sizes),
    )


def _picture(answer: dict[str, object], rgb: bytes) -> PageImage:
    width, height, points = answer.get("width"), answer.get("height"), answer.get("points")
    if not isinstance(width, int) or not isinstance(height, int) or not isinstance(points, list):
        raise _Failed(Trouble.STOPPED)
    if width < 1 or height < 1 or len(rgb) != width * height * 3 or len(points) != 2:
        raise _Failed(Trouble.STOPPED)
    wide, high = (_points(side) for side in points)
    return PageImage(width=width, height=height, points_wide=wide, points_high=high, rgb=rgb)


def _text(answer: dict[str, object], payload: bytes) -> PageText:
    points, recognised = answer.get("points"), answer.get("recognised")
    try:
        words = json.loads(payload)
    except (ValueError, RecursionError):
        raise _Failed(Trouble.STOPPED) from None
    if not isinstance(points, list) or len(points) != 2 or not isinstance(recognised, bool):
        raise _Failed(Trouble.STOPPED)
    if not isinstance(words, list) or len(words) > MOST_WORDS:
        raise _Failed(Trouble.STOPPED)
    wide, high = (_points(side) for side in points)
    return PageText(
        words=tuple(_word(each) for each in words), wide=wide, high=high, recognised=recognised
    )


def _word(said: object) -> Word:
    if not isinstance(said, list) or len(said) != 6:
        raise _Failed(Trouble.STOPPED)
    text, *sides, turn = said
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST_WORD or turn not in _TURNS:
        raise _Failed(Trouble.STOPPED)
    if not all(isinstance(side, int | float) and 0 <= side <= 1 for side in sides):
        raise _Failed(Trouble.STOPPED)
    left, top, right, bottom = (float(side) for side in sides)
    return Word(text=text, box=Box(left=left, top=top, right=right, bottom=bottom), turn=int(turn))


def _points(side: object) -> float:
    if not isinstance(side, int | float) or not 0 < side <= sys.maxsize:
        raise _Failed(Trouble.STOPPED)
    return float(side)


def _trouble(code: object) -> Trouble:
    try:
        return Trouble(str(code))
    except ValueError:
        return Trouble.STOPPED

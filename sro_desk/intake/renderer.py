"""The worker's own program: opens one foreign file after another, draws pages, reads tables.

Started by `worker.Worker` as `python -m sro_desk.intake.renderer`. It knows no
database, writes no file, starts no program, and may die at any time: the
window only ever sees its answers.
"""

import json
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import IO, TYPE_CHECKING, ClassVar

from sro_desk.intake import page_sizes
from sro_desk.intake.limits import Limits, confine, renew_cpu
from sro_desk.intake.sheet_trouble import CannotRead
from sro_desk.intake.sheet_types import SheetType
from sro_desk.intake.shown import CannotShow, Opened
from sro_desk.intake.trouble import Trouble
from sro_desk.intake.types import LARGEST, MediaType
from sro_desk.intake.wire import WireError, receive, send

if TYPE_CHECKING:
    from sro_desk.intake.binding import Bindery

_ROTATIONS = (0, 90, 180, 270)


def main(arguments: list[str]) -> int:
    """Serve until the other side is gone; `arguments` are the limits: bytes and seconds."""
    memory, cpu = (int(number) for number in arguments)
    limits = Limits(memory=memory, cpu=cpu)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window
    answers = _only_voice()
    confine(limits)
    room = _Room()
    with suppress(WireError, BrokenPipeError):
        while True:
            header, payload = receive(sys.stdin.buffer, max_payload=LARGEST)
            renew_cpu(limits)
            answer, picture = room.answer(header, payload)
            send(answers, answer, picture)
            if answer.get("trouble") == Trouble.MEMORY:
                break  # start afresh rather than go on in what is left
    return 0


def _only_voice() -> IO[bytes]:
    """Keep the pipe for answers; whatever a C library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


class _Room:
    """Holds the one file that is being looked at, so that turning a page does not resend it."""

    def __init__(self) -> None:
        self._key: object = None
        self._opened: Opened | None = None
        self._bindery: Bindery | None = None  # while copies are bound behind a report

    def answer(
        self, header: Mapping[str, object], payload: bytes
    ) -> tuple[dict[str, object], bytes]:
        """Answer one request; the file comes with it, or is the one that is held."""
        try:
            if (at_once := self._AT_ONCE.get(str(header.get("do")))) is not None:
                return at_once(self, header, payload)
            if payload or header.get("key") != self._key or self._opened is None:
                if not payload:
                    return {"send": True}, b""
                self._open(header, payload)
            return self._told(header)
        except (CannotShow, CannotRead) as reason:
            return {"trouble": reason.trouble}, b""
        except MemoryError:
            return {"trouble": Trouble.MEMORY}, b""
        except Exception as fault:  # whatever a parser trips over, the person gets a sentence
            return {"trouble": Trouble.DAMAGED, "fault": type(fault).__name__}, b""

    def _bound(
        self, header: Mapping[str, object], payload: bytes
    ) -> tuple[dict[str, object], bytes]:
        """Keep a copy for a report, or bind those that are kept behind it, and let them go."""
        from sro_desk.intake.binding import (
            Bindery,  # pikepdf and Pillow, which showing does without
        )

        if self._bindery is None:
            self._bindery = Bindery()
        if header.get("do") == "hold":
            return self._bindery.hold(payload, MediaType(str(header["type"]))), b""
        end = _whole(header, "plan")  # of the plan; the report follows
        inserts, pictures = json.loads(payload[:end])
        bindery, self._bindery = self._bindery, None
        return {}, bindery.bind(payload[end:], inserts, pictures)

    _AT_ONCE: ClassVar = {  # questions about a file that is not held for the next
        "remake": lambda _, header, payload: ({}, _remade(header, payload)),
        "sheets": lambda _, header, payload: _sheets(header, payload),
        "hold": _bound,
        "bind": _bound,
    }

    def _open(self, header: Mapping[str, object], payload: bytes) -> None:
        if self._opened is not None:
            self._opened.close()
        self._opened, self._key = None, None
        self._opened = _opened(payload, MediaType(str(header["type"])))
        self._key = header.get("key")

    def _told(self, header: Mapping[str, object]) -> tuple[dict[str, object], bytes]:
        """What is asked of the file that is open."""
        if header.get("do") == "examine":
            return self._examined(), b""
        if header.get("do") == "sizes":
            return {}, self._measured()
        if header.get("do") == "words":
            return self._written(header)
        return self._drawn(header)

    def _examined(self) -> dict[str, object]:
        opened = self._opened
        assert opened is not None  # noqa: S101 - `answer` opened it
        return {"pages": opened.pages, "remarks": list(opened.remarks), "size": opened.size}

    def _measured(self) -> bytes:
        assert self._opened is not None  # noqa: S101 - `answer` opened it
        return page_sizes.packed(self._opened.sizes())

    def _drawn(self, header: Mapping[str, object]) -> tuple[dict[str, object], bytes]:
        assert self._opened is not None  # noqa: S101 - `answer` opened it
        page, width, rotation = (_whole(header, name) for name in ("page", "width", "rotation"))
        if width < 1 or rotation not in _ROTATIONS:
            raise ValueError(f"width {width}, rotation {rotation}")
        drawn = self._opened.draw(page, width=width, rotation=rotation)
        answer: dict[str, object] = {
            "width": drawn.width,
            "height": drawn.height,
            "points": drawn.points,
        }
        return answer, drawn.rgb

    def _written(self, header: Mapping[str, object]) -> tuple[dict[str, object], bytes]:
        assert self._opened is not None  # noqa: S101 - `answer` opened it
        written = self._opened.words(_whole(header, "page"))
        answer: dict[str, object] = {"points": written.points, "recognised": written.recognised}
        return answer, json.dumps(written.words).encode()


def _remade(header: Mapping[str, object], payload: bytes) -> bytes:
    """One PDF of the pages named, or of all pages of the several files in `payload`."""
    from sro_desk.intake import remade  # both libraries, which showing a file needs one of

    types, sizes, pages = header["types"], header["sizes"], header["pages"]
    if not (isinstance(types, list) and isinstance(sizes, list) and isinstance(pages, list)):
        raise TypeError("types, sizes and pages")
    parts, start = [], 0
    for media_type, size in zip(types, sizes, strict=True):
        parts.append((payload[start : start + size], MediaType(media_type)))
        start += size
    return remade.pages_of(*parts[0], pages) if pages else remade.joined(parts)


def _sheets(header: Mapping[str, object], payload: bytes) -> tuple[dict[str, object], bytes]:
    """A spreadsheet is read as a whole, once; nothing of it is held."""
    if not payload:
        return {"send": True}, b""
    from sro_desk.intake.sheet_cells import read_sheets

    return read_sheets(payload, SheetType(str(header["type"])))


def _opened(content: bytes, media_type: MediaType) -> Opened:
    """Open with the one library the type needs: the other is never loaded."""
    if media_type is MediaType.PDF:
        from sro_desk.intake.pdf_pages import PdfPages

        return PdfPages(content)
    from sro_desk.intake.image_pages import ImagePages

    return ImagePages(content, media_type)


def _whole(header: Mapping[str, object], name: str) -> int:
    value = header[name]
    if not isinstance(value, int):
        raise TypeError(name)
    return value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A whole file read and guessed from; slow, so it runs beside the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sro_desk.domain.progress import Report
from sro_desk.domain.records import Course, Officer
from sro_desk.intake.examined import PageText
from sro_desk.intake.guesses.values import Guesses
from sro_desk.intake.recognition import Recognition
from sro_desk.intake.worker import Worker

_MOST_PAGES = 40  # a class scanned in one go
_MOST_RECOGNISED = 8  # pages: each takes some seconds
_DOTS = 300 / 72  # pixels in a point, as recognition likes them
_WIDEST = 3_400  # pixels
_PROBE = 64  # pixels: a page this wide tells its size
_FEWEST_WORDS = 5  # a page; a copier's own line, "Scanned by ...", makes it no text
_NO_TEXT = "This is a scan without text; "
_SO_EMPTY = ", so the form is empty."
NO_RECOGNITION = (
    f"{_NO_TEXT}no text recognition (tesseract) is installed on this computer{_SO_EMPTY}"
)
RECOGNISED_NOTHING = f"{_NO_TEXT}nothing could be recognised on it{_SO_EMPTY}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFile:
    """What the words of a file are compared with."""

    officers: Sequence[Officer]
    courses: Sequence[Course]
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FileGuesses:
    """What a file says; `is_scan` where it holds no text that could be read."""

    guesses: Guesses
    is_scan: bool


def of_file(worker: Worker, content: bytes, pages: Sequence[int], on_file: OnFile) -> FileGuesses:
    """Read `pages` (from 0) of a file as one certificate, or as those of one class.

    Takes some milliseconds a page. Raises `SroDeskError` where it cannot be read.
    """
    texts = [worker.text(content, page=page) for page in pages[:_MOST_PAGES]]
    return _guessed(texts, pages, on_file)


def of_scan(
    worker: Worker,
    content: bytes,
    pages: Sequence[int],
    on_file: OnFile,
    *,
    recognition: Recognition,
    report: Report,
) -> FileGuesses:
    """The same for a file without text: takes seconds a page; `report` may raise `Cancelled`."""
    texts = []
    wanted = pages[:_MOST_RECOGNISED]
    for done, page in enumerate(wanted):
        report(done, len(wanted))
        small = worker.render(content, page=page, width=_PROBE)
        width = min(_WIDEST, round(small.points_wide * _DOTS))
        picture = worker.render(content, page=page, width=width)
        texts.append(recognition.read(picture, partial(report, done, len(wanted))))
    return _guessed(texts, pages, on_file)


def _guessed(texts: Sequence[PageText], pages: Sequence[int], on_file: OnFile) -> FileGuesses:
    from sro_desk.intake.guesses.guess import guess  # rapidfuzz: not before it is needed

    guesses = guess(
        texts,
        on_file.officers,
        on_file.courses,
        today=on_file.today,
        first_page=pages[0] if pages else 0,
    )
    few = sum(len(text.words) for text in texts) < _FEWEST_WORDS * len(texts)
    return FileGuesses(guesses=guesses, is_scan=few)

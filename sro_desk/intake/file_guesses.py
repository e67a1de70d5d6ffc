"""A whole file read and guessed from; slow, so it runs beside the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.records import Course, Officer
from sro_desk.intake.examined import PageText
from sro_desk.intake.guesses.values import Guesses
from sro_desk.intake.recognition import Recognition
from sro_desk.intake.worker import Worker

_MOST_PAGES = 40  # a class scanned in one go
_MOST_RECOGNISED = 8  # pages: each takes a second or more
_DOTS = 300 / 72  # pixels in a point, as recognition likes them
_WIDEST = 3_400  # pixels
_NO_TEXT = "This is a scan without text; "
_SO_EMPTY = ", so the form is empty."
_NO_RECOGNITION = f"no text recognition (tesseract) is installed on this computer{_SO_EMPTY}"
_RECOGNISED_NOTHING = f"nothing could be recognised on it{_SO_EMPTY}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileGuesses:
    """What a file says, and a sentence where it says nothing ("" otherwise)."""

    guesses: Guesses
    note: str = ""


def of_file(
    worker: Worker,
    content: bytes,
    *,
    pages: Sequence[int],
    officers: Sequence[Officer],
    courses: Sequence[Course],
    today: date,
    recognition: Recognition | None = None,
) -> FileGuesses:
    """Read `pages` (from 0) of a file as one certificate, or as those of one class.

    A page without text is recognised where something on this computer can.
    Raises `SroDeskError` where the file cannot be read.
    """
    from sro_desk.intake.guesses.guess import guess  # rapidfuzz: not before it is needed

    recognition = recognition or Recognition.of_this_computer()
    texts = [worker.text(content, page=page) for page in pages[:_MOST_PAGES]]
    scans = [at for at, text in enumerate(texts) if not text.words]
    if recognition is not None:
        for at in scans[:_MOST_RECOGNISED]:
            texts[at] = _recognised(worker, content, pages[at], recognition) or texts[at]
    guesses = guess(texts, officers, courses, today=today, first_page=pages[0] if pages else 0)
    if any(text.words for text in texts):
        return FileGuesses(guesses=guesses)
    note = _NO_RECOGNITION if recognition is None else _RECOGNISED_NOTHING
    return FileGuesses(guesses=guesses, note=f"{_NO_TEXT}{note}")


def _recognised(
    worker: Worker, content: bytes, page: int, recognition: Recognition
) -> PageText | None:
    small = worker.render(content, page=page, width=64)
    width = min(_WIDEST, round(small.points_wide * _DOTS))
    return recognition.read(worker.render(content, page=page, width=width))

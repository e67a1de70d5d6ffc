"""The ledger head that a PDF of this program prints in its footer, read by the limited worker."""

from pathlib import Path

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.ledger_heads import head_printed_in
from sro_desk.intake.reading import name_of, read
from sro_desk.intake.types import LARGEST, MediaType, media_type_of
from sro_desk.intake.worker import Worker

_PAGES = 3  # read from the beginning: every page has the footer but those of other files
_INSTEAD = "Paste the ledger head from its footer instead."


def head_of(path: Path, worker: Worker) -> str:
    """The head in full; SroDeskError with a sentence where none is printed or can be read."""
    name = name_of(path)
    content = _content(path, name)
    for page in range(_PAGES):
        try:
            read_page = worker.text(content, page=page, largest=LARGEST)
        except SroDeskError as error:
            if page:
                break  # there are not so many pages
            why = str(error).partition(", so ")[0].rstrip(".")
            raise SroDeskError(f"“{name}” could not be read: {why}. {_INSTEAD}") from None
        if head := head_printed_in(" ".join(word.text for word in read_page.words)):
            return head
    raise SroDeskError(
        f"“{name}” has no footer with a ledger head on its first pages: it is none of this "
        f"program's PDFs, or a scan of one. {_INSTEAD}"
    )


def head_of_alone(path: Path) -> str:
    """The same where no worker runs yet."""
    with Worker() as worker:
        return head_of(path, worker)


def _content(path: Path, name: str) -> bytes:
    try:
        large = path.stat().st_size > LARGEST
    except (OSError, ValueError):
        large = False  # `read` says what is wrong
    if large:
        raise SroDeskError(f"“{name}” is too large to be read here. {_INSTEAD}")
    content = read(path, largest=LARGEST)
    try:
        kind = media_type_of(content, most=LARGEST)
    except SroDeskError:
        kind = None
    if kind is not MediaType.PDF:
        raise SroDeskError(f"“{name}” is no PDF. Choose the PDF whose footer is to be checked.")
    return content

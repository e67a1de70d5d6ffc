"""A PDF held against the records: its head, read by the limited worker, and its very bytes."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sro_desk.domain.dates import us_date
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.ledger_heads import head_printed_in
from sro_desk.domain.progress import Report, unheard
from sro_desk.intake.reading import name_of, read
from sro_desk.intake.types import LARGEST, MediaType, media_type_of
from sro_desk.intake.worker import Worker
from sro_desk.services import keeping
from sro_desk.services.keeping import Verdict
from sro_desk.storage.database import Database
from sro_desk.storage.plain import Reader, reading

_PAGES = 3  # read from the beginning: every page has the footer but those of other files
_INSTEAD = "Paste the ledger head from its footer instead."
_HAS_PACKETS = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'packet'"
_PACKET = """
SELECT packet.sent_on, packet.sent_to, district.name
FROM packet JOIN district ON district.id = packet.district_id
WHERE packet.copy_sha256 = ? AND packet.voided_at IS NULL
ORDER BY packet.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedHead:
    """What there is to hold against the records."""

    head: str  # in full
    sha256: str  # of the PDF's bytes


def printed_head(path: Path, worker: Worker) -> PrintedHead:
    """The head in the footer; SroDeskError with a sentence where none is printed or can be read."""
    name = name_of(path)
    content = _content(path, name)
    for page in range(_PAGES):
        try:
            read_page = worker.text(content, page=page)
        except SroDeskError as error:
            if page:
                break  # there are not so many pages
            why = str(error).partition(", so ")[0].rstrip(".")
            raise SroDeskError(f"“{name}” could not be read: {why}. {_INSTEAD}") from None
        if head := head_printed_in(" ".join(word.text for word in read_page.words)):
            return PrintedHead(head=head, sha256=hashlib.sha256(content).hexdigest())
    raise SroDeskError(
        f"“{name}” has no footer with a ledger head on its first pages: it is none of this "
        f"program's PDFs, or a scan of one. {_INSTEAD}"
    )


def verify(file: Path | Database, pdf: PrintedHead, report: Report = unheard) -> Verdict:
    """As `keeping.verify`; a packet that was given out is told by its very bytes."""
    verdict = keeping.verify(file, pdf.head, report)
    if not verdict.sound:
        return verdict
    with reading(file.path if isinstance(file, Database) else file) as reader:
        known = _packet_of(reader, pdf.sha256)
    if not known:
        return verdict
    others = (each for each in verdict.sentences if each != keeping.OF_THE_RECORDS)
    answer, *more = others
    return replace(verdict, sentences=(answer, known, *more))


def verify_alone(file: Path, pdf: Path) -> Verdict:
    """The same where no worker runs yet."""
    with Worker() as worker:
        found = printed_head(pdf, worker)
    return verify(file, found)


def _packet_of(reader: Reader, sha256: str) -> str:
    """The packet with these bytes in a sentence; "" where there is none."""
    if not reader.rows(_HAS_PACKETS):
        return ""  # a file of an older format, which verifying must not change
    found = reader.rows(_PACKET, (sha256,))
    if not found:
        return ""
    sent_on, sent_to, district = found[0]
    to = f" ({sent_to})" if sent_to else ""
    return (
        "It is, to the byte, the packet given out to "
        f"{district}{to} on {us_date(date.fromisoformat(sent_on))}."
    )


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

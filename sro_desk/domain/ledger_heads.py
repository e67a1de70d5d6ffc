"""The ledger head that the footer of a PDF prints: found in what was copied, and what it proves."""

import re
from datetime import datetime

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.ledger_words import local_time

SHORTEST = 12  # hexadecimal digits that still name one entry
_WHOLE = 64
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # what a viewer puts in where a line ends
_DIGIT = "[0-9a-f]"
_HEAD = re.compile(
    rf"(?<![0-9a-z]){_DIGIT}(?:\s*{_DIGIT}){{{SHORTEST - 1},{_WHOLE - 1}}}(?![0-9a-z])"
)
_PRINTED = re.compile(rf"ledger\s+head\s+({_DIGIT}{{{_WHOLE}}})(?![0-9a-z])")
_QUOTED = 40  # characters of what is no head
_HOW = (
    f"give at least the first {SHORTEST} of its digits (0-9, a-f), as they are printed in the "
    "footer of a PDF behind “Ledger head”."
)


def head_in(pasted: str) -> str:
    """The digits of a head, or its first ones, in what was pasted or typed.

    Blanks between them, capitals, and the words of the footer around them do
    no harm. SroDeskError with a sentence where there is none.
    """
    text = _UNSEEN.sub("", pasted).casefold()
    found = _HEAD.search(text)
    if found is not None:
        return "".join(found[0].split())
    typed = " ".join(pasted.split())
    if not typed:
        raise SroDeskError(f"There is no ledger head to look up: {_HOW}")
    if len(typed) > _QUOTED:
        typed = f"{typed[:_QUOTED]}…"
    digits = re.sub(r"ledger\s+head|[\s.…:]", "", text)
    if re.fullmatch(rf"{_DIGIT}+", digits):
        length = "short" if len(digits) < SHORTEST else "long"
        raise SroDeskError(f"“{typed}” is too {length} for a ledger head: {_HOW}")
    raise SroDeskError(f"“{typed}” is no ledger head: {_HOW}")


def head_printed_in(text: str) -> str:
    """The head that stands in the text of a page as a footer prints it; "" where none does."""
    found = _PRINTED.search(_UNSEEN.sub("", text).casefold())
    return found[1] if found is not None else ""


def holds_words(entry: int, at: datetime | None, later: int) -> str:
    """What it means that the head is that of an entry, 0 being the file when it was new."""
    return (
        "All that this PDF was made from is still in the records: the head is "
        f"{_which(entry, at)}; {_after(later)}"
    )


def stands_words(entry: int, at: datetime | None) -> str:
    """The same where the file is not sound, so that nothing follows from it."""
    return (
        f"The head of this PDF is in the ledger ({_which(entry, at)}), but the file is not as it "
        "was written, so this proves nothing:"
    )


def lacks_words(head: str) -> str:
    """What it means that the ledger has no such head."""
    return (
        f"Not all that this PDF was made from is in these records: the ledger does not contain "
        f"{head}. It was cut or rewritten since that was printed, or this is another file."
    )


def _which(entry: int, at: datetime | None) -> str:
    if at is None:
        return "that of the file when it was new"
    return f"entry {entry:,} of {local_time(at)}"


def _after(later: int) -> str:
    if not later:
        return "nothing was changed after it."
    return "1 entry came after." if later == 1 else f"{later:,} entries came after."

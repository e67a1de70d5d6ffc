"""What the files in a binder's ZIP are called: telling, each once, and such as Windows takes."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from sro_desk.domain.exports.audit import CopyFact
from sro_desk.intake.types import MediaType
from sro_desk.services.reports import naming

_LONGEST = 60  # characters of a part: Windows takes 260 for a file with all its folders
_ENDINGS = {
    MediaType.PDF: ".pdf",
    MediaType.JPEG: ".jpg",
    MediaType.PNG: ".png",
    MediaType.TIFF: ".tif",
}


def of_copies(copies: Iterable[CopyFact]) -> dict[str, str]:
    """The path of each copy in the ZIP, by its SHA-256.

    `copies/certificates/Olson, Erik - Basic Course - 2020-07-17.pdf`, after the
    first of those it proves; a second of that name ends in ` (2)`.
    """
    seen: Counter[str] = Counter()
    found = {}
    for copy in copies:
        name = _name(copy)
        seen[name.casefold()] += 1
        number = seen[name.casefold()]
        again = "" if number == 1 else f" ({number})"
        found[copy.sha256] = f"{name}{again}{_ENDINGS.get(MediaType(copy.media_type), '')}"
    return found


def _name(copy: CopyFact) -> str:
    folder = "certificates" if copy.certificate else "contracts"
    first = copy.holders[0]
    filed, what = _part(first.filed_as), _part(first.what)
    return f"copies/{folder}/{filed or 'Unnamed'} - {what or 'Copy'} - {first.on.isoformat()}"


def _part(text: str) -> str:
    """`text` as a part of a file name, without characters that have no shape."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(letter for letter in composed if letter.isprintable())
    return _cut(naming.safe(seen))


def _cut(text: str) -> str:
    """At most so many characters, in whole words where there are several."""
    if len(text) <= _LONGEST:
        return text
    words, _, _ = text[: _LONGEST + 1].rpartition(" ")
    return (words or text[:_LONGEST]).rstrip(" .,(-")

"""The names under which reports are saved: sensible, and such as Windows takes too."""

import re
from datetime import date

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # in file names, on Windows
_LONGEST = 80  # characters of a name


def of_district(label: str, what: str, on: date) -> str:
    """`ISD 0196 SRO certificates 2026-11-24.pdf`."""
    return f"{safe(label) or 'District'} {what} {on.isoformat()}.pdf"


def of_chosen(label: str, what: str, on: date) -> str:
    """Of a district where its label is given, else of the whole agency."""
    return of_district(label, what, on) if label else of_agency(what, on)


def of_officer(sort_name: str, what: str, on: date) -> str:
    """`Olson, Erik SRO training 2026-11-24.pdf`."""
    return f"{safe(sort_name) or 'Officer'} {what} {on.isoformat()}.pdf"


def of_agency(what: str, on: date) -> str:
    """`SRO training deadlines 2026-11-24.pdf`."""
    return f"{what} {on.isoformat()}.pdf"


def safe(text: str) -> str:
    """`text` as a part of a file name; "" where nothing of it can be."""
    return _FORBIDDEN.sub("-", text)[:_LONGEST].strip(" .")

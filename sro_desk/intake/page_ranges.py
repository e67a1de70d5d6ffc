"""Pages as people write them: `1-2, 3, 4-6` are three parts."""

import re

from sro_desk.domain.errors import SroDeskError

_PART = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def parts_of(text: str, pages: int) -> tuple[tuple[int, ...], ...]:
    """The pages (from 0) of each part; SroDeskError says what cannot be read."""
    found = []
    for written in re.split(r"[,;\n]", text):
        part = written.strip()
        if not part:
            continue
        match = _PART.fullmatch(part)
        if match is None:
            raise SroDeskError(f"“{part}” is no page; write the parts as 1-2, 3, 4-6.")
        first = int(match[1])
        last = int(match[2] or first)
        if not 1 <= first <= last <= pages:
            raise SroDeskError(f"“{part}” is not within the pages 1 to {pages:,}.")
        found.append(tuple(range(first - 1, last)))
    if not found:
        raise SroDeskError("Write the pages of each part, such as 1-2, 3, 4-6.")
    return tuple(found)


def in_parts(pages: int, each: int) -> str:
    """All pages in parts of `each`, as written: `1-2, 3-4, 5`."""
    starts = range(1, pages + 1, each)
    parts = ((start, min(start + each - 1, pages)) for start in starts)
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in parts)

"""A foreign file that a person attached, as received."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The bytes of a file and what examining them told; the bytes are never changed."""

    content: bytes
    original_name: str
    media_type: str
    pages: int | None  # None where the file could not be shown

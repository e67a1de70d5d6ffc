"""What stands around the content of every report: the letterhead, and where it is from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The agency as its letters show it."""

    agency: str
    address: tuple[str, ...]
    phone: str
    email: str
    ori: str
    chief: str
    chief_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a report comes from: printed in each footer so that it can be checked later."""

    on: date  # the as-of date
    made_on: date
    ledger_head: str  # hexadecimal
    sample: bool  # watermarked: not a real agency

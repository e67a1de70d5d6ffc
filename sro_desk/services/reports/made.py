"""A finished report, and the means to make one with."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.progress import Report, unheard
from sro_desk.domain.reports import Asked
from sro_desk.intake.worker import Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """The means to make a report with."""

    made_on: date
    worker: Worker  # opens the copies that are appended
    report: Report = unheard


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeReport:
    """A finished report, and what its footer says of where it is from."""

    asked: Asked
    content: bytes  # PDF
    file_name: str  # proposed where it is saved
    ledger_head: str  # hexadecimal
    archival: bool = True  # PDF/UA-1 and PDF/A-2a; not where foreign PDFs are appended
    pages: int | None = None  # where known
    told: str = ""  # of a packet: what it says of each officer, as `packet_changes` writes it

    @property
    def on(self) -> date:
        """The day it is as of."""
        return self.asked.on

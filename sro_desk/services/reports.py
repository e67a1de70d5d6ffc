"""The reports as PDFs, and the names under which they are saved.

reportlab and pikepdf are imported when the first report is made: loading them
takes longer than the window takes to show.
"""

import re
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.names import district_label
from sro_desk.domain.records import District, DistrictId
from sro_desk.services import report_facts
from sro_desk.storage.database import Database

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # in file names, on Windows
_LONGEST = 80  # characters of a district's name


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeReport:
    """A finished report, and what its footer says of where it is from."""

    content: bytes  # PDF
    file_name: str  # proposed where it is saved
    on: date
    ledger_head: str  # hexadecimal


def district_summary(db: Database, district: DistrictId, *, on: date, made_on: date) -> bytes:
    """The certificate summary for one district as a PDF; SroDeskError where there is none such."""
    return made_summary(db, district, on=on, made_on=made_on).content


def made_summary(db: Database, district: DistrictId, *, on: date, made_on: date) -> MadeReport:
    """The same together with its name and its provenance."""
    from sro_desk.pdf import district_summary as pdf

    facts = report_facts.summary(db, district, on=on, made_on=made_on)
    return MadeReport(
        content=pdf.district_summary(facts),
        file_name=_summary_name(facts.label, on),
        on=on,
        ledger_head=facts.provenance.ledger_head,
    )


def deadlines_list(db: Database, *, on: date, made_on: date) -> bytes:
    """Every officer by urgency as a PDF."""
    return made_deadlines(db, on=on, made_on=made_on).content


def made_deadlines(db: Database, *, on: date, made_on: date) -> MadeReport:
    """The same together with its name and its provenance."""
    from sro_desk.pdf import deadlines_list as pdf

    facts = report_facts.deadlines(db, on=on, made_on=made_on)
    return MadeReport(
        content=pdf.deadlines_list(facts),
        file_name=file_name_of_deadlines(on),
        on=on,
        ledger_head=facts.provenance.ledger_head,
    )


def file_name_of_summary(district: District, on: date) -> str:
    """`ISD 0196 SRO certificates 2026-11-24.pdf`, a name that Windows takes too."""
    return _summary_name(district_label(district.name, district.kind, district.state_id), on)


def file_name_of_deadlines(on: date) -> str:
    """`SRO training deadlines 2026-11-24.pdf`."""
    return f"SRO training deadlines {on.isoformat()}.pdf"


def _summary_name(label: str, on: date) -> str:
    safe = _FORBIDDEN.sub("-", label)[:_LONGEST].strip(" .") or "District"
    return f"{safe} SRO certificates {on.isoformat()}.pdf"

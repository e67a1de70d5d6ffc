"""The parts of a binder by which it can be checked: the ledger's entries, and the manifest."""

from collections.abc import Iterable, Iterator

from sro_desk.domain.dates import us_date
from sro_desk.domain.exports.audit import AuditBinder, CopyFact, LedgerLine
from sro_desk.domain.ledger_words import media_words
from sro_desk.domain.progress import Report
from sro_desk.pdf import look, sections
from sro_desk.pdf.binder_parts import title
from sro_desk.pdf.flow import Flow
from sro_desk.pdf.fonts import Style
from sro_desk.pdf.sections import Rank
from sro_desk.pdf.table import Cell, Column, Line, Table, cell

LEDGER = "Ledger of the Period"
MANIFEST = "Manifest"
_SECTION = Rank("H2", None)
_HASH = 12  # digits of an entry's hash: enough to find it by
_AT_ONCE = 200  # rows between two reports of progress

_ENTRIES = (
    Column("No.", 44),
    Column("When (UTC)", 92),
    Column("Who", 116),
    Column("What was done", 76),
    Column("Record", 196),
    Column("Fields changed", 116),
    Column("Hash begins", 72),
)
_COPIES = (
    Column("Of", 98),
    Column("What", 124),
    Column("Day", 56),
    Column("Type", 48),
    Column("Pages", 46, numbers=True),
    Column("Bytes", 60, numbers=True),
    Column("SHA-256", 280),
)
_CHAIN = (
    "Each change of a record is one entry that stays for good. Its hash is a SHA-256 over the "
    "entry and the hash before it, so that a changed, removed or inserted entry breaks the chain "
    "from there on. The fields that changed are named; what they held is not printed here."
)


def ledger(flow: Flow, facts: AuditBinder, report: Report) -> None:
    """The entries of the period, the oldest first; `report` hears of each few hundred."""
    title(flow, LEDGER)
    period = f"from {us_date(facts.since)} to {us_date(facts.provenance.on)} (UTC)"
    flow.paragraph(_CHAIN)
    flow.skip(5)
    count = len(facts.ledger)
    if not count:
        flow.paragraph(f"Nothing was written {period}. The ledger has {_of_all(facts)}.")
        return
    entries = "1 entry" if count == 1 else f"{count:,} entries"
    flow.paragraph(f"{entries} {period}; the ledger has {_of_all(facts)}.")
    flow.skip(8)
    table = Table(_ENTRIES, room=flow.width)
    rows = [table.lay(cells) for cells in _told(map(_entry, facts.ledger), count, report)]
    table.draw(flow, rows)


def manifest(flow: Flow, facts: AuditBinder) -> None:
    """The ledger's head, how to check, and the SHA-256 of each copy."""
    title(flow, MANIFEST)
    head = facts.provenance.ledger_head
    told = (
        f"Head of the ledger: {head}.",
        f"Entries in the ledger: {facts.entries:,}.",
        f"To check that the records still contain all that this binder was made from: sro-desk "
        f"verify FILE --head {head}",
        "To check a copy that was saved as a file: sha256sum NAME (on Windows certutil -hashfile "
        "NAME SHA256) prints its SHA-256, to be compared with the one below. The ZIP of this "
        "binder has a list of all: sha256sum -c SHA256SUMS.",
    )
    sections.listed(flow, "The records", told, rank=_SECTION)
    heading = f"Copies on file ({len(facts.copies):,})"
    if not facts.copies:
        text = "No copy of a certificate or a contract is on file."
        sections.texted(flow, heading, text, rank=_SECTION)
        return
    sections.tabled(flow, heading, _COPIES, map(_copy, facts.copies), rank=_SECTION)


def _told(
    rows: Iterable[tuple[Cell, ...]], count: int, report: Report
) -> Iterator[tuple[Cell, ...]]:
    for done, row in enumerate(rows):
        if done % _AT_ONCE == 0:
            report(done, count)
        yield row


def _of_all(facts: AuditBinder) -> str:
    return f"{facts.entries:,} in all"


def _entry(line: LedgerLine) -> tuple[Cell, ...]:
    return (
        cell(f"{line.seq:,}"),
        cell(f"{us_date(line.at.date())} {line.at:%H:%M:%S}"),
        cell(line.who),
        cell(line.done),
        cell(line.record),
        cell("; ".join(line.fields)),
        cell(line.hash[:_HASH]),
    )


def _copy(each: CopyFact) -> tuple[Cell, ...]:
    also = ("It also proves the training of an officer who is withheld.", look.CELL_QUIET)
    what = _parts((holder.what for holder in each.holders), look.CELL)
    return (
        Cell(_parts((holder.whose for holder in each.holders), look.CELL_STRONG)),
        Cell((*what, also) if each.also_withheld else what),
        Cell(_parts((us_date(holder.on) for holder in each.holders), look.CELL)),
        cell(media_words(each.media_type)),
        cell("" if each.pages is None else f"{each.pages:,}"),
        cell(f"{each.size:,}"),
        cell(each.sha256, look.HASH),
    )


def _parts(texts: Iterable[str], style: Style) -> tuple[Line, ...]:
    """Each text once, one below the other."""
    return tuple((text, style) for text in dict.fromkeys(texts))

"""The tables in a binder's ZIP: the records as exported, and what the binder's pages list."""

from collections.abc import Iterator, Mapping

from sro_desk.domain.exports.audit import AuditBinder, CopyFact, Filed, LedgerLine
from sro_desk.domain.spreadsheets.tables import TableKind
from sro_desk.domain.spreadsheets.writing import Table, table_of
from sro_desk.domain.words import light_words
from sro_desk.services.spreadsheets.exporting import as_csv
from sro_desk.services.spreadsheets.on_file import on_file
from sro_desk.storage.recording import RecordsSession

_FINDINGS = (
    *("Filed under", "Officer", "Badge", "Districts", "Assumed duties", "Paragraph", "Status"),
    *("Light", "Deadline", "Legal date", "Days left", "Missing", "Next step", "Why"),
)
_LEDGER = ("No.", "When (UTC)", "Who", "What was done", "Record", "Fields changed", "Hash")
_COPIES = ("SHA-256", "File", "Type", "Bytes", "Pages", "Of", "What", "Day")


def exported(session: RecordsSession) -> dict[str, bytes]:
    """The records that an export writes, private columns too, by file name.

    Officers who are withheld are not in them.
    """
    found = on_file(session)
    return {f"{kind.value}.csv": as_csv(table_of(kind, found, private=True)) for kind in TableKind}


def of_binder(facts: AuditBinder, files: Mapping[str, str]) -> dict[str, bytes]:
    """Where each officer stands, the ledger of the period, and the copies with their `files`."""
    tables: dict[str, Table] = {
        "findings.csv": (_FINDINGS, *map(_finding, facts.officers)),
        "ledger.csv": (_LEDGER, *map(_entry, facts.ledger)),
        "copies.csv": (
            _COPIES,
            *(row for copy in facts.copies for row in _copy(copy, files[copy.sha256])),
        ),
    }
    return {name: as_csv(table) for name, table in tables.items()}


def _finding(officer: Filed) -> tuple[str, ...]:
    page = officer.page
    return (
        officer.under,
        page.name,
        page.badge,
        "; ".join(page.serving),
        _text(page.assumed),
        page.paragraph,
        page.status,
        light_words(page.light),
        _text(page.nominal),
        _text(page.legal),
        _text(page.days_left),
        "; ".join(page.missing),
        page.next_step,
        " ".join(page.why),
    )


def _entry(line: LedgerLine) -> tuple[str, ...]:
    return (
        str(line.seq),
        f"{line.at:%Y-%m-%d %H:%M:%S}",
        line.who,
        line.done,
        line.record,
        "; ".join(line.fields),
        line.hash,
    )


def _copy(copy: CopyFact, file: str) -> Iterator[tuple[str, ...]]:
    """A row for each of what the copy is the copy of."""
    of_file = (copy.sha256, file, copy.media_type, str(copy.size), _text(copy.pages))
    for holder in copy.holders:
        yield (*of_file, holder.whose, holder.what, holder.on.isoformat())


def _text(value: object) -> str:
    """Dates in ISO form; nothing for None."""
    return "" if value is None else str(value)

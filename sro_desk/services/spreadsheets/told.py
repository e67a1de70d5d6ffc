"""A preview and its import as text and as JSON, for the command line."""

from collections.abc import Iterator

from sro_desk.domain.spreadsheets.preview import PlannedRow, Preview
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.tables import table_words
from sro_desk.services.spreadsheets.importing import Imported

KEYS = """\
With --json one object is printed:

imported  whether anything was stored
backup    the verified backup made before it, or null
counts    rows by outcome: new, change, same, problem
notes     sentences about the spreadsheet as a whole
rows      one object each, in the order of the import:
          sheet, table (officers, districts, assignments, certificates,
          reviews, contact-days), line (as the spreadsheet counts),
          outcome, remarks (field, words, blocks) and was (by field, what
          stood there before)
"""
_WORDS = {
    Outcome.NEW: "new",
    Outcome.CHANGE: "change",
    Outcome.SAME: "same",
    Outcome.PROBLEM: "problem",
}


def as_lines(planned: Preview) -> Iterator[str]:
    """The tables and how many rows of each outcome they have; then what is to be said of rows."""
    for number, part in enumerate(planned.parts):
        rows = [row for row in planned.rows if row.part == number]
        words = table_words(part.layout.kind)
        sheet = f"{part.sheet.name}: " if part.sheet.name not in ("", words) else ""
        yield f"{sheet}{words}: {_counted(rows)}"
        for row in rows:
            words = row.words(part.layout.kind)
            if words:
                yield f"  line {row.line}, {_WORDS[row.outcome]}: {words}"


def as_json(planned: Preview, notes: tuple[str, ...], imported: Imported | None) -> object:
    """The same for programs; see `KEYS`."""
    return {
        "imported": imported is not None,
        "backup": None if imported is None else str(imported.backup),
        "counts": {_WORDS[outcome]: count for outcome, count in planned.counts.items()},
        "notes": list(notes),
        "rows": [_row(planned, row) for row in planned.rows],
    }


def ending(imported: Imported | None, dry_run: bool) -> Iterator[str]:
    """What came of it in the end."""
    if imported is not None:
        yield f"{imported.words} The backup made before it: {imported.backup}"
    elif dry_run:
        yield "Nothing was stored: this was a dry run."
    else:
        yield "Nothing was stored."


def _row(planned: Preview, row: PlannedRow) -> object:
    part = planned.parts[row.part]
    return {
        "sheet": part.sheet.name,
        "table": part.layout.kind.value,
        "line": row.line,
        "outcome": _WORDS[row.outcome],
        "remarks": [
            {"field": each.field, "words": each.words, "blocks": each.blocks}
            for each in row.remarks
        ],
        "was": dict(row.was) if row.outcome is Outcome.CHANGE else {},
    }


def _counted(rows: list[PlannedRow]) -> str:
    told = []
    for outcome, word in _WORDS.items():
        count = sum(row.outcome is outcome for row in rows)
        told.append(f"{count:,} {word}{'s' if word == 'problem' and count != 1 else ''}")
    return ", ".join(told)

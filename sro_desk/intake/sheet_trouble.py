"""Why a spreadsheet cannot be read: codes between the processes, sentences for the person."""

from enum import StrEnum

_LATER = "Save it as a plain XLSX or CSV file, and import that."


class SheetTrouble(StrEnum):
    """What went wrong inside the worker with a spreadsheet, or with the worker."""

    PASSWORD = "PASSWORD"  # noqa: S105 - a code, no secret
    DAMAGED = "DAMAGED"
    NOT_A_SHEET = "NOT_A_SHEET"
    NO_ROWS = "NO_ROWS"
    SWELLS = "SWELLS"
    ENTITIES = "ENTITIES"
    TOO_MANY = "TOO_MANY"
    WIDE = "WIDE"
    BINARY = "BINARY"
    MEMORY = "MEMORY"
    TIME = "TIME"
    STOPPED = "STOPPED"
    NO_WORKER = "NO_WORKER"


_WORDS = {
    SheetTrouble.PASSWORD: (
        "This workbook is protected by a password. Take the password off, and import it then."
    ),
    SheetTrouble.DAMAGED: f"This spreadsheet is damaged or incomplete. {_LATER}",
    SheetTrouble.NOT_A_SHEET: (
        "This is a Word document or another kind of archive, not a spreadsheet."
        " An XLSX, XLS, ODS, CSV or TSV file can be read."
    ),
    SheetTrouble.NO_ROWS: "There is nothing in this spreadsheet: not one cell is filled.",
    SheetTrouble.SWELLS: (
        "This workbook would swell to more than any table of officers needs, as an attack does."
        " It was not read."
    ),
    SheetTrouble.ENTITIES: (
        "This workbook holds declarations that no spreadsheet program writes, as an attack does."
        f" It was not read. {_LATER}"
    ),
    SheetTrouble.TOO_MANY: (
        "This spreadsheet has more rows or cells than can be imported at once (100,000 rows)."
        " Keep the rows that matter in a file of their own."
    ),
    SheetTrouble.WIDE: (
        "A cell far to the right or far down is filled in this workbook, so that it counts"
        " millions of empty ones. Delete the empty columns and rows, and save it again."
    ),
    SheetTrouble.BINARY: (
        "This file is neither a spreadsheet nor text."
        " An XLSX, XLS, ODS, CSV or TSV file can be read."
    ),
    SheetTrouble.MEMORY: f"Reading this spreadsheet takes more memory than it should. {_LATER}",
    SheetTrouble.TIME: f"Reading this spreadsheet takes longer than it should. {_LATER}",
    SheetTrouble.STOPPED: f"This spreadsheet broke the reader. No harm was done. {_LATER}",
    SheetTrouble.NO_WORKER: "The reader of spreadsheets could not be started. Try again.",
}


class CannotRead(Exception):  # noqa: N818 - a finding about the file, not a fault of ours
    """The spreadsheet cannot be read."""

    def __init__(self, trouble: SheetTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def sheet_trouble_words(code: str) -> str:
    """What to tell the person; a code that is not known is told as the worst."""
    known = SheetTrouble(code) if code in set(SheetTrouble) else SheetTrouble.STOPPED
    return _WORDS[known]

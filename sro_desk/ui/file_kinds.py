"""What records files, copies and spreadsheets are called."""

from pathlib import Path

SUFFIX = ".srodesk"
KINDS = f"Records files (*{SUFFIX});;All files (*)"
COPIES = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
_SPREADSHEETS = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})


def is_spreadsheet(path: Path) -> bool:
    """Whether a name promises a spreadsheet; its content decides in the end."""
    return path.suffix.casefold() in _SPREADSHEETS

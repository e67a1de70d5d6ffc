"""How a person hands over a file: chosen in a dialog, or dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from sro_desk.ui.file_kinds import COPIES
from sro_desk.ui.preferences import Preferences

_KINDS = f"PDF and pictures ({' '.join(f'*{ending}' for ending in COPIES)});;All files (*)"
_TABLES = "Spreadsheets (*.xlsx *.xls *.ods *.csv *.tsv *.xlsm *.xlsb *.txt);;All files (*)"
_PDFS = "PDF files (*.pdf);;All files (*)"
_FOLDER = "folder_chosen_from_last"


def choose_file(parent: QWidget, preferences: Preferences, title: str) -> Path | None:
    """Ask for one file, starting in the folder used last; None where cancelled."""
    return _choose(parent, preferences, title, _KINDS)


def choose_spreadsheet(parent: QWidget, preferences: Preferences) -> Path | None:
    """The same for a spreadsheet to be imported."""
    return _choose(parent, preferences, "Choose the spreadsheet", _TABLES)


def choose_pdf(parent: QWidget, preferences: Preferences) -> Path | None:
    """The same for a PDF whose footer is to be checked."""
    return _choose(parent, preferences, "Choose the PDF to check", _PDFS)


def _choose(parent: QWidget, preferences: Preferences, title: str, kinds: str) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(parent, title, preferences.text(_FOLDER), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    preferences.keep(_FOLDER, str(path.parent))
    return path


def choose_files(parent: QWidget, preferences: Preferences, title: str) -> list[Path]:
    """Ask for any number of files, starting in the folder used last."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, preferences.text(_FOLDER), _KINDS)
    paths = [Path(each) for each in chosen]
    if paths:
        preferences.keep(_FOLDER, str(paths[0].parent))
    return paths


def choose_folder(parent: QWidget, preferences: Preferences, title: str) -> Path | None:
    """Ask for a folder, starting with the one used last; None where cancelled."""
    chosen = QFileDialog.getExistingDirectory(parent, title, preferences.text(_FOLDER))
    if not chosen:
        return None
    preferences.keep(_FOLDER, chosen)
    return Path(chosen)


def dropped_file(data: QMimeData) -> Path | None:
    """The first local file of what is dragged over the window; None where there is none."""
    for url in data.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None

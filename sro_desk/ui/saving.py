"""Where a person wants files to be."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from sro_desk.ui.preferences import Preferences

PDF = "PDF (*.pdf)"  # as the dialogs of files have it
_FOLDER = "folder_saved_to_last"


def choose_place(
    parent: QWidget, preferences: Preferences, title: str, name: str, kinds: str
) -> Path | None:
    """Ask where to save, proposing `name` in the folder used last; None where cancelled.

    The system's dialog asks before it gives the name of a file that exists. A
    name that only exists once its suffix is added goes back into the dialog.
    """
    proposed = Path(preferences.text(_FOLDER, str(Path.home()))) / name
    while True:
        chosen, kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        if not chosen:
            return None
        path = _as_kind(_with_suffix(Path(chosen), Path(name).suffix), Path(name).suffix, kind)
        if path == Path(chosen) or not path.exists():
            preferences.keep(_FOLDER, str(path.parent))
            return path
        proposed = path


def choose_folder(
    parent: QWidget, preferences: Preferences, title: str, start: str = ""
) -> Path | None:
    """Ask for a folder, from `start` or from the folder used last; None where cancelled."""
    proposed = start or preferences.text(_FOLDER, str(Path.home()))
    chosen = QFileDialog.getExistingDirectory(parent, title, proposed)
    if chosen and not start:
        preferences.keep(_FOLDER, chosen)
    return Path(chosen) if chosen else None


def _as_kind(path: Path, proposed: str, kind: str) -> Path:
    """The suffix of the kind that was picked, where the proposed one was left standing.

    Not every system's dialog changes it when another kind is picked.
    """
    picked = kind.rpartition("(*")[2].rstrip(")")
    left = path.suffix.casefold() == proposed.casefold() != picked.casefold()
    return path.with_suffix(picked) if picked.startswith(".") and left else path


def _with_suffix(path: Path, suffix: str) -> Path:
    """Add `suffix` where none was typed; the end of `packet 11.24` is none."""
    typed = path.suffix[1:]
    if typed.isalnum() and not typed.isdecimal() and len(typed) <= 5:
        return path
    return path.with_name(path.name + suffix)

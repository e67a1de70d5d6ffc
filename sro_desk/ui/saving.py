"""Where a person wants files to be, and the summaries of all districts saved there."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.domain.progress import Report
from sro_desk.services import districts, reports
from sro_desk.services.records_file import Database
from sro_desk.services.saving import save
from sro_desk.ui.preferences import Preferences

_FOLDER = "folder_saved_to_last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of the summaries that were to be saved into a folder."""

    folder: Path
    written: int
    replaced: int  # of those written, over a file of the same name
    asked_for: int

    @property
    def words(self) -> str:
        """The outcome as a sentence or two."""
        if not self.asked_for:
            return "There is no district yet, so nothing was saved."
        some = self.written < self.asked_for
        opening = f"Stopped: {self.written:,} of " if some else ""
        verb = "was" if (self.written if some else self.asked_for) == 1 else "were"
        said = f"{opening}{_summaries(self.asked_for)} {verb} saved in {self.folder}."
        return said + _replaced(self.replaced)


def choose_place(
    parent: QWidget, preferences: Preferences, title: str, name: str, kinds: str
) -> Path | None:
    """Ask where to save, proposing `name` in the folder used last; None where cancelled.

    The system's dialog asks before it gives the name of a file that exists. A
    name that only exists once its suffix is added goes back into the dialog.
    """
    proposed = Path(preferences.text(_FOLDER, str(Path.home()))) / name
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        if not chosen:
            return None
        path = _with_suffix(Path(chosen), Path(name).suffix)
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


def save_summaries(db: Database, folder: Path, *, on: date, made_on: date, report: Report) -> Saved:
    """Save the summary of every district into `folder`; stopping keeps those already saved.

    A file of the same name is the same report, made before: it is replaced and counted.
    """
    lines = districts.all_districts(db)
    names = _apart([reports.file_name_of_summary(line.district, on) for line in lines])
    written = replaced = 0
    with suppress(Cancelled):
        for line, name in zip(lines, names, strict=True):
            report(written, len(lines))
            content = reports.district_summary(db, line.district.id, on=on, made_on=made_on)
            there = (folder / name).exists()
            _save_one(folder / name, content, written, len(lines))
            written += 1
            replaced += there
    return Saved(folder=folder, written=written, replaced=replaced, asked_for=len(lines))


def _save_one(path: Path, content: bytes, written: int, asked_for: int) -> None:
    try:
        save(path, content)
    except SroDeskError as error:
        before = f" {written:,} of {_summaries(asked_for)} were saved before." if written else ""
        raise SroDeskError(f"{error}{before}") from error


def _apart(names: list[str]) -> list[str]:
    """Number the names that more than one district would get: none may replace the other's."""
    seen: Counter[str] = Counter()
    told = []
    for name in names:
        seen[name.casefold()] += 1
        number = seen[name.casefold()]
        told.append(name if number == 1 else f"{name.removesuffix('.pdf')} ({number}).pdf")
    return told


def _with_suffix(path: Path, suffix: str) -> Path:
    """Add `suffix` where none was typed; the end of `packet 11.24` is none."""
    typed = path.suffix[1:]
    if typed.isalnum() and not typed.isdecimal() and len(typed) <= 5:
        return path
    return path.with_name(path.name + suffix)


def _summaries(count: int) -> str:
    return "1 summary" if count == 1 else f"{count:,} summaries"


def _replaced(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return " 1 replaced an earlier file of the same name."
    return f" {count:,} replaced earlier files of the same name."

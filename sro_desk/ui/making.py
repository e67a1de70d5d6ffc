"""Makes and restores records files beside the window."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sro_desk.domain.errors import SroDeskError
from sro_desk.services import agency, keeping, records_file
from sro_desk.services.records_file import Database
from sro_desk.ui.first_run import NewFile
from sro_desk.ui.opening import open_file


def make_file(new: NewFile) -> Database:
    """Make the records file of an agency and note where its backups go."""
    actor = records_file.this_actor()
    _make_folder(new.path.parent)
    db = records_file.create(new.path, new.agency, actor=actor)
    chosen = replace(
        agency.settings(db),
        backup_folder=new.backup_folder,
        second_backup_folder=new.second_backup_folder,
    )
    agency.change_settings(db, chosen, actor=actor)
    return db


def make_sample(path: Path, today: date) -> Database:
    """Open the sample agency; it is made where it is not there yet."""
    if path.exists():
        return open_file(path)
    from sro_desk.services import sample  # it draws certificates: reportlab and Pillow

    _make_folder(path.parent)
    return sample.make(path, actor=records_file.this_actor(), today=today)


def restore(backup: Path, to: Path) -> Database:
    """Put a backup in place of a file that is closed, and open it."""
    keeping.restore(backup, to)
    return open_file(to)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SroDeskError(
            f"The folder {folder} cannot be written ({error.strerror or error}). "
            "Choose another place."
        ) from error

"""Hands a copy to the system's viewer from a folder of our own that is emptied again."""

import re
import shutil
import stat
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.mail import Mail

SUFFIXES = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
}
_PREFIX = "sro-desk-view-"
_LEFT_BEHIND_AFTER = 24 * 60 * 60  # seconds; a folder this old belongs to no open window
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_LONGEST_STEM = 80
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)  # reserved on Windows


def fit_name(original_name: str, media_type: str) -> str:
    """Turn a foreign file's name into one that is safe to write, with the suffix of its content."""
    stem = _UNFIT.sub(" ", original_name.strip())
    base, dot, ending = stem.rpartition(".")
    if dot and len(ending) <= 5 and base:
        stem = base
    stem = " ".join(stem.split())[:_LONGEST_STEM].strip(" .")
    if not stem or _DEVICES.match(stem):
        stem = f"copy {stem}".strip()
    return stem + SUFFIXES.get(media_type, ".bin")


class ViewingFolder:
    """A folder only this account may read; emptied when the program ends."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._given = 0

    @property
    def path(self) -> Path:
        """The folder, made on first use with mode 0700."""
        if self._folder is None:
            _sweep(Path(tempfile.gettempdir()))
            self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        return Path(self._folder.name)

    def put(self, original_name: str, media_type: str, content: bytes) -> Path:
        """Write the copy, read-only, under a name of its own."""
        self._given += 1
        place = self.path / str(self._given)
        place.mkdir(mode=0o700)
        path = place / fit_name(original_name, media_type)
        path.write_bytes(content)
        path.chmod(stat.S_IRUSR)
        return path

    def clear(self) -> None:
        """Remove the folder and every copy in it."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


VIEWING = ViewingFolder()  # one for the process; its end empties it


def open_in_viewer(path: Path) -> None:
    """Ask the system to show the file; raises `SroDeskError` when it has no program for it."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise SroDeskError(
            f"The system found no program that shows {path.suffix[1:].upper()} files. "
            "Save it in a folder of yours and open it from there."
        )


def open_folder(folder: Path) -> None:
    """Ask the system to show a folder; raises `SroDeskError` when it cannot."""
    if not folder.is_dir():
        raise SroDeskError(
            f"The folder {folder} is not there now. Connect its drive, or choose another folder."
        )
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        raise SroDeskError(f"The system found no program that shows folders. Go to {folder}.")


def open_mail(mail: Mail) -> None:
    """Ask the system to open a message; raises `SroDeskError` when it has no mail program."""
    if not QDesktopServices.openUrl(QUrl.fromEncoded(mail.link.encode())):
        raise SroDeskError(
            "The system found no mail program. Write the message where you read your mail, and "
            "attach the file."
        )


def _sweep(where: Path) -> None:
    """Remove what a window that was killed left behind."""
    now = time.time()
    for folder in where.glob(f"{_PREFIX}*"):
        try:
            if now - folder.lstat().st_mtime > _LEFT_BEHIND_AFTER:
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            continue  # gone already, or another account's

"""What this person prefers on this workstation; nothing about an agency's records is kept here."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from sro_desk.domain.errors import SroDeskError

if TYPE_CHECKING:
    from datetime import date

_RECENT = 8  # files remembered


class Appearance(StrEnum):
    """Whether the window is light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Preferences:
    """A small ini file: window size, columns, appearance, the files opened last."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @classmethod
    def of_this_person(cls) -> "Preferences":
        """The preferences in the folder that the system keeps for such files.

        SroDeskError where that folder cannot be written.
        """
        kept = QStandardPaths.StandardLocation.GenericConfigLocation
        folder = Path(QStandardPaths.writableLocation(kept)) / "sro-desk"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SroDeskError(
                f"The folder {folder}, where sro-desk keeps its preferences, cannot be written "
                f"({error.strerror or error}). Make it writable for your account."
            ) from error
        if not os.access(folder, os.W_OK):
            raise SroDeskError(
                f"The folder {folder}, where sro-desk keeps its preferences, cannot be written. "
                "Make it writable for your account."
            )
        return cls(folder / "preferences.ini")

    @property
    def appearance(self) -> Appearance:
        """Light, dark, or as the system is."""
        text = self.text("appearance", Appearance.SYSTEM)
        return Appearance(text) if text in set(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self.keep("appearance", value.value)

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """The records files opened last, newest first, that still exist."""
        paths = (Path(text) for text in self.text("recent_files").split("\n") if text)
        return tuple(path for path in paths if path.exists())

    def remember_file(self, path: Path) -> None:
        """Put a records file first among the recent ones."""
        first = path.absolute()
        others = [each for each in self.recent_files if each != first]
        self.keep("recent_files", "\n".join(map(str, [first, *others][:_RECENT])))

    def warned_until(self, file_id: str) -> "date | None":
        """The day on which the lead times of a file were last shown."""
        from datetime import date  # not needed to paint

        text = self.text(f"warned_until/{file_id}")
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None

    def keep_warned_until(self, file_id: str, on: "date") -> None:
        """Remember that the lead times up to `on` have been shown."""
        self.keep(f"warned_until/{file_id}", on.isoformat())

    def text(self, key: str, default: str = "") -> str:
        """A preference as text."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int) -> int:
        """A preference as a whole number."""
        text = self.text(key)
        return int(text) if text.lstrip("-").isdecimal() else default

    def flag(self, key: str, *, default: bool = False) -> bool:
        """A preference as yes or no."""
        return self.text(key, "yes" if default else "no") == "yes"

    def state(self, key: str) -> QByteArray:
        """The bytes in which a Qt widget saved itself; empty where none were kept."""
        return QByteArray.fromBase64(self.text(key).encode())

    def keep(self, key: str, value: str | int | bool) -> None:
        """Remember a preference."""
        text = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        self._settings.setValue(key, text)

    def keep_state(self, key: str, state: QByteArray) -> None:
        """Remember what a Qt widget saved of itself."""
        self.keep(key, bytes(state.toBase64().data()).decode())

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()

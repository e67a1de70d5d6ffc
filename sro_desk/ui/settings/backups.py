"""Backups: where they go, which there are, how old the last is; made, proved, restored."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel

from sro_desk.domain.changes import Kind
from sro_desk.services import agency, keeping
from sro_desk.services.keeping import BackupMade, BackupPlaces
from sro_desk.services.records_file import Database
from sro_desk.ui.backup_words import standing
from sro_desk.ui.context import Context
from sro_desk.ui.settings.backup_list import BackupList
from sro_desk.ui.settings.section import FormSection
from sro_desk.ui.widgets.place_field import PlaceField
from sro_desk.ui.widgets.status_chip import StatusChip

_BREATH = 300  # milliseconds after the last key before the folder is looked at
_FIRST_HINT = "Made and verified each time the window closes after a change, and with Ctrl+B."
_SECOND_HINT = "Gets the same backups; empty for none."
_NO_SECOND = (
    "No second place yet: backups on a USB stick or in a network folder survive a lost or broken "
    "computer."
)


@dataclass(frozen=True, slots=True)
class Folders:
    """The two places as typed; the first empty is beside the file, the second empty is none."""

    first: str
    second: str


class BackupsSection(FormSection[Folders]):
    """The folders are typed and saved; everything else happens at once."""

    name = "Backups"
    kinds = frozenset(Kind)  # each change makes the last backup older than the file

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.chip = StatusChip(context.theme)
        self.first = PlaceField(context.theme, "a folder for backups")
        self.second = PlaceField(context.theme, "a second folder for backups")
        self.warning = QLabel()
        self.list = BackupList(context, self.bar)
        self._places: BackupPlaces | None = None
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(_BREATH)
        self._lay_out()
        self.start()
        self.form.edited.connect(self._breath.start)
        self._breath.timeout.connect(self._look_at_folders)
        context.navigator.backup_made.connect(self.reload)

    def draft(self) -> Folders:
        """The folders typed."""
        return Folders(self.first.text, self.second.text)

    def fill(self, value: Folders) -> None:
        """Show folders."""
        self.first.line.setText(value.first)
        self.second.line.setText(value.second)

    def read(self, db: Database) -> Folders:
        """The folders on file."""
        chosen = agency.settings(db)
        return Folders(chosen.backup_folder, chosen.second_backup_folder)

    def write(self, draft: Folders) -> Callable[[Database], Folders]:
        """Back up there from now on."""

        def store(db: Database) -> Folders:
            chosen = replace(
                agency.settings(db),
                backup_folder=draft.first,
                second_backup_folder=draft.second,
            )
            agency.change_settings(db, chosen, actor=self.context.actor)
            return draft

        return store

    @Slot()
    def reload(self) -> None:
        """Ask for the folders and what is in them."""
        super().reload()
        self.context.jobs.ask(self, keeping.places, self._look_into)

    def _look_into(self, places: BackupPlaces) -> None:
        """Folders may be on a network: they are read where nobody waits for it."""
        self._places = places
        self.first.line.setPlaceholderText(f"Beside the records file: {places.first}")
        self.context.jobs.look(
            self,
            lambda: (keeping.backups_in(places), places.second is None or places.second.is_dir()),
            lambda found: self._show_backups(places, *found),
        )

    def _show_backups(self, places: BackupPlaces, made: list[BackupMade], there: bool) -> None:
        if places is not self._places:
            return  # asked again meanwhile
        self.chip.show_status(*standing(places, made))
        self.list.show_backups(places, made)
        words = "" if there else f"The second place, {places.second}, is not there now."
        self.warning.setText(words if places.second is not None else _NO_SECOND)
        self.warning.setVisible(bool(self.warning.text()))

    @Slot()
    def _look_at_folders(self) -> None:
        typed = self.draft()
        if self._places is not None:
            beside = self._places.first if not typed.first else Path(typed.first)
            self.context.jobs.look(
                self,
                lambda: (
                    keeping.place_trouble(typed.first),
                    keeping.place_trouble(typed.second, str(beside)),
                ),
                lambda words: self._warn_of_folders(typed, *words),
            )

    def _warn_of_folders(self, typed: Folders, first: str, second: str) -> None:
        if typed == self.draft():
            self.form.row("first").show_words(first, problem=False)
            self.form.row("second").show_words(second, problem=False)

    def _lay_out(self) -> None:
        self.second.line.setPlaceholderText("None")
        self.form.add("first", "&Folder", self.first, hint=_FIRST_HINT)
        self.form.add("second", "&Second place", self.second, hint=_SECOND_HINT)
        self.warning.setWordWrap(True)
        self.warning.setProperty("role", "warning")
        self.warning.hide()
        self.content.addWidget(self.chip)
        self.add_narrow(self.warning)
        self.add_narrow(self.form)
        self.content.addWidget(self.list, 1)

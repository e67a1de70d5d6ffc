"""The backups of a file in both places, with what can be done to one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.ledger_words import local_time
from sro_desk.services import keeping
from sro_desk.services.keeping import BackupMade, BackupPlaces, Verdict
from sro_desk.ui.backup_words import size_words
from sro_desk.ui.context import Context
from sro_desk.ui.models.table import Column, TableModel
from sro_desk.ui.theme import GAP
from sro_desk.ui.viewing import open_folder
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.message_bar import MessageBar
from sro_desk.ui.widgets.table import Table

_SHOWN = 12  # characters of the ledger's head

COLUMNS: tuple[Column[BackupMade], ...] = (
    Column("Made", lambda made: local_time(made.made_at), sort=lambda made: made.made_at,
           width=184),
    Column("Size", lambda made: size_words(made.size), sort=lambda made: made.size,
           align=Qt.AlignmentFlag.AlignRight, width=96),
    Column("Where", lambda made: str(made.path.parent), tooltip=lambda made: str(made.path),
           width=400),
    Column("Ledger head", lambda made: f"{made.ledger_head[:_SHOWN]}…",
           tooltip=lambda made: made.ledger_head, width=144),
)  # fmt: skip


class BackupList(QWidget):
    """What is found or asked is said in the section's bar."""

    def __init__(self, context: Context, bar: MessageBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._bar = bar
        self._folder: Path | None = None
        self.model: TableModel[BackupMade] = TableModel(COLUMNS)
        self.table: Table[BackupMade] = Table(context, self.model, "backups")
        self.back_up_action = QAction("Back up now", self)
        self.restore_action = QAction("Restore…", self)
        self.verify_action = QAction("Verify", self)
        self.folder_action = QAction("Open folder", self)
        self._lay_out()
        self.back_up_action.triggered.connect(context.navigator.back_up)
        self.restore_action.triggered.connect(self._ask_to_restore)
        self.verify_action.triggered.connect(self._verify)
        self.folder_action.triggered.connect(self._open_folder)
        self.table.row_activated.connect(self._verify)
        self.table.row_changed.connect(self._on_row)
        self._on_row(None)

    def show_backups(self, places: BackupPlaces, made: list[BackupMade]) -> None:
        """Show what is in both places, the newest first."""
        self._folder = places.first
        self.model.show_rows(made)
        if made and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._on_row(self.table.current_row)

    @Slot(object)
    def _on_row(self, made: BackupMade | None) -> None:
        self.verify_action.setEnabled(made is not None)
        self.restore_action.setEnabled(not self._context.read_only)
        self.folder_action.setEnabled(made is not None or self._folder is not None)

    @Slot()
    def _verify(self) -> None:
        if (made := self.table.current_row) is None:
            return
        self._context.jobs.start(
            self,
            f"Verifying {made.path.name}",
            lambda _, report: keeping.verify(made.path, report=report),
            self._say_verdict,
            lambda error: self._bar.warn(str(error)),
        )

    @Slot()
    def _ask_to_restore(self) -> None:
        """Ask in the bar; without a backup in the list, the window asks for a file."""
        made = self.table.current_row
        if made is None:
            self._context.navigator.restore()
            return
        self._bar.keep(
            f"Put back the records of {local_time(made.made_at)}? Those of today are kept beside "
            "the file."
        )
        self._bar.add_button("Restore", partial(self._restore, made.path))
        self._bar.add_button("Cancel", self._bar.dismiss).setFocus()

    @Slot()
    def _open_folder(self) -> None:
        made = self.table.current_row
        folder = self._folder if made is None else made.path.parent
        if folder is None:
            return
        try:
            open_folder(folder)
        except SroDeskError as error:
            self._bar.warn(str(error))

    def _restore(self, backup: Path) -> None:
        self._bar.dismiss()
        self._context.navigator.restore(backup)

    def _say_verdict(self, verdict: Verdict) -> None:
        self._bar.keep(" ".join(verdict.sentences), "info" if verdict.sound else "problem")

    def _lay_out(self) -> None:
        theme = self._context.theme
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        self.back_up_action.setEnabled(not self._context.read_only)
        for action, icon, keys in (
            (self.back_up_action, "backup", "Ctrl+B"),
            (self.restore_action, "restore", ""),
            (self.verify_action, "check-records", "Enter"),
            (self.folder_action, "folder", ""),
        ):
            theme.dress(action, icon)
            words = "Back up" if action is self.back_up_action else ""
            buttons.addWidget(ActionButton(action, keys=keys, words=words))
        buttons.addStretch(1)
        self.table.set_row_actions((self.restore_action, self.verify_action, self.folder_action))
        self.table.setMinimumHeight(18 * GAP)
        self.table.setAccessibleName("Backups, the newest first")
        self.table.say_when_empty(
            "backup", "No backup yet", "Closing the window after a change makes one too."
        ).add_button(self.back_up_action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(buttons)
        column.addWidget(self.table, 1)

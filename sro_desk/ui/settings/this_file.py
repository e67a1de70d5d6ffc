"""The open records file: where it lies, what it is, and where the program keeps its own files."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton

from sro_desk.domain.changes import Kind
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.ledger_words import local_time
from sro_desk.services import file_facts
from sro_desk.services.file_facts import FileFacts
from sro_desk.ui.backup_words import size_words
from sro_desk.ui.context import Context
from sro_desk.ui.errors import log_path
from sro_desk.ui.settings.section import Section
from sro_desk.ui.theme import GAP
from sro_desk.ui.viewing import open_folder

_SHOWN = 16  # characters of the ledger's head; reports print all 64


class ThisFileSection(Section):
    """Everything here can be selected and copied."""

    name = "This file"
    kinds = frozenset(Kind)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._facts: FileFacts | None = None
        self._shown: dict[str, QLabel] = {}
        self.open_button = QPushButton("&Open folder")
        self.copy_button = QPushButton("Copy &path")
        self._rows = QFormLayout()
        self._lay_out()
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)

    def reload(self) -> None:
        """Ask for the facts."""
        self.context.jobs.ask(self, file_facts.of, self._show)

    def text_of(self, label: str) -> str:
        """What stands beside a label; empty where nothing does."""
        return self._shown[label].text() if label in self._shown else ""

    @Slot()
    def _open(self) -> None:
        if self._facts is None:
            return
        try:
            open_folder(self._facts.path.parent)
        except SroDeskError as error:
            self.bar.warn(str(error))

    @Slot()
    def _copy(self) -> None:
        if self._facts is not None:
            QGuiApplication.clipboard().setText(str(self._facts.path))
            self.context.navigator.say("The path is on the clipboard.")

    def _show(self, facts: FileFacts) -> None:
        self._facts = facts
        while self._rows.rowCount():
            self._rows.removeRow(0)
        for label, value in (*_rows(facts, read_only=self.context.read_only), *_own_places()):
            shown = QLabel(value)
            shown.setWordWrap(True)
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{label}: {value}")
            shown.setMinimumWidth(1)
            named = QLabel(label)
            named.setProperty("role", "muted")
            self._rows.addRow(named, shown)
            self._shown[label] = shown

    def _lay_out(self) -> None:
        self._rows.setHorizontalSpacing(3 * GAP)
        self._rows.setVerticalSpacing(GAP)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        self.content.addLayout(self._rows)
        self.content.addLayout(buttons)
        self.tell(
            "Records, certificate copies and the ledger of every change are in this one file. To "
            "move it, close the window and move the file; to keep it safe, see Backups."
        )
        self.content.addStretch(1)


def _rows(facts: FileFacts, *, read_only: bool) -> Iterable[tuple[str, str]]:
    copies = "copy" if facts.copies == 1 else "copies"
    yield "Records file", str(facts.path)
    yield (
        "Holds",
        "The sample: made-up people in a made-up agency"
        if facts.sample
        else "An agency's own records",
    )
    yield "Access", "Only read here" if read_only else "Read and written here"
    yield (
        "Size",
        (
            f"{size_words(facts.size)}; {facts.copies:,} certificate {copies} "
            f"({size_words(facts.copies_size)})"
        ),
    )
    yield "Made", f"{local_time(facts.made_at)}, by {facts.made_by}"
    yield "Ledger", f"{facts.entries:,} entries, ending with {facts.head[:_SHOWN]}…"
    yield "Schema", f"Revision {facts.revision}"


def _own_places() -> Iterable[tuple[str, str]]:
    yield "Log of errors", str(log_path())

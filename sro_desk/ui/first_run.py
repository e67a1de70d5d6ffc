"""What the window shows while no file is open: start one, open one, or try the sample."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.problems import agency_problems, blocking
from sro_desk.domain.records import Agency
from sro_desk.ui.file_kinds import SUFFIX
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.form import Form
from sro_desk.ui.widgets.place_field import PlaceField

_KINDS = f"Records files (*{SUFFIX})"
_WIDTH = 80 * GAP


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A records file to be made."""

    path: Path
    agency: Agency
    backup_folder: str  # empty: beside the file
    second_backup_folder: str  # empty: none


class NewFileForm(QFrame):
    """The agency, and where its file and backups go."""

    made = Signal(object)  # NewFile
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._name, self._chief, self._chief_title = QLineEdit(), QLineEdit(), QLineEdit()
        self._ori = QLineEdit()
        self._place = PlaceField(theme, "where to keep the records file", kinds=_KINDS)
        self._backups = PlaceField(theme, "a folder for backups")
        self._second = PlaceField(theme, "a second folder for backups")
        self._form = Form()
        self._create = QPushButton("Create the records file")
        self._back = QPushButton("Back")
        self._needs = QLabel()
        self._lay_out()
        self._fill()
        self._form.edited.connect(self._check)
        self._create.clicked.connect(self._make)
        self._back.clicked.connect(self.left)
        self._check()

    def start(self) -> None:
        """Put the cursor into the first field."""
        self._name.setFocus()

    def new_file(self) -> NewFile:
        """What is typed."""
        return NewFile(
            path=_with_suffix(Path(self._place.text).expanduser()),
            agency=Agency(
                name=self._name.text().strip(),
                chief=self._chief.text().strip(),
                chief_title=self._chief_title.text().strip(),
                ori=self._ori.text().strip(),
                address="",
                phone="",
                email="",
            ),
            backup_folder=self._backups.text,
            second_backup_folder=self._second.text,
        )

    def make(self) -> None:
        """Make the file, if nothing is missing."""
        self._create.click()

    @Slot()
    def _check(self) -> None:
        new = self.new_file()
        found = agency_problems(new.agency)
        self._form.show_problems(found)
        words = ""
        if not self._place.text:
            words = "Choose where to keep the records file."
        elif new.path.exists():
            words = f"{new.path.name} already exists there; give another name, or open it."
        row = self._form.row("place")
        row.show_words(words, problem=bool(words))
        needed = self._form.needed()
        self._needs.setText(f"Still needed: {', '.join(needed)}." if needed else "")
        self._create.setEnabled(not blocking(found) and not words)

    @Slot()
    def _make(self) -> None:
        self.made.emit(self.new_file())

    def _fill(self) -> None:
        self._chief_title.setText("Chief of Police")
        folder = platformdirs.user_documents_path() / "sro-desk"
        self._place.line.setText(str(folder / f"Records{SUFFIX}"))
        self._backups.line.setPlaceholderText("Beside the records file")
        self._second.line.setPlaceholderText("None: a USB stick or a network folder is a good one")
        self._create.setDefault(True)

    def _lay_out(self) -> None:
        title = QLabel("New records file")
        title.setProperty("role", "heading")
        self._form.add("name", "&Agency", self._name)
        self._form.add("chief", "&Chief or sheriff", self._chief)
        self._form.add("chief_title", "&Title", self._chief_title)
        self._form.add("ori", "O&RI", self._ori, hint="The agency's number; can be added later.")
        self._form.add("place", "&Records file", self._place)
        self._form.add(
            "backup_folder", "&Backups", self._backups,
            hint="Made and verified each time the window closes after a change.",
        )  # fmt: skip
        self._form.add(
            "second_backup_folder", "&Second place", self._second,
            hint="A copy elsewhere survives a lost or broken computer.",
        )  # fmt: skip
        self._needs.setProperty("role", "muted")
        self._needs.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._needs, 1)
        buttons.addWidget(self._create)
        buttons.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(title)
        column.addWidget(self._form)
        column.addLayout(buttons)


class WelcomePage(QScrollArea):
    """Three ways to begin; what a person chooses is told by signals."""

    open_wanted = Signal()
    sample_wanted = Signal()
    new_wanted = Signal(object)  # NewFile
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ways = QWidget()
        self._form = NewFileForm(theme)
        self._steps = QStackedWidget()
        self._busy = QLabel()
        self._lay_out()
        self._form.made.connect(self.new_wanted)
        self._form.left.connect(self._leave)

    @Slot()
    def ask_for_new(self) -> None:
        """Show the form of a new file."""
        self._show_step(self._form)
        self._form.start()

    def show_ways(self) -> None:
        """Show the three ways."""
        self._show_step(self._ways)
        self._first.setFocus()

    def show_busy(self, words: str) -> None:
        """Say that a file is being opened; nothing else can be chosen meanwhile."""
        self._busy.setText(words)
        self._busy.setVisible(bool(words))
        self._steps.setEnabled(not words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the way that has the cursor, and makes the file from any field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif self._steps.currentWidget() is self._form:
            self._form.make()

    @Slot()
    def _leave(self) -> None:
        self.show_ways()
        self.left.emit()

    def _show_step(self, step: QWidget) -> None:
        """Show one step; the height of the other must not make the page scroll."""
        self._steps.setCurrentWidget(step)
        for each in (self._ways, self._form):
            high = QSizePolicy.Policy.Preferred if each is step else QSizePolicy.Policy.Ignored
            each.setSizePolicy(QSizePolicy.Policy.Preferred, high)

    def _lay_out(self) -> None:
        title = QLabel("Welcome to sro-desk")
        title.setProperty("role", "title")
        told = QLabel(
            "It keeps the training certificates of school resource officers, works out each "
            "officer's deadline under Minn. Stat. § 626.8482, and prints what a district asks for. "
            "Everything stays in one file on this computer."
        )
        told.setWordWrap(True)
        told.setProperty("role", "muted")
        self._busy.setProperty("role", "heading")
        self._lay_out_ways()
        self._steps.addWidget(self._ways)
        self._steps.addWidget(self._form)
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 4 * GAP, 0, 4 * GAP)
        column.setSpacing(2 * GAP)
        for widget in (title, told, self._busy, self._steps):
            column.addWidget(widget)
        column.addStretch(1)
        self._busy.hide()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.addStretch(1)
        row.addWidget(inner, 100)  # as wide as it may be; narrower on a small screen
        row.addStretch(1)
        self.setWidget(middle)
        self.setWidgetResizable(True)

    def _lay_out_ways(self) -> None:
        column = QVBoxLayout(self._ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._first = self._way(
            "file-new", "Start a new records file", "For your agency, with an empty roster."
        )
        opens = self._way("open", "Open a records file", "One that you or a colleague keeps.")
        tries = self._way(
            "sample", "Try the sample",
            "A made-up agency with officers in every situation;\nnever mixed with real records.",
        )  # fmt: skip
        self._first.clicked.connect(self.ask_for_new)
        opens.clicked.connect(self.open_wanted)
        tries.clicked.connect(self.sample_wanted)
        for button in (self._first, opens, tries):
            column.addWidget(button)
        column.addStretch(1)

    def _way(self, icon: str, title: str, words: str) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(title)
        button.setAccessibleDescription(words.replace("\n", " "))
        button.setProperty("way", "true")
        self._theme.dress(button, icon)
        button.setIconSize(QSize(28, 28))
        lines = [title, *words.splitlines()]
        button.setText("\n".join(f"   {line}" for line in lines))
        return button


def _with_suffix(path: Path) -> Path:
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

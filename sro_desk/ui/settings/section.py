"""What the sections of the Settings page share: a bar, room that scrolls, and what is unsaved."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sro_desk.domain.changes import Kind
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.problems import Problem, blocking
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.form import Form
from sro_desk.ui.widgets.message_bar import MessageBar
from sro_desk.ui.widgets.save_bar import SaveBar
from sro_desk.ui.widgets.scrolled import Scrolled

D = TypeVar("D")
WIDEST = 100 * GAP  # pixels


class Section(QWidget):
    """A subclass fills `content` and answers `reload()`."""

    state_changed = Signal()  # whether something is unsaved, or what can be done

    name: ClassVar[str]  # on its tab
    kinds: ClassVar[frozenset[Kind]] = frozenset()  # after a write of these it asks again

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.bar = MessageBar(context.theme)
        self.content = QVBoxLayout()
        self.column = QVBoxLayout(self)
        inside = QWidget()
        inside.setLayout(self.content)
        self.content.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self.content.setSpacing(GAP + GAP // 2)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.bar)
        self.column.addWidget(Scrolled(inside), 1)

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not stored."""
        return False

    @property
    def may_save(self) -> bool:
        """Whether what is typed can be stored."""
        return False

    def reload(self) -> None:
        """Ask again for what is shown."""

    def commands(self) -> Sequence[QAction]:
        """What can be done here, for the window's menu."""
        return ()

    def search(self) -> None:
        """Go to the search, where there is one."""

    @Slot()
    def save(self) -> None:
        """Store what is typed."""

    @Slot()
    def revert(self) -> None:
        """Show again what is stored."""

    def tell(self, words: str) -> QLabel:
        """Add a paragraph that explains."""
        label = QLabel(words)
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        self.add_narrow(label)
        return label

    def add_narrow(self, widget: QWidget) -> None:
        """Add a widget that is no wider than lines can be read with ease."""
        widget.setMaximumWidth(WIDEST)
        row = QHBoxLayout()
        row.addWidget(widget, 100)
        row.addStretch(1)
        self.content.addLayout(row)

    def head(self, words: str) -> QLabel:
        """Add a heading."""
        label = QLabel(words)
        label.setProperty("role", "heading")
        self.content.addWidget(label)
        return label


class FormSection(Section, Generic[D]):
    """A form of which nothing is stored before Save, and nothing typed is lost by going away.

    A subclass adds fields to `form`, puts it into `content`, answers `draft`,
    `fill`, `read` and `write`, and ends its `__init__` with `start()`.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = Form()
        self.save_bar = SaveBar()
        self._stored: D | None = None  # as the fields show it
        self._saving = False
        self._found: tuple[Problem, ...] = ()
        self.form.setEnabled(False)
        self.column.addWidget(self.save_bar)

    @property
    def unsaved(self) -> bool:
        """Whether the fields differ from what is stored."""
        return self._stored is not None and self.draft() != self._stored

    @property
    def may_save(self) -> bool:
        """Whether Save would store something."""
        return self.unsaved and not self._saving and not blocking(self._found)

    def draft(self) -> D:
        """What is typed."""
        raise NotImplementedError

    def fill(self, value: D) -> None:
        """Put a value into the fields."""
        raise NotImplementedError

    def read(self, db: Database) -> D:
        """Ask for what is stored."""
        raise NotImplementedError

    def write(self, draft: D) -> Callable[[Database], D]:
        """How to store the draft."""
        raise NotImplementedError

    def problems(self, draft: D) -> tuple[Problem, ...]:  # noqa: ARG002 - for subclasses
        """What is wrong with it."""
        return ()

    def start(self) -> None:
        """Listen to the fields."""
        self.form.edited.connect(self.check)
        self.save_bar.saved.connect(self.save)
        self.save_bar.reverted.connect(self.revert)

    def reload(self) -> None:
        """Ask for what is stored; what is typed stays in the fields."""
        self.context.jobs.ask(self, self.read, self._take)

    @Slot()
    def check(self) -> None:
        """Look for problems, and show Save where something is unsaved."""
        self._found = self.problems(self.draft())
        self.form.show_problems(self._found)
        needed = self.form.needed()
        words = f"Not saved yet; look at {', '.join(needed)}." if needed else ""
        self.save_bar.show_state(unsaved=self.unsaved, may_save=self.may_save, words=words)
        self.state_changed.emit()

    @Slot()
    def save(self) -> None:
        """Store what is typed; where it is refused, say why and keep it."""
        if not self.may_save:
            self.form.show_all_problems()
            return
        self._saving = True
        sent = self.draft()
        self.check()

        def saved(value: D) -> None:
            self._saving = False
            if self.draft() == sent:
                self._show(value)
            else:
                self._stored = value
            self.check()
            self.context.navigator.say(f"{self.name}: saved. Undo takes it back.")

        self.context.jobs.ask(self, self.write(sent), saved, self._on_failed)

    @Slot()
    def revert(self) -> None:
        """Show again what is stored."""
        if self._stored is not None:
            self._show(self._stored)
            self.bar.dismiss()
            self.check()

    def _take(self, value: D) -> None:
        if self.unsaved:
            self._stored = value
        else:
            self._show(value)
        self.form.setEnabled(not self.context.read_only)
        self.check()

    def _show(self, value: D) -> None:
        self._stored = None  # half-filled fields are no change of the person's
        self.fill(value)
        self._stored = self.draft()

    def _on_failed(self, error: SroDeskError) -> None:
        self._saving = False
        self.bar.warn(str(error))
        self.check()

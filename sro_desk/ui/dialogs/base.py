"""What every dialog shares: it says beside the field what is wrong and loses nothing typed."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.problems import Problem, blocking
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.form import Form
from sro_desk.ui.widgets.message_bar import MessageBar
from sro_desk.ui.widgets.scrolled import Scrolled

_FRAME = QSize(16, 48)  # pixels that the system draws around a dialog
D = TypeVar("D")
R = TypeVar("R")


class Dialog(QDialog):
    """A body, a bar for sentences, Save and Cancel.

    Esc asks in the bar before typed words are lost; a second Esc discards
    them. A subclass fills `body`, says in `is_changed` whether something
    was typed, and saves in `save`.
    """

    def __init__(
        self, context: Context, title: str, parent: QWidget | None = None, *, save: str = "Save"
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._asked_to_discard = False
        self._storing = False
        self._may_save = True
        self.setWindowTitle(title)
        self.bar = MessageBar(context.theme, self)
        self.body = QVBoxLayout()
        self.foot = QLabel()
        self.buttons = QHBoxLayout()
        self.save_button = QPushButton(save)
        self.cancel_button = QPushButton("Cancel")
        self._lay_out()
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)

    @property
    def is_changed(self) -> bool:
        """Whether closing would lose something typed."""
        return False

    @property
    def storing(self) -> bool:
        """Whether what was typed is being stored now."""
        return self._storing

    def allow_save(self, allowed: bool, words: str = "") -> None:
        """Grey Save or not; `words` beside it say what is still needed."""
        self._may_save = allowed
        self.save_button.setEnabled(allowed and not self._storing)
        self.foot.setText(words)

    def store(
        self,
        work: Callable[[Database], R],
        then: Callable[[R], None] | None = None,
        *,
        close: bool = True,
    ) -> None:
        """Write in a job and close when it is written; on failure say why and keep everything."""
        if self._storing:
            return
        self._set_storing(storing=True)

        def stored(value: R) -> None:
            self._set_storing(storing=False)
            if then is not None:
                then(value)
            if close:
                self.accept()

        self.context.jobs.ask(self, work, stored, self._on_failed)

    def tell_failure(self, error: SroDeskError) -> None:
        """Say in the bar what could not be done."""
        self.bar.warn(str(error))

    def keep_editing(self) -> None:
        """Take back the question whether to discard what was typed."""
        if self._asked_to_discard:
            self._asked_to_discard = False
            self.bar.dismiss()

    @Slot()
    def save(self) -> None:
        """Close with what was typed."""
        self.accept()

    @Slot()
    def reject(self) -> None:
        """Close without saving; ask first where something was typed."""
        if self._storing:
            return
        if self.is_changed and not self._asked_to_discard:
            self._asked_to_discard = True
            self.bar.keep("What you typed is not saved. Esc again discards it.", "problem")
            self.bar.add_button("Keep editing", self.keep_editing)
            self.bar.add_button("Discard", self.reject)
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Ctrl+S save from any field."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and (enter or event.key() == Qt.Key.Key_S):
            if self.save_button.isEnabled():
                self.save_button.click()
            return
        super().keyPressEvent(event)

    def _on_failed(self, error: SroDeskError) -> None:
        self._set_storing(storing=False)
        self.tell_failure(error)

    def _set_storing(self, *, storing: bool) -> None:
        self._storing = storing
        self.save_button.setEnabled(self._may_save and not storing)
        self.cancel_button.setEnabled(not storing)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, GAP)
        self.body.setSpacing(2 * GAP)
        self.foot.setProperty("role", "muted")
        self.foot.setWordWrap(True)
        self.save_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        buttons = self.buttons
        buttons.setContentsMargins(3 * GAP, GAP, 3 * GAP, 2 * GAP)
        buttons.setSpacing(GAP)
        buttons.addWidget(self.foot, 1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(self.body, 1)
        column.addLayout(buttons)
        self.setMinimumWidth(60 * GAP)


class FormDialog(Dialog, Generic[D]):
    """A form that makes a draft.

    A subclass adds its fields to `form`, answers `draft()` and `problems()`,
    and ends its `__init__` with `start()`. Where it answers `work()`, the
    draft is stored while the dialog is still open, so that a refusal loses
    nothing; `ask_person()` then gives the draft that was stored.
    """

    def __init__(
        self, context: Context, title: str, parent: QWidget | None = None, *, save: str = "Save"
    ) -> None:
        super().__init__(context, title, parent, save=save)
        self.form = Form()
        self.stored: object = None  # what `work` gave back
        self._before: D | None = None
        self._started = False
        self.scrolled = Scrolled(self.form)
        self.body.addWidget(self.scrolled)
        self.form.edited.connect(self.check)

    @property
    def is_changed(self) -> bool:
        """Whether the draft is another than at the start."""
        return self._started and (self.draft() != self._before or bool(self.form.unreadable()))

    def draft(self) -> D:
        """What is typed."""
        raise NotImplementedError

    def problems(self, draft: D) -> tuple[Problem, ...]:  # noqa: ARG002 - for subclasses
        """What is wrong with it."""
        return ()

    def work(self, draft: D) -> Callable[[Database], object] | None:  # noqa: ARG002 - for subclasses
        """How to store it while the dialog is open; None leaves that to the caller."""
        return None

    def start(self) -> None:
        """Remember how the form looked at first, and check it."""
        self._before = self.draft()
        self._started = True
        self.check()

    def ask_person(self) -> D | None:
        """Show the dialog; what was saved, or None."""
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        return self.draft()

    @Slot()
    def check(self) -> None:
        """Look for problems again; Save is grey while one blocks."""
        if self._started:
            self.keep_editing()
            self.show_problems()

    def show_problems(self) -> None:
        """Say beside each field what is wrong, and at the foot what Save waits for."""
        found = self._all_problems(self.draft())
        self.form.show_problems(found)
        needed = self.form.needed()
        words = [f"Still needed: {', '.join(needed)}."] if needed else []
        self.allow_save(not blocking(found), " ".join([*words, *self.form.unplaced()]))

    def may_be_stored(self) -> bool:
        """Whether nothing blocks; what does is shown, as if every field had been visited."""
        if not blocking(self._all_problems(self.draft())):
            return True
        self.form.show_all_problems()
        return False

    @Slot()
    def save(self) -> None:
        """Store the draft, or close with it."""
        if not self.may_be_stored():
            return
        work = self.work(self.draft())
        if work is None:
            self.accept()
            return
        self.store(work, self._keep_stored)

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is in the first field; the form is not scrolled where the screen has room."""
        super().showEvent(event)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):  # Qt stops at 2/3 of the screen
            room = self.screen().availableSize() - _FRAME
            self.resize(self.sizeHint().expandedTo(self.size()).boundedTo(room))
        if self.focusWidget() in (None, self.save_button, self.cancel_button):
            self.form.focus_first()

    def _all_problems(self, draft: D) -> tuple[Problem, ...]:
        """What cannot be read takes the place of what the draft lacks because of it."""
        unreadable = self.form.unreadable()
        fields = {problem.field for problem in unreadable}
        others = (each for each in self.problems(draft) if each.field not in fields)
        return (*unreadable, *others)

    def _keep_stored(self, value: object) -> None:
        self.stored = value

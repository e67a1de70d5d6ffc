"""A school of a district; several in a row without leaving the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from sro_desk.domain.drafts import SchoolDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.problems import Problem, school_problems
from sro_desk.domain.records import District, School
from sro_desk.services import districts
from sro_desk.services.districts import DistrictLine
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.theme import GAP


class SchoolDialog(FormDialog[SchoolDraft]):
    """One name; a new one can be followed by the next at once."""

    def __init__(
        self,
        context: Context,
        district: District,
        school: School | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "Change school" if school else "New school", parent)
        self._district = district
        self._school = school
        self._others: Sequence[School] = ()
        self._sent = ""  # the name that is being stored while the next is typed
        told = QLabel(f"A school of {district.name}.")
        told.setWordWrap(True)
        told.setContentsMargins(0, 0, 0, GAP)
        self.body.insertWidget(0, told)
        self.another_button = QPushButton("Save and add another")
        self.name = QLineEdit("" if school is None else school.name)
        self.form.add("name", "&Name", self.name)
        self._lay_out_another()
        self.name.setFocus()
        self.start()
        self.another_button.clicked.connect(self.save_and_go_on)
        context.jobs.ask(self, districts.all_districts, self._take_others)

    @classmethod
    def ask(
        cls,
        context: Context,
        district: District,
        school: School | None = None,
        *,
        parent: QWidget | None = None,
    ) -> School | None:
        """The school stored last, or None where none was."""
        dialog = cls(context, district, school, parent=parent)
        dialog.ask_person()
        return dialog.stored if isinstance(dialog.stored, School) else None

    def draft(self) -> SchoolDraft:
        """What is typed."""
        return SchoolDraft(district=self._district.id, name=" ".join(self.name.text().split()))

    def problems(self, draft: SchoolDraft) -> tuple[Problem, ...]:
        """Compared with the district's other schools."""
        return school_problems(draft, others=self._others)

    def work(self, draft: SchoolDraft) -> Callable[[Database], School]:
        """Add, or change the one at hand."""
        school, actor = self._school, self.context.actor
        if school is None:
            return lambda db: districts.add_school(db, draft, actor=actor)
        return lambda db: districts.change_school(db, school.id, draft, actor=actor)

    def allow_save(self, allowed: bool, words: str = "") -> None:
        """Both ways of saving are allowed together."""
        super().allow_save(allowed, words)
        self.another_button.setEnabled(self.save_button.isEnabled())

    @Slot()
    def save_and_go_on(self) -> None:
        """Store this school and ask for the next; what is typed meanwhile is the next's."""
        if self.storing or not self.may_be_stored():
            return
        self._sent = self.name.text()
        work = self.work(self.draft())
        self.name.clear()
        self.name.setFocus()
        self.start()
        self.form.forget_visits()
        self.store(work, self._go_on, close=False)

    @Slot()
    def _go_on_by_key(self) -> None:
        if self._school is None:
            self.save_and_go_on()

    def _go_on(self, school: School) -> None:
        self._sent = ""
        self.stored = school
        self._others = [*self._others, school]
        self.check()
        self.cancel_button.setText("Close")
        self.bar.say(f"{school.name} is on file. Type the next, or Esc to close.")

    def _on_failed(self, error: SroDeskError) -> None:
        """Put back the name that was not stored."""
        super()._on_failed(error)
        if self._sent and not self.name.text():
            self.name.setText(self._sent)

    def _take_others(self, lines: Sequence[DistrictLine]) -> None:
        itself = None if self._school is None else self._school.id
        mine = [line.schools for line in lines if line.district.id == self._district.id]
        self._others = [each for schools in mine for each in schools if each.id != itself]
        self.check()

    def _lay_out_another(self) -> None:
        # No mnemonic: that clicks a tenth of a second later, and swallows what is typed till then.
        QShortcut(QKeySequence("Alt+A"), self, self._go_on_by_key)
        self.another_button.setToolTip("Store this school and ask for the next (Alt+A)")
        self.another_button.setAutoDefault(False)
        self.another_button.setVisible(self._school is None)
        self.buttons.insertWidget(self.buttons.indexOf(self.cancel_button), self.another_button)

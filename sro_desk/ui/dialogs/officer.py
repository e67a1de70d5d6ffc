"""An officer of the roster: added or changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from sro_desk.domain.drafts import OfficerDraft
from sro_desk.domain.names import filed_under
from sro_desk.domain.problems import Problem, officer_problems
from sro_desk.domain.records import Officer
from sro_desk.services import officers
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.widgets.date_field import DateField

_REMARKS_LINES = 3


class OfficerDialog(FormDialog[OfficerDraft]):
    """Only the name is needed; the rest can come later."""

    def __init__(
        self,
        context: Context,
        officer: Officer | None = None,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(context, "Change officer" if officer else "New officer", parent)
        self._officer = officer
        self._others: Sequence[Officer] = ()
        self.name = QLineEdit()
        self.sort_name = QLineEdit()
        self.rank = QLineEdit()
        self.badge = QLineEdit()
        self.title = QLineEdit()
        self.post_license = QLineEdit()
        self.work_phone = QLineEdit()
        self.work_email = QLineEdit()
        self.employed_from = DateField(context.theme, context.today)
        self.employed_to = DateField(context.theme, context.today)
        self.withheld = QCheckBox("Leave out of every report and export")
        self.remarks = QPlainTextEdit()
        self._add_fields()
        if officer is not None:
            self._fill(officer)
        elif name:
            self.name.setText(name)
        self._propose_filing()
        self.name.textEdited.connect(self._propose_filing)
        self.start()
        context.jobs.ask(self, officers.all_officers, self._take_others)

    @classmethod
    def ask(
        cls,
        context: Context,
        officer: Officer | None = None,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> Officer | None:
        """The officer as stored, or None where the person thought better of it.

        `name` is what was typed elsewhere for a new one.
        """
        dialog = cls(context, officer, parent, name=name)
        dialog.ask_person()
        return dialog.stored if isinstance(dialog.stored, Officer) else None

    def draft(self) -> OfficerDraft:
        """What is typed."""
        return OfficerDraft(
            name=self.name.text().strip(),
            sort_name=self.sort_name.text().strip(),
            rank=self.rank.text().strip(),
            badge=self.badge.text().strip(),
            title=self.title.text().strip(),
            post_license=self.post_license.text().strip(),
            work_phone=self.work_phone.text().strip(),
            work_email=self.work_email.text().strip(),
            employed_from=self.employed_from.value,
            employed_to=self.employed_to.value,
            withheld=self.withheld.isChecked(),
            remarks=self.remarks.toPlainText().strip(),
        )

    def problems(self, draft: OfficerDraft) -> tuple[Problem, ...]:
        """Compared with the others on the roster."""
        return officer_problems(draft, others=self._others)

    def work(self, draft: OfficerDraft) -> Callable[[Database], Officer]:
        """Add, or change the one at hand."""
        officer, actor = self._officer, self.context.actor
        if officer is None:
            return lambda db: officers.add(db, draft, actor=actor)
        return lambda db: officers.change(db, officer.id, draft, actor=actor)

    def _take_others(self, roster: Sequence[Officer]) -> None:
        itself = None if self._officer is None else self._officer.id
        self._others = [each for each in roster if each.id != itself]
        self.check()

    @Slot()
    def _propose_filing(self) -> None:
        self.sort_name.setPlaceholderText(filed_under(self.name.text()) or "Last name, first name")

    def _fill(self, officer: Officer) -> None:
        self.name.setText(officer.name)
        if officer.sort_name != filed_under(officer.name):
            self.sort_name.setText(officer.sort_name)
        self.rank.setText(officer.rank)
        self.badge.setText(officer.badge)
        self.title.setText(officer.title)
        self.post_license.setText(officer.post_license)
        self.work_phone.setText(officer.work_phone)
        self.work_email.setText(officer.work_email)
        self.employed_from.value = officer.employed_from
        self.employed_to.value = officer.employed_to
        self.withheld.setChecked(officer.withheld)
        self.remarks.setPlainText(officer.remarks)

    def _add_fields(self) -> None:
        form = self.form
        self.remarks.setTabChangesFocus(True)
        lines = self.fontMetrics().lineSpacing() * _REMARKS_LINES
        self.remarks.setFixedHeight(lines + 20)
        form.add("name", "&Name", self.name)
        form.add("sort_name", "&Filed as", self.sort_name)
        form.add("badge", "&Badge", self.badge)
        form.add("rank", "&Rank", self.rank)
        form.add("title", "&Title", self.title)
        form.add("post_license", "&POST license", self.post_license)
        form.add("work_phone", "Work p&hone", self.work_phone)
        form.add("work_email", "Work &e-mail", self.work_email)
        form.add("employed_from", "E&mployed from", self.employed_from)
        form.add("employed_to", "Employed &until", self.employed_to)
        form.add("withheld", "&Withheld", self.withheld)
        form.add(
            "remarks",
            "Pr&ivate remarks",
            self.remarks,
            hint="Never in a report or an export.",
        )

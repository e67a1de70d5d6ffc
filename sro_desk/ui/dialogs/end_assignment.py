"""The last day of an assignment that is over, or soon will be."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.domain.drafts import AssignmentDraft
from sro_desk.domain.problems import Problem, assignment_problems
from sro_desk.domain.records import Assignment, ContactDay, Officer
from sro_desk.services import assignments
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.widgets.date_field import DateField


class EndAssignmentDialog(FormDialog[AssignmentDraft]):
    """One date; everything else of the assignment stays as it is."""

    def __init__(
        self,
        context: Context,
        officer: Officer,
        assignment: Assignment,
        *,
        others: Sequence[Assignment] = (),
        days: Sequence[ContactDay] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, f"End assignment of {officer.name}", parent, save="End")
        self._officer = officer
        self._assignment = assignment
        self._others = [each for each in others if each.id != assignment.id]
        self._days = days
        told = QLabel(
            f"The assignment began {us_date(assignment.assumed)}. It stays on file; after its "
            "last day the officer is not counted at the district any more."
        )
        told.setWordWrap(True)
        self.body.insertWidget(0, told)
        self.ends_on = DateField(context.theme, context.today)
        self.form.add("ends_on", "&Last day", self.ends_on, hint="That day included.")
        self.ends_on.value = max(context.today(), assignment.assumed)
        self.start()

    @classmethod
    def ask(
        cls,
        context: Context,
        officer: Officer,
        assignment: Assignment,
        *,
        others: Sequence[Assignment] = (),
        days: Sequence[ContactDay] = (),
        parent: QWidget | None = None,
    ) -> Assignment | None:
        """The assignment as stored, or None; `days` are the contact days under it."""
        dialog = cls(context, officer, assignment, others=others, days=days, parent=parent)
        dialog.ask_person()
        return dialog.stored if isinstance(dialog.stored, Assignment) else None

    def draft(self) -> AssignmentDraft:
        """The assignment with its last day."""
        kept = self._assignment
        return AssignmentDraft(
            officer=kept.officer,
            district=kept.district,
            role=kept.role,
            assumed=kept.assumed,
            ends_on=self.ends_on.value,
            school=kept.school,
            meets_definition=kept.meets_definition,
            definition_reason=kept.definition_reason,
            booked_days=kept.booked_days,
        )

    def problems(self, draft: AssignmentDraft) -> tuple[Problem, ...]:
        """The last day is not before the first."""
        return assignment_problems(
            draft, officer=self._officer, others=self._others, days=self._days
        )

    def work(self, draft: AssignmentDraft) -> Callable[[Database], Assignment]:
        """Change the assignment."""
        assignment, actor = self._assignment.id, self.context.actor
        return lambda db: assignments.change(db, assignment, draft, actor=actor)

"""The agency's policy as adopted or revised on a day."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.domain.drafts import PolicyRevisionDraft
from sro_desk.domain.problems import Problem, revision_problems
from sro_desk.domain.records import PolicyRevision
from sro_desk.services import policy
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.date_field import DateField


class PolicyRevisionDialog(FormDialog[PolicyRevisionDraft]):
    """Only the day is needed; the earliest on record counts as the adoption."""

    def __init__(
        self,
        context: Context,
        revision: PolicyRevision | None = None,
        *,
        others: Sequence[PolicyRevision] = (),
        parent: QWidget | None = None,
    ) -> None:
        title = "Change policy revision" if revision else "Adoption or revision of the policy"
        super().__init__(context, title, parent)
        self._revision = revision
        self._others = [each for each in others if revision is None or each.id != revision.id]
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setContentsMargins(0, 0, 0, GAP)
        self.body.insertWidget(0, self._told)
        self.adopted_on = DateField(context.theme, context.today)
        self.title = QLineEdit()
        self.posted_at = QLineEdit()
        self._add_fields()
        if revision is not None:
            self.adopted_on.value = revision.adopted_on
            self.title.setText(revision.title)
            self.posted_at.setText(revision.posted_at)
        self.form.edited.connect(self._tell)
        self._tell()
        self.start()

    @classmethod
    def ask(
        cls,
        context: Context,
        revision: PolicyRevision | None = None,
        *,
        others: Sequence[PolicyRevision] = (),
        parent: QWidget | None = None,
    ) -> PolicyRevision | None:
        """The revision as stored, or None; `others` are those on record, with it or without."""
        dialog = cls(context, revision, others=others, parent=parent)
        dialog.ask_person()
        return dialog.stored if isinstance(dialog.stored, PolicyRevision) else None

    def draft(self) -> PolicyRevisionDraft:
        """What is typed."""
        return PolicyRevisionDraft(
            adopted_on=self.adopted_on.value,
            title=self.title.text().strip(),
            posted_at=self.posted_at.text().strip(),
        )

    def problems(self, draft: PolicyRevisionDraft) -> tuple[Problem, ...]:
        """Compared with the other revisions."""
        return revision_problems(draft, today=self.context.today(), others=self._others)

    def work(self, draft: PolicyRevisionDraft) -> Callable[[Database], PolicyRevision]:
        """Add, or change the one at hand."""
        revision, actor = self._revision, self.context.actor
        if revision is None:
            return lambda db: policy.add_revision(db, draft, actor=actor)
        return lambda db: policy.change_revision(db, revision.id, draft, actor=actor)

    def _tell(self) -> None:
        """Say what the day makes of it: the adoption, or a revision of one."""
        first = min((each.adopted_on for each in self._others), default=None)
        day = self.adopted_on.value
        if first is None:
            words = "This is the adoption of the agency's policy under subdivision 6."
        elif day is not None and day < first:
            words = (
                f"This becomes the adoption: what is on record from {us_date(first)} on counts "
                "as revised."
            )
        else:
            words = (
                f"The policy on record was adopted {us_date(first)}. Officers who reviewed it "
                "before this day are noted as having read an earlier version."
            )
        self._told.setText(words)

    def _add_fields(self) -> None:
        self.title.setPlaceholderText("Policy 507.5, School Resource Officers")
        self.posted_at.setPlaceholderText("Binder in the squad room, address on the intranet, …")
        self.form.add("adopted_on", "&Date", self.adopted_on)
        self.form.add("title", "&Title", self.title)
        self.form.add("posted_at", "&Where it is posted", self.posted_at)

"""That an officer reviewed the agency's policy, which V.C and V.D ask for."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.domain.drafts import PolicyReviewDraft
from sro_desk.domain.problems import Problem, review_problems
from sro_desk.domain.records import Officer, PolicyReview, PolicyRevision
from sro_desk.services import policy
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.widgets.date_field import DateField


class PolicyReviewDialog(FormDialog[PolicyReviewDraft]):
    """A date, and a note such as the version that was read."""

    def __init__(
        self,
        context: Context,
        officer: Officer,
        review: PolicyReview | None = None,
        *,
        others: Sequence[PolicyReview] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "Change policy review" if review else "Policy review", parent)
        self._officer = officer
        self._review = review
        self._others = [each for each in others if review is None or each.id != review.id]
        self._revisions: Sequence[PolicyRevision] = ()
        self._told = QLabel(f"{officer.name} reviewed the agency's policy under subdivision 6.")
        self._told.setWordWrap(True)
        self.body.insertWidget(0, self._told)
        self.reviewed_on = DateField(context.theme, context.today)
        self.note = QLineEdit()
        self.note.setPlaceholderText("Version read, who witnessed it, …")
        self.form.add("reviewed_on", "&Reviewed on", self.reviewed_on)
        self.form.add("note", "&Note", self.note)
        if review is not None:
            self.reviewed_on.value = review.reviewed_on
            self.note.setText(review.note)
        self.start()
        context.jobs.ask(self, policy.all_revisions, self._take_revisions)

    @classmethod
    def ask(
        cls,
        context: Context,
        officer: Officer,
        review: PolicyReview | None = None,
        *,
        others: Sequence[PolicyReview] = (),
        parent: QWidget | None = None,
    ) -> PolicyReview | None:
        """The review as stored, or None; `others` are the officer's reviews that count."""
        dialog = cls(context, officer, review, others=others, parent=parent)
        dialog.ask_person()
        return dialog.stored if isinstance(dialog.stored, PolicyReview) else None

    def draft(self) -> PolicyReviewDraft:
        """What is typed."""
        return PolicyReviewDraft(
            officer=self._officer.id,
            reviewed_on=self.reviewed_on.value,
            note=self.note.text().strip(),
        )

    def problems(self, draft: PolicyReviewDraft) -> tuple[Problem, ...]:
        """Compared with the policy's revisions and the officer's other reviews."""
        return review_problems(
            draft, today=self.context.today(), revisions=self._revisions, others=self._others
        )

    def work(self, draft: PolicyReviewDraft) -> Callable[[Database], PolicyReview]:
        """Add, or change the one at hand."""
        review, actor = self._review, self.context.actor
        if review is None:
            return lambda db: policy.add_review(db, draft, actor=actor)
        return lambda db: policy.change_review(db, review.id, draft, actor=actor)

    def _take_revisions(self, revisions: Sequence[PolicyRevision]) -> None:
        self._revisions = revisions
        last = max((each.adopted_on for each in revisions), default=None)
        told = (
            f"The policy on record was last adopted or revised {us_date(last)}."
            if last
            else "No policy is on record yet: enter its adoption under Settings."
        )
        self._told.setText(f"{self._told.text()} {told}")
        self.check()

"""The agency's subd. 6 policy: when it was adopted and revised, and where it is posted."""

from collections.abc import Callable, Sequence

from sro_desk.domain.changes import Kind
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.records import PolicyRevision
from sro_desk.services import policy
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.policy_revision import PolicyRevisionDialog
from sro_desk.ui.models.table import Column
from sro_desk.ui.settings.list_section import ListSection


class PolicySection(ListSection[PolicyRevision]):
    """Officers under V.C and V.D review this policy before they serve."""

    name = "Policy"
    kinds = frozenset({Kind.POLICY_REVISION})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self._columns(), "policy revision")
        self.tell(
            "The agency's own policy under subdivision 6. The earliest date is its adoption, each "
            "later one a revision. Officers under V.C and V.D must have reviewed it; while none is "
            "here, they are shown as lacking it."
        )
        self.add_table()
        self.table.setAccessibleName("Adoption and revisions of the policy, the newest first")
        self.table.say_when_empty(
            "review",
            "No policy on record",
            "Enter the day the agency adopted its policy; until then officers under V.C and V.D "
            "lack it.",
        ).add_button(self.add_action)

    def ask(self, record: PolicyRevision | None) -> PolicyRevision | None:
        """Ask for the adoption or a revision."""
        return PolicyRevisionDialog.ask(
            self.context, record, others=tuple(self.model.rows), parent=self
        )

    def read(self, db: Database) -> Sequence[PolicyRevision]:
        """The newest first."""
        return policy.all_revisions(db)

    def voiding(self, record: PolicyRevision, reason: str) -> Callable[[Database], None]:
        """Void a revision."""
        return lambda db: policy.void_revision(db, record.id, reason, actor=self.context.actor)

    def _columns(self) -> tuple[Column[PolicyRevision], ...]:
        return (
            Column("Date", lambda each: us_date(each.adopted_on),
                   sort=lambda each: each.adopted_on.toordinal(),
                   tooltip=lambda each: long_date(each.adopted_on), width=120),
            Column("What", self._adopted_or_revised, width=112),
            Column("Title", lambda each: each.title, tooltip=lambda each: each.title, width=360),
            Column("Where officers find it", lambda each: each.posted_at,
                   tooltip=lambda each: each.posted_at, width=300),
        )  # fmt: skip

    def _adopted_or_revised(self, revision: PolicyRevision) -> str:
        """The earliest is the adoption."""
        return "Adopted" if revision == self.model.rows[-1] else "Revised"

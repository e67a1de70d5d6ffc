"""V.C: why the course could not be provided in time, recorded when, and signed by whom."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from sro_desk.domain.drafts import InabilityRecordDraft
from sro_desk.domain.problems import Problem, inability_problems
from sro_desk.domain.records import InabilityRecord, Officer
from sro_desk.services import inability
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.widgets.date_field import DateField

_REASON_LINES = 3


class InabilityDialog(FormDialog[InabilityRecordDraft]):
    """An incomplete record can be stored; what it lacks shows as a gap."""

    def __init__(
        self,
        context: Context,
        officer: Officer,
        record: InabilityRecord | None = None,
        *,
        not_needed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context, "Change inability record" if record else "Inability record", parent
        )
        self._officer = officer
        self._record = record
        self._not_needed = not_needed
        told = QLabel(
            f"The agency was unable to provide the required course to {officer.name} before the "
            "duties were assumed. V.C then allows six months from that day."
        )
        told.setWordWrap(True)
        self.body.insertWidget(0, told)
        self.recorded_on = DateField(context.theme, context.today)
        self.reason = QPlainTextEdit()
        self.signed_by = QLineEdit()
        self._add_fields()
        if record is not None:
            self.recorded_on.value = record.recorded_on
            self.reason.setPlainText(record.reason)
            self.signed_by.setText(record.signed_by)
        self.start()

    @classmethod
    def ask(
        cls,
        context: Context,
        officer: Officer,
        record: InabilityRecord | None = None,
        *,
        not_needed: bool = False,
        parent: QWidget | None = None,
    ) -> InabilityRecord | None:
        """The record as stored, or None; `not_needed` where V.C would not govern anyway."""
        dialog = cls(context, officer, record, not_needed=not_needed, parent=parent)
        dialog.ask_person()
        return dialog.stored if isinstance(dialog.stored, InabilityRecord) else None

    def draft(self) -> InabilityRecordDraft:
        """What is typed."""
        return InabilityRecordDraft(
            officer=self._officer.id,
            recorded_on=self.recorded_on.value,
            reason=self.reason.toPlainText().strip(),
            signed_by=self.signed_by.text().strip(),
        )

    def problems(self, draft: InabilityRecordDraft) -> tuple[Problem, ...]:
        """What V.C would miss is a warning."""
        return inability_problems(draft, today=self.context.today(), not_needed=self._not_needed)

    def work(self, draft: InabilityRecordDraft) -> Callable[[Database], InabilityRecord]:
        """Add, or change the one at hand."""
        record, actor = self._record, self.context.actor
        if record is None:
            return lambda db: inability.add(db, draft, actor=actor)
        return lambda db: inability.change(db, record.id, draft, actor=actor)

    def _add_fields(self) -> None:
        self.reason.setTabChangesFocus(True)
        self.reason.setPlaceholderText("No seat in a course before the first day, …")
        self.reason.setFixedHeight(self.fontMetrics().lineSpacing() * _REASON_LINES + 20)
        self.signed_by.setPlaceholderText("Chief or designee")
        self.form.add("reason", "&Reason", self.reason)
        self.form.add("recorded_on", "Recorded &on", self.recorded_on)
        self.form.add("signed_by", "&Signed by", self.signed_by)

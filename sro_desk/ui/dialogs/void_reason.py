"""Why a record no longer counts: voiding replaces deleting."""

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from sro_desk.domain.problems import Problem, void_problems
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog


class VoidReasonDialog(FormDialog[str]):
    """Asks for the reason; the record stays on file and can be brought back by Undo."""

    def __init__(
        self, context: Context, what: str, parent: QWidget | None = None, *, count: int = 1
    ) -> None:
        named = what if count == 1 else f"{count:,} {what}s"
        super().__init__(context, f"Void {named}", parent, save="Void")
        told = QLabel(_told(named) if count == 1 else _told_of_several(named))
        told.setWordWrap(True)
        self.body.insertWidget(0, told)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText("Entered twice, wrong officer, …")
        self.form.add("reason", "&Reason", self._reason)
        self._reason.setFocus()
        self.start()

    @classmethod
    def ask(
        cls, context: Context, what: str, parent: QWidget | None = None, *, count: int = 1
    ) -> str | None:
        """The reason, or None where the person thought better of it; `what` is "certificate"."""
        return cls(context, what, parent, count=count).ask_person()

    def draft(self) -> str:
        """The reason typed."""
        return self._reason.text().strip()

    def problems(self, draft: str) -> tuple[Problem, ...]:
        """A reason is needed."""
        return void_problems(draft)


def _told(what: str) -> str:
    return (
        f"The {what} stays on file, marked as void with your reason, and no longer counts. "
        "Undo brings it back."
    )


def _told_of_several(what: str) -> str:
    return (
        f"The {what} stay on file, each marked as void with your reason, and no longer count. "
        "Undo brings them all back."
    )

"""Proves the records file, and whether it still contains the ledger head of a PDF."""

import re

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.services import keeping
from sro_desk.services.keeping import Verdict
from sro_desk.ui.context import Context
from sro_desk.ui.jobs import Job
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.message_bar import MessageBar

_AROUND_A_HEAD = re.compile(r"ledger\s+head|[\s\u200b]", re.IGNORECASE)  # as it was copied
_HEAD = re.compile(r"[0-9a-f]{64}")
_MAY_BREAK = "\u200b"  # nothing to see: where a line too narrow for a ledger head goes on
_FAULTS_SHOWN = 6


class VerifyBar(QWidget):
    """A field for a ledger head, a button, and after the long job the verdict in words."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self.head = QLineEdit()
        self.verify_action = QAction("Verify", self)
        self.verdict = MessageBar(context.theme)
        self._lay_out()
        self.verify_action.triggered.connect(self.verify)
        self.head.returnPressed.connect(self.verify)
        context.jobs.ended.connect(self._on_ended)

    @Slot()
    def verify(self) -> None:
        """Read everything in the file, beside the window, and say what was found."""
        if self._job is not None:
            return
        head = _AROUND_A_HEAD.sub("", self.head.text()) or None
        self.verify_action.setEnabled(False)
        self.verdict.keep("Every record, every copy and the whole ledger are read…", closable=False)
        self._job = self._context.jobs.start(
            self,
            "Verifying the records",
            lambda db, report: keeping.verify(db, head, report),
            self._show_verdict,
            self._show_failure,
        )

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        """Also where it was stopped; a verdict takes the place of these words."""
        if job is self._job:
            self._job = None
            self.verify_action.setEnabled(True)
            self.verdict.keep("Stopped: nothing was proved. Verify again when there is time.")

    def _show_verdict(self, verdict: Verdict) -> None:
        sentences = verdict.sentences[:_FAULTS_SHOWN]
        more = len(verdict.sentences) - len(sentences)
        told = "\n".join([*sentences, f"And {more:,} more like these."] if more else sentences)
        self.verdict.keep(_HEAD.sub(_breakable, told), "info" if verdict.sound else "problem")

    def _show_failure(self, error: SroDeskError) -> None:
        self.verdict.warn(str(error))

    def _lay_out(self) -> None:
        self._context.theme.dress(self.verify_action, "check-records")
        self.verify_action.setToolTip(
            "Prove the file, every copy and the whole ledger; with a ledger head, also that the "
            "ledger contains it"
        )
        self.verify_action.setStatusTip(self.verify_action.toolTip())
        self.head.setPlaceholderText("From the footer of a PDF; may be left empty")
        self.head.setAccessibleName("Ledger head from a PDF footer")
        self.head.setClearButtonEnabled(True)
        label = QLabel("Ledger &head")
        label.setBuddy(self.head)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label)
        row.addWidget(self.head, 1)
        row.addWidget(ActionButton(self.verify_action))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self.verdict)


def _breakable(head: re.Match[str]) -> str:
    digits = head[0]
    return _MAY_BREAK.join(digits[at : at + 8] for at in range(0, len(digits), 8))

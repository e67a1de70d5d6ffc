"""Proves the records file, and whether it still contains all that a PDF was made from."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report
from sro_desk.services import checked_pdfs, keeping
from sro_desk.services.checked_pdfs import PrintedHead
from sro_desk.services.keeping import Verdict
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.jobs import Job
from sro_desk.ui.scans import choose_pdf, dropped_file
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.message_bar import MessageBar

_HEAD = re.compile(r"[0-9a-f]{64}")
_MAY_BREAK = "\u200b"  # nothing to see: where a line too narrow for a ledger head goes on
_FAULTS_SHOWN = 6
_LABEL = "Ledger &head"


class VerifyBar(QWidget):
    """A field for a ledger head, a PDF to read it from, and after the long job the verdict."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._reading: Path | None = None
        self.head = QLineEdit()
        self.verify_action = QAction("Verify", self)
        self.pdf_action = QAction("Check a PDF…", self)
        self.verdict = MessageBar(context.theme)
        self.setAcceptDrops(True)
        self._lay_out()
        self.verify_action.triggered.connect(self.verify)
        self.pdf_action.triggered.connect(self.choose_pdf)
        self.head.returnPressed.connect(self.verify)
        context.jobs.ended.connect(self._on_ended)

    @Slot()
    def verify(self) -> None:
        """Read everything in the file, beside the window, and say what was found."""
        if self._job is None and self._reading is None:
            head = self.head.text().strip() or None
            self._start(lambda db, report: keeping.verify(db, head, report))

    @Slot()
    def choose_pdf(self) -> None:
        """Ask for a PDF and check it."""
        path = choose_pdf(self, self._context.preferences)
        if path is not None:
            self.check_pdf(path)

    def check_pdf(self, path: Path) -> None:
        """Read the head in the footer of a PDF, then verify with it."""
        if self._job is not None or self._reading is not None:
            return
        self._reading = path
        self._allow(allowed=False)
        self.verdict.keep(f"Reading the footer of “{path.name}”…", closable=False)
        worker = self._context.worker
        self._context.jobs.look(
            self, lambda: checked_pdfs.printed_head(path, worker), self._take_head, self._refuse
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file; whether it is a PDF tells its content."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._invite()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file was carried away again."""
        super().dragLeaveEvent(event)
        self._take_back()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped."""
        path = dropped_file(event.mimeData())
        self._take_back()
        if path is not None:
            event.acceptProposedAction()
            self.check_pdf(path)

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        """Also where it was stopped; a verdict takes the place of these words."""
        if job is self._job:
            self._job = None
            self._allow(allowed=True)
            self.verdict.keep("Stopped: nothing was proved. Verify again when there is time.")

    def _take_head(self, found: PrintedHead) -> None:
        self._reading = None
        self.head.setText(found.head)
        self.head.setCursorPosition(0)
        self._start(lambda db, report: checked_pdfs.verify(db, found, report))

    def _start(self, work: Callable[[Database, Report], Verdict]) -> None:
        self._allow(allowed=False)
        self.verdict.keep("Every record, every copy and the whole ledger are read…", closable=False)
        self._job = self._context.jobs.start(
            self, "Verifying the records", work, self._show_verdict, self._show_failure
        )

    def _refuse(self, error: SroDeskError) -> None:
        self._reading = None
        self._allow(allowed=True)
        self._show_failure(error)

    def _show_verdict(self, verdict: Verdict) -> None:
        sentences = verdict.sentences[:_FAULTS_SHOWN]
        more = len(verdict.sentences) - len(sentences)
        told = "\n".join([*sentences, f"And {more:,} more like these."] if more else sentences)
        self.verdict.keep(_HEAD.sub(_breakable, told), "info" if verdict.sound else "problem")

    def _show_failure(self, error: SroDeskError) -> None:
        self.verdict.warn(str(error))

    def _allow(self, *, allowed: bool) -> None:
        self.verify_action.setEnabled(allowed)
        self.pdf_action.setEnabled(allowed)

    def _invite(self) -> None:
        self._place.setText("Drop the PDF to check it")

    def _take_back(self) -> None:
        self._place.setText(_LABEL)

    def _lay_out(self) -> None:
        theme = self._context.theme
        theme.dress(self.verify_action, "check-records")
        theme.dress(self.pdf_action, "review")
        self.verify_action.setToolTip(
            "Prove the file, every copy and the whole ledger; with a ledger head, also that the "
            "ledger contains it"
        )
        self.verify_action.setStatusTip(self.verify_action.toolTip())
        self.pdf_action.setStatusTip(
            "Read the ledger head from the footer of a PDF, and tell whether the records still "
            "contain all that it was made from"
        )
        self.head.setPlaceholderText("From the footer of a PDF, or drop the PDF here")
        self.head.setAccessibleName("Ledger head from a PDF footer")
        self.head.setClearButtonEnabled(True)
        self.head.setAcceptDrops(False)  # a file dropped on it is one dropped on the bar
        self._place = QLabel(_LABEL)
        self._place.setBuddy(self.head)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._place)
        row.addWidget(self.head, 1)
        row.addWidget(ActionButton(self.verify_action))
        row.addWidget(ActionButton(self.pdf_action))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self.verdict)


def _breakable(head: re.Match[str]) -> str:
    digits = head[0]
    return _MAY_BREAK.join(digits[at : at + 8] for at in range(0, len(digits), 8))

"""The certificate under the cursor: its facts, what can be done with it, and its copy."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.course_kinds import counts_toward
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import Copy, Sha256
from sro_desk.domain.sentences import course_kind_words
from sro_desk.services import certificates
from sro_desk.services.certificates import CertificateLine
from sro_desk.ui.context import Context
from sro_desk.ui.models.certificate_columns import status_of
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.file_view import FileView

_BREATH = 120  # milliseconds on a row before its copy is read
_FACTS = ("Course", "Kind", "Completed", "Issued", "Number", "Districts", "Copy", "Voided")


class CertificatePane(QWidget):
    """Asks for a copy only once the cursor rests; running down the list reads none."""

    def __init__(
        self, context: Context, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._line: CertificateLine | None = None
        self._asked: Sha256 | None = None  # the copy shown, or awaited
        self._breath = QTimer(self, singleShot=True, interval=_BREATH)
        self.officer = QLabel()
        self.facts = {name: (QLabel(name), QLabel()) for name in _FACTS}
        self.buttons = [_button(action) for action in actions]
        self.view = FileView(context)
        self._lay_out()
        self._breath.timeout.connect(self._ask)
        self.show_line(None)

    def show_line(self, line: CertificateLine | None) -> None:
        """Show a certificate, or ask for one."""
        if line is not None and line is self._line and line.copy == self._asked:
            return  # a key in the search left the cursor where it was
        self._line = line
        self._show_facts(line)
        copy = None if line is None else line.copy
        if copy == self._asked and copy is not None:
            self._breath.stop()
            return
        self._asked = None
        self._breath.stop()
        if copy is not None:
            self._breath.start()
        elif line is None:
            self.view.clear("Choose a certificate to see its copy.")
        else:
            self.view.clear("No copy of this certificate is on file.")

    def forget_copy(self) -> None:
        """Let the copy be read again, as after F5."""
        self._asked = None

    @Slot()
    def _ask(self) -> None:
        line = self._line
        if line is None or line.copy is None:
            return
        sha256 = self._asked = line.copy
        self._context.jobs.ask(
            self,
            lambda db: certificates.copy_content(db, sha256),
            lambda found: self._show_copy(*found),
            lambda error: self._fail(sha256, error),
        )

    def _show_copy(self, copy: Copy, content: bytes) -> None:
        if copy.sha256 != self._asked:
            return  # the cursor has gone on meanwhile
        self._say("Copy", _copy_words(copy))
        self.view.show_file(content, copy.original_name)

    def _fail(self, sha256: Sha256, error: SroDeskError) -> None:
        if sha256 == self._asked:
            self._asked = None
            self.view.clear(str(error))

    def _show_facts(self, line: CertificateLine | None) -> None:
        self.officer.setText("" if line is None else line.officer_name)
        for name, words in _words_of(line).items():
            self._say(name, words)

    def _say(self, name: str, words: str) -> None:
        for label in self.facts[name]:
            label.setVisible(bool(words))
        self.facts[name][1].setText(words)

    def _lay_out(self) -> None:
        self.officer.setProperty("role", "heading")
        self.officer.setWordWrap(True)
        self.officer.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.officer)
        column.addLayout(self._grid())
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP // 2)
        for button in self.buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.view, 1)
        self.view.setMinimumHeight(18 * GAP)
        self.view.setAccessibleName("Copy of the certificate")

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP // 4)
        grid.setColumnStretch(1, 1)
        for row, (label, words) in enumerate(self.facts.values()):
            label.setProperty("role", "problem" if label.text() == "Voided" else "muted")
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(label.text())
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        return grid


def _button(action: QAction) -> QToolButton:
    """Narrow: the certificate has less room than the list."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _words_of(line: CertificateLine | None) -> dict[str, str]:
    """Each fact in words; "" hides it."""
    if line is None:
        return dict.fromkeys(_FACTS, "")
    return {
        "Course": line.course_title,
        "Kind": f"{course_kind_words(line.course_kind)}: {counts_toward(line.course_kind)}",
        "Completed": long_date(line.completed_on),
        "Issued": "" if line.issued_on is None else long_date(line.issued_on),
        "Number": line.number,
        "Districts": ", ".join(line.districts),
        "Copy": line.copy_name or "Missing; V.E asks for the copy of the most recent certificate",
        "Voided": "" if line.voided is None else status_of(line).removeprefix("Voided: "),
    }


def _copy_words(copy: Copy) -> str:
    pages = [] if copy.pages is None else ["1 page" if copy.pages == 1 else f"{copy.pages:,} pages"]
    added = f"added {us_date(copy.added_at.astimezone().date())} by {copy.added_by}"
    return ", ".join([copy.original_name, *pages, _size(copy.size), added])


def _size(count: int) -> str:
    if count < 1_000_000:
        return f"{max(1, round(count / 1000)):,} KB"
    return f"{count / 1_000_000:,.1f} MB"

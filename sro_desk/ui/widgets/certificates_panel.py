"""An officer's certificates, and beside them the copy of the one under the cursor."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.domain.records import Certificate, Copy, Sha256
from sro_desk.domain.words import course_kind_words
from sro_desk.services import certificates
from sro_desk.services.officers import OfficerDetail
from sro_desk.ui.context import Context
from sro_desk.ui.models.table import Column
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.divided import Divided
from sro_desk.ui.widgets.file_view import FileView
from sro_desk.ui.widgets.record_list import ListWords, RecordList, void_words

_WORDS = ListWords(
    name="officer-certificates",
    what="certificate",
    title="Certificates",
    add="Add certificate",
    icon="certificates",
    empty="No certificate yet",
    hint="Enter one with its copy, or drop the file on the window.",
)


def _copy_words(certificate: Certificate) -> str:
    return "Yes" if certificate.copy else "No"


COLUMNS: tuple[Column[Certificate], ...] = (
    Column("Kind", lambda row: course_kind_words(row.course.kind),
           tooltip=lambda row: row.course.title, width=152),
    Column("Completed", lambda row: us_date(row.completed_on),
           sort=lambda row: row.completed_on.toordinal(), width=96),
    Column("Copy", _copy_words, icon=lambda row: "check" if row.copy else "warning", width=76),
    Column("Number", lambda row: row.number, tooltip=lambda row: row.number, width=76),
    Column("Voided", void_words, tooltip=void_words, width=64),
    Column("Course", lambda row: row.course.title, tooltip=lambda row: row.course.title,
           width=160, shown=False),
)  # fmt: skip


class CertificatesPanel(QWidget):
    """Newest completion first; the copy is read when the panel is seen."""

    attach_asked = Signal(object)  # Certificate
    open_asked = Signal(object)  # Certificate, to be shown in the system's viewer

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._copy: Sha256 | None = None  # shown or asked for
        self.list: RecordList[Certificate] = RecordList(context, COLUMNS, _WORDS)
        self.preview = FileView(context)
        self._attach = QAction("Attach copy", self)
        self._open = QAction("Open copy", self)
        self._lay_out()
        self._connect()

    def show_detail(self, detail: OfficerDetail) -> None:
        """Show the certificates of an officer."""
        held = sorted(
            detail.record.certificates, key=lambda each: (each.completed_on, each.id), reverse=True
        )
        self.list.show_records(held, locked=detail.officer.voided is not None)
        self._show_copy()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the copy that is to be seen now."""
        super().showEvent(event)
        self._show_copy()

    @Slot()
    def _show_copy(self) -> None:
        if not self.isVisible():
            return
        certificate = self.list.current
        copy = None if certificate is None else certificate.copy
        if copy is not None and copy == self._copy:
            return
        self._copy = copy
        if copy is not None:
            self._context.jobs.ask(
                self, lambda db: certificates.copy_content(db, copy), self._take_copy
            )
        elif certificate is None:
            self.preview.clear("The copy of a certificate is shown here.")
        else:
            self.preview.clear("No copy of this certificate is on file.")

    def _take_copy(self, found: tuple[Copy, bytes]) -> None:
        copy, content = found
        if copy.sha256 == self._copy:
            self.preview.show_file(content, copy.original_name)

    @Slot()
    def _ask_attach(self) -> None:
        if self.list.current is not None:
            self.attach_asked.emit(self.list.current)

    @Slot()
    def _ask_open(self) -> None:
        if self.list.current is not None:
            self.open_asked.emit(self.list.current)

    def _connect(self) -> None:
        self._attach.triggered.connect(self._ask_attach)
        self._open.triggered.connect(self._ask_open)
        self.list.current_changed.connect(self._show_copy)

    def _lay_out(self) -> None:
        theme = self._context.theme
        theme.dress(self._attach, "attach")
        theme.dress(self._open, "open")
        self._attach.setShortcut(QKeySequence("Ctrl+K"))
        self._attach.setToolTip("Choose the file of this certificate")
        self._open.setShortcut(QKeySequence("Ctrl+Return"))
        self._open.setToolTip("Show the copy in the system's own viewer")
        self.list.add_action(self._attach)
        self.list.add_action(self._open, can=lambda row: row.copy is not None, writes=False)
        around = QVBoxLayout(self)
        around.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        around.setSpacing(GAP)
        around.addWidget(self.list.buttons)
        around.addWidget(
            Divided(
                self._context.preferences,
                "officer-certificates",
                self.list,
                self.preview,
                widths=(470, 360),
            ),
            1,
        )

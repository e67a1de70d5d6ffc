"""The agency: who it is on letterheads, and who signs."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout

from sro_desk.domain.changes import Kind
from sro_desk.domain.problems import Problem, agency_problems
from sro_desk.domain.records import Agency
from sro_desk.services import agency
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.settings.section import FormSection
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.letterhead import Letterhead

_ADDRESS_LINES = 3
_BESIDE_FROM = 108 * GAP  # pixels; narrower, the letterhead stands below the form
_WIDEST = 72 * GAP


class AgencySection(FormSection[Agency]):
    """The form, and beside it the letterhead as it is typed."""

    name = "Agency"
    kinds = frozenset({Kind.AGENCY})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.name_field = QLineEdit()
        self.chief = QLineEdit()
        self.chief_title = QLineEdit()
        self.ori = QLineEdit()
        self.address = QPlainTextEdit()
        self.phone = QLineEdit()
        self.email = QLineEdit()
        self.letterhead = Letterhead()
        self._lay_out()
        self.start()
        self.form.edited.connect(self._show_letterhead)

    def draft(self) -> Agency:
        """What is typed."""
        lines = (line.strip() for line in self.address.toPlainText().splitlines())
        return Agency(
            name=self.name_field.text().strip(),
            chief=self.chief.text().strip(),
            chief_title=self.chief_title.text().strip(),
            ori=self.ori.text().strip(),
            address="\n".join(line for line in lines if line),
            phone=self.phone.text().strip(),
            email=self.email.text().strip(),
        )

    def fill(self, value: Agency) -> None:
        """Show an agency."""
        self.name_field.setText(value.name)
        self.chief.setText(value.chief)
        self.chief_title.setText(value.chief_title)
        self.ori.setText(value.ori)
        self.address.setPlainText(value.address)
        self.phone.setText(value.phone)
        self.email.setText(value.email)

    def read(self, db: Database) -> Agency:
        """The agency on file."""
        return agency.get(db)

    def write(self, draft: Agency) -> Callable[[Database], Agency]:
        """Let it stand on letterheads from now on."""
        return lambda db: agency.change(db, draft, actor=self.context.actor)

    def problems(self, draft: Agency) -> tuple[Problem, ...]:
        """A name is needed."""
        return agency_problems(draft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The letterhead stands beside the form where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)

    @Slot()
    def _show_letterhead(self) -> None:
        self.letterhead.show_agency(self.draft())

    def _lay_out(self) -> None:
        self.address.setTabChangesFocus(True)
        self.address.setFixedHeight(self.fontMetrics().lineSpacing() * _ADDRESS_LINES + 20)
        self.form.add("name", "&Name", self.name_field)
        self.form.add("chief", "&Chief or sheriff", self.chief)
        self.form.add("chief_title", "&Title of the chief", self.chief_title)
        self.form.add("ori", "O&RI", self.ori)
        self.form.add("address", "&Address", self.address, hint="A line for each line of it.")
        self.form.add("phone", "&Phone", self.phone)
        self.form.add("email", "&E-mail", self.email)
        self.form.setMaximumWidth(_WIDEST)
        told = QLabel("On reports")
        told.setProperty("role", "heading")
        beside = QVBoxLayout()
        beside.setSpacing(GAP)
        beside.addWidget(told)
        beside.addWidget(self.letterhead)
        beside.addStretch(1)
        self.letterhead.setMaximumWidth(_WIDEST)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(4 * GAP)
        self._row.addWidget(self.form, 100)
        self._row.addLayout(beside, 100)
        self._row.addStretch(1)
        self.tell("Letterheads and the chief's attestation take these words.")
        self.content.addLayout(self._row)
        self.content.addStretch(1)

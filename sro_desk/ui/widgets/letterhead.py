"""The letterhead and the signer as reports print them, on white paper in any appearance."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sro_desk.domain.records import Agency
from sro_desk.ui.theme import GAP

_NAME_SHARE, _CONTACT_SHARE = 58, 38  # of the width, as in the reports

_MARGIN = 3 * GAP


class Letterhead(QFrame):
    """Follows what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAccessibleName("Letterhead of reports")
        self.agency = self._label("agency")
        self.contact = self._label("contact")
        self.signer = self._label("signer")
        self._shown: Agency | None = None
        self._lay_out()

    def show_agency(self, agency: Agency) -> None:
        """Show an agency."""
        self._shown = agency
        self.agency.setText(agency.name or "Name of the agency")
        signer = ", ".join(part for part in (agency.chief, agency.chief_title) if part)
        self.signer.setText(signer or "Chief law enforcement officer")
        self._show_contact()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Phone and e-mail stand side by side where there is room."""
        super().resizeEvent(event)
        self._show_contact()

    def _show_contact(self) -> None:
        if (agency := self._shown) is None:
            return
        ori = f"ORI {agency.ori}" if agency.ori else ""
        lines = [*agency.address.splitlines(), *self._reach(agency), ori]
        self.contact.setText(_breakable("\n".join(line for line in lines if line.strip())))

    def _reach(self, agency: Agency) -> tuple[str, ...]:
        beside = " · ".join(part for part in (agency.phone, agency.email) if part)
        room = self.contentsRect().width() * _CONTACT_SHARE // 100 - _MARGIN
        if self.contact.fontMetrics().horizontalAdvance(beside) <= room:
            return (beside,)
        return agency.phone, agency.email

    def _label(self, part: str) -> QLabel:
        label = QLabel()
        label.setProperty("part", part)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        return label

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self.contact.setAlignment(top | Qt.AlignmentFlag.AlignRight)
        self.agency.setAlignment(top | Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setSpacing(2 * GAP)
        head.addWidget(self.agency, _NAME_SHARE)
        head.addWidget(self.contact, _CONTACT_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(_rule("rule", 2))
        column.addSpacing(5 * GAP)
        column.addWidget(_rule("line", 1))
        column.addWidget(self.signer)


def _rule(part: str, thickness: int) -> QFrame:
    rule = QFrame()
    rule.setProperty("part", part)
    rule.setFixedHeight(thickness)
    return rule


def _breakable(text: str) -> str:
    """A long e-mail address may go on in the next line, as it does in the reports."""
    return re.sub(r"(?<=[@._-])(?=\w)", "\u200b", text)

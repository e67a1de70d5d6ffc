"""Who the officer is and where the officer stands: always in sight above the details."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sro_desk.domain.codes import Status, Step
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.finding import Finding
from sro_desk.domain.records import Officer
from sro_desk.domain.words import light_words, paragraph_words, status_words, step_words
from sro_desk.services.officers import OfficerDetail
from sro_desk.ui.short_words import days_words
from sro_desk.ui.theme import GAP, Theme
from sro_desk.ui.widgets.action_button import ActionButton
from sro_desk.ui.widgets.message_bar import MessageBar
from sro_desk.ui.widgets.status_chip import StatusChip

_NARROW = 62 * GAP  # below this the buttons stand under the name
_OPEN = (Status.DUE, Status.OVERDUE)


class OfficerHead(QWidget):
    """Name, particulars, status and deadline, with the next step and the way to change them."""

    step_asked = Signal()

    def __init__(self, theme: Theme, change: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = QLabel()
        self.particulars = QLabel()
        self.standing = QLabel()
        self.withheld = QLabel("Left out of every report and export")
        self.chip = StatusChip(theme)
        self.step = QPushButton()
        self.notice = MessageBar(theme)
        self._change = ActionButton(change)
        self._lay_out()
        self.step.clicked.connect(self.step_asked)

    def show_detail(self, detail: OfficerDetail, *, can_step: bool) -> None:
        """Show one officer; `can_step` says whether the next step can be taken."""
        officer, finding = detail.officer, detail.finding
        self.name.setText(officer.name)
        self.particulars.setText(particulars_words(officer))
        self.particulars.setVisible(bool(self.particulars.text()))
        self.chip.show_status(finding.light, status_words(finding.status))
        self.chip.setToolTip(light_words(finding.light))
        self.standing.setText(standing_words(finding))
        self.standing.setToolTip(_deadline_told(finding))
        self.withheld.setVisible(officer.withheld)
        self.step.setVisible(can_step and finding.next_step is not Step.NONE)
        self.step.setText(step_words(finding.next_step))
        self._show_voiding(officer)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every line stays whole, however narrow it is."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._top.setDirection(way.TopToBottom if self.width() < _NARROW else way.LeftToRight)
        self._fit()

    def _show_voiding(self, officer: Officer) -> None:
        if officer.voided is None:
            self.notice.dismiss()
            return
        self.notice.keep(
            f"Voided {us_date(officer.voided.at.astimezone().date())} by {officer.voided.by}: "
            f"{officer.voided.reason}. What is on file stays and counts nowhere.",
            "problem",
            closable=False,
        )

    def _fit(self) -> None:
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    def _lay_out(self) -> None:
        self.name.setProperty("role", "title")
        for label in (self.name, self.particulars, self.standing):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumWidth(1)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name.setAccessibleName("Officer")
        self.particulars.setProperty("role", "muted")
        self.withheld.setProperty("role", "problem")
        self.withheld.setToolTip("Withheld: no report, list or export names this officer.")
        self.withheld.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.step.setDefault(True)
        self.step.setToolTip("Next step (Ctrl+Enter)")
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.step, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(GAP)
        self._top.addWidget(self.name, 1)
        self._top.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(GAP + GAP // 2)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.standing, 1)
        row.addWidget(self.withheld)
        column = QVBoxLayout()
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        column.setSpacing(GAP // 2)
        column.addLayout(self._top)
        column.addWidget(self.particulars)
        column.addSpacing(GAP // 2)
        column.addLayout(row)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.notice)
        around.addLayout(column)


def particulars_words(officer: Officer) -> str:
    """ "Badge 12  ·  Sergeant  ·  School liaison  ·  POST 12345"."""
    parts = (
        f"Badge {officer.badge}" if officer.badge else "",
        officer.rank,
        officer.title,
        f"POST {officer.post_license}" if officer.post_license else "",
        officer.work_phone,
        officer.work_email,
        _employment(officer),
    )
    return "  ·  ".join(filter(None, parts))


def standing_words(finding: Finding) -> str:
    """The paragraph that governs and the deadline: "V.C: ... Deadline 11/26/2026, 2 days"."""
    parts = []
    if finding.paragraph is not None:
        parts.append(f"{paragraph_words(finding.paragraph)}.")
    if finding.trained_on is not None:
        parts.append(f"Trained {us_date(finding.trained_on)}.")
    deadline = finding.deadline
    if deadline is not None:
        parts.append(f"Deadline {us_date(deadline.nominal)}")
        if deadline.legal != deadline.nominal:
            parts[-1] += f", legally {us_date(deadline.legal)}"
        parts[-1] += f" ({days_words(finding.days_left)})." if finding.status in _OPEN else "."
    elif finding.paragraph is not None:
        parts.append("No deadline.")
    return " ".join(parts)


def _employment(officer: Officer) -> str:
    if officer.employed_to is not None:
        return f"Employed until {us_date(officer.employed_to)}"
    return "" if officer.employed_from is None else f"Since {us_date(officer.employed_from)}"


def _deadline_told(finding: Finding) -> str:
    deadline = finding.deadline
    if deadline is None:
        return ""
    return f"Nominal: {long_date(deadline.nominal)}\nLegal last day: {long_date(deadline.legal)}"

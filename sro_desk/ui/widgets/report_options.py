"""What a report is to be about: which report, which district, as of which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.domain.records import DistrictId
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services.districts import DistrictLine
from sro_desk.ui.context import Context
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.chooser import Chooser
from sro_desk.ui.widgets.date_field import DateField

DISTRICT, DEADLINES = "district", "deadlines"
_TOLD = {
    DISTRICT: (
        "&Certificate summary",
        "What a district is sent: its officers, their certificates, what is missing, and the "
        "chief’s attestation.",
    ),
    DEADLINES: ("Deadlines &list", "Every officer in order of urgency, for the agency itself."),
}
_INDENT = 3 * GAP  # of what is told of a report, under its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A report as it is asked for; `district` is None for a report on the whole agency."""

    district: DistrictLine | None
    on: date

    @property
    def words(self) -> str:
        """ "the certificate summary of ISD 0196 as of 11/24/2026"."""
        if self.district is None:
            return f"the deadlines list as of {us_date(self.on)}"
        return f"the certificate summary of {self.district.label} as of {us_date(self.on)}"

    @property
    def asked(self) -> Asked:
        """As the services take it."""
        if self.district is None:
            return Asked(report=ReportName.DEADLINES, on=self.on)
        return Asked(report=ReportName.DISTRICT, on=self.on, district=self.district.district.id)


class ReportOptions(QWidget):
    """Asks for everything a report needs; `wanted` is None while something is still lacking."""

    changed = Signal()  # by the person

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = False  # once there are districts to choose from, or none
        self._lines: Sequence[DistrictLine] = ()
        self._last: DistrictId | None = None  # the district chosen last, kept over a reload
        self.ways = {name: QRadioButton(text) for name, (text, _) in _TOLD.items()}
        self.district: Chooser[DistrictLine] = Chooser(_district_words)
        self.as_of = DateField(context.theme, context.today)
        self._district_label = QLabel("&District")
        self._lay_out()
        self.ways[DISTRICT].setChecked(True)
        self.as_of.value = context.today()
        for way in self.ways.values():
            way.toggled.connect(self._on_way)
        self.district.changed.connect(self._on_district)
        self.as_of.changed.connect(self.changed)

    @property
    def report(self) -> str:
        """Which report is chosen: `district` or `deadlines`."""
        return next(name for name, way in self.ways.items() if way.isChecked())

    @property
    def district_id(self) -> DistrictId | None:
        """The district chosen, also while another report does not ask for it."""
        return self._last

    @property
    def wanted(self) -> Wanted | None:
        """The report asked for; None while the district or the date is not clear."""
        on, line = self.as_of.value, self.district.value
        if on is None or not self._ready:
            return None
        if self.report == DEADLINES:
            return Wanted(district=None, on=on)
        return None if line is None else Wanted(district=line, on=on)

    def lacking(self) -> str:
        """A sentence that tells what is still to be said; "" where nothing is."""
        if self.as_of.value is None:
            return "Write the day that the report is to be as of, such as 9/1/2025."
        if self.report == DISTRICT and self.district.value is None:
            return "Choose the district that the summary is for: a few letters of its name will do."
        return ""

    def choose(self, report: str, district: DistrictId | None) -> None:
        """Choose for the person; a district is known from the moment districts are shown."""
        self.ways[report if report in self.ways else DISTRICT].setChecked(True)
        if district is not None:
            self._last = district
            if (line := self._line_of(district)) is not None:
                self.district.choose(line)

    def show_districts(self, lines: Sequence[DistrictLine]) -> None:
        """Let these be chosen from; the one chosen last stays chosen, else it is the first."""
        self._ready = True
        self._lines = lines
        self.district.show_rows(lines)
        if not self.district.unmatched:
            self.district.choose(self._line_of(self._last) or next(iter(lines), None))

    @Slot(bool)
    def _on_way(self, checked: bool) -> None:
        if checked:
            asks = self.report == DISTRICT
            self.district.setVisible(asks)
            self._district_label.setVisible(asks)
            self.changed.emit()

    @Slot()
    def _on_district(self) -> None:
        line = self.district.value
        self.district.setToolTip("" if line is None else _district_words(line))
        if line is not None:
            self._last = line.district.id
        self.changed.emit()

    def _line_of(self, district: DistrictId | None) -> DistrictLine | None:
        return next((line for line in self._lines if line.district.id == district), None)

    def _lay_out(self) -> None:
        self.district.setPlaceholderText("A few letters of a district")
        self.district.setAccessibleName("District")
        self.as_of.setAccessibleName("As of")
        self._district_label.setBuddy(self.district)
        as_of = QLabel("As &of")
        as_of.setBuddy(self.as_of)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for name, way in self.ways.items():
            column.addWidget(way)
            column.addWidget(_told_of(name, way))
            column.addSpacing(GAP // 2)
        for label, field in ((self._district_label, self.district), (as_of, self.as_of)):
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(GAP // 2)


def _told_of(name: str, way: QRadioButton) -> QLabel:
    words = _TOLD[name][1]
    way.setAccessibleDescription(words)
    told = QLabel(words)
    told.setProperty("role", "muted")
    told.setWordWrap(True)
    told.setAlignment(Qt.AlignmentFlag.AlignTop)
    told.setContentsMargins(_INDENT, 0, 0, 0)
    return told


def _district_words(line: DistrictLine) -> str:
    name = line.district.name
    return name if line.label in ("", name) else f"{line.label} · {name}"

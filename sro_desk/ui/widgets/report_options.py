"""What a report is to be about: which report, which district or officer, as of which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from sro_desk.domain.dates import us_date
from sro_desk.domain.records import DistrictId, Officer, OfficerId
from sro_desk.domain.reports import KINDS, Asked, Option, ReportName
from sro_desk.services.districts import DistrictLine
from sro_desk.services.reports import making
from sro_desk.ui.context import Context
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.chooser import Chooser
from sro_desk.ui.widgets.date_field import DateField
from sro_desk.ui.widgets.report_list import ReportList

_WITHIN = {"Any deadline": None} | {f"{days} days": days for days in (30, 60, 90, 180, 365)}
_REMINDER = (
    "A scan may show more than is public: a birth date, a home address, a license number. Look "
    "through each copy first, and leave out or redact what may not leave (Minn. Stat. § 13.43)."
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A field with its label; whether a report shows it, where it needs or may take an option."""

    option: Option
    needed: bool
    label: QLabel
    field: QWidget


class ReportOptions(QWidget):
    """Asks for everything a report needs; `asked` is None while something is still lacking."""

    changed = Signal()  # by the person
    letter_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = False  # once there are districts to choose from, or none
        self._lines: Sequence[DistrictLine] = ()
        self._last: DistrictId | None = None  # the district chosen last, kept over a reload
        self.reports = ReportList()
        self.district: Chooser[DistrictLine] = Chooser(district_words)
        self.only_district: Chooser[DistrictLine] = Chooser(district_words)
        self.officer: Chooser[Officer] = Chooser(_officer_words)
        self.for_officer: Chooser[Officer] = Chooser(_officer_words)
        self.within = QComboBox()
        self.since = DateField(context.theme, context.today)
        self.as_of = DateField(context.theme, context.today)
        self.duties = QCheckBox("The contract’s seven d&uties")
        self.withheld = QCheckBox("Officers &withheld from exports too")
        self.copies = QCheckBox("Append the &copies of certificates")
        self.looked = QCheckBox("I have loo&ked through the copies")
        self._reminder = QLabel(_REMINDER)
        self._rows: list[_Row] = []
        self._lay_out()
        self.as_of.value = context.today()
        self._show_fields()
        self._connect()

    @property
    def report(self) -> ReportName:
        """Which report is chosen."""
        return self.reports.value

    @property
    def asked(self) -> Asked | None:
        """The report asked for; None while something of it is not clear."""
        if not self._ready or self.lacking():
            return None
        return self.said

    @property
    def words(self) -> str:
        """ "the certificate summary of ISD 0196 as of 11/24/2026"."""
        line = self.district.value if self._asks(Option.DISTRICT, needed=True) else None
        of = f" of {line.label}" if line else ""
        day = self.as_of.value
        as_of = f" as of {us_date(day)}" if day else ""
        return f"the {KINDS[self.report].title.lower()}{of}{as_of}"

    def lacking(self) -> str:
        """A sentence that tells what is still to be said; "" where nothing is."""
        if self.as_of.value is None:
            return "Write the day that the report is to be as of, such as 9/1/2025."
        if self._asks(Option.SINCE) and self.since.unreadable:
            return "Write the first day of the ledger’s entries, such as 7/1/2026, or leave it."
        for option, chooser in (
            (Option.DISTRICT, self.only_district),
            (Option.OFFICER, self.for_officer),
        ):
            if self._asks(option, needed=False) and chooser.unmatched:
                return f"No {option.value} is called that. Choose from the list, or leave it empty."
        if self._asks(Option.COPIES) and self.copies.isChecked() and not self.looked.isChecked():
            return "Look through the copies first, and tick that you have."
        return making.lacking(self.said)

    def choose(self, report: str, district: DistrictId | None) -> None:
        """Choose for the person; a district is known from the moment districts are shown."""
        self.reports.choose(report)
        if district is not None:
            self._last = district
            if (line := self._line_of(district)) is not None:
                self.district.choose(line)

    def choose_officer(self, officer: OfficerId, roster: Sequence[Officer]) -> None:
        """Choose an officer for the person."""
        found = next((each for each in roster if each.id == officer), None)
        self.officer.choose(found)

    def show_districts(self, lines: Sequence[DistrictLine], roster: Sequence[Officer]) -> None:
        """Let these be chosen from; the ones chosen last stay chosen, else it is the first."""
        self._ready = True
        self._lines = lines
        for chooser in (self.district, self.only_district):
            chooser.show_rows(lines)
        for each in (self.officer, self.for_officer):
            each.show_rows(roster)
        if not self.district.unmatched:
            self.district.choose(self._line_of(self._last) or next(iter(lines), None))
        if not self.officer.unmatched:
            last = self.officer.value
            known = next((each for each in roster if last and each.id == last.id), None)
            self.officer.choose(known or next(iter(roster), None))

    def go_to_subject(self) -> None:
        """Go to the field that says what the report is about."""
        shown = (row.field for row in self._rows if row.field.isVisible())
        field = next(shown, self.as_of)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field, Chooser):
            field.selectAll()

    @property
    def said(self) -> Asked:
        """What is asked for, as far as it is said."""
        line = self._value(Option.DISTRICT, self.district, self.only_district)
        officer = self._value(Option.OFFICER, self.officer, self.for_officer)
        return Asked(
            report=self.report,
            on=self.as_of.value or date.min,
            district=line.district.id if line else None,
            officer=officer.id if officer else None,
            within=_WITHIN[self.within.currentText()] if self._asks(Option.WITHIN) else None,
            since=self.since.value if self._asks(Option.SINCE) else None,
            copies=self._asks(Option.COPIES) and self.copies.isChecked(),
            duties=self._asks(Option.DUTIES) and self.duties.isChecked(),
            withheld=self._asks(Option.WITHHELD) and self.withheld.isChecked(),
        )

    def _value(self, option: Option, needed: Chooser, taken: Chooser):  # type: ignore[no-untyped-def, type-arg]  # of either kind of row
        if self._asks(option, needed=True):
            return needed.value
        return taken.value if self._asks(option, needed=False) else None

    def _asks(self, option: Option, *, needed: bool | None = None) -> bool:
        kind = KINDS[self.report]
        if needed is None:
            return option in kind.needs | kind.takes
        return option in (kind.needs if needed else kind.takes)

    @Slot()
    def _on_report(self) -> None:
        self._show_fields()
        self.changed.emit()

    @Slot()
    def _on_district(self) -> None:
        line = self.district.value
        self.district.setToolTip("" if line is None else district_words(line))
        if line is not None:
            self._last = line.district.id
        self.changed.emit()

    @Slot()
    def _on_copies(self) -> None:
        if not self.copies.isChecked():
            self.looked.setChecked(False)
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        for row in self._rows:
            shown = self._asks(row.option, needed=row.needed)
            row.label.setVisible(shown)
            row.field.setVisible(shown)
        self.duties.setVisible(self._asks(Option.DUTIES))
        self.withheld.setVisible(self._asks(Option.WITHHELD))
        self.copies.setVisible(self._asks(Option.COPIES))
        reminded = self._asks(Option.COPIES) and self.copies.isChecked()
        self._reminder.setVisible(reminded)
        self.looked.setVisible(reminded)

    def _line_of(self, district: DistrictId | None) -> DistrictLine | None:
        return next((line for line in self._lines if line.district.id == district), None)

    def _connect(self) -> None:
        self.reports.changed.connect(self._on_report)
        self.district.changed.connect(self._on_district)
        for chooser in (self.only_district, self.officer, self.for_officer):
            chooser.changed.connect(self.changed)
        self.within.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.since.changed.connect(self.changed)
        self.as_of.changed.connect(self.changed)
        self.copies.toggled.connect(self._on_copies)
        for tick in (self.duties, self.withheld, self.looked):
            tick.toggled.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        self.within.addItems(list(_WITHIN))
        self.district.setPlaceholderText("A few letters of a district")
        self.only_district.setPlaceholderText("All districts")
        self.officer.setPlaceholderText("A few letters of a name")
        self.for_officer.setPlaceholderText("Nobody: a blank form")
        self.since.line.setPlaceholderText("The start of the school year")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.reports)
        column.addSpacing(GAP // 2)
        fields: tuple[tuple[Option, bool, str, QWidget], ...] = (
            (Option.DISTRICT, True, "&District", self.district),
            (Option.DISTRICT, False, "&District", self.only_district),
            (Option.OFFICER, True, "O&fficer", self.officer),
            (Option.OFFICER, False, "O&fficer", self.for_officer),
            (Option.WITHIN, False, "D&ue within", self.within),
            (Option.SINCE, False, "&Ledger from", self.since),
        )
        for option, needed, words, field in fields:
            label = _label(words, field)
            self._rows.append(_Row(option, needed, label, field))
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(_label("As &of", self.as_of))
        column.addWidget(self.as_of)
        column.addSpacing(GAP // 2)
        for box in (self.duties, self.withheld, self.copies):
            column.addWidget(box)
        self._reminder.setWordWrap(True)
        self._reminder.setProperty("role", "muted")
        column.addWidget(self._reminder)
        column.addWidget(self.looked)


def district_words(line: DistrictLine) -> str:
    """ "ISD 0196 · Rosemount-Apple Valley-Eagan"."""
    name = line.district.name
    return name if line.label in ("", name) else f"{line.label} · {name}"


def _officer_words(officer: Officer) -> str:
    return f"{officer.name} · {officer.badge}" if officer.badge else officer.name


def _label(words: str, field: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    return label

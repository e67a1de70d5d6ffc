"""What a report is to be about: which report, which district or officer, as of which day."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from sro_desk.domain.records import DistrictId, Officer
from sro_desk.domain.reports import KINDS, Asked, Option, ReportName, may_leave
from sro_desk.services.districts import DistrictLine
from sro_desk.services.reports import making
from sro_desk.ui.context import Context
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.chooser import Chooser
from sro_desk.ui.widgets.copies_ticks import CopiesTicks
from sro_desk.ui.widgets.date_field import DateField
from sro_desk.ui.widgets.report_list import ReportList

_WITHIN = {"Any deadline": None} | {f"{days} days": days for days in (30, 60, 90, 180, 365)}


class _Row(NamedTuple):
    """A field with its label, and when it is shown: where a report needs or may take an option."""

    option: Option | None  # None is always asked
    needed: bool
    label: str
    field: QWidget


class ReportOptions(QWidget):
    """Asks for everything a report needs; `asked` is None while something is still lacking."""

    changed = Signal()  # by the person

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = False  # once there are districts to choose from, or none
        self._lines: Sequence[DistrictLine] = ()
        self._roster: Sequence[Officer] = ()
        self._last: DistrictId | None = None  # the district chosen last, kept over a reload
        self.reports = ReportList(context.theme)
        self.district: Chooser[DistrictLine] = Chooser(_district_words)
        self.only_district: Chooser[DistrictLine] = Chooser(_district_words)
        self.officer: Chooser[Officer] = Chooser(_officer_words)
        self.for_officer: Chooser[Officer] = Chooser(_officer_words)
        self.within = QComboBox()
        self.since = DateField(context.theme, context.today)
        self.as_of = DateField(context.theme, context.today)
        self.duties = QCheckBox("The contract’s seven d&uties")
        self.withheld = QCheckBox("Officers &withheld from exports too")
        self.copies = CopiesTicks()
        self._rows: dict[_Row, QLabel] = {}
        self._ticks: dict[Option, QCheckBox] = {
            Option.DUTIES: self.duties,
            Option.WITHHELD: self.withheld,
            Option.COPIES: self.copies.wanted,
        }
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
    def said(self) -> Asked:
        """What is asked for, as far as it is said."""
        line = self.district.value if self._needs(Option.DISTRICT) else None
        if self._may_take(Option.DISTRICT):
            line = self.only_district.value
        officer = self.officer.value if self._needs(Option.OFFICER) else None
        if self._may_take(Option.OFFICER):
            officer = self.for_officer.value
        return Asked(
            report=self.report,
            on=self.as_of.value or date.min,
            district=line.district.id if line else None,
            officer=officer.id if officer else None,
            within=_WITHIN[self.within.currentText()] if self._asks(Option.WITHIN) else None,
            since=self.since.value if self._asks(Option.SINCE) else None,
            copies=self._asks(Option.COPIES) and self.copies.appended,
            duties=self._asks(Option.DUTIES) and self.duties.isChecked(),
            withheld=self._asks(Option.WITHHELD) and self.withheld.isChecked(),
        )

    @property
    def ticked(self) -> tuple[Option, ...]:
        """What is ticked, also where the report chosen does not ask for it; not that copies
        were looked through."""
        return tuple(option for option, box in self._ticks.items() if box.isChecked())

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
            if self._may_take(option) and chooser.unmatched:
                return f"No {option.value} is called that. Choose from the list, or leave it empty."
        if self._needs(Option.OFFICER) and not self._roster:
            return "There is no officer on the roster yet. Enter one with Ctrl+Shift+N."
        return making.lacking(self.said)

    def choose(self, report: str, district: DistrictId | None) -> None:
        """Choose for the person; a district is known from the moment districts are shown."""
        self.reports.choose(report)
        if district is None:
            return
        line = self._line_of(district)
        if self._may_take(Option.DISTRICT):
            self.only_district.choose(line)
            return
        self._last = district
        if line is not None:
            self.district.choose(line)

    def tick(self, options: Iterable[str]) -> None:
        """Tick for the person what was ticked last, and nothing else."""
        wanted = set(options)
        for option, box in self._ticks.items():
            box.setChecked(option.value in wanted)

    def show_districts(self, lines: Sequence[DistrictLine], roster: Sequence[Officer]) -> None:
        """Let these be chosen from; the ones chosen last stay chosen, else it is the first."""
        self._ready = True
        self._lines, self._roster = lines, roster
        for chooser in (self.district, self.only_district):
            chooser.show_rows(lines)
        for each in (self.officer, self.for_officer):
            each.show_rows(roster)
        if not self.district.unmatched:
            wished = self._last
            self.district.choose(self._line_of(wished) or next(iter(lines), None))
            self._last = wished or self._last  # one just added may come with the next answer
        if (only := self.only_district.value) is not None:
            self.only_district.choose(self._line_of(only.district.id))
        if not self.officer.unmatched:
            self.officer.choose(_again(self.officer.value, roster) or next(iter(roster), None))
        if self.for_officer.value is not None:
            self.for_officer.choose(_again(self.for_officer.value, roster))

    @Slot()
    def go_to_subject(self) -> None:
        """Go to the field that says what the report is about."""
        field = next(row.field for row in self._rows if self._is_asked(row))
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field, Chooser):
            field.selectAll()

    def _needs(self, option: Option) -> bool:
        return option in KINDS[self.report].needs

    def _may_take(self, option: Option) -> bool:
        return option in KINDS[self.report].takes

    def _asks(self, option: Option) -> bool:
        return self._needs(option) or self._may_take(option)

    def _is_asked(self, row: _Row) -> bool:
        if row.option is None:
            return True
        return self._needs(row.option) if row.needed else self._may_take(row.option)

    @Slot()
    def _on_subject(self) -> None:
        """Other copies may be appended now, and other officers named."""
        self.copies.forget()
        self.reports.show_private(private=not may_leave(self.said))
        self.changed.emit()

    @Slot()
    def _on_report(self) -> None:
        self._show_fields()
        self._on_subject()

    @Slot()
    def _on_district(self) -> None:
        if (line := self.district.value) is not None:
            self._last = line.district.id
        self._on_subject()

    def _show_fields(self) -> None:
        for row, label in self._rows.items():
            label.setVisible(self._is_asked(row))
            row.field.setVisible(self._is_asked(row))
        for option, box in ((Option.DUTIES, self.duties), (Option.WITHHELD, self.withheld)):
            box.setVisible(self._asks(option))
        self.copies.setVisible(self._asks(Option.COPIES))

    def _line_of(self, district: DistrictId | None) -> DistrictLine | None:
        return next((line for line in self._lines if line.district.id == district), None)

    def _connect(self) -> None:
        self.reports.changed.connect(self._on_report)
        self.district.changed.connect(self._on_district)
        for chooser in (self.only_district, self.officer, self.for_officer):
            chooser.changed.connect(self._on_subject)
        self.within.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.since.changed.connect(self.changed)
        self.as_of.changed.connect(self._on_subject)
        self.withheld.toggled.connect(self._on_subject)
        self.duties.toggled.connect(lambda _: self.changed.emit())
        self.copies.changed.connect(self.changed)

    def _lay_out(self) -> None:
        self.within.addItems(list(_WITHIN))
        self.district.setPlaceholderText("A few letters of a district")
        self.only_district.setPlaceholderText("All districts")
        self.officer.setPlaceholderText("A few letters of a name")
        self.for_officer.setPlaceholderText("Nobody: a blank form")
        self.since.line.setPlaceholderText("Start of the school year")
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(1, 1)
        for place, row in enumerate(self._fields()):
            self._rows[row] = label = _label(row)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row.field, place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.reports)
        column.addLayout(grid)
        for widget in (self.duties, self.withheld, self.copies):
            column.addWidget(widget)

    def _fields(self) -> tuple[_Row, ...]:
        return (
            _Row(Option.DISTRICT, True, "&District", self.district),
            _Row(Option.DISTRICT, False, "&District", self.only_district),
            _Row(Option.OFFICER, True, "O&fficer", self.officer),
            _Row(Option.OFFICER, False, "O&fficer", self.for_officer),
            _Row(Option.WITHIN, False, "D&ue within", self.within),
            _Row(Option.SINCE, False, "&Ledger from", self.since),
            _Row(None, True, "As &of", self.as_of),
        )


def _district_words(line: DistrictLine) -> str:
    """ "ISD 0196 · Rosemount-Apple Valley-Eagan"."""
    name = line.district.name
    return name if line.label in ("", name) else f"{line.label} · {name}"


def _officer_words(officer: Officer) -> str:
    return f"{officer.name} · {officer.badge}" if officer.badge else officer.name


def _again(before: Officer | None, roster: Iterable[Officer]) -> Officer | None:
    return next((each for each in roster if before and each.id == before.id), None)


def _label(row: _Row) -> QLabel:
    label = QLabel(row.label)
    label.setBuddy(row.field)
    label.setContentsMargins(0, GAP // 2 + 1, 0, 0)
    row.field.setAccessibleName(row.label.replace("&", ""))
    return label

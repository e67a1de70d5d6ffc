"""What is chosen above the list of certificates: kind, district, dates, missing copies, voided."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.dates import parse_date
from sro_desk.domain.sentences import course_kind_words
from sro_desk.services.districts import DistrictLine
from sro_desk.ui.context import Context
from sro_desk.ui.models.certificate_filter import CertificateFilter
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.date_field import DateField

_ONE_LINE_FROM = 980  # pixels; on a narrower page the dates stand in a second line,
_TWO_LINES_FROM = 620  # and below this the ticks in a line of their own
_WHOLE_DATE = 27 * GAP  # for "Wednesday, September 30, 2026" beneath
_KEY = "certificates/filter"


class CertificateFilterBar(QWidget):
    """`chosen` is the filter; all of it but the district is remembered for the next start."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.kind = QComboBox()
        self.district = QComboBox()
        self.first = DateField(context.theme, context.today)
        self.last = DateField(context.theme, context.today)
        self.missing = QCheckBox("Copy &missing")
        self.voided = QCheckBox("Show v&oided")
        self._fill()
        self._lay_out()
        self._restore()
        self._connect()
        self._mark_dates()

    @property
    def chosen(self) -> CertificateFilter:
        """What has been chosen; a date that cannot be read yet is none."""
        kind, district = self.kind.currentData(), self.district.currentData()
        return CertificateFilter(
            kind=None if kind is None else CourseKind(kind),
            district=district,
            completed_from=self.first.value,
            completed_to=self.last.value,
            missing_copy=self.missing.isChecked(),
            voided=self.voided.isChecked(),
        )

    def show_districts(self, lines: Iterable[DistrictLine]) -> None:
        """Let these be chosen from; the one chosen stays chosen while it is among them."""
        before = self.district.currentData()
        with QSignalBlocker(self.district):
            self.district.clear()
            self.district.addItem("All districts", None)
            for line in lines:
                label, name = line.label, line.district.name
                self.district.addItem(
                    label if label == name else f"{label}  {name}", line.district.id
                )
            self.district.setCurrentIndex(max(0, self.district.findData(before)))
        if self.district.currentData() != before:
            self._on_changed()

    def clear(self, *, voided: bool = False) -> None:
        """Let everything through that counts; the voided too where `voided` says so."""
        with QSignalBlocker(self):
            self.kind.setCurrentIndex(0)
            self.district.setCurrentIndex(0)
            self.first.value = None
            self.last.value = None
            self.missing.setChecked(False)
            self.voided.setChecked(voided)
        self._on_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line where there is room."""
        super().resizeEvent(event)
        width = event.size().width()
        self._lines.setDirection(_way(beside=width >= _ONE_LINE_FROM))
        for part in (self._choices, self._dates):
            part.setDirection(_way(beside=width >= _TWO_LINES_FROM))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest pair: the rest finds room in lines of its own."""
        return QSize(self._narrowest, super().minimumSizeHint().height())

    @Slot()
    def _on_changed(self) -> None:
        self._mark_dates()
        self._keep()
        self.changed.emit()

    def _mark_dates(self) -> None:
        first, last = self.first.value, self.last.value
        backwards = first is not None and last is not None and first > last
        self.last.show_problem(wrong=backwards)
        self.last.line.setToolTip(
            "Before the first day" if backwards else self.first.line.toolTip()
        )

    def _keep(self) -> None:
        chosen, preferences = self.chosen, self._context.preferences
        first, last = chosen.completed_from, chosen.completed_to
        preferences.keep(f"{_KEY}/kind", chosen.kind or "")
        preferences.keep(f"{_KEY}/from", first.isoformat() if first else "")
        preferences.keep(f"{_KEY}/to", last.isoformat() if last else "")
        preferences.keep(f"{_KEY}/missing", chosen.missing_copy)
        preferences.keep(f"{_KEY}/voided", chosen.voided)

    def _restore(self) -> None:
        preferences, today = self._context.preferences, self._context.today()
        self.kind.setCurrentIndex(max(0, self.kind.findData(preferences.text(f"{_KEY}/kind"))))
        self.first.value = parse_date(preferences.text(f"{_KEY}/from"), today=today)
        self.last.value = parse_date(preferences.text(f"{_KEY}/to"), today=today)
        self.missing.setChecked(preferences.flag(f"{_KEY}/missing"))
        self.voided.setChecked(preferences.flag(f"{_KEY}/voided"))

    def _fill(self) -> None:
        self.kind.addItem("All kinds", None)
        for kind in CourseKind:
            self.kind.addItem(course_kind_words(kind), kind.value)
        self.district.addItem("All districts", None)

    def _connect(self) -> None:
        for box in (self.kind, self.district):
            box.currentIndexChanged.connect(self._on_changed)
        for tick in (self.missing, self.voided):
            tick.toggled.connect(self._on_changed)
        for field in (self.first, self.last):
            field.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        self.kind.setAccessibleName("Kind of course")
        self.district.setAccessibleName("District of the officer")
        self.first.setAccessibleName("Completed from")
        self.last.setAccessibleName("Completed to")
        for box, letters in ((self.kind, 11), (self.district, 12)):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(letters)
        for tick in (self.missing, self.voided):
            tick.setMinimumHeight(self.kind.sizeHint().height())
        for field in (self.first, self.last):
            field.setMinimumWidth(15 * GAP)
            field.setMaximumWidth(_WHOLE_DATE)
        self._lines = QHBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(GAP)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(GAP)
        boxes, ticks = _line(self.kind, self.district), _line(self.missing, self.voided)
        self._choices.addLayout(boxes)
        self._choices.addLayout(ticks)
        self._dates = QHBoxLayout()
        self._dates.setSpacing(GAP)
        for words, field in (("&Completed from", self.first), ("to", self.last)):
            self._dates.addLayout(_labelled(words, field), 1)
        self._lines.addLayout(self._choices)
        self._lines.addLayout(self._dates, 1)
        self._narrowest = max(part.minimumSize().width() for part in (boxes, ticks))


def _labelled(words: str, field: DateField) -> QHBoxLayout:
    label = QLabel(words)
    label.setBuddy(field)
    label.setContentsMargins(0, GAP - 2, 0, 0)
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    row.addStretch(0)
    return row


def _line(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _way(*, beside: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom

"""When deadlines are warned of, and the two choices that bear on them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from sro_desk.domain.changes import Kind
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.lead_times import lead_times_text, lead_times_typed, lead_times_words
from sro_desk.domain.problems import Problem, blocking, settings_problems
from sro_desk.domain.records import Settings
from sro_desk.services import agency
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.settings.section import FormSection
from sro_desk.ui.settings.switch import Switch
from sro_desk.ui.theme import GAP

_HOLIDAYS = (
    "Indigenous Peoples Day, the second Monday of October, and the Friday after Thanksgiving are "
    "holidays only where the county or city keeps them. A period that ends on a weekend or holiday "
    "ends on the next working day (§ 645.15), so counting them can move a deadline under V.C to a "
    "later day: six months that end on Thanksgiving, 11/26/2026, end on Friday 11/27, and with "
    "this choice on Monday 11/30. Off is the safe side. Fixed dates never move."
)
_REFRESH = (
    "POST advises to repeat the training every three years. It is advice, not law: it never "
    "changes a status or a light; the officer's page mentions it once three years have passed."
)


class WarningsSection(FormSection[tuple[int, ...]]):
    """Lead times are typed and saved; the choices hold at once and can be undone."""

    name = "Warnings"
    kinds = frozenset({Kind.SETTING})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.lead_times = QLineEdit()
        self.reset_button = QPushButton("&Reset to defaults")
        self.spoken = QLabel()
        self.local_holidays = Switch(
            QCheckBox("Count &local holidays"),
            _HOLIDAYS,
        )
        self.refresh_advisory = Switch(QCheckBox("&Mention the three-year refresh"), _REFRESH)
        self._lay_out()
        self.start()
        self.form.edited.connect(self._speak)
        self.reset_button.clicked.connect(self._reset)
        self.local_holidays.chosen.connect(self._choose_holidays)
        self.refresh_advisory.chosen.connect(self._choose_refresh)

    def draft(self) -> tuple[int, ...]:
        """The days typed; 0 stands for what is no number."""
        return lead_times_typed(self.lead_times.text())

    def fill(self, value: tuple[int, ...]) -> None:
        """Show lead times."""
        self.lead_times.setText(lead_times_text(value))

    def read(self, db: Database) -> tuple[int, ...]:
        """The lead times on file."""
        return agency.settings(db).lead_times

    def write(self, draft: tuple[int, ...]) -> Callable[[Database], tuple[int, ...]]:
        """Warn by them from now on."""
        return lambda db: self._stored_with(db, lead_times=draft).lead_times

    def problems(self, draft: tuple[int, ...]) -> tuple[Problem, ...]:
        """Numbers of days."""
        return settings_problems(Settings(lead_times=draft))

    def reload(self) -> None:
        """Ask for the lead times and the choices."""
        super().reload()
        self.context.jobs.ask(self, agency.settings, self._show_choices)

    @Slot()
    def _reset(self) -> None:
        self.fill(Settings().lead_times)

    @Slot()
    def _speak(self) -> None:
        days = self.draft()
        wrong = blocking(self.problems(days))
        self.spoken.setText("" if wrong else lead_times_words(days))
        differs = days != Settings().lead_times
        self.reset_button.setEnabled(differs and not self.context.read_only)

    @Slot(bool)
    def _choose_holidays(self, on: bool) -> None:
        self._choose("local_holidays", on=on)

    @Slot(bool)
    def _choose_refresh(self, on: bool) -> None:
        self._choose("refresh_advisory", on=on)

    def _choose(self, field: str, *, on: bool) -> None:
        self.context.jobs.ask(
            self,
            lambda db: self._stored_with(db, **{field: on}),
            self._show_choices,
            self._on_refused,
        )

    def _stored_with(self, db: Database, **changes: object) -> Settings:
        chosen = replace(agency.settings(db), **changes)  # type: ignore[arg-type]  # its own fields
        return agency.change_settings(db, chosen, actor=self.context.actor)

    def _show_choices(self, chosen: Settings) -> None:
        self.local_holidays.show_choice(on=chosen.local_holidays)
        self.refresh_advisory.show_choice(on=chosen.refresh_advisory)
        for switch in (self.local_holidays, self.refresh_advisory):
            switch.setEnabled(not self.context.read_only)

    def _on_refused(self, error: SroDeskError) -> None:
        self.bar.warn(str(error))
        self.reload()

    def _lay_out(self) -> None:
        self.head("Lead times")
        self.spoken.setProperty("role", "muted")
        self.spoken.setWordWrap(True)
        self.form.add("lead_times", "&Days before", self.lead_times,
                      hint="Days before a deadline on which it is told.")  # fmt: skip
        self.add_narrow(self.form)
        row = QHBoxLayout()
        row.addWidget(self.reset_button)
        row.addSpacing(GAP)
        row.addWidget(self.spoken, 1)
        self.content.addLayout(row)
        self.content.addSpacing(GAP)
        self.head("Holidays and advice")
        for switch in (self.local_holidays, self.refresh_advisory):
            switch.setEnabled(False)
            self.add_narrow(switch)
        self.content.addStretch(1)
        QWidget.setTabOrder(self.lead_times, self.reset_button)

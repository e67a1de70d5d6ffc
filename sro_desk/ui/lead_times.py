"""At the start and once a day: the deadlines that came closer since they were last shown."""

from datetime import date
from functools import partial
from textwrap import shorten

from PySide6.QtCore import QObject, QTimer, Slot

from sro_desk.domain.dates import us_date
from sro_desk.services import agency_facts, findings
from sro_desk.services.findings import OverviewRow
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.widgets.message_bar import MessageBar

_LOOK_EVERY = 60_000  # milliseconds between two looks at the calendar
_NAMED = 3  # officers that get a button of their own
_NAME_LENGTH = 28  # characters on a button
_NEVER = date(1, 1, 1)


class LeadTimes(QObject):
    """Fills a bar above the page; it never takes the focus."""

    def __init__(
        self, context: Context, file_id: str, bar: MessageBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._file_id = file_id
        self._bar = bar
        self._looked_on: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Ask for what crossed a lead time, once a day."""
        today = self._context.today()
        if self._looked_on == today:
            return
        self._looked_on = today
        since = self._context.preferences.warned_until(self._file_id)

        def crossed(db: Database) -> tuple[OverviewRow, ...]:
            shown = findings.overview(db, today)
            return findings.crossed(shown, agency_facts.settings(db), since or _NEVER)

        self._context.jobs.ask(self, crossed, lambda rows: self._show(rows, since, today))

    def _show(self, rows: tuple[OverviewRow, ...], since: date | None, today: date) -> None:
        self._context.preferences.keep_warned_until(self._file_id, today)
        if not rows:
            return
        self._bar.keep(_sentence(rows, since))
        for row in rows[:_NAMED]:
            name = shorten(row.name, _NAME_LENGTH, placeholder="…")
            show = partial(self._context.navigator.show_officer, row.officer.id)
            self._bar.add_button(name, show).setToolTip(row.name)
        if len(rows) > _NAMED:
            self._bar.add_button("All deadlines", self._lead_to_all)

    def _lead_to_all(self) -> None:
        self._context.navigator.show_page("deadlines")


def _sentence(rows: tuple[OverviewRow, ...], since: date | None) -> str:
    overdue = sum(1 for row in rows if (row.finding.days_left or 0) < 0)
    nearer = len(rows) - overdue
    parts = []
    if overdue:
        parts.append(f"{_officers(overdue)} became overdue")
    if nearer:
        parts.append(f"{_officers(nearer)} came closer to the deadline")
    when = "" if since is None else f" since {us_date(since)}"
    return f"{' and '.join(parts)}{when}."


def _officers(count: int) -> str:
    return "1 officer" if count == 1 else f"{count:,} officers"

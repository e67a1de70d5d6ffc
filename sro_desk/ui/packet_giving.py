"""A packet that leaves the window is recorded as given out, unless it is only a draft."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sro_desk.domain.reports import ReportName
from sro_desk.services.records_file import Database
from sro_desk.services.reports import given_out
from sro_desk.services.reports.made import MadeReport
from sro_desk.services.saving import save
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.give_out import GivenOut, GiveOutDialog


class PacketGiving:
    """Asks in a dialog over `page` to whom a packet goes; other reports go on unasked."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page

    def ask(self, made: MadeReport, verb: str, then: Callable[[GivenOut | None], None]) -> None:
        """Call `then` with what was said; with None where the report is no packet."""
        district = made.asked.district
        if made.asked.report is not ReportName.PACKET or district is None:
            then(None)
            return

        def go_on(contact: str) -> None:
            given = GiveOutDialog.ask(
                self._context, made, contact, verb=verb, parent=self._page.window()
            )
            if given is not None:
                then(given)

        self._context.jobs.ask(self._page, lambda db: given_out.contact_of(db, district), go_on)

    def record(
        self, db: Database, made: MadeReport, given: GivenOut | None, *, save_as: Path | None = None
    ) -> str:
        """Record it within a job, where that was wanted; the words that say so.

        With `save_as` the report is saved too, any report: a packet that is to be
        recorded only together with its record.
        """
        if given is None or not given.recorded or given.on is None:
            if save_as is not None:
                save(save_as, made.content)
            return ""
        kept = given_out.record(
            db,
            made,
            made_on=self._context.today(),
            sent_to=given.to,
            sent_on=given.on,
            actor=self._context.actor,
            save_as=save_as,
        )
        return f" Recorded as packet {kept.id}."

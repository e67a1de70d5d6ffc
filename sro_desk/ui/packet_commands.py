"""What a person does with packets that were given out: opened, saved again, voided."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.progress import Report
from sro_desk.domain.records import Packet
from sro_desk.services.records_file import Database
from sro_desk.services.reports import given_out
from sro_desk.services.saving import save
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog
from sro_desk.ui.saving import PDF, choose_place
from sro_desk.ui.viewing import VIEWING, open_in_viewer
from sro_desk.ui.widgets.packets_section import PacketsSection


class PacketCommands:
    """Answers what `section` asks; what is written comes by the bus."""

    def __init__(self, context: Context, page: QWidget, section: PacketsSection) -> None:
        self._context = context
        self._page = page
        section.open_asked.connect(self.open)
        section.save_asked.connect(self.save)
        section.void_asked.connect(self.void)

    def open(self, packet: Packet) -> None:
        """Show the very bytes that were given out, in the system's viewer."""

        def put(db: Database, _: Report) -> Path:
            kept, content = given_out.content(db, packet.id)
            return VIEWING.put(kept.file_name, "application/pdf", content)

        self._context.jobs.start(self._page, "Opening the packet", put, self._show)

    def save(self, packet: Packet) -> None:
        """Save the very bytes that were given out where the person says."""
        path = choose_place(
            self._page, self._context.preferences, "Save the packet as", packet.file_name, PDF
        )
        if path is None:
            return

        def write(db: Database, _: Report) -> Path:
            return save(path, given_out.content(db, packet.id)[1])

        self._context.jobs.start(
            self._page,
            f"Saving {path.name}",
            write,
            lambda saved: self._context.navigator.say(f"Saved as {saved}, to the byte as it was."),
        )

    def void(self, packet: Packet) -> None:
        """Void a packet that was not given out after all."""
        reason = VoidReasonDialog.ask(self._context, "packet", self._page)
        if reason is None:
            return
        actor = self._context.actor
        self._context.jobs.ask(
            self._page,
            lambda db: given_out.void(db, packet.id, reason, actor=actor),
            lambda _: None,
        )

    def _show(self, path: Path) -> None:
        try:
            open_in_viewer(path)
        except SroDeskError as error:
            self._context.navigator.warn(str(error))

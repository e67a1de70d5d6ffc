"""What is done to the certificates of the list: changed, given a copy, shown, voided."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sro_desk.domain.records import Certificate, Sha256
from sro_desk.domain.scan import Scan
from sro_desk.services import certificates
from sro_desk.services.certificates import CertificateLine
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.copies import Copies
from sro_desk.ui.dialogs.certificate import CertificateDialog
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog


class CertificateCommands:
    """Asks the person in dialogs over `page`; what is written comes back on the change bus."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page
        self._copies = Copies(context, page)

    def change(self, line: CertificateLine) -> None:
        """Open the form with what is on file."""
        CertificateDialog.ask(self._context, certificate=line.id, parent=self._page)

    def attach_copy(self, line: CertificateLine) -> None:
        """Choose the file of a certificate; it takes the place of one attached before."""
        actor = self._context.actor

        def store(db: Database, scan: Scan) -> Certificate:
            return certificates.attach_copy(db, line.id, scan, actor=actor)

        self._copies.attach(
            f"Copy of {line.officer_name}'s certificate", store, lambda scan: _attached(line, scan)
        )

    def open_copy(self, sha256: Sha256) -> None:
        """Show the copy in the system's viewer."""
        self._copies.open(sha256)

    def save_copy(self, sha256: Sha256) -> None:
        """Save the copy where the person says."""
        self._context.jobs.ask(
            self._page, lambda db: certificates.copy_content(db, sha256)[0], self._copies.save
        )

    def void(self, lines: Sequence[CertificateLine]) -> None:
        """Ask for one reason and void them all in one write."""
        count, actor = len(lines), self._context.actor
        reason = VoidReasonDialog.ask(self._context, "certificate", self._page, count=count)
        if reason is None:
            return
        ids = [line.id for line in lines]
        self._context.jobs.ask(
            self._page,
            lambda db: certificates.void_several(db, ids, reason, actor=actor),
            lambda _: self._context.navigator.say(_voided(lines)),
        )


def _attached(line: CertificateLine, scan: Scan) -> str:
    told = f"“{scan.original_name}” is on file for {line.officer_name};"
    return f"{told} Undo {'takes it off again' if line.copy is None else 'puts the old one back'}."


def _voided(lines: Sequence[CertificateLine]) -> str:
    if len(lines) == 1:
        return f"{lines[0].officer_name}'s certificate no longer counts; Undo brings it back."
    return f"{len(lines):,} certificates no longer count; Undo brings them back."

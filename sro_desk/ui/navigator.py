"""Go to a page, show a record, say a sentence: what a page asks of the window it does not know."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sro_desk.domain.records import CertificateId, DistrictId, OfficerId


class Navigator(QObject):
    """Carries wishes from pages to the window; whoever can fulfil one listens to its signal."""

    page_wanted = Signal(str)
    officer_wanted = Signal(object)  # OfficerId
    district_wanted = Signal(object)  # DistrictId
    certificate_wanted = Signal(object)  # CertificateId
    certificate_to_add = Signal(object, object)  # OfficerId or None, Path or None
    files_received = Signal(object)  # list of Paths
    import_wanted = Signal()
    report_wanted = Signal(str, object)  # name of the report, DistrictId or None
    backup_wanted = Signal()
    backup_made = Signal()
    restore_wanted = Signal(object)  # Path of the backup, or None where it is still to be chosen
    said = Signal(str)
    warned = Signal(str)
    as_of_shown = Signal(object)  # the date that the page on screen is about
    done = Signal(object)  # undo.Deed
    counted = Signal(str)  # "12 of 48 officers", for the status bar

    def show_page(self, name: str) -> None:
        """Bring a page of `page_list.PAGES` to the front."""
        self.page_wanted.emit(name)

    def show_officer(self, officer: OfficerId) -> None:
        """Show an officer on the Officers page."""
        self.officer_wanted.emit(officer)

    def show_district(self, district: DistrictId) -> None:
        """Show a district on the Districts page."""
        self.district_wanted.emit(district)

    def show_certificate(self, certificate: CertificateId) -> None:
        """Show a certificate on the Certificates page."""
        self.certificate_wanted.emit(certificate)

    def add_certificate(self, officer: OfficerId | None = None, path: Path | None = None) -> None:
        """Ask for a new certificate, of an officer or with a file where they are known."""
        self.certificate_to_add.emit(officer, path)

    def receive(self, paths: list[Path]) -> None:
        """Let files wait in the inbox, and show it."""
        self.files_received.emit(paths)

    def import_table(self) -> None:
        """Ask for a spreadsheet, and show what it would bring in."""
        self.import_wanted.emit()

    def open_report(self, name: str, district: DistrictId | None = None) -> None:
        """Show a report with its options set: `district` or `deadlines`."""
        self.report_wanted.emit(name, district)

    def back_up(self) -> None:
        """Make a verified backup now; `backup_made` tells when it is there."""
        self.backup_wanted.emit()

    def restore(self, backup: Path | None = None) -> None:
        """Close the file, put a backup in its place, and open that."""
        self.restore_wanted.emit(backup)

    def say(self, sentence: str) -> None:
        """Show a sentence in the window's message bar."""
        self.said.emit(sentence)

    def warn(self, sentence: str) -> None:
        """Show an expected failure in the window's message bar."""
        self.warned.emit(sentence)

    def did(self, deed: object) -> None:
        """Let Undo take back something that was done outside the records file (`undo.Deed`)."""
        self.done.emit(deed)

    def count(self, words: str) -> None:
        """Tell the status bar how much the page on screen shows."""
        self.counted.emit(words)

    def as_of(self, on: object) -> None:
        """Tell the status bar which date the page on screen is about."""
        self.as_of_shown.emit(on)

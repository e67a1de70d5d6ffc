"""The certificate form as a part of the inbox: it stays open, and tells what it stored."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sro_desk.domain.records import Certificate
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.certificate import CertificateDialog
from sro_desk.ui.inbox_ahead import Prepared


class InboxForm(CertificateDialog):
    """Shows one file after another; each begins with empty fields."""

    divided_as = "inbox"
    divided_into = (400, 440)

    stored_file = Signal(object, object, object)  # Path, Scan, tuple of Certificates
    left = Signal()  # Esc: nothing is lost, the cursor goes back to the list

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.path: Path | None = None
        self.save_button.setText("Store, show next")
        self.save_button.setToolTip("Ctrl+Enter")
        self.cancel_button.hide()
        self.another_button.hide()
        self.scan.buttons.hide()
        self.setMinimumWidth(0)

    def show_file(self, path: Path, prepared: Prepared | None) -> None:
        """Begin with a file; what the fields held is forgotten."""
        self.path = path
        self.clear_all()
        self._given_file = True
        if prepared is None:
            self.scan.load(path)
        else:
            self.scan.take(prepared.received, prepared.first)

    def show_nothing(self) -> None:
        """Hold no file."""
        self.path = None
        self.clear_all()

    def clear_all(self) -> None:
        """Forget what is typed, and the file."""
        self.fields.clear()
        self.scan.clear()
        self.bar.dismiss()
        self.form.forget_visits()
        self.start()

    @Slot()
    def save(self) -> None:
        """Store records and copy; the form stays for the next file."""
        if self.path is None or not self.may_be_stored():
            return
        path, typed = self.path, self.draft()

        def stored(certificates: object) -> None:
            if self.path == path:
                self.start()  # nothing of it is unsaved any more
            self.stored_file.emit(path, typed.scan, certificates)

        self.store(self.work(typed), stored, close=False)

    @Slot()
    def reject(self) -> None:
        """Esc loses nothing here."""
        self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """The page decides where the cursor is."""
        QWidget.showEvent(self, event)


def ids_of(certificates: tuple[Certificate, ...]) -> frozenset[int]:
    """The numbers of certificates, as changes name them."""
    return frozenset(int(each.id) for each in certificates)

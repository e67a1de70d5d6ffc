"""The actions of the Certificates page: what can be done to the row under the cursor."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from sro_desk.services.certificates import CertificateLine
from sro_desk.ui.certificate_commands import CertificateCommands
from sro_desk.ui.context import Context
from sro_desk.ui.models.certificate_columns import is_voided
from sro_desk.ui.widgets.table import Table


class CertificateActions(QObject):
    """Greys what cannot be done; voiding alone is done to every row selected."""

    def __init__(self, context: Context, page: QWidget, table: Table[CertificateLine]) -> None:
        super().__init__(page)
        self._context = context
        self._table = table
        self._commands = CertificateCommands(context, page)
        self.change = self._action("Change certificate…", "edit", "F2")
        self.attach = self._action("Attach copy…", "attach", "Ctrl+Shift+A")
        self.open_copy = self._action("Open copy", "open", "Ctrl+Shift+O")
        self.save_copy = self._action("Save copy as…", "save", "Ctrl+Shift+S")
        self.officer = self._action("Go to the officer", "officers", "Ctrl+G")
        self.void = self._action("Void…", "void", "Del")
        self.change.setIconText("Change")
        self.open_copy.setIconText("Open")
        self.save_copy.setIconText("Save as")
        self._connect()
        self.follow()

    @property
    def all(self) -> list[QAction]:
        """In the order of the menu."""
        return [*self.of_copy, self.officer, self.void]

    @property
    def of_copy(self) -> list[QAction]:
        """Those beside the certificate that is shown."""
        return [self.change, self.attach, self.open_copy, self.save_copy]

    @Slot()
    def follow(self) -> None:
        """Grey what cannot be done to the row under the cursor, or to those selected."""
        line, writes = self._table.current_row, not self._context.read_only
        counts = line is not None and not is_voided(line)
        on_file = line is not None and line.copy is not None
        self.change.setEnabled(counts and writes)
        self.attach.setEnabled(counts and writes)
        self.attach.setText("Replace copy…" if on_file else "Attach copy…")
        self.attach.setIconText("Replace" if on_file else "Attach")
        self.attach.setToolTip(_told(self.attach))
        self.open_copy.setEnabled(on_file)
        self.save_copy.setEnabled(on_file)
        self.officer.setEnabled(line is not None)
        self.void.setEnabled(writes and bool(self._voidable()))

    @Slot(object)
    def enter(self, line: CertificateLine) -> None:
        """What Enter and a double click do."""
        if is_voided(line):
            self._context.navigator.say(
                f"This certificate was voided ({line.voided}), so it is not changed any more."
            )
        elif self.change.isEnabled():
            self._commands.change(line)

    @Slot()
    def _change(self) -> None:
        if (line := self._table.current_row) is not None:
            self._commands.change(line)

    @Slot()
    def _attach(self) -> None:
        if (line := self._table.current_row) is not None:
            self._commands.attach_copy(line)

    @Slot()
    def _open_copy(self) -> None:
        line = self._table.current_row
        if line is not None and line.copy is not None:
            self._commands.open_copy(line.copy)

    @Slot()
    def _save_copy(self) -> None:
        line = self._table.current_row
        if line is not None and line.copy is not None:
            self._commands.save_copy(line.copy)

    @Slot()
    def _show_officer(self) -> None:
        if (line := self._table.current_row) is not None:
            self._context.navigator.show_officer(line.officer)

    @Slot()
    def _void(self) -> None:
        if lines := self._voidable():
            self._commands.void(lines)

    def _voidable(self) -> list[CertificateLine]:
        return [line for line in self._table.selected_rows if not is_voided(line)]

    def _action(self, text: str, icon: str, key: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setToolTip(_told(action))
        self._context.theme.dress(action, icon)
        return action

    def _connect(self) -> None:
        self.change.triggered.connect(self._change)
        self.attach.triggered.connect(self._attach)
        self.open_copy.triggered.connect(self._open_copy)
        self.save_copy.triggered.connect(self._save_copy)
        self.officer.triggered.connect(self._show_officer)
        self.void.triggered.connect(self._void)


def _told(action: QAction) -> str:
    return f"{action.text().rstrip('…')} ({action.shortcut().toString()})"

"""Whether certificate copies are appended: only once somebody says they were looked through."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from sro_desk.ui.theme import GAP

_REMINDER = (
    "Look through each copy first: a scan may show a birth date, a home address, a license number "
    "(Minn. Stat. § 13.43). Until you have, none is appended."
)


class CopiesTicks(QWidget):
    """Two ticks; what was looked through for one report is not for another: `forget`."""

    changed = Signal()  # whether they are appended
    grew = Signal()  # the reminder is shown, and the tick below it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._were = False
        self.wanted = QCheckBox("Append the &copies of certificates")
        self.looked = QCheckBox("I have loo&ked through the copies")
        self._reminder = QLabel(_REMINDER)
        self._lay_out()
        self._show()
        self.wanted.toggled.connect(self._show)
        self.looked.toggled.connect(self._show)

    @property
    def appended(self) -> bool:
        """Whether the copies are to be in the report."""
        return self.wanted.isChecked() and self.looked.isChecked()

    @Slot()
    def forget(self) -> None:
        """Other copies may be appended now: they have to be looked through anew."""
        self.looked.setChecked(False)

    @Slot()
    def _show(self) -> None:
        wanted = self.wanted.isChecked()
        if not wanted:
            self.forget()
        self._reminder.setVisible(wanted)
        self.looked.setVisible(wanted)
        if wanted:
            self.grew.emit()
        if self.appended != self._were:
            self._were = self.appended
            self.changed.emit()

    def _lay_out(self) -> None:
        self.wanted.setAccessibleDescription(_REMINDER)
        self._reminder.setWordWrap(True)
        self._reminder.setProperty("role", "warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for widget in (self.wanted, self._reminder, self.looked):
            column.addWidget(widget)

"""What can be done on the page of reports, and when."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from sro_desk.domain.reports import KINDS, Option, ReportName
from sro_desk.ui.context import Context


class ReportActions(QObject):
    """The actions by name; the page connects them."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._read_only = context.read_only
        self.print = self._action("Print…", "print", "Print the report on screen")
        self.save = self._action("Save as…", "save", "Save the report on screen", "Ctrl+S")
        self.view = self._action(
            "Open in viewer", "open", "Open the report in the system’s viewer", "Ctrl+Shift+O"
        )
        self.send = self._action(
            "Send to the district…", "mail",
            "Save the report and open a message to the district in your mail program",
            "Ctrl+Shift+E",
        )  # fmt: skip
        self.letter = self._action(
            "Edit the cover letter…", "edit", "Change the letter in front of each packet"
        )
        self.save_all = self._action(
            "Save all districts…", "folder",
            "Save this report of every district into a folder", "Ctrl+Shift+S",
        )  # fmt: skip
        self.subject = self._action(
            "Choose what it is about", "filter", "Go to the report’s district, officer or day",
            "Ctrl+D",
        )  # fmt: skip
        self.today = self._action("As of today", "today", "Make it as of today", "Ctrl+T")
        self.again = self._action("Make it again", "refresh", "Make the report again")
        self.add = self._action("Add a district…", "districts", "Enter a district")
        self.add.setEnabled(not context.read_only)

    def of_page(self) -> list[QAction]:
        """Those of the menu, in its order."""
        return [
            self.save, self.send, self.save_all, self.view, self.letter, self.subject, self.today,
        ]  # fmt: skip

    def allow(self, report: ReportName, *, made: bool, districts: int) -> None:
        """Grey what cannot be done with a report, which is `made` or still to be."""
        for_district = Option.DISTRICT in KINDS[report].needs
        for action in (self.print, self.save, self.view):
            action.setEnabled(made)
        self.send.setEnabled(made and for_district)
        self.save_all.setEnabled(for_district and bool(districts))
        self.letter.setEnabled(report is ReportName.PACKET and not self._read_only)

    def _action(self, text: str, icon: str, told: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        action.setToolTip(told)
        action.setStatusTip(told)
        if keys:
            action.setShortcut(QKeySequence(keys))
        self._theme.dress(action, icon)
        return action

"""Where the scanner puts its files: watched on this workstation, so that they wait in the inbox."""

from PySide6.QtCore import Slot

from sro_desk.ui.context import Context
from sro_desk.ui.inbox_watch import SCAN_FOLDER
from sro_desk.ui.settings.section import Section
from sro_desk.ui.widgets.form import Form
from sro_desk.ui.widgets.place_field import PlaceField


class ScanningSection(Section):
    """Holds as soon as the cursor leaves the field."""

    name = "Scanning"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.form = Form()
        self.folder = PlaceField(context.theme, "the folder that the scanner fills")
        self.tell(
            "Files that a scanner or a colleague puts into this folder wait in the Inbox. One "
            "leaves the folder when its certificate is stored: into the subfolder “Stored”. "
            "For your account on this computer; the records file does not change."
        )
        self.form.add("folder", "Scan &folder", self.folder, hint="Empty: none is watched.")
        self.add_narrow(self.form)
        self.content.addStretch(1)
        self.folder.chosen.connect(self._keep)
        self.folder.line.editingFinished.connect(self._keep)

    def reload(self) -> None:
        """Show what is chosen."""
        self.folder.line.setText(self.context.preferences.text(SCAN_FOLDER))

    @Slot()
    def _keep(self) -> None:
        typed = self.folder.text
        if typed != self.context.preferences.text(SCAN_FOLDER):
            self.context.inbox.choose_scan_folder(typed)
            watched = f"Files in {typed} wait in the Inbox from now on."
            self.context.navigator.say(watched if typed else "No scan folder is watched any more.")

"""Every command of the window: its words, its keys, its icon and the menu it is found in."""

from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from sro_desk.ui.theme import Theme

TOOLS = ("new-certificate", "new-officer", "", "undo", "redo", "", "print", "export")
MENUS = ("&File", "&Edit", "&Records", "&View", "&Tools", "&Help")


class Command(NamedTuple):
    """One command; `reach` tells when it can be used."""

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    told: str = ""  # what it does, in the status bar and the sheet of keys
    reach: str = "always"  # always, open (a file is open), write (and may be written)
    group: int = 0  # a new number draws a line in the menu


COMMANDS: tuple[Command, ...] = (
    Command(
        "new-file", "&File", "&New records file…", ("Ctrl+Shift+F",), "file-new",
        "Start an empty records file for an agency",
    ),
    Command("open", "&File", "&Open…", ("Ctrl+O",), "open", "Open another records file"),
    Command("sample", "&File", "Open the &sample", (), "sample", "Look at a made-up agency"),
    Command(
        "backup", "&File", "&Back up now", ("Ctrl+B",), "backup",
        "Make a verified backup of the records file", "open", 1,
    ),
    Command(
        "restore", "&File", "&Restore a backup…", (), "restore",
        "Verify a backup and put it in place; what it replaces is kept", "always", 1,
    ),
    Command(
        "import", "&File", "&Import…", ("Ctrl+I",), "drop",
        "Bring in a spreadsheet: officers, districts, assignments, certificates, reviews, days",
        "write", 2,
    ),
    Command(
        "print", "&File", "&Print…", ("Ctrl+P",), "print",
        "Print the report on screen", "open", 2,
    ),
    Command(
        "export", "&File", "&Export…", ("Ctrl+E",), "export",
        "Save what a district or an auditor is sent", "open", 2,
    ),
    Command(
        "save-list", "&File", "Save the &list…", ("Ctrl+L",), "save",
        "Save the list on screen, as it is filtered, as a workbook or CSV", "open", 3,
    ),
    Command(
        "calendar", "&File", "Save deadlines as &calendar…", (), "calendar",
        "Save the deadlines, with alarms, for the program in which you plan", "open", 3,
    ),
    Command(
        "export-everything", "&File", "Export e&verything…", (), "folder",
        "Save all records as JSON with the copies: private, for the agency alone", "open", 3,
    ),
    Command("quit", "&File", "&Quit", ("Ctrl+Q",), "quit", "Back up and close", "always", 4),
    Command("undo", "&Edit", "&Undo", ("Ctrl+Z",), "undo", "Take the last change back", "write"),
    Command(
        "redo", "&Edit", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo",
        "Do again what was taken back", "write",
    ),
    Command("copy", "&Edit", "&Copy", ("Ctrl+C",), "copy", "Copy text, or rows as a table",
            "always", 1),
    Command("find", "&Edit", "&Find", ("Ctrl+F",), "search", "Go to the search of this page",
            "open", 1),
    Command(
        "new-certificate", "&Records", "New &certificate…", ("Ctrl+N",), "certificate-add",
        "Enter a certificate together with its copy", "write",
    ),
    Command(
        "new-officer", "&Records", "New &officer…", ("Ctrl+Shift+N",), "officer-add",
        "Put an officer on the roster", "write",
    ),
    Command(
        "new-district", "&Records", "New &district…", ("Ctrl+Shift+D",), "districts",
        "Enter a district that contracts for officers", "write",
    ),
    Command(
        "attach-copies", "&Records", "&Attach copies…", ("Ctrl+Shift+C",), "attach",
        "Match the files of a folder to certificates that lack a copy", "write", 1,
    ),
    Command("refresh", "&View", "Re&fresh", ("F5",), "refresh", "Ask for everything again",
            "open", 1),
    Command("check", "&Tools", "Check &records", (), "check-records",
            "Prove the file, every copy and the whole ledger", "open"),
    Command("check-pdf", "&Tools", "Check a &PDF…", (), "review",
            "Tell whether the records still contain all that a PDF was made from", "open"),
    Command("settings", "&Tools", "&Settings", ("Ctrl+,",), "settings",
            "Agency, policy, courses, lead times, backups, appearance", "open", 1),
    Command("keys", "&Help", "&Keys", ("F1",), "keys", "Every key on one sheet"),
    Command("law", "&Help", "The &law", (), "law", "What the statute and the policy ask for"),
    Command("about", "&Help", "&About sro-desk", (), "info", "Version and licences",
            "always", 1),
)  # fmt: skip


class Actions(QObject):
    """The commands as Qt actions, by name; keys and the icons of menus come with `complete`."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = {command.name: self._made(command) for command in COMMANDS}
        self._draw(tools=True)
        self.allow(is_open=False, writable=False)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def allow(self, *, is_open: bool, writable: bool) -> None:
        """Grey what cannot be used without a file, or without writing to it."""
        reached = {"always": True, "open": is_open, "write": is_open and writable}
        for command in COMMANDS:
            self._actions[command.name].setEnabled(reached[command.reach])
        for name in ("undo", "redo"):
            self._actions[name].setEnabled(False)  # until there is something to take back

    def complete(self) -> None:
        """Draw the icons that only menus show, and listen to the keys."""
        from PySide6.QtGui import QKeySequence  # its many names are not needed to paint

        self._draw(tools=False)
        for command in COMMANDS:
            self._actions[command.name].setShortcuts(list(map(QKeySequence, command.keys)))

    def _draw(self, *, tools: bool) -> None:
        for command in COMMANDS:
            if command.icon and (command.name in TOOLS) == tools:
                self._theme.dress(self._actions[command.name], command.icon)

    def _made(self, command: Command) -> QAction:
        action = QAction(command.text, self)
        action.setStatusTip(command.told)
        name = command.text.replace("&", "").rstrip("…")
        keys = f" ({command.keys[0]})" if command.keys else ""
        action.setToolTip(f"{name}{keys}")
        return action

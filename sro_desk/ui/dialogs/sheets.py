"""Sheets to read: every key, the law in short, and what the program is made of."""

from html import escape

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from sro_desk import __version__, resources
from sro_desk.domain.dates import long_date
from sro_desk.domain.law import Law, law_from
from sro_desk.ui.actions import COMMANDS, MENUS
from sro_desk.ui.page_list import PAGES
from sro_desk.ui.theme import GAP

_HABITS = (
    ("Enter", "Open the row under the cursor"),
    ("F2", "Change the record under the cursor"),
    ("Del", "Void the record under the cursor, with a reason"),
    ("Esc", "Clear the search; close a dialog, and ask first where something was typed"),
    ("Ctrl+Enter, Ctrl+S", "Save from any field of a dialog; Ctrl+S also in Settings"),
    ("Ctrl+PgUp, Ctrl+PgDown", "In Settings: the section before, the section after"),
    ("Ctrl+PgUp, Ctrl+PgDown", "In a report: the page before, the page after"),
    ("F3, Shift+F3", "In a report: what is found next, what is found before"),
    ("Ctrl+D", "In Reports: go to the district, the officer or the day"),
    ("Ctrl+0, Ctrl+9", "Fit the pages to the width, or show a page whole"),
    ("Insert", "In the lists of Settings: add one"),
    ("Down", "From a search into the list; in a field with a list, open it"),
    ("t", "In a date: today"),
    ("+ −", "In a date: a day later or earlier"),
    ("Alt+Down", "In a date: choose from a calendar"),
    ("Tab", "Take the first match of what was typed, and go on"),
    ("Right click", "On the headings of a table: which columns to show"),
)
_PARTS = (
    ("PySide6 (Qt)", "LGPL-3.0"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("ReportLab", "BSD-3-Clause"),
    ("pikepdf", "MPL-2.0"),
    ("pypdfium2 (PDFium)", "Apache-2.0, BSD-3-Clause"),
    ("Pillow", "MIT-CMU"),
    ("platformdirs, python-calamine, RapidFuzz, Typer", "MIT"),
    ("Noto Sans", "OFL-1.1"),
)


class Sheet(QDialog):
    """A page of text that can be scrolled, selected and copied."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setOpenLinks(False)
        self.text.setHtml(text)
        self.text.document().setDocumentMargin(2 * GAP)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.resize(84 * GAP, 76 * GAP)


class KeysDialog(Sheet):
    """Every key of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keys", _keys_text(), parent)


class LawDialog(Sheet):
    """What the statute asks for, in short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        table = resources.path("law", "minnesota-626.8482.toml").read_text(encoding="utf-8")
        super().__init__("The law", _law_text(law_from(table)), parent)


class AboutDialog(Sheet):
    """Version, licence, parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("About sro-desk", _about_text(), parent)
        self.resize(60 * GAP, 60 * GAP)


def _keys_text() -> str:
    parts = []
    for menu in MENUS:
        rows = [
            (_keys(command.keys), command.told or command.text)
            for command in COMMANDS
            if command.menu == menu and command.keys
        ]
        if menu == "&View":
            pages = ((f"Alt+{n}, Ctrl+{n}", page.title) for n, page in enumerate(PAGES, start=1))
            rows = [*pages, *rows]
        if rows:
            parts.append(_table(menu.replace("&", ""), rows))
    return "".join([*parts, _table("In lists and forms", _HABITS)])


def _keys(keys: tuple[str, ...]) -> str:
    return ", ".join(QKeySequence(each).toString(_NATIVE) for each in keys)


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _table(
    title: str, rows: tuple[tuple[str, str], ...] | list[tuple[str, str]], left_width: int = 180
) -> str:
    lines = "".join(
        f"<tr><td width='{left_width}'><b>{escape(left)}</b></td><td>{escape(right)}</td></tr>"
        for left, right in rows
    )
    return f"<h3>{escape(title)}</h3><table cellpadding='3' width='100%'>{lines}</table>"


def _law_text(law: Law) -> str:
    begins, before = long_date(law.mandate_begins), long_date(law.trained_before)
    rows = (
        ("V.A", f"Beginning {begins}, an officer completes the mandated training before assuming "
                "the duties of a school resource officer."),
        ("V.B", f"One who completed a Basic SRO course before {long_date(law.basic_before)} "
                f"has time until before {before}; the supplemental course is enough."),
        ("V.C", "Where the employer cannot provide the course in time, within "
                f"{law.months_after_assuming} months of assuming the duties. Until then the "
                "officer reviews the agency's policy and is not required to perform duties (4) "
                "and (5)."),
        ("V.D", f"A substitute with fewer than {law.contact_days} student contact days in a school "
                "year need not be trained; the policy is reviewed all the same."),
        ("V.E", "The chief keeps a copy of the most recent certificate of each officer."),
    )  # fmt: skip
    objectives = "".join(f"<li>{escape(each)}</li>" for each in law.objectives)
    sources = "".join(
        f"<li><b>{escape(each.what)}</b> {escape(each.note)}</li>" for each in law.sources
    )
    return (
        f"<h2>{escape(law.section)}</h2><p>{escape(law.policy)} repeats subdivision 3 letter for "
        "letter. This is a summary, and no legal advice; where the text can be read in two ways, "
        "sro-desk takes the reading that is safer for the chief and says so.</p>"
        f"{_table('Who must be trained, and by when', rows, 56)}"
        f"<h3>What the course teaches ({escape(law.citations.objectives)})</h3>"
        f"<ul>{objectives}</ul><h3>Sources</h3><ul>{sources}</ul>"
    )


def _about_text() -> str:
    return (
        f"<h2>sro-desk {escape(__version__)}</h2>"
        "<p>Keeps the training certificates of school resource officers and works out their "
        "deadlines under Minn. Stat. § 626.8482. It keeps everything on this computer, uses no "
        "network and gives no legal advice.</p>"
        "<p>Free software under the MIT licence, without any warranty.</p>"
        f"{_table('Made with', _PARTS)}"
    )

"""The agency's cover letter to districts: its text, and the fields that each packet fills."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPlainTextEdit, QToolButton, QWidget

from sro_desk.domain import letter
from sro_desk.domain.problems import Problem
from sro_desk.services import letters
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.theme import GAP

_WIDE, _HIGH = 88 * GAP, 52 * GAP


class CoverLetterDialog(FormDialog[str]):
    """Edits the letter in force; one button brings the shipped text back."""

    def __init__(self, context: Context, text: str, parent: QWidget | None = None) -> None:
        super().__init__(context, "Cover letter to districts", parent)
        told = QLabel(
            "The letter in front of each packet. A blank line parts paragraphs, a line that begins "
            "with a dash is an item of a list, and {a field in braces} is filled for each district."
        )
        told.setWordWrap(True)
        self.body.insertWidget(0, told)
        self.text = QPlainTextEdit(text)
        self.fields = QToolButton()
        self.shipped = QToolButton()
        self._lay_out_letter()
        self.form.add("text", "&Letter", self.text)
        self.body.addLayout(self._below)
        self.start()

    @classmethod
    def ask(cls, context: Context, text: str, parent: QWidget | None = None) -> str | None:
        """The letter as stored; None where cancelled."""
        return cls(context, text, parent).ask_person()

    def draft(self) -> str:
        """What is typed."""
        return self.text.toPlainText()

    def problems(self, draft: str) -> tuple[Problem, ...]:
        """Unknown fields and lone braces would be printed as they are."""
        return letter.problems(draft)

    def work(self, draft: str) -> Callable[[Database], None]:
        """Keep it as the agency's own."""
        actor = self.context.actor
        return lambda db: letters.change(db, draft, actor=actor)

    @Slot(QAction)
    def _insert(self, action: QAction) -> None:
        self.text.insertPlainText(f"{{{action.data()}}}")
        self.text.setFocus()

    @Slot()
    def _bring_shipped_back(self) -> None:
        """As an edit that Ctrl+Z takes back."""
        self.text.selectAll()
        self.text.insertPlainText(letters.shipped())
        self.text.setFocus()

    def _lay_out_letter(self) -> None:
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(30 * GAP)
        menu = QMenu(self.fields)
        for name, words in letter.FIELDS.items():
            action = menu.addAction(f"{name}\t{words}")
            action.setData(name)
        menu.triggered.connect(self._insert)
        self.fields.setText("Insert a &field")
        self.fields.setMenu(menu)
        self.fields.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.shipped.setText("&Back to the shipped text")
        self.shipped.clicked.connect(self._bring_shipped_back)
        self._below = QHBoxLayout()
        self._below.addWidget(self.fields)
        self._below.addWidget(self.shipped)
        self._below.addStretch(1)
        self.resize(_WIDE, _HIGH)

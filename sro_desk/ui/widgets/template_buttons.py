"""A template with the columns that are read, and a filled example, saved where a person wants."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.services.spreadsheets import templates
from sro_desk.ui.context import Context
from sro_desk.ui.saving import choose_place
from sro_desk.ui.theme import GAP

_KINDS = "Excel workbook (*.xlsx);;CSV, a file for each table (*.csv)"


class TemplateButtons(QWidget):
    """Two buttons side by side."""

    saved = Signal(object)  # the paths written
    failed = Signal(object)  # SroDeskError

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.template = QPushButton("Template…")
        self.example = QPushButton("Example…")
        self.template.setToolTip("Save an empty workbook with every column that is read")
        self.example.setToolTip("Save a filled workbook of made-up records")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP, 0, 0)
        row.setSpacing(GAP)
        for button in (self.template, self.example):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.template.clicked.connect(self._save_template)
        self.example.clicked.connect(self._save_example)

    @Slot()
    def _save_template(self) -> None:
        self._save(templates.TEMPLATE, "Save the template")

    @Slot()
    def _save_example(self) -> None:
        self._save(templates.EXAMPLE, "Save the example")

    def _save(self, which: str, title: str) -> None:
        preferences, name = self._context.preferences, templates.workbook(which).name
        path = choose_place(self.window(), preferences, title, name, _KINDS)
        if path is None:
            return
        try:
            self.saved.emit(templates.save_copy(which, path))
        except SroDeskError as error:
            self.failed.emit(error)

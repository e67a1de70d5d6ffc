"""Which sheet is imported, what its rows are, and what its columns are read as."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from sro_desk.domain.spreadsheets.tables import TableKind, table_words
from sro_desk.ui.context import Context
from sro_desk.ui.import_state import ALL, ImportState
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.sheet_columns import SheetColumns
from sro_desk.ui.widgets.template_buttons import TemplateButtons

_WIDTH = 31 * GAP


class SheetChoice(QWidget):
    """Shows an `ImportState`, and tells what the person chooses instead."""

    sheet_chosen = Signal(int)
    kind_chosen = Signal(object)  # TableKind
    mapped = Signal(int, str)  # column, field or ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = QComboBox()
        self.kind = QComboBox()
        self.columns = SheetColumns()
        self._of_all = QLabel()
        self._headings = QLabel("Columns")
        self._scroll = QScrollArea()
        self.templates = TemplateButtons(context)
        self._lay_out()
        self.sheet.activated.connect(self._tell_sheet)
        self.kind.activated.connect(self._tell_kind)
        self.columns.mapped.connect(self.mapped)

    def show_state(self, state: ImportState) -> None:
        """Show how the spreadsheet is read now."""
        self._show_sheets(state)
        self.kind.setEnabled(True)
        several = state.chosen == ALL
        for widget in (self._kind_label, self.kind, self._headings, self._scroll):
            widget.setVisible(not several)
        self._of_all.setVisible(several)
        self._of_all.setText(_told(state) if several else "")
        layout = state.layout
        self.kind.setCurrentIndex(-1 if layout is None else self.kind.findData(layout.kind))
        if layout is None:
            self.columns.clear()
        else:
            self.columns.show_columns(layout.kind, state.headings, layout.columns)

    @Slot()
    def _tell_sheet(self) -> None:
        self.sheet_chosen.emit(int(self.sheet.currentData()))

    @Slot()
    def _tell_kind(self) -> None:
        self.kind_chosen.emit(TableKind(self.kind.currentData()))

    def _show_sheets(self, state: ImportState) -> None:
        self.sheet.clear()
        if len(state.recognised) > 1:
            self.sheet.addItem(f"All {len(state.recognised)} recognised sheets", ALL)
        for number, sheet in enumerate(state.sheets):
            self.sheet.addItem(sheet.name or "The whole file", number)
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(state.chosen)))
        self.sheet.setEnabled(self.sheet.count() > 1)

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH)
        for kind in TableKind:
            self.kind.addItem(table_words(kind), kind)
        self.kind.setPlaceholderText("Choose…")
        self.kind.setCurrentIndex(-1)
        for choice in (self.sheet, self.kind):
            choice.setEnabled(False)  # until there is a sheet
        for label in (self._of_all, self._headings):
            label.hide()
        self._of_all.setWordWrap(True)
        self._of_all.setTextFormat(Qt.TextFormat.PlainText)
        self._of_all.setProperty("role", "muted")
        self._scroll.setWidget(self.columns)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._headings.setProperty("role", "heading")
        sheet_label, self._kind_label = QLabel("S&heet"), QLabel("Each &row is one of")
        sheet_label.setBuddy(self.sheet)
        self._kind_label.setBuddy(self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for widget in (sheet_label, self.sheet, self._kind_label, self.kind, self._of_all):
            column.addWidget(widget)
        column.addSpacing(GAP)
        column.addWidget(self._headings)
        column.addWidget(self._scroll, 1)
        column.addStretch(0)
        column.addWidget(self.templates)


def _told(state: ImportState) -> str:
    """How each sheet is read."""
    lines = []
    for sheet, layout in zip(state.sheets, state.layouts, strict=True):
        known = layout is not None and layout.complete
        kind = table_words(layout.kind) if layout is not None and known else "not recognised"
        lines.append(sheet.name if sheet.name == kind else f"{sheet.name}: {kind.casefold()}")
    return "\n".join([*lines, "", "Choose one sheet to map its columns and to edit its cells."])

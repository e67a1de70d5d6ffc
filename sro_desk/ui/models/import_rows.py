"""The rows of an import as a table: what becomes of each, its cells, and what is to be said."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sro_desk.domain.codes import Light
from sro_desk.domain.spreadsheets.preview import PlannedRow, Preview
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.tables import Reads, TableKind, field_of, table_words
from sro_desk.ui.models.table import Column, TableModel

OUTCOME_WORDS = {
    Outcome.NEW: "New",
    Outcome.CHANGE: "Change",
    Outcome.SAME: "Same",
    Outcome.PROBLEM: "Problem",
}
OUTCOME_ICONS = {
    Outcome.NEW: "add",
    Outcome.CHANGE: "edit",
    Outcome.SAME: "check",
    Outcome.PROBLEM: "warning",
}
_TEXT, _DATE, _LONG_DATE = 150, 130, 270  # pixels
_ORDER = tuple(Outcome)
_BEFORE_FIELDS = 2  # columns before the cells of the spreadsheet
_Index = QModelIndex | QPersistentModelIndex


class ImportRows(TableModel[PlannedRow]):
    """The rows of one sheet, whose cells can be edited, or of several, in short."""

    edited = Signal(object, str, str)  # the row, the field, the new text

    def __init__(self, planned: Preview, parent: QObject | None = None) -> None:
        self.editable = len(planned.parts) == 1
        self._fields = tuple(planned.parts[0].layout.columns) if self.editable else ()
        columns = _of_one(planned, self._fields) if self.editable else _of_several(planned)
        super().__init__(columns, parent)
        self.show_rows(planned.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The cells that came out of the spreadsheet can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._field_at(index) else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is edited is the text as it was written."""
        row = self.row_at(index)
        if role == Qt.ItemDataRole.EditRole and row is not None:
            return row.texts.get(self._field_at(index), "")
        return super().data(index, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the row to be looked at again with another text."""
        row, field = self.row_at(index), self._field_at(index)
        if row is None or not field or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) != row.texts.get(field, ""):
            self.edited.emit(row, field, str(value))
        return True

    def column_of(self, row: PlannedRow) -> int:
        """The column in which the first thing to be said of a row stands."""
        told = (remark.field for remark in row.remarks if remark.field in self._fields)
        field = next(told, "")
        return _BEFORE_FIELDS + self._fields.index(field) if field else _BEFORE_FIELDS

    def _field_at(self, index: _Index) -> str:
        at = index.column() - _BEFORE_FIELDS
        return self._fields[at] if 0 <= at < len(self._fields) else ""


def _of_one(planned: Preview, fields: Sequence[str]) -> list[Column[PlannedRow]]:
    kind = planned.parts[0].layout.kind
    return [
        _outcome(),
        _line(),
        *(_field(kind, field, _width(planned, kind, field)) for field in fields),
        _words(planned),
    ]


def _of_several(planned: Preview) -> list[Column[PlannedRow]]:
    parts = planned.parts
    return [
        _outcome(),
        _line(),
        Column("Table", lambda row: table_words(parts[row.part].layout.kind), width=140),
        Column("Row", lambda row: _summary(row.texts), width=360),
        _words(planned),
    ]


def _outcome() -> Column[PlannedRow]:
    return Column(
        "Becomes",
        lambda row: OUTCOME_WORDS[row.outcome],
        sort=lambda row: _ORDER.index(row.outcome),
        icon=lambda row: OUTCOME_ICONS[row.outcome],
        light=lambda row: Light.RED if row.outcome is Outcome.PROBLEM else None,
        width=130,
    )


def _line() -> Column[PlannedRow]:
    return Column(
        "Line",
        lambda row: f"{row.line:,}",
        sort=lambda row: (row.part, row.line),
        align=Qt.AlignmentFlag.AlignRight,
        width=60,
    )


def _width(planned: Preview, kind: TableKind, name: str) -> int:
    if any(name in row.said for row in planned.rows):
        return _LONG_DATE
    return _DATE if field_of(kind, name).reads is Reads.DATE else _TEXT


def _field(kind: TableKind, name: str, width: int) -> Column[PlannedRow]:
    return Column(
        field_of(kind, name).title,
        partial(_cell, name),
        icon=lambda row: "warning" if _remarks(row, name) else "",
        tooltip=lambda row: " ".join(_remarks(row, name)),
        width=width,
    )


def _words(planned: Preview) -> Column[PlannedRow]:
    said: Callable[[PlannedRow], str] = lambda row: row.words(  # noqa: E731 - used twice
        planned.parts[row.part].layout.kind
    )
    return Column("What to know", said, tooltip=said, width=380)


def _cell(name: str, row: PlannedRow) -> str:
    text = " ".join((row.said.get(name) or row.texts.get(name, "")).split())
    old = row.was.get(name) if row.outcome is Outcome.CHANGE else None
    return text if old is None else f"{text}  (was {old})"


def _remarks(row: PlannedRow, name: str) -> list[str]:
    return [remark.words for remark in row.remarks if remark.field == name]


def _summary(texts: Mapping[str, str]) -> str:
    return ", ".join(" ".join(text.split()) for text in texts.values() if text)

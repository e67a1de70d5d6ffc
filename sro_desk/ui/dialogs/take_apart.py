"""Which pages of a file are a certificate each: a class that was scanned in one go."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QWidget

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.page_ranges import in_parts, parts_of
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog

Parts = tuple[tuple[int, ...], ...]


class TakeApartDialog(FormDialog[str]):
    """Proposes a part for each page; what is typed decides."""

    def __init__(
        self, context: Context, name: str, pages: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, f"Take “{name}” apart", parent, save="Take apart")
        self._pages = pages
        told = QLabel(
            f"The file has {pages:,} pages. Each part waits in the inbox as a file of its own; "
            "the whole file is kept in the folder “Taken apart”."
        )
        told.setWordWrap(True)
        self.body.insertWidget(0, told)
        self.each = QSpinBox()
        self.each.setRange(1, pages)
        self.parts = QLineEdit(in_parts(pages, 1))
        self.form.add("each", "Pages &each", self.each, hint="Fills in the parts below.")
        self.form.add("parts", "&Parts", self.parts)
        self.each.valueChanged.connect(self._propose)
        self.each.setFocus()
        self.start()

    @classmethod
    def ask(
        cls, context: Context, name: str, pages: int, parent: QWidget | None = None
    ) -> Parts | None:
        """The pages (from 0) of each part, or None."""
        dialog = cls(context, name, pages, parent)
        typed = dialog.ask_person()
        return None if typed is None else parts_of(typed, pages)

    def draft(self) -> str:
        """The parts as typed."""
        return self.parts.text()

    def show_problems(self) -> None:
        """Say how many parts there will be, or what cannot be read."""
        try:
            parts = parts_of(self.parts.text(), self._pages)
        except SroDeskError as error:
            self.form.row("parts").show_words(str(error), problem=True)
            self.allow_save(False)
            return
        left_out = self._pages - len({page for part in parts for page in part})
        words = "1 part." if len(parts) == 1 else f"{len(parts):,} parts."
        if left_out:
            words += f" {left_out:,} {'page is' if left_out == 1 else 'pages are'} in none."
        row = self.form.row("parts")
        row.hint = words
        row.show_words("", problem=False)
        self.allow_save(True)

    @Slot(int)
    def _propose(self, each: int) -> None:
        self.parts.setText(in_parts(self._pages, each))

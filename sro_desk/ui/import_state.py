"""The sheets of a spreadsheet that is being imported, and how each is read so far."""

from dataclasses import dataclass, field

from sro_desk.domain.spreadsheets.headings import Layout, headings_of
from sro_desk.domain.spreadsheets.preview import Part, PlannedRow, Preview
from sro_desk.domain.spreadsheets.sheets import Sheet, SheetFile
from sro_desk.domain.spreadsheets.tables import TableKind
from sro_desk.services.spreadsheets import choosing
from sro_desk.ui import import_memory
from sro_desk.ui.preferences import Preferences

ALL = -1  # every sheet that is recognised


@dataclass(kw_only=True)
class ImportState:
    """Changed by the person's choices; the preview is made anew from it each time."""

    file: SheetFile
    preferences: Preferences
    layouts: list[Layout | None]
    chosen: int = ALL  # a sheet's number
    sheets: list[Sheet] = field(default_factory=list)  # with the cells as corrected

    @classmethod
    def of(cls, file: SheetFile, preferences: Preferences) -> "ImportState":
        """As the headings tell, or as the person mapped these headings before."""
        layouts = [_layout(sheet, file, preferences) for sheet in file.sheets]
        state = cls(file=file, preferences=preferences, layouts=layouts, sheets=list(file.sheets))
        if len(state.recognised) < 2:
            state.chosen = next(iter(state.recognised), 0)
        return state

    @property
    def recognised(self) -> list[int]:
        """The sheets that can be read."""
        return [at for at, layout in enumerate(self.layouts) if layout and layout.complete]

    @property
    def layout(self) -> Layout | None:
        """How the chosen sheet is read; None for all of them, or where it is not known."""
        return None if self.chosen == ALL else self.layouts[self.chosen]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the chosen sheet."""
        layout = self.layout
        return () if layout is None else headings_of(self.sheets[self.chosen], layout.heading)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is to be looked at."""
        wanted = self.recognised if self.chosen == ALL else [self.chosen]
        found = ((self.sheets[at], self.layouts[at]) for at in wanted)
        return tuple(
            Part(sheet=sheet, layout=layout)
            for sheet, layout in found
            if layout is not None and layout.complete
        )

    def read_as(self, kind: TableKind) -> None:
        """Say what the rows of the chosen sheet are."""
        sheet = self.sheets[self.chosen]
        told = choosing.layout_as(sheet, kind)
        before = import_memory.remembered(self.preferences, sheet, told.heading, kind)
        self.layouts[self.chosen] = before or told

    def map_column(self, at: int, field_name: str) -> None:
        """Say what a column of the chosen sheet is; "" for nothing."""
        layout = self.layouts[self.chosen]
        if layout is None:
            return
        layout = choosing.without_column(layout, at)
        if field_name:
            layout = choosing.mapped_by_hand(layout, field_name, at)
        self.layouts[self.chosen] = layout

    def sheet_of(self, planned: Preview, row: PlannedRow) -> int:
        """The number of the sheet in which a row stands."""
        mine = planned.parts[row.part].sheet
        return next(number for number, sheet in enumerate(self.sheets) if sheet is mine)

    def correct(self, planned: Preview, row: PlannedRow, field_name: str, text: str) -> None:
        """Put another text into a cell; the file itself is not touched."""
        part = planned.parts[row.part]
        self.sheets[self.sheet_of(planned, row)] = part.with_cell(row.line, field_name, text).sheet

    def remember(self) -> None:
        """Read sheets with the same headings in the same way the next time."""
        for sheet, layout in zip(self.sheets, self.layouts, strict=True):
            if layout is not None and layout.complete:
                import_memory.remember(self.preferences, sheet, layout)


def _layout(sheet: Sheet, file: SheetFile, preferences: Preferences) -> Layout | None:
    told = choosing.layout_of(sheet, file)
    heading = (
        choosing.layout_as(sheet, TableKind.OFFICERS).heading if told is None else told.heading
    )
    return import_memory.remembered(preferences, sheet, heading) or told

"""The schools of a district, each with who serves there."""

from collections.abc import Sequence

from sro_desk.ui.context import Context
from sro_desk.ui.models.district_rows import SCHOOL_COLUMNS, SchoolLine
from sro_desk.ui.models.table import TableModel
from sro_desk.ui.widgets.record_section import RecordSection


class SchoolsSection(RecordSection[SchoolLine]):
    """Several can be added in a row."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context, "Schools", "school", TableModel(SCHOOL_COLUMNS), "district-schools"
        )
        actions = (self.add, self.change, self.void)
        self.table.set_row_actions(actions)
        self.add_buttons(actions)
        self.table.say_when_empty(
            "school", "No schools on file", "Add one, or several in a row."
        ).add_button(self.add)
        self.body.addWidget(self.table)

    def show_lines(self, lines: Sequence[SchoolLine]) -> None:
        """Show these."""
        self.model.show_rows(lines)
        self.show_count(len(lines))
        self.show_what_can_be_done()

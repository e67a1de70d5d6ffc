"""An officer assigned to a district: regular or substitute, for one school or several at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from sro_desk.domain.codes import Role
from sro_desk.domain.drafts import AssignmentDraft
from sro_desk.domain.problems import Problem, assignment_problems
from sro_desk.domain.records import Assignment, Officer, SchoolId
from sro_desk.domain.sentences import role_words
from sro_desk.services import assignments, districts
from sro_desk.services.districts import DistrictLine
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.widgets.chooser import Chooser
from sro_desk.ui.widgets.date_field import DateField
from sro_desk.ui.widgets.school_ticks import SchoolTicks

_MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Typed:
    """One assignment for each school ticked, or one for the whole district."""

    common: AssignmentDraft
    schools: tuple[SchoolId, ...]

    def drafts(self) -> tuple[AssignmentDraft, ...]:
        """What is to be stored."""
        places: tuple[SchoolId | None, ...] = self.schools or (None,)
        return tuple(replace(self.common, school=school) for school in places)


class AssignmentDialog(FormDialog[Typed]):
    """Where, in which role, and from when until when."""

    def __init__(
        self,
        context: Context,
        officer: Officer,
        assignment: Assignment | None = None,
        *,
        others: Sequence[Assignment] = (),
        parent: QWidget | None = None,
    ) -> None:
        title = "Change assignment" if assignment else "New assignment"
        super().__init__(context, f"{title} of {officer.name}", parent)
        self._officer = officer
        self._assignment = assignment
        self._others = [each for each in others if assignment is None or each.id != assignment.id]
        self._wanted = None if assignment is None else assignment.district
        self.district: Chooser[DistrictLine] = Chooser(_district_words, add="Add a district")
        self.schools = SchoolTicks(one=assignment is not None)
        self.role = QComboBox()
        self.assumed = DateField(context.theme, context.today)
        self.ends_on = DateField(context.theme, context.today)
        self.booked_days = QSpinBox()
        self.meets_definition = QCheckBox(
            "In a public school, in the regular school day, as a regular responsibility"
        )
        self.definition_reason = QLineEdit()
        self._add_fields()
        self._fill(assignment)
        self._show_what_applies()
        self.start()
        self.district.changed.connect(self._show_schools)
        self.district.add_asked.connect(self._add_district)
        self.role.currentIndexChanged.connect(self._show_what_applies)
        self.meets_definition.toggled.connect(self._show_what_applies)
        context.jobs.ask(self, districts.all_districts, self._take_districts)

    @classmethod
    def ask(
        cls,
        context: Context,
        officer: Officer,
        assignment: Assignment | None = None,
        *,
        others: Sequence[Assignment] = (),
        parent: QWidget | None = None,
    ) -> tuple[Assignment, ...]:
        """The assignments as stored, none where cancelled; `others` are the officer's own."""
        dialog = cls(context, officer, assignment, others=others, parent=parent)
        dialog.ask_person()
        return dialog.stored if isinstance(dialog.stored, tuple) else ()

    def draft(self) -> Typed:
        """What is typed; what does not apply is left out."""
        line, substitute = self.district.value, self._role is Role.SUBSTITUTE
        meets = self.meets_definition.isChecked()
        common = AssignmentDraft(
            officer=self._officer.id,
            district=None if line is None else line.district.id,
            role=self._role,
            assumed=self.assumed.value,
            ends_on=self.ends_on.value,
            meets_definition=meets,
            definition_reason="" if meets else self.definition_reason.text().strip(),
            booked_days=self.booked_days.value() if substitute else 0,
        )
        return Typed(common, self.schools.ticked)

    def problems(self, draft: Typed) -> tuple[Problem, ...]:
        """What is wrong with any of them, each said once."""
        found = (
            problem
            for each in draft.drafts()
            for problem in assignment_problems(each, officer=self._officer, others=self._others)
        )
        return tuple(dict.fromkeys(found))

    def work(self, draft: Typed) -> Callable[[Database], tuple[Assignment, ...]]:
        """Add them all in one write, or change the one at hand."""
        assignment, actor, drafts = self._assignment, self.context.actor, draft.drafts()
        if assignment is None:
            return lambda db: assignments.add_several(db, drafts, actor=actor)
        return lambda db: (assignments.change(db, assignment.id, drafts[0], actor=actor),)

    @property
    def _role(self) -> Role:
        return Role(self.role.currentData())  # Qt hands back the bare text

    def _take_districts(self, lines: Sequence[DistrictLine]) -> None:
        untouched = not self.is_changed
        self.district.show_rows(lines)
        if self._wanted is None and len(lines) == 1:
            self._wanted = lines[0].district.id
        for line in lines:
            if line.district.id == self._wanted and self.district.value is None:
                self.district.choose(line)
        if untouched:
            self.start()

    @Slot()
    def _show_schools(self) -> None:
        line = self.district.value
        held = self._assignment.school if self._assignment else None
        self.schools.show_schools(line.schools if line else (), (held,) if held else ())
        self._show_what_applies()

    @Slot()
    def _add_district(self) -> None:
        from sro_desk.ui.dialogs.district import DistrictDialog

        added = DistrictDialog.ask(self.context, parent=self)
        if added is not None:
            self._wanted = added.id
            self.district.clear()
            self.context.jobs.ask(self, districts.all_districts, self._take_districts)

    @Slot()
    def _show_what_applies(self) -> None:
        """Booked days belong to substitutes, the reason to what does not meet the definition."""
        line, form = self.district.value, self.form
        form.set_row_visible("school", visible=line is not None and bool(line.schools))
        form.set_row_visible("booked_days", visible=self._role is Role.SUBSTITUTE)
        meets = self.meets_definition.isChecked()
        form.set_row_visible("definition_reason", visible=not meets)

    def _fill(self, assignment: Assignment | None) -> None:
        if assignment is None:
            return
        self.role.setCurrentIndex(self.role.findData(assignment.role))
        self.assumed.value = assignment.assumed
        self.ends_on.value = assignment.ends_on
        self.booked_days.setValue(assignment.booked_days)
        self.meets_definition.setChecked(assignment.meets_definition)
        self.definition_reason.setText(assignment.definition_reason)

    def _add_fields(self) -> None:
        several = self._assignment is None
        for role in Role:
            self.role.addItem(role_words(role), role)
        self.district.setPlaceholderText("Type a few letters or the number of the district")
        self.booked_days.setRange(0, _MOST_DAYS)
        self.booked_days.setSuffix(" days")
        self.definition_reason.setPlaceholderText("Private school, evening events only, …")
        form = self.form
        form.add("district", "&District", self.district)
        form.add(
            "school",
            "&Schools" if several else "&School",
            self.schools,
            hint="Tick one or several; each becomes an assignment. None is the whole district."
            if several
            else "None ticked is the whole district.",
        )
        form.add("role", "&Role", self.role)
        form.add("assumed", "&First day", self.assumed, hint="The day the duties are assumed.")
        form.add("ends_on", "&Last day", self.ends_on, hint="Empty while it goes on.")
        form.add(
            "booked_days",
            "&Booked days",
            self.booked_days,
            hint="Days promised with no dates yet; dates are entered in the calendar.",
        )
        form.add("meets_definition", "&Covered", self.meets_definition)
        form.add("definition_reason", "&Why not", self.definition_reason)


def _district_words(line: DistrictLine) -> str:
    """ "ISD 0196  ·  Rosemount-Apple Valley-Eagan"."""
    name = line.district.name
    return name if line.label == name else f"{line.label}  ·  {name}"

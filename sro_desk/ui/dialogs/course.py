"""A course of the catalogue: what it is called, and what its certificates count toward."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.course_kinds import kind_explained
from sro_desk.domain.drafts import CourseDraft
from sro_desk.domain.faults import Fault
from sro_desk.domain.problems import Problem, course_problems, number_typed
from sro_desk.domain.records import Course
from sro_desk.domain.sentences import course_kind_words
from sro_desk.services import courses
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.widgets.date_field import DateField

_SIZE = QSize(600, 560)  # pixels: the longest explanation of a kind has room
_AROUND = QSize(40, 80)
_WHAT_IT_IS = "The certificate says which; POST's list of approved courses decides."


class CourseDialog(FormDialog[CourseDraft]):
    """The kind of a new course is asked for, never assumed: it decides who counts as trained."""

    def __init__(
        self,
        context: Context,
        course: Course | None = None,
        *,
        title: str = "",
        provider: str = "",
        post_number: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "Change course" if course else "New course", parent)
        self._course = course
        self._others: Sequence[Course] = ()
        self.title = QLineEdit(title)
        self.kind = QComboBox()
        self.provider = QLineEdit(provider)
        self.post_number = QLineEdit(post_number)
        self.credits = QLineEdit()
        self.approved_from = DateField(context.theme, context.today)
        self.approved_to = DateField(context.theme, context.today)
        self._add_fields()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _AROUND))
        if course is not None:
            self._fill(course)
        self._explain_kind()
        self.start()
        self.kind.currentIndexChanged.connect(self._explain_kind)
        context.jobs.ask(self, courses.all_courses, self._take_others)

    @classmethod
    def ask(
        cls,
        context: Context,
        course: Course | None = None,
        *,
        title: str = "",
        provider: str = "",
        post_number: str = "",
        parent: QWidget | None = None,
    ) -> Course | None:
        """The course as stored, or None; the texts are what is known elsewhere of a new one."""
        dialog = cls(
            context,
            course,
            title=title,
            provider=provider,
            post_number=post_number,
            parent=parent,
        )
        dialog.ask_person()
        return dialog.stored if isinstance(dialog.stored, Course) else None

    def showEvent(self, event: QShowEvent) -> None:
        """Where the title is known, the kind is asked for first."""
        super().showEvent(event)
        if self.title.text() and self._kind is None:
            self.kind.setFocus()

    def draft(self) -> CourseDraft:
        """What is typed; until a kind is chosen it counts toward nothing, and cannot be saved."""
        return CourseDraft(
            title=" ".join(self.title.text().split()),
            kind=self._kind or CourseKind.OTHER,
            provider=self.provider.text().strip(),
            post_number=self.post_number.text().strip(),
            credits=number_typed(self.credits.text()),
            approved_from=self.approved_from.value,
            approved_to=self.approved_to.value,
        )

    def problems(self, draft: CourseDraft) -> tuple[Problem, ...]:
        """Compared with the other courses of the catalogue."""
        found = course_problems(draft, others=self._others)
        if self._kind is None:
            return (*found, Problem("kind", Fault.KIND_MISSING))
        return found

    def work(self, draft: CourseDraft) -> Callable[[Database], Course]:
        """Add, or change the one at hand."""
        course, actor = self._course, self.context.actor
        if course is None:
            return lambda db: courses.add(db, draft, actor=actor)
        return lambda db: courses.change(db, course.id, draft, actor=actor)

    @property
    def _kind(self) -> CourseKind | None:
        chosen = self.kind.currentData()  # Qt hands a code back as text
        return None if chosen is None else CourseKind(chosen)

    def _take_others(self, catalogue: Sequence[Course]) -> None:
        itself = None if self._course is None else self._course.id
        self._others = [each for each in catalogue if each.id != itself]
        self.show_problems()

    @Slot()
    def _explain_kind(self) -> None:
        kind, row = self._kind, self.form.row("kind")
        row.hint = _WHAT_IT_IS if kind is None else kind_explained(kind)
        if self._course is not None and kind is not self._course.kind:
            row.hint += " Certificates of this course already on file will count as this too."
        self.show_problems()

    def _fill(self, course: Course) -> None:
        self.title.setText(course.title)
        self.kind.setCurrentIndex(self.kind.findData(course.kind))
        self.provider.setText(course.provider)
        self.post_number.setText(course.post_number)
        self.credits.setText("" if course.credits is None else f"{course.credits:f}")
        self.approved_from.value = course.approved_from
        self.approved_to.value = course.approved_to

    def _add_fields(self) -> None:
        for kind in CourseKind:
            self.kind.addItem(course_kind_words(kind), kind)
        self.kind.setPlaceholderText("Choose what it is")
        self.kind.setCurrentIndex(-1)
        self.title.setPlaceholderText("As the certificate prints it")
        form = self.form
        form.add("title", "&Title", self.title)
        form.add("kind", "&Kind", self.kind, hint=_WHAT_IT_IS)
        form.add("provider", "&Provider", self.provider)
        form.add("post_number", "P&OST number", self.post_number)
        form.add("credits", "C&redits", self.credits)
        form.add("approved_from", "Approved &from", self.approved_from)
        form.add(
            "approved_to",
            "Approved &until",
            self.approved_to,
            hint="Both may stay empty; they only warn of dates outside.",
        )

"""The catalogue of courses: what each counts toward decides what its certificates are worth."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt

from sro_desk.domain.changes import Kind
from sro_desk.domain.codes import CourseKind
from sro_desk.domain.course_kinds import counts_toward, kind_explained
from sro_desk.domain.dates import us_date
from sro_desk.domain.records import Course
from sro_desk.domain.words import course_kind_words
from sro_desk.services import courses
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.course import CourseDialog
from sro_desk.ui.models.table import Column
from sro_desk.ui.settings.list_section import ListSection
from sro_desk.ui.widgets.search_field import SearchField

_ORDER = tuple(CourseKind)
_COUNTS = {
    kind: counts_toward(kind).removeprefix("counts toward ").partition(" when")[0].partition(";")[0]
    for kind in CourseKind
}


def _day(day: date | None) -> str:
    return "" if day is None else us_date(day)


COLUMNS: tuple[Column[Course], ...] = (
    Column("Title", lambda each: each.title, tooltip=lambda each: each.title, width=280),
    Column("Kind", lambda each: course_kind_words(each.kind).removesuffix(" course"),
           sort=lambda each: _ORDER.index(each.kind),
           tooltip=lambda each: kind_explained(each.kind), width=112),
    Column("Counts toward", lambda each: _COUNTS[each.kind],
           tooltip=lambda each: kind_explained(each.kind), width=160),
    Column("Provider", lambda each: each.provider, tooltip=lambda each: each.provider, width=144),
    Column("POST no.", lambda each: each.post_number, width=112),
    Column("Credits", lambda each: "" if each.credits is None else f"{each.credits:f}",
           sort=lambda each: -1 if each.credits is None else each.credits,
           align=Qt.AlignmentFlag.AlignRight, width=80),
    Column("Approved from", lambda each: _day(each.approved_from),
           sort=lambda each: (each.approved_from or date.min).toordinal(), width=116),
    Column("Until", lambda each: _day(each.approved_to),
           sort=lambda each: (each.approved_to or date.max).toordinal(), width=96),
)  # fmt: skip


class CoursesSection(ListSection[Course]):
    """Certificates name a course of this list."""

    name = "Courses"
    kinds = frozenset({Kind.COURSE})

    def __init__(self, context: Context) -> None:
        super().__init__(context, COLUMNS, "course")
        self.find_field = SearchField(context.theme, "Search courses")
        self.tell(
            "The kind of a course, not its name, decides what its certificates count toward. "
            "Changing the kind changes the deadline and the status of every officer who holds one."
        )
        self.content.addWidget(self.find_field)
        self.find_field.setMaximumWidth(360)
        self.find_field.leads_to(self.table)
        self.find_field.searched.connect(self.model.set_filter)
        self.add_table()
        self.table.setAccessibleName("Catalogue of courses")
        self.table.say_when_empty(
            "certificates", "No courses yet", "Add the courses that certificates are issued for."
        ).add_button(self.add_action)

    def ask(self, record: Course | None) -> Course | None:
        """Ask for a course."""
        return CourseDialog.ask(self.context, record, parent=self)

    def read(self, db: Database) -> Sequence[Course]:
        """By kind, then by title."""
        return courses.all_courses(db)

    def voiding(self, record: Course, reason: str) -> Callable[[Database], None]:
        """Void a course; refused while a certificate names it."""
        return lambda db: courses.void(db, record.id, reason, actor=self.context.actor)

    def search(self) -> None:
        """Go to the search."""
        self.find_field.find()

    def changed(self, before: Course, after: Course) -> None:
        """Another kind changes findings: say so."""
        if before.kind is not after.kind:
            self.context.navigator.say(
                f"Certificates of “{after.title}” now {_counting(after.kind)}; deadlines and "
                "statuses follow. Undo takes it back."
            )


def _counting(kind: CourseKind) -> str:
    words = counts_toward(kind)
    return words.replace("counts", "count", 1).replace("opens", "open", 1)

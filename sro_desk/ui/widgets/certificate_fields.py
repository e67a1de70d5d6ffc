"""The fields of a certificate: whose, of which course, completed when, with which number."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.course_kinds import counts_toward
from sro_desk.domain.drafts import CertificateDraft
from sro_desk.domain.faults import Fault
from sro_desk.domain.problems import Problem, number_typed
from sro_desk.domain.records import Certificate, Course, CourseId, Officer, OfficerId
from sro_desk.domain.sentences import course_kind_words
from sro_desk.ui.context import Context
from sro_desk.ui.widgets.chooser import Chooser
from sro_desk.ui.widgets.date_field import DateField
from sro_desk.ui.widgets.form import Form
from sro_desk.ui.widgets.officers_field import OfficersField
from sro_desk.ui.widgets.question import Question


class CertificateFields(QObject):
    """Adds its rows to a form; several officers share all but the number."""

    add_officer_asked = Signal(str)  # the name typed
    add_course_asked = Signal(str)  # the title typed

    def __init__(self, context: Context, form: Form) -> None:
        super().__init__(form)
        self._form = form
        self._several = False
        self._credits_of_course = ""
        self.officers = OfficersField(context.theme)
        self.course: Chooser[Course] = Chooser(course_words, add="Add a course")
        self.on_the_list = QPushButton("It is on POST's list: choose that course")
        self.completed_on = DateField(context.theme, context.today)
        self.issued_on = DateField(context.theme, context.today)
        self.number = QLineEdit()
        self.credits = QLineEdit()
        self.which_officer = Question()
        self.which_course = Question()
        self._connect()  # before the form listens: it then finds numbers and hints in place
        self._add_rows()
        self._explain_course()
        self.ask_about_list(asked=False)
        self.follow_questions()

    def drafts(self) -> tuple[CertificateDraft, ...]:
        """One for each officer; one without an officer where none is chosen."""
        return tuple(self._draft(each) for each in self.officers.officers or (None,))

    @property
    def typed_names(self) -> tuple[str, str]:
        """The letters typed for an officer and for a course, chosen or not."""
        return self.officers.chooser.text(), self.course.text()

    def unchosen(self) -> tuple[Problem, ...]:
        """What is typed and names nothing: it would be lost."""
        loose = (("officer", self.officers.unmatched), ("course", self.course.unmatched))
        return tuple(Problem(name, Fault.NOT_ON_THE_LIST) for name, here in loose if here)

    def offer(self, officers: Sequence[Officer], courses: Sequence[Course]) -> None:
        """Let these be chosen from."""
        self.officers.offer(officers)
        self.course.show_rows(courses)

    def fill(self, certificate: Certificate) -> None:
        """Show a certificate on file; the officer is chosen by the caller, who has the roster."""
        self.officers.only_one()
        self._form.row("officer").label.setText("&Officer")
        self.course.choose(certificate.course)
        self.completed_on.value = certificate.completed_on
        self.issued_on.value = certificate.issued_on
        self.number.setText(certificate.number)
        self.credits.setText("" if certificate.credits is None else f"{certificate.credits:f}")

    def ask_about_list(self, *, asked: bool) -> None:
        """Ask, or no longer, whether POST's list has a School Safety Center course (RULES §2)."""
        self._form.set_row_visible("on_the_list", visible=asked)

    def follow_questions(self) -> None:
        """Show the rows in which something is asked."""
        self._form.set_row_visible("which_officer", visible=bool(self.which_officer.open))
        self._form.set_row_visible("which_course", visible=bool(self.which_course.open))

    def put_officers(self, officers: Sequence[Officer] | None) -> None:
        """Choose these, or nobody."""
        if officers is None:
            self.officers.clear()
        for officer in officers or ():
            self.officers.add(officer)

    def put_number(self, number: str | None) -> None:
        """Write a number, or none."""
        self.number.setText(number or "")

    def put_credits(self, number: Decimal | None) -> None:
        """Write credits; with None the course's own come back."""
        own = self._credits_of_course
        self.credits.setText(own if number is None else f"{number.normalize():f}")

    def typed_credits(self) -> Decimal | str | None:
        """The credits in the field; None while they are only the course's own."""
        text = self.credits.text().strip()
        if text in ("", self._credits_of_course):
            return None
        return number_typed(text) or text

    def clear_for_next(self) -> None:
        """Keep the course and its dates; officers and numbers are those of the next."""
        self.officers.clear()
        self.number.clear()

    def clear(self) -> None:
        """Forget everything that is typed or chosen."""
        self.clear_for_next()
        self.officers.chooser.clear()
        self.course.clear()
        self.completed_on.value = None
        self.issued_on.value = None
        self.credits.clear()

    @Slot()
    def _on_officers(self) -> None:
        """One number stands in the form's own field, several in the officers' rows."""
        chosen, several = self.officers.officers, self.officers.several
        if several == self._several:
            return
        self._several = several
        if several:
            self.officers.take_first_number(self.number.text())
            self.number.clear()
        elif chosen:
            self.number.setText(self.officers.number_of(chosen[0]))
        self._form.set_row_visible("number", visible=not several)

    @Slot()
    def _explain_course(self) -> None:
        course, row = self.course.value, self._form.row("course")
        if course is None:
            row.hint = "Its kind decides what the certificate counts toward."
        else:
            row.hint = f"{course_kind_words(course.kind)}: {counts_toward(course.kind)}."
        self._propose_credits("" if course is None else _credits_words(course))

    @Slot()
    def _choose_mandated(self) -> None:
        self.course.look_for(course_kind_words(CourseKind.MANDATED))

    def _propose_credits(self, words: str) -> None:
        """The course's own credits, unless others were typed."""
        if words and self.credits.text() in ("", self._credits_of_course):
            self.credits.setText(words)
            self._credits_of_course = words

    def _draft(self, officer: OfficerId | None) -> CertificateDraft:
        number = self.number.text()
        if officer is not None and self.officers.several:
            number = self.officers.number_of(officer)
        return CertificateDraft(
            officer=officer,
            course=self._course_id,
            completed_on=self.completed_on.value,
            issued_on=self.issued_on.value,
            number=number.strip(),
            credits=number_typed(self.credits.text()),
        )

    @property
    def _course_id(self) -> CourseId | None:
        return None if self.course.value is None else self.course.value.id

    def _add_rows(self) -> None:
        self.on_the_list.setAutoDefault(False)
        self.course.setPlaceholderText("Type a few letters of its title, provider or kind")
        self.completed_on.line.setPlaceholderText("MM/DD/YYYY, the last day of the course")
        form = self._form
        form.add("officer", "&Officers", self.officers)
        form.add("which_officer", "", self.which_officer)
        form.add("course", "&Course", self.course)
        form.add("which_course", "", self.which_course)
        form.add("completed_on", "Completed o&n", self.completed_on)
        form.add("on_the_list", "POST's &list", self.on_the_list)
        form.add("issued_on", "&Issued on", self.issued_on)
        form.add("number", "N&umber", self.number)
        form.add("credits", "C&redits", self.credits)

    def _connect(self) -> None:
        self.officers.changed.connect(self._on_officers)
        self.officers.chooser.add_asked.connect(self.add_officer_asked)
        self.course.changed.connect(self._explain_course)
        self.course.add_asked.connect(self.add_course_asked)
        self.on_the_list.clicked.connect(self._choose_mandated)


def course_words(course: Course) -> str:
    """How a list tells courses apart: title, provider, and the kind in words."""
    parts = (course.title, course.provider, course_kind_words(course.kind))
    return "  ·  ".join(part for part in parts if part)


def _credits_words(course: Course) -> str:
    return "" if course.credits is None else f"{course.credits:f}"

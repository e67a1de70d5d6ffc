"""What a file leaves open: like-named officers, names and titles that are not on file."""

from PySide6.QtCore import QObject, Signal, Slot

from sro_desk.domain.records import Course, Officer
from sro_desk.intake.guesses.values import Guess, Guesses
from sro_desk.ui.widgets.certificate_fields import CertificateFields, course_words
from sro_desk.ui.widgets.officers_field import officer_words
from sro_desk.ui.widgets.question import Asked

_LONGEST = 70  # letters of a title in a question


class PrefillQuestions(QObject):
    """Asks beneath the two choosers; an answer chooses, or adds what is not on file."""

    changed = Signal()  # something is asked, or no longer

    def __init__(self, fields: CertificateFields) -> None:
        super().__init__(fields)
        self._fields = fields
        self._expected = 0  # officers that the file names
        fields.which_officer.answered.connect(self._take_officer)
        fields.which_course.answered.connect(self._take_course)

    @property
    def open(self) -> bool:
        """Whether anything is still asked."""
        return bool(self._open)

    @property
    def words(self) -> str:
        """What is asked about an officer; "" for nothing."""
        return self._fields.which_officer.words

    def ask(self, guesses: Guesses) -> None:
        """Ask about what the file names and the form still lacks."""
        self._expected = len(guesses.officers)
        asked = [_about_officer(each) for each in guesses.officers if each.value is None]
        self._fields.which_officer.ask(asked)
        course = guesses.course
        open_course = course is not None and course.value is None
        self._fields.which_course.ask([_about_course(course)] if course and open_course else [])
        self.follow_choice()

    def clear(self) -> None:
        """Ask nothing."""
        self._fields.which_officer.ask(())
        self._fields.which_course.ask(())
        self._fields.follow_questions()

    def follow_choice(self) -> None:
        """What was chosen, by a button or in the chooser, is asked no longer."""
        fields, before = self._fields, self._open
        chosen = set(fields.officers.officers)
        for asked in fields.which_officer.open:
            meant = {value.id for _, value in asked.answers if isinstance(value, Officer)}
            if chosen & meant or len(chosen) >= max(1, self._expected):
                fields.which_officer.drop(asked)
        if fields.course.value is not None:
            fields.which_course.ask(())
        fields.follow_questions()
        if self._open != before:
            self.changed.emit()

    def field_of(self, name: str) -> str:
        """The field that a row of the form is about."""
        return {"which_officer": "officer", "which_course": "course"}.get(name, name)

    @property
    def _open(self) -> tuple[Asked, ...]:
        return (*self._fields.which_officer.open, *self._fields.which_course.open)

    @Slot(object, object)
    def _take_officer(self, asked: Asked, value: object) -> None:
        if isinstance(value, Officer):
            self._fields.officers.add(value)
            self._fields.which_officer.drop(asked)
            self.follow_choice()
            self._fields.officers.setFocus()
            return
        self._fields.add_officer_asked.emit(str(value))

    @Slot(object, object)
    def _take_course(self, _asked: Asked, value: object) -> None:
        if isinstance(value, Course):
            self._fields.course.choose(value)
            self.follow_choice()
            self._fields.course.setFocus()
            return
        self._fields.add_course_asked.emit(str(value))


def _about_officer(guess: Guess[Officer]) -> Asked:
    name = guess.said.title() if guess.said.isupper() else guess.said
    adding = (f"Add {name} to the roster…", name)
    if not guess.candidates:
        return Asked(words=f"“{name}” is not on the roster.", answers=(adding,))
    known = tuple((officer_words(each), each) for each in guess.candidates)
    if len(known) == 1:
        return Asked(
            words=f"The file names “{name}”. Is it this officer?", answers=(*known, adding)
        )
    return Asked(words=f"The file names “{name}”. Which officer is it?", answers=(*known, adding))


def _about_course(guess: Guess[Course]) -> Asked:
    title = guess.said if len(guess.said) <= _LONGEST else f"{guess.said[:_LONGEST].rstrip()}…"
    adding = ("Add it to the catalogue…", guess.said)
    known = tuple((course_words(each), each) for each in guess.candidates)
    words = f"The file names the course “{title}”."
    if not known:
        return Asked(words=f"{words} It is not in the catalogue.", answers=(adding,))
    return Asked(words=f"{words} Which one is it?", answers=(*known, adding))

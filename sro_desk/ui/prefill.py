"""Fills the form of a certificate from its file: what is surely said; the rest is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from sro_desk.domain.records import Course, Officer
from sro_desk.domain.scan import Scan
from sro_desk.intake import file_guesses
from sro_desk.intake.file_guesses import FileGuesses, OnFile
from sro_desk.intake.guesses.values import Guess, Guesses, Place, Sureness, least_sure
from sro_desk.intake.recognition import Recognition
from sro_desk.ui.context import Context
from sro_desk.ui.jobs import Job
from sro_desk.ui.prefill_fields import Unfinished, as_kept, fields_of
from sro_desk.ui.widgets.certificate_fields import CertificateFields
from sro_desk.ui.widgets.file_view import FileView
from sro_desk.ui.widgets.form import Form
from sro_desk.ui.widgets.prefill_questions import PrefillQuestions
from sro_desk.ui.widgets.read_mark import Reading, ReadMark

_NAMES = {
    "officer": "officer",
    "course": "course",
    "completed_on": "completion date",
    "issued_on": "issue date",
    "number": "number",
    "credits": "credits",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the file says for one field; `value` as the field's `get` gives it."""

    value: object
    sure: Sureness
    said: str


class AboutCourse(TypedDict, total=False):
    """What is known of a course that the catalogue lacks."""

    provider: str
    post_number: str


class Prefill(QObject):
    """Serves any window part that shows the fields of a certificate beside its file.

    `offer` what there is to choose from, then `read` a scan, or `take` the
    guesses that were made ahead. What a person typed is never replaced;
    what an earlier file filled in is.
    """

    filling = Signal()  # the fields are about to change
    filled = Signal()
    told = Signal(str)  # a sentence about what was read; "" for none

    def __init__(
        self, context: Context, form: Form, fields: CertificateFields, view: FileView
    ) -> None:
        super().__init__(form)
        self._context = context
        self._form = form
        self._view = view
        self._on_file: OnFile | None = None
        self._scan: Scan | None = None
        self._job: Job | None = None
        self._put: dict[str, object] = {}  # what stands in a field because the file says so
        self._carried: dict[str, object] = {}  # likewise, of a file before
        self._known: dict[str, _Known] = {}
        self._places: dict[str, tuple[Place, ...]] = {}
        self._filling = False
        self._guesses = Guesses()
        self._access = fields_of(fields)
        self.marks = {name: ReadMark(context.theme) for name in self._access}
        self.questions = PrefillQuestions(fields)
        for name, mark in self.marks.items():
            form.add_under_label(name, mark)
        self._connect()

    @property
    def reading(self) -> bool:
        """Whether a file is being read."""
        return self._job is not None

    def about_course(self, title: str) -> AboutCourse:
        """What the file says beside a title that it names; nothing for another title."""
        course, issuer = self._guesses.course, self._guesses.issuer
        number = self._guesses.post_number
        if course is None or course.said != title:
            return {}
        return {
            "provider": "" if issuer is None else issuer.value or "",
            "post_number": "" if number is None else number.said,
        }

    def offer(self, officers: Sequence[Officer], courses: Sequence[Course]) -> None:
        """Look for these names and titles; a file that waited for them is read now."""
        waited = self._on_file is None
        self._on_file = OnFile(officers=officers, courses=courses, today=self._context.today())
        if waited and self._scan is not None:
            self.read(self._scan)

    def read(self, scan: Scan) -> None:
        """Read a file beside the window and fill in what it says."""
        self.forget()
        self._scan = scan
        if self._on_file is None or scan.pages is None:
            return
        worker, on_file, pages = self._context.worker, self._on_file, range(scan.pages)
        self._job = self._context.jobs.look(
            self,
            lambda: file_guesses.of_file(worker, scan.content, pages, on_file),
            lambda found: self._take_text(scan, found),
            lambda _: self._fail(scan),
        )

    def take(self, guesses: Guesses) -> None:
        """Fill in what was guessed, here or ahead of time."""
        self._guesses = guesses
        self.filling.emit()
        self._filling = True
        self._fill(guesses)
        self._filling = False
        self._show_marks()
        self.questions.ask(guesses)
        self.told.emit(_told(self._put, complete=not self.questions.open))
        self.filled.emit()
        self._follow_focus(None, QApplication.focusWidget())

    def forget(self) -> None:
        """The file is gone: so are its values, unless a person changed them."""
        self._filling = True
        for name, value in self._put.items():
            if self._access[name].get() == value:
                self._access[name].put(None)
        self._filling = False
        self._let_go()

    def keep_values(self) -> None:
        """What was filled in for one certificate stays for the next, until its file differs."""
        carried = {**self._carried, **self._put}
        self._let_go()
        self._carried = {
            name: value for name, value in carried.items() if self._access[name].get() == value
        }

    @Slot()
    def _follow_edits(self) -> None:
        """A value that a person changed is the person's."""
        if self._filling:
            return
        for name in [each for each in self._put if self._access[each].get() != self._put[each]]:
            del self._put[name]
        self._show_marks()
        self.questions.follow_choice()

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show on the page where the value of the field with the cursor came from."""
        name = None if now is None else self._form.name_of(now)
        if name is not None:
            self._view.mark(self._places.get(self.questions.field_of(name), ()))

    def _take_text(self, scan: Scan, found: FileGuesses) -> None:
        if scan is not self._scan:
            return
        self._job = None
        if not found.is_scan:
            self.take(found.guesses)
            return
        recognition = Recognition.of_this_computer()
        if recognition is None:
            self.told.emit(file_guesses.NO_RECOGNITION)
        else:
            self._recognise(scan, recognition)

    def _recognise(self, scan: Scan, recognition: Recognition) -> None:
        """Slow: pages are turned, and other things done, meanwhile."""
        worker, on_file, pages = self._context.worker, self._on_file, range(scan.pages or 0)
        if on_file is None:
            return
        self.told.emit("This is a scan without text; what it says is being recognised…")
        self._job = self._context.jobs.start(
            self,
            "Recognising the text of a scan",
            lambda _db, report: file_guesses.of_scan(
                worker, scan.content, pages, on_file, recognition=recognition, report=report
            ),
            lambda found: self._take_recognised(scan, found),
            lambda _: self._fail(scan),
        )

    def _take_recognised(self, scan: Scan, found: FileGuesses) -> None:
        if scan is not self._scan:
            return
        self._job = None
        if found.is_scan:
            self.told.emit(file_guesses.RECOGNISED_NOTHING)
        else:
            self.take(found.guesses)

    def _fail(self, scan: Scan) -> None:
        """Where a page cannot be shown the view says why."""
        if scan is self._scan:
            self._job = None
            self.told.emit("")

    def _fill(self, guesses: Guesses) -> None:
        known = [each for each in guesses.officers if each.value is not None]
        self._places["officer"] = _places(guesses.officers)
        if known:
            people = tuple(each.value for each in known)
            said = ", ".join(each.said for each in known)
            self._set("officer", people, least_sure(*(each.sure for each in known)), said)
        for name in ("course", "completed_on", "issued_on", "number", "credits"):
            guess: Guess[object] | None = getattr(guesses, name)
            if guess is None:
                continue
            self._places[name] = guess.places
            if guess.value is not None:
                self._set(name, guess.value, guess.sure, guess.said)

    def _set(self, name: str, value: object, sure: Sureness, said: str) -> None:
        access = self._access[name]
        there = access.get()
        if there is None or there == self._carried.get(name):
            access.put(None)
            access.put(value)
            self._put[name] = access.get()
            self._form.visit(name)
        self._known[name] = _Known(value=as_kept(value), sure=sure, said=said)

    def _show_marks(self) -> None:
        for name, mark in self.marks.items():
            known = self._known.get(name)
            reading = None if known is None else self._reading(name, known)
            mark.show_reading(reading, said="" if known is None else known.said)

    def _reading(self, name: str, known: _Known) -> Reading | None:
        there = self._access[name].get()
        if name in self._put:
            return Reading.SURE if known.sure is Sureness.SURE else Reading.LIKELY
        if there is None or isinstance(there, Unfinished) or there == known.value:
            return None
        return Reading.DIFFERS

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.stop()
        self._scan, self._job, self._guesses = None, None, Guesses()
        self._put, self._known, self._places = {}, {}, {}
        self._show_marks()
        self.questions.clear()
        self._view.mark(())
        self.told.emit("")

    def _connect(self) -> None:
        self._form.edited.connect(self._follow_edits)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)


def _places(guesses: Sequence[Guess[Officer]]) -> tuple[Place, ...]:
    return tuple(place for guess in guesses for place in guess.places)


def _told(put: Mapping[str, object], *, complete: bool) -> str:
    if not put:
        return "Nothing in the text of this file could be told for sure, so the form is empty."
    names = [_NAMES[name] for name in put]
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    then = " Check it, then Ctrl+Enter saves." if complete else ""
    return f"Read from the file: {listed}.{then}"

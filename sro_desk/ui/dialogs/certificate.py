"""The certificate form: the file at the left, what it says at the right, stored at once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from sro_desk.domain.drafts import CertificateDraft
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.domain.problems import Problem, certificate_problems, class_problems
from sro_desk.domain.records import Certificate, CertificateId, OfficerId
from sro_desk.domain.scan import Scan
from sro_desk.services import certificate_entry, certificate_preview, certificates
from sro_desk.services.certificate_entry import Entry
from sro_desk.services.certificate_preview import Preview
from sro_desk.services.records_file import Database
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.base import FormDialog
from sro_desk.ui.dialogs.course import CourseDialog
from sro_desk.ui.dialogs.officer import OfficerDialog
from sro_desk.ui.prefill import Prefill
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.certificate_fields import CertificateFields
from sro_desk.ui.widgets.effect_card import EffectCard
from sro_desk.ui.widgets.scan_field import ScanField
from sro_desk.ui.widgets.side_by_side import SideBySide

_SIZE = QSize(1180, 690)
_AROUND = QSize(40, 80)  # pixels that the screen keeps for itself
_SETTLED = 120  # milliseconds without a further key before the file is asked
_NO_COPY = (
    "No copy yet. The chief must keep one of the most recent certificate (V.E); "
    "this can be saved now and the copy attached later."
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A draft for each officer, the file, and what is typed in the two choosers."""

    drafts: tuple[CertificateDraft, ...]
    scan: Scan | None
    names: tuple[str, str]


class CertificateDialog(FormDialog[Typed]):
    """One certificate, or those of a class that shared a course, with the file that proves it."""

    divided_as = "certificate"  # how the division of file and form is remembered
    divided_into = (560, 560)  # pixels, of file and form

    def __init__(
        self,
        context: Context,
        *,
        officer: OfficerId | None = None,
        path: Path | None = None,
        certificate: CertificateId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = "New certificate" if certificate is None else "Change certificate"
        super().__init__(context, title, parent)
        self._wanted = officer
        self._asked_for = certificate
        self._certificate: Certificate | None = None
        self._preview = Preview(problems=(), effects=())
        self._given_file = path is not None
        self._read: Scan | None = None  # the file that has filled the form
        self._untouched = True
        self._looks = 0  # previews asked for: only the last one counts
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self.certificates: tuple[Certificate, ...] = ()  # stored so far
        self.fields = CertificateFields(context, self.form)
        self.effects = EffectCard(context.theme)
        self.scan = ScanField(context, "certificate")
        self.prefill = Prefill(context, self.form, self.fields, self.scan.view)
        self.another_button = QPushButton("Save and add &another")
        self._arrange()
        self._connect()
        self.start()
        self._read_lists()
        if path is not None:
            self.scan.load(path)

    @classmethod
    def ask(
        cls,
        context: Context,
        *,
        officer: OfficerId | None = None,
        path: Path | None = None,
        certificate: CertificateId | None = None,
        parent: QWidget | None = None,
    ) -> tuple[Certificate, ...]:
        """The certificates as stored; none where cancelled.

        `officer` and `path` are where to begin; `certificate` is one on file
        that is changed instead, and whose copy may be replaced.
        """
        dialog = cls(context, officer=officer, path=path, certificate=certificate, parent=parent)
        dialog.ask_person()
        dialog.deleteLater()  # it holds the bytes of files
        return dialog.certificates

    def draft(self) -> Typed:
        """What is typed, and the file."""
        return Typed(self.fields.drafts(), self.scan.scan, self.fields.typed_names)

    def problems(self, draft: Typed) -> tuple[Problem, ...]:
        """What the form alone can tell at once, and what was found on file a moment ago."""
        unchosen = self.fields.unchosen()
        fields = {problem.field for problem in unchosen}
        today = self.context.today()
        told = [
            *(each for draft in draft.drafts for each in certificate_problems(draft, today=today)),
            *class_problems(draft.drafts),
            *(each for each in self._preview.problems if each.warning and each.field != "copy"),
        ]
        others = (each for each in told if each.field not in fields)
        return (*unchosen, *dict.fromkeys(others))

    def work(self, draft: Typed) -> Callable[[Database], tuple[Certificate, ...]]:
        """Records and copy in one write."""
        actor, drafts, scan, itself = self.context.actor, draft.drafts, draft.scan, self._asked_for
        if itself is None:
            return lambda db: certificates.add_class(db, drafts, scan, actor=actor)
        return lambda db: (certificates.change(db, itself, drafts[0], scan, actor=actor),)

    def show_problems(self) -> None:
        """Beside the fields and the file; Save waits while the file is being read."""
        super().show_problems()
        self.scan.warn(self._words_about_copy())
        if self.scan.reading:
            self.allow_save(False, "Save waits until the file is read.")
        elif self.save_button.isEnabled() and (asked := self.prefill.questions.words):
            self.allow_save(True, f"Not answered yet: {asked}")  # a class is easily one short

    def allow_save(self, allowed: bool, words: str = "") -> None:
        """Both ways of saving alike."""
        super().allow_save(allowed, words)
        self.another_button.setEnabled(self.save_button.isEnabled())

    @Slot()
    def check(self) -> None:
        """Look for problems again, and soon what the certificate would do."""
        super().check()
        self._looks += 1
        self._settling.start()

    @Slot()
    def save_and_add_another(self) -> None:
        """Store, and begin the next certificate of the same course."""
        if self.may_be_stored():
            self.store(self.work(self.draft()), self._begin_next, close=False)

    def done(self, result: int) -> None:
        """Remember the size."""
        self.context.preferences.keep_state("certificate_window", self.saveGeometry())
        self._settling.stop()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is where the typing begins."""
        super().showEvent(event)
        self.fields.officers.setFocus()
        self._focus_first()

    @Slot()
    def _on_scan(self) -> None:
        """A file that the question came with was not typed: Esc need not ask about it."""
        given, before = self._given_file and not self.scan.reading, self._before
        untouched = False
        if given and before is not None:
            self._given_file = False
            untouched = self.draft() == replace(before, scan=self.scan.scan)
        if untouched:
            self.start()
        else:
            self.check()
        self._read_file()

    def _read_file(self) -> None:
        """Let a new certificate's file fill the form; one on file says what was entered."""
        scan = self.scan.scan
        if self._asked_for is not None or self.scan.reading or scan is self._read:
            return
        self._read = scan
        if scan is None:
            self.prefill.forget()
        else:
            self.prefill.read(scan)

    @Slot()
    def _before_filling(self) -> None:
        self._untouched = not self.is_changed

    @Slot()
    def _after_filling(self) -> None:
        """What the file filled in was not typed either."""
        if self._untouched:
            self.start()
        else:
            self.check()
        self._focus_first()

    @Slot()
    def _look(self) -> None:
        """Ask what is wrong compared with what is on file, and what the certificate does."""
        typed, looks = self.draft(), self._looks
        itself, on = self._certificate, self.context.today()
        self.context.jobs.ask(
            self,
            lambda db: certificate_preview.preview(
                db, typed.drafts, typed.scan, on=on, itself=itself
            ),
            lambda preview: self._take_preview(looks, preview),
            self.tell_failure,
        )

    @Slot(str)
    def _add_officer(self, name: str) -> None:
        added = OfficerDialog.ask(self.context, parent=self, name=name)
        if added is not None:
            self.fields.officers.chooser.clear()
            self.fields.officers.add(added)
            self._read_lists()

    @Slot(str)
    def _add_course(self, title: str) -> None:
        known = self.prefill.about_course(title)
        added = CourseDialog.ask(self.context, title=title, parent=self, **known)
        if added is not None:
            self.fields.course.choose(added)
            self._read_lists()

    def _read_lists(self) -> None:
        asked_for = self._asked_for if self._certificate is None else None
        self.context.jobs.ask(
            self,
            lambda db: certificate_entry.begin(db, asked_for),
            self._take_entry,
            self.tell_failure,
        )

    def _take_entry(self, entry: Entry) -> None:
        """Offer what there is to choose from; fill in what the question came with."""
        untouched = not self.is_changed
        self.fields.offer(entry.officers, entry.courses)
        self.prefill.offer(entry.officers, entry.courses)
        if entry.certificate is not None:
            self._certificate = entry.certificate
            self._wanted = entry.certificate.officer
            self.fields.fill(entry.certificate)
        if entry.copy is not None:
            self.scan.show_copy(*entry.copy)
        for officer in entry.officers:
            if officer.id == self._wanted:
                self.fields.officers.add(officer)
        self._wanted = None
        if untouched:
            self.start()
        self._focus_first()

    def _take_preview(self, looks: int, preview: Preview) -> None:
        if looks != self._looks:
            return  # something else is typed by now, and asked about soon
        self._preview = preview
        faults = {problem.fault for problem in preview.problems}
        self.fields.ask_about_list(asked=Fault.BASIC_MAY_BE_MANDATED in faults)
        self.effects.show_effects(preview.effects)
        self.show_problems()

    def _begin_next(self, stored: tuple[Certificate, ...]) -> None:
        self._keep_stored(stored)
        self.prefill.keep_values()
        self.fields.clear_for_next()
        self.scan.clear()
        self.form.forget_visits()
        self.start()
        count = len(self.certificates)
        told = "1 certificate is" if count == 1 else f"{count:,} certificates are"
        self.bar.say(f"{told} stored. Course and dates stay for the next one.")
        self.fields.officers.setFocus()

    def _keep_stored(self, value: object) -> None:
        if isinstance(value, tuple):
            self.certificates = (*self.certificates, *value)

    def _words_about_copy(self) -> str:
        faults = {problem.fault for problem in self._preview.problems}
        if self.scan.scan is not None and Fault.SAME_COPY in faults:
            return fault_words(Fault.SAME_COPY)
        return _NO_COPY if self.scan.empty and self.save_button.isEnabled() else ""

    def _focus_first(self) -> None:
        """The first field that is still empty, unless the person is elsewhere already."""
        fields = self.fields
        if fields.typed_names[0] or self.focusWidget() is not fields.officers.chooser:
            return
        if not fields.officers.officers:
            fields.officers.setFocus()
        elif fields.course.value is None:
            fields.course.setFocus()
        else:
            fields.completed_on.setFocus()

    def _arrange(self) -> None:
        """The file at the left, the form at the right; both sizes as they were last."""
        preferences = self.context.preferences
        self.form.add_beneath(self.effects)
        self.form.setContentsMargins(2 * GAP, 0, GAP, 0)
        self.scan.setContentsMargins(0, 0, 2 * GAP, 0)
        self.body.addWidget(
            SideBySide(
                preferences, self.divided_as, self.scan, self.scrolled, widths=self.divided_into
            )
        )
        self.another_button.setAutoDefault(False)
        self.another_button.setShortcut("Ctrl+Shift+Return")
        self.another_button.setToolTip("Ctrl+Shift+Enter; course and dates stay")
        self.another_button.setVisible(self._asked_for is None)
        self.buttons.insertWidget(self.buttons.indexOf(self.cancel_button), self.another_button)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _AROUND))
        self.restoreGeometry(preferences.state("certificate_window"))

    def _connect(self) -> None:
        later = Qt.ConnectionType.QueuedConnection  # the key that asked is dealt with first
        self.scan.take_drops_on(self)
        self.scan.view.take_keys_of_window()
        self.fields.add_officer_asked.connect(self._add_officer, later)
        self.fields.add_course_asked.connect(self._add_course, later)
        self.scan.changed.connect(self._on_scan)
        self.prefill.filling.connect(self._before_filling)
        self.prefill.filled.connect(self._after_filling)
        self.prefill.told.connect(self.scan.tell_read)
        self.prefill.questions.changed.connect(self.show_problems)
        self.another_button.clicked.connect(self.save_and_add_another)
        self._settling.timeout.connect(self._look)

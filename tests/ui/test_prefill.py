"""A certificate that says it all: the file fills the form, marks what it filled, and asks."""

import sys
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRectF, Qt

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import CertificateDraft, CourseDraft, OfficerDraft
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.intake import file_guesses
from sro_desk.services import certificates, courses, officers
from sro_desk.ui.dialogs.certificate import CertificateDialog
from sro_desk.ui.dialogs.course import CourseDialog
from sro_desk.ui.dialogs.officer import OfficerDialog
from sro_desk.ui.widgets.read_mark import Reading
from tests.intake import foreign
from tests.intake.papers import layouts, people
from tests.intake.papers.facts import Facts, Holder, facts
from tests.ui.keyboard import CONTROL, SHIFT, Keyboard

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def people_on_file(db, actor):
    names = ("Kim Xiong", "Erik Olson", "Eric Olsen", "Lucía Ortiz")
    found = [officers.add(db, OfficerDraft(name=name), actor=actor) for name in names]
    draft = CourseDraft(
        title="Crisis Intervention Team Training",
        kind=CourseKind.OTHER,
        provider="River Cities Cooperative",
        credits=Decimal(40),
    )
    crisis = courses.add(db, draft, actor=actor)
    return SimpleNamespace(
        kim=found[0], erik=found[1], eric=found[2], lucia=found[3], crisis=crisis
    )


def paper(name="Kim Xiong", **told) -> Facts:
    """The facts of one certificate."""
    given = {
        "holder": Holder(name=name, printed=name, officers=frozenset()),
        "course": people.CRISIS.id,
        "title": "Crisis Intervention Team Training",
        "provider": "River Cities Cooperative",
        "first": date(2026, 6, 8),
        "last": date(2026, 6, 12),
        "issued": date(2026, 6, 15),
        "hours": 24,
        "number": "K2026-0815",
    }
    (some,) = facts("engraved", 1)
    return Facts(**{
        **{name: getattr(some, name) for name in Facts.__dataclass_fields__}, **given, **told
    })  # fmt: skip


@pytest.fixture
def write(tmp_path):
    """Write a certificate's PDF."""

    def write(told, draw=layouts.boxes, name="scan.pdf"):
        path = tmp_path / name
        path.write_bytes(draw(told))
        return path

    return write


@pytest.fixture
def show(qtbot, context, people_on_file):  # noqa: ARG001 - on file before the form
    shown = []

    def show(path=None, **given):
        dialog = CertificateDialog(context, path=path, **given)
        qtbot.addWidget(dialog)
        shown.append(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: is_settled(dialog), timeout=30_000)
        return dialog

    yield show
    for dialog in shown:
        dialog.done(0)


def is_settled(dialog):
    busy = dialog.scan.reading or dialog.prefill.reading or dialog.context.jobs.busy
    return bool(dialog.fields.course._rows) and not busy


def load(qtbot, dialog, path):
    before = dialog.scan.scan
    dialog.scan.load(path)
    qtbot.waitUntil(lambda: dialog.scan.scan is not before and is_settled(dialog), timeout=30_000)


def readings(dialog):
    return {name: mark.reading for name, mark in dialog.prefill.marks.items() if mark.reading}


def stored(db):
    return [certificates.get(db, line.id) for line in certificates.all_certificates(db)]


def test_everything_is_accepted_with_one_key(qtbot, db, show, write, people_on_file):
    dialog = show(write(paper()))
    assert set(readings(dialog)) == set(dialog.prefill.marks)
    keys = Keyboard(dialog)
    with qtbot.waitSignal(dialog.accepted):
        keys.press(Qt.Key.Key_Return, CONTROL)
    assert keys.pressed == 1
    (certificate,) = stored(db)
    assert certificate.officer == people_on_file.kim.id
    assert certificate.course == people_on_file.crisis
    assert certificate.completed_on == date(2026, 6, 12)
    assert certificate.issued_on == date(2026, 6, 15)
    assert (certificate.number, certificate.credits) == ("K2026-0815", Decimal(24))
    assert certificate.copy is not None


def test_what_the_file_filled_in_is_marked_and_said(show, write):
    dialog = show(write(paper()))
    assert set(readings(dialog).values()) == {Reading.SURE}
    assert dialog.prefill.marks["completed_on"].words == "From file"
    assert dialog.scan.told == (
        "Read from the file: officer, course, completion date, issue date, number and credits."
        " Check it, then Ctrl+Enter saves."
    )


def test_esc_need_not_ask_about_what_a_file_filled_in(qtbot, show, write):
    dialog = show(write(paper()))
    assert not dialog.is_changed
    with qtbot.waitSignal(dialog.rejected):
        Keyboard(dialog).press(Qt.Key.Key_Escape)


def test_what_is_less_sure_says_to_check(show, write):
    dialog = show(write(paper("K. Xiong")))
    assert readings(dialog)["officer"] is Reading.LIKELY
    assert dialog.prefill.marks["officer"].words == "From file: check"


def test_while_a_field_has_the_cursor_its_place_is_marked(qtbot, show, write):
    dialog = show(write(paper()))
    canvas = dialog.scan.view.canvas
    dialog.fields.number.setFocus()
    (mark,) = canvas._marks
    dialog.fields.completed_on.setFocus()
    (other,) = canvas._marks
    assert mark.top() > other.top(), "the number stands lower on this form"
    assert 0.05 < other.left() < other.right() < 0.5
    dialog.scan.view.tools.rotate_right.trigger()
    qtbot.waitUntil(lambda: canvas._marks[0] != other)
    turned = canvas._marks[0]
    around = QRectF(1 - other.bottom(), other.left(), other.height(), other.width())
    assert abs(turned.left() - around.left()) < 1e-6
    assert abs(turned.height() - around.height()) < 1e-6


def test_a_field_that_the_file_says_nothing_of_takes_the_mark_off(show, write):
    dialog = show(write(paper(), layouts.banded))
    dialog.fields.completed_on.setFocus()
    assert dialog.scan.view.canvas._marks
    dialog.fields.issued_on.setFocus()
    assert not dialog.scan.view.canvas._marks


def test_what_was_typed_is_never_replaced(qtbot, show, write, people_on_file):
    dialog = show()
    keys = Keyboard(dialog)
    dialog.fields.completed_on.setFocus()
    keys.type("6/11/26")
    load(qtbot, dialog, write(paper()))
    assert dialog.fields.completed_on.value == date(2026, 6, 11)
    assert readings(dialog)["completed_on"] is Reading.DIFFERS
    assert "6/12/2026" in dialog.prefill.marks["completed_on"].toolTip()
    assert dialog.fields.officers.officers == (people_on_file.kim.id,)
    assert dialog.is_changed


def test_a_value_that_was_changed_is_the_persons(qtbot, show, write):
    dialog = show(write(paper()))
    dialog.fields.number.setFocus()
    dialog.fields.number.setText("X-1")
    assert readings(dialog)["number"] is Reading.DIFFERS
    load(qtbot, dialog, write(paper("Lucía Ortiz", number="Z-2"), name="other.pdf"))
    assert dialog.fields.number.text() == "X-1"


def test_another_file_takes_the_place_of_what_the_first_filled_in(
    qtbot, show, write, people_on_file
):
    dialog = show(write(paper()))
    load(qtbot, dialog, write(paper("Lucía Ortiz", number="Z-200"), layouts.banded, "other.pdf"))
    assert dialog.fields.officers.officers == (people_on_file.lucia.id,)
    assert dialog.fields.number.text() == "Z-200"
    assert dialog.fields.issued_on.value is None, "the second says nothing of it"


def test_a_file_taken_off_takes_its_values_along(show, write):
    dialog = show(write(paper()))
    dialog.scan.clear()
    assert dialog.fields.officers.officers == ()
    assert dialog.fields.course.value is None
    assert dialog.fields.completed_on.text == ""
    assert readings(dialog) == {}
    assert dialog.scan.told == ""


def test_like_named_officers_are_asked_about(qtbot, show, write, people_on_file):
    dialog = show(write(paper("Erik Olson")))
    assert dialog.fields.officers.officers == ()
    question = dialog.fields.which_officer
    assert question.isVisible()
    assert question.words == "The file names “Erik Olson”. Which officer is it?"
    assert not dialog.save_button.isEnabled()
    assert dialog.scan.view.canvas._marks, "the cursor is at the officers: the name is marked"
    keys = Keyboard(dialog)
    keys.press(Qt.Key.Key_2, ALT)
    qtbot.waitUntil(lambda: dialog.fields.officers.officers == (people_on_file.eric.id,))
    assert not question.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        keys.press(Qt.Key.Key_Return, CONTROL)
    assert keys.pressed <= 6


def test_whom_the_chooser_names_is_asked_about_no_longer(show, write, people_on_file):
    dialog = show(write(paper("Erik Olson")))
    keys = Keyboard(dialog)
    keys.type("olson")
    keys.press(Qt.Key.Key_Return)
    assert dialog.fields.officers.officers == (people_on_file.erik.id,)
    assert not dialog.fields.which_officer.isVisible()


def test_a_stranger_is_added_on_the_spot(qtbot, monkeypatch, db, actor, show, write):
    asked = []

    def ask(_context, *, parent, name):  # noqa: ARG001 - as the dialog is called
        asked.append(name)
        return officers.add(db, OfficerDraft(name=name), actor=actor)

    monkeypatch.setattr(OfficerDialog, "ask", ask)
    dialog = show(write(paper("SGT. REBECCA LUNDGREN")))
    assert dialog.fields.which_officer.words == "“Rebecca Lundgren” is not on the roster."
    keys = Keyboard(dialog)
    keys.press(Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: dialog.fields.officers.officers != ())
    assert asked == ["Rebecca Lundgren"]
    assert not dialog.fields.which_officer.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        keys.press(Qt.Key.Key_Return, CONTROL)
    assert keys.pressed <= 6


def test_a_course_that_is_not_in_the_catalogue_is_added_from_its_title(
    qtbot, monkeypatch, db, actor, show, write
):
    def ask(_context, *, title, provider, post_number, parent):  # noqa: ARG001 - as called
        draft = CourseDraft(title=title, kind=CourseKind.OTHER, provider=provider)
        return courses.add(db, draft, actor=actor)

    monkeypatch.setattr(CourseDialog, "ask", ask)
    dialog = show(write(paper(title="Defensive Driving for Deputies")))
    question = dialog.fields.which_course
    assert "Defensive Driving for Deputies" in question.words
    question.buttons[-1].click()
    qtbot.waitUntil(lambda: dialog.fields.course.value is not None)
    added = dialog.fields.course.value
    assert (added.title, added.provider) == (
        "Defensive Driving for Deputies", "River Cities Cooperative"
    )  # fmt: skip
    assert not question.isVisible()


def test_a_class_list_names_them_all(show, write, people_on_file):
    holders = [
        Holder(name=each.name, printed=each.name, officers=frozenset({each.id}))
        for each in (people_on_file.kim, people_on_file.lucia)
    ]
    told = paper(holder=holders[0], others=tuple(holders[1:]))
    dialog = show(write(told, layouts.rostered))
    assert dialog.fields.officers.officers == (people_on_file.kim.id, people_on_file.lucia.id)


def test_one_of_a_class_who_is_not_chosen_yet_is_not_forgotten(show, write, people_on_file):
    holders = [
        Holder(name=name, printed=name, officers=frozenset({number}))
        for number, name in enumerate(("Kim Xiong", "Erik Olson", "Lucía Ortiz"))
    ]
    told = paper(holder=holders[0], others=tuple(holders[1:]))
    dialog = show(write(told, layouts.rostered))
    assert dialog.fields.officers.officers == (people_on_file.kim.id, people_on_file.lucia.id)
    assert dialog.save_button.isEnabled()
    assert dialog.foot.text().startswith("Not answered yet: The file names “Erik Olson”.")
    dialog.fields.which_officer.buttons[0].click()
    assert len(dialog.fields.officers.officers) == 3
    assert dialog.foot.text() == ""


def test_the_next_of_a_class_takes_its_own_values_from_its_file(
    qtbot, db, show, write, people_on_file
):
    dialog = show(write(paper()))
    keys = Keyboard(dialog)
    keys.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: len(dialog.certificates) == 1 and is_settled(dialog))
    assert dialog.fields.completed_on.value == date(2026, 6, 12)
    assert readings(dialog) == {}
    told = paper("Lucía Ortiz", last=date(2026, 6, 13), first=date(2026, 6, 13), number="K2026-9")
    load(qtbot, dialog, write(told, name="next.pdf"))
    assert dialog.fields.completed_on.value == date(2026, 6, 13), "typed by nobody: replaced"
    with qtbot.waitSignal(dialog.accepted):
        keys.press(Qt.Key.Key_Return, CONTROL)
    assert [each.officer for each in stored(db)].count(people_on_file.lucia.id) == 1


def test_a_certificate_on_file_and_its_bytes_are_warned_about_before_saving(
    qtbot, db, show, write, people_on_file
):
    path = write(paper())
    first = show(path)
    with qtbot.waitSignal(first.accepted):
        Keyboard(first).press(Qt.Key.Key_Return, CONTROL)
    assert len(stored(db)) == 1
    dialog = show(path)
    qtbot.waitUntil(lambda: dialog.scan.warning == fault_words(Fault.SAME_COPY))
    row = dialog.form.row("completed_on")
    assert row.words.text() == fault_words(Fault.SAME_CERTIFICATE), "though nobody was there"
    assert certificates.problems(
        db,
        CertificateDraft(
            officer=people_on_file.kim.id,
            course=people_on_file.crisis.id,
            completed_on=date(2026, 6, 12),
        ),
    )


def test_the_safety_centers_course_of_2025_is_asked_about_when_the_file_says_it(qtbot, show, write):
    told = paper(
        title="Standardized Basic School Resource Officer Training",
        provider="Minnesota School Safety Center",
        first=date(2025, 5, 3),
        last=date(2025, 5, 3),
        issued=date(2025, 5, 6),
    )
    dialog = show(write(told))
    assert readings(dialog)["course"] is Reading.LIKELY, "POST's list decides"
    qtbot.waitUntil(dialog.fields.on_the_list.isVisible)
    qtbot.waitUntil(
        lambda: (
            dialog.form.row("completed_on").words.text() == fault_words(Fault.BASIC_MAY_BE_MANDATED)
        )
    )


def test_a_certificate_on_file_is_not_filled_from_its_copy(qtbot, db, show, write):
    path = write(paper())
    first = show(path)
    first.fields.number.setText("")
    with qtbot.waitSignal(first.accepted):
        Keyboard(first).press(Qt.Key.Key_Return, CONTROL)
    (certificate,) = stored(db)
    dialog = show(certificate=certificate.id)
    assert dialog.fields.number.text() == ""
    assert readings(dialog) == {}


def test_a_scan_without_text_says_why_the_form_is_empty(monkeypatch, tmp_path, show):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    path = tmp_path / "scan.png"
    path.write_bytes(foreign.image())
    dialog = show(path)
    assert dialog.scan.told == file_guesses.NO_RECOGNITION
    assert readings(dialog) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the program")
def test_a_scan_is_recognised_beside_the_window(monkeypatch, tmp_path, show, people_on_file):
    rows = [
        f"5\t1\t1\t1\t{line}\t1\t{100 + 150 * at}\t{20 + 60 * line}\t140\t30\t96\t{word}"
        for line, words in enumerate(("This certifies that", "Kim Xiong", "has completed"))
        for at, word in enumerate(words.split())
    ]
    program = tmp_path / "tesseract"
    answer = "\n".join(rows)
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.stdin.buffer.read()\nprint({answer!r})"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    path = tmp_path / "scan.png"
    path.write_bytes(foreign.image((1700, 2200)))
    dialog = show(path)
    assert dialog.fields.officers.officers == (people_on_file.kim.id,)
    assert readings(dialog) == {"officer": Reading.LIKELY}


def test_a_text_that_says_nothing_is_told(tmp_path, show):
    path = tmp_path / "letter.pdf"
    path.write_bytes(foreign.pdf("Lorem ipsum dolor sit amet"))
    dialog = show(path)
    assert dialog.scan.told.startswith("Nothing in the text of this file could be told for sure")
    assert not dialog.is_changed

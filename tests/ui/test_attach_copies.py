"""Copies in bulk: what the list shows is what is stored, and nothing else."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import CertificateDraft, OfficerDraft
from sro_desk.services import attaching, certificates, courses, officers
from sro_desk.ui.dialogs.attach_copies import AttachCopiesDialog
from sro_desk.ui.scans import choose_folder
from tests.intake import foreign

LONG = 30_000  # milliseconds


@pytest.fixture
def waiting(db, actor):
    """Three certificates without a copy: two of Olsons, one of Xiong."""
    course = next(each for each in courses.all_courses(db) if each.kind is CourseKind.MANDATED)
    found = {}
    for name in ("Erik Olson", "Anna Olson", "Kim Xiong"):
        officer = officers.add(db, OfficerDraft(name=name), actor=actor)
        draft = CertificateDraft(
            officer=officer.id, course=course.id, completed_on=date(2026, 8, 20)
        )
        found[name] = certificates.add(db, draft, actor=actor).id
    return found


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "copies"
    made.mkdir()
    for name in ("Xiong 2026.pdf", "Olson.pdf", "scan1.pdf"):
        (made / name).write_bytes(foreign.pdf(name))
    (made / "notes.txt").write_text("not for us")
    return made


@pytest.fixture
def dialog(qtbot, context, waiting, folder):  # noqa: ARG001 - on file before it is asked for
    made = AttachCopiesDialog(context, folder)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(lambda: len(made.model.rows) == 3, timeout=LONG)
    return made


def listed(dialog):
    return [(row.path.name, row.chosen and row.chosen.officer_name) for row in dialog.model.rows]


def attach(qtbot, dialog):
    with qtbot.waitSignal(dialog.accepted, timeout=LONG):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_the_names_tell_is_listed_first(dialog):
    assert listed(dialog) == [
        ("Xiong 2026.pdf", "Kim Xiong"),
        ("Olson.pdf", None),
        ("scan1.pdf", None),
    ]
    assert "3 certificates lack a copy" in dialog.told.text()
    assert dialog.save_button.text() == "Attach 1 copy"
    assert dialog.table.hasFocus()


def test_the_file_is_shown_beside(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.view.pages == 1, timeout=LONG)
    assert dialog.chooser.value.officer_name == "Kim Xiong"


def test_only_what_is_listed_is_stored(qtbot, db, dialog, waiting, folder):
    attach(qtbot, dialog)
    assert dialog.attached.count == 1
    stored = certificates.get(db, waiting["Kim Xiong"])
    assert certificates.copy_content(db, stored.copy)[1] == (folder / "Xiong 2026.pdf").read_bytes()
    assert len(attaching.lacking(db)) == 2


def test_the_clerk_chooses_by_keyboard_and_leaves_out(qtbot, db, dialog, waiting):
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert dialog.chosen == []
    assert not dialog.save_button.isEnabled()
    assert dialog.is_changed
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.chooser.hasFocus()
    qtbot.keyClicks(dialog.chooser, "anna")
    qtbot.keyClick(dialog.chooser, Qt.Key.Key_Return)
    assert listed(dialog)[1] == ("Olson.pdf", "Anna Olson")
    assert dialog.model.rows[1].why == "Chosen by you."
    attach(qtbot, dialog)
    assert certificates.get(db, waiting["Anna Olson"]).copy is not None
    assert certificates.get(db, waiting["Kim Xiong"]).copy is None


def test_a_certificate_that_another_file_has_is_not_offered(dialog):
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    offered = {each.officer_name for each in dialog.chooser._rows}
    assert offered == {"Erik Olson", "Anna Olson"}


def test_a_folder_without_files_says_so(qtbot, context, waiting, tmp_path):  # noqa: ARG001
    empty = tmp_path / "empty"
    empty.mkdir()
    dialog = AttachCopiesDialog(context, empty)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.table._empty is not None, timeout=LONG)
    assert dialog.table._empty.isVisible()
    assert not dialog.save_button.isEnabled()
    dialog.done(0)


def test_a_folder_that_is_gone_is_told(qtbot, context, tmp_path):
    dialog = AttachCopiesDialog(context, tmp_path / "gone")
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: "cannot be read" in dialog.bar.text, timeout=LONG)
    dialog.done(0)


def test_the_folder_used_last_is_proposed(context, folder, monkeypatch):
    asked = []

    def choose(*told):
        asked.append(told[2])
        return str(folder)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    assert choose_folder(None, context.preferences, "Folder") == folder
    choose_folder(None, context.preferences, "Folder")
    assert asked == ["", str(folder)]

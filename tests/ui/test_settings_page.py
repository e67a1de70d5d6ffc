"""The Settings page: what is stored at once, what waits for Save, and what is never lost."""

import threading
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import CourseDraft, PolicyRevisionDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.domain.records import Settings
from sro_desk.services import agency as agency_service
from sro_desk.services import courses, history, keeping, policy, records_file
from sro_desk.ui import viewing
from sro_desk.ui.dialogs.course import CourseDialog
from sro_desk.ui.dialogs.policy_revision import PolicyRevisionDialog
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog
from sro_desk.ui.pages.settings import SettingsPage
from sro_desk.ui.preferences import Appearance
from tests.ui.conftest import end_context, make_context

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, context):
    return shown(qtbot, context)


def shown(qtbot, context):
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1150, 620)
    made.show()
    qtbot.waitUntil(lambda: not context.jobs.busy)
    return made


def section(qtbot, page, name):
    page.show_section(name)
    qtbot.waitUntil(lambda: not page._context.jobs.busy)
    return page.current


def settled(qtbot, context):
    qtbot.waitUntil(lambda: not context.jobs.busy)


def said(context):
    heard = []
    context.navigator.said.connect(heard.append)
    return heard


# the page


def test_sections_are_reached_by_keyboard_and_the_last_one_is_remembered(qtbot, page, context):
    assert [page.tabs.tabText(n) for n in range(page.tabs.count())] == [
        "Agency", "Policy", "Courses", "Warnings", "Scanning", "Backups", "Appearance", "This file",
    ]  # fmt: skip
    page.tabs.setFocus()
    qtbot.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.current.name == "Policy"
    qtbot.keyClick(page, Qt.Key.Key_PageUp, CONTROL)
    qtbot.keyClick(page, Qt.Key.Key_PageUp, CONTROL)
    assert page.current.name == "This file"
    settled(qtbot, context)
    assert shown(qtbot, context).current.name == "This file"


def test_a_hidden_page_catches_up_when_it_is_shown(qtbot, page, db, agency, actor):
    page.hide()
    agency_service.change(db, replace(agency, chief="Ann Lund"), actor=actor)
    QApplication.processEvents()
    assert page.current.chief.text() == agency.chief
    page.show()
    qtbot.waitUntil(lambda: page.current.chief.text() == "Ann Lund")


def test_a_file_that_is_only_read_can_be_looked_at(
    qtbot, qapp, db, actor, preferences, theme, agency
):
    agency_service.change_settings(db, Settings(lead_times=(7,)), actor=actor)
    second = records_file.open_file(db.path, actor=actor)
    context = make_context(second, actor, preferences, theme)
    try:
        page = shown(qtbot, context)
        assert page.current.name_field.text() == agency.name
        assert not page.current.name_field.isEnabled()
        courses_section = section(qtbot, page, "Courses")
        assert courses_section.model.rowCount() == len(courses.CATALOGUE)
        for action in (courses_section.add_action, courses_section.change_action,
                       courses_section.void_action):  # fmt: skip
            assert not action.isEnabled()
        warnings = section(qtbot, page, "Warnings")
        assert not warnings.local_holidays.isEnabled()
        assert not warnings.reset_button.isEnabled()
        backups = section(qtbot, page, "Backups")
        assert not backups.list.back_up_action.isEnabled()
        assert not backups.list.restore_action.isEnabled()
        assert section(qtbot, page, "This file").text_of("Access") == "Only read here"
    finally:
        end_context(context, qapp)
        second.close()


# agency


def test_the_agency_is_changed_saved_and_undone(qtbot, page, context, db, agency, actor):
    heard, writes = said(context), []
    context.bus.committed.connect(writes.append)
    form = page.current
    assert not form.save_bar.isVisible()
    form.chief.setFocus()
    form.chief.selectAll()
    qtbot.keyClicks(form.chief, "Ann Lund")
    assert form.save_bar.isVisible()
    assert page.tabs.tabText(0) == "Agency •"
    assert "Ann Lund, Chief of Police" in form.letterhead.signer.text()
    qtbot.keyClick(form.chief, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: heard != [])
    assert agency_service.get(db) == replace(agency, chief="Ann Lund")
    assert not form.save_bar.isVisible()
    assert page.tabs.tabText(0) == "Agency"
    settled(qtbot, context)
    history.undo(db, writes[0].write, actor=actor)
    qtbot.waitUntil(lambda: form.chief.text() == agency.chief)


def test_what_is_wrong_is_said_beside_the_field_and_keeps_save_grey(qtbot, page, db, agency):
    form = page.current
    form.name_field.setFocus()
    form.name_field.clear()
    qtbot.keyClick(form.name_field, Qt.Key.Key_Tab)
    assert form.form.row("name").words.text() == fault_words(Fault.NAME_MISSING)
    assert not form.save_bar.save_button.isEnabled()
    assert "Name" in form.save_bar.words.text()
    form.email.setText("ask me")
    form.form.row("email").touched = True
    form.check()
    assert form.form.row("email").words.text() == fault_words(Fault.EMAIL_UNLIKELY)
    form.save()
    assert agency_service.get(db) == agency
    form.save_bar.revert_button.click()
    assert form.name_field.text() == agency.name
    assert not form.save_bar.isVisible()


def test_what_is_typed_outlives_leaving_and_changes_from_elsewhere(
    qtbot, page, context, db, agency, actor
):
    page.current.phone.setText("651-555-0199")
    section(qtbot, page, "Warnings")
    assert "Agency" in page.notice.text
    assert page.unsaved_words() == "What you typed in Settings, Agency, is not saved yet."
    agency_service.change(db, replace(agency, chief="Ann Lund"), actor=actor)
    QApplication.processEvents()
    settled(qtbot, context)
    page.notice._buttons[0].click()
    settled(qtbot, context)
    assert page.current.name == "Agency"
    assert page.current.phone.text() == "651-555-0199"
    assert page.current.unsaved
    assert page.notice.text == ""
    page.revert()
    assert page.current.chief.text() == "Ann Lund"
    assert page.unsaved_words() == ""


def test_the_address_is_kept_as_lines(qtbot, page, db):
    page.current.address.setPlainText("  1 Main St \n\nEly, MN 55731\n")
    page.current.save()
    qtbot.waitUntil(lambda: agency_service.get(db).address == "1 Main St\nEly, MN 55731")
    assert page.current.letterhead.contact.text().startswith("1 Main St\nEly, MN 55731")


def test_a_refusal_keeps_what_was_typed(qtbot, page, monkeypatch):
    def refuse(*_, **__):
        raise SroDeskError("The disk is full. Make room.")

    monkeypatch.setattr(agency_service, "change", refuse)
    page.current.chief.setText("Ann Lund")
    page.current.save()
    qtbot.waitUntil(lambda: page.current.bar.text == "The disk is full. Make room.")
    assert page.current.chief.text() == "Ann Lund"
    assert page.current.save_bar.save_button.isEnabled()


# policy and courses


def test_the_policy_is_added_changed_and_voided(qtbot, page, context, db, actor, monkeypatch):
    listed = section(qtbot, page, "Policy")
    assert not listed.change_action.isEnabled()
    asked = []

    def ask(_, revision=None, *, others, parent):
        assert parent is listed
        asked.append((revision, others))
        if revision is None:
            draft = PolicyRevisionDraft(adopted_on=date(2025, 8, 11), title="507.5")
            return policy.add_revision(db, draft, actor=actor)
        return None

    monkeypatch.setattr(PolicyRevisionDialog, "ask", ask)
    listed.table.setFocus()
    qtbot.keyClick(listed.table, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: listed.model.rowCount() == 1)
    assert listed.model.columns[1].text(listed.table.current_row) == "Adopted"
    qtbot.keyClick(listed.table, Qt.Key.Key_F2)
    (revision,) = policy.all_revisions(db)
    assert asked[1] == (revision, (revision,))
    monkeypatch.setattr(VoidReasonDialog, "ask", lambda *_: "Entered twice")
    qtbot.keyClick(listed.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed.model.rowCount() == 0)
    assert policy.all_revisions(db) == ()
    settled(qtbot, context)


def test_the_earliest_revision_is_the_adoption(qtbot, page, db, actor):
    for day in (date(2026, 9, 2), date(2025, 8, 11), date(2026, 1, 5)):
        policy.add_revision(db, PolicyRevisionDraft(adopted_on=day), actor=actor)
    listed = section(qtbot, page, "Policy")
    qtbot.waitUntil(lambda: listed.model.rowCount() == 3)
    words = [listed.model.columns[1].text(row) for row in listed.model.visible_rows]
    assert words == ["Revised", "Revised", "Adopted"]


def test_another_kind_of_a_course_is_told_of(qtbot, page, context, db, actor, monkeypatch):
    heard = said(context)
    listed = section(qtbot, page, "Courses")
    listed.table.select(lambda course: course.kind is CourseKind.OTHER)

    def ask(_, course, *, parent):
        assert parent is listed
        draft = CourseDraft(title=course.title, kind=CourseKind.MANDATED)
        return courses.change(db, course.id, draft, actor=actor)

    monkeypatch.setattr(CourseDialog, "ask", ask)
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    assert heard == [
        "Certificates of “Other training” now count toward V.A, V.B and V.C; deadlines and "
        "statuses follow. Undo takes it back."
    ]
    qtbot.waitUntil(
        lambda: not any(course.kind is CourseKind.OTHER for course in listed.model.rows)
    )


def test_courses_are_searched(qtbot, page):
    listed = section(qtbot, page, "Courses")
    page.find()
    assert listed.find_field.hasFocus()
    qtbot.keyClicks(listed.find_field, "nasro")
    qtbot.waitUntil(lambda: listed.model.rowCount() == 1)


# warnings


def test_lead_times_are_typed_saved_and_reset(qtbot, page, db):
    form = section(qtbot, page, "Warnings")
    assert form.lead_times.text() == "180, 90, 60, 30, 14, 7"
    assert not form.reset_button.isEnabled()
    form.lead_times.setText("7 45")
    assert form.spoken.text() == "A warning 45 days and 1 week before each deadline."
    form.save()
    qtbot.waitUntil(lambda: agency_service.settings(db).lead_times == (45, 7))
    qtbot.waitUntil(lambda: form.lead_times.text() == "45, 7")
    form.reset_button.click()
    assert form.unsaved
    form.save()
    qtbot.waitUntil(lambda: agency_service.settings(db) == Settings())


def test_what_is_no_number_of_days_is_said(qtbot, page):
    form = section(qtbot, page, "Warnings")
    form.lead_times.setText("30, soon")
    form.save()
    words = form.form.row("lead_times").words.text()
    assert words == fault_words(Fault.LEAD_TIMES_NOT_POSITIVE)
    assert not form.save_bar.save_button.isEnabled()


def test_choices_hold_at_once_and_undo_takes_them_back(qtbot, page, context, db, actor):
    writes = []
    context.bus.committed.connect(writes.append)
    form = section(qtbot, page, "Warnings")
    form.lead_times.setText("30")  # typed, and not saved by a choice
    form.local_holidays.button.click()
    form.refresh_advisory.button.click()
    wanted = Settings(local_holidays=True, refresh_advisory=False)
    qtbot.waitUntil(lambda: agency_service.settings(db) == wanted)
    qtbot.waitUntil(lambda: len(writes) == 2)
    settled(qtbot, context)
    assert form.lead_times.text() == "30"
    history.undo(db, writes[0].write, actor=actor)
    qtbot.waitUntil(lambda: not form.local_holidays.button.isChecked())
    assert not form.refresh_advisory.button.isChecked()


# backups


def test_backups_are_listed_with_their_age_and_a_missing_second_place(qtbot, page, context, db):
    form = section(qtbot, page, "Backups")
    assert form.chip._words == "No backup yet"
    assert form.warning.text().startswith("No second place yet")
    made = keeping.backup(db)
    context.navigator.backup_made.emit()
    qtbot.waitUntil(lambda: form.list.model.rowCount() == 1)
    assert form.chip._words.startswith("Backed up today")
    row = form.list.table.current_row
    assert row == made
    texts = [column.text(row) for column in form.list.model.columns]
    assert texts[2:] == [str(made.path.parent), f"{made.ledger_head[:12]}…"]


def test_both_places_are_saved_and_a_missing_drive_is_told(qtbot, page, db, tmp_path):
    form = section(qtbot, page, "Backups")
    form.first.line.setText(str(tmp_path / "here"))
    form.second.line.setText("not/whole")
    words = form.form.row("second").words
    qtbot.waitUntil(lambda: words.text().startswith("Write the whole path"))
    form.second.line.setText(str(tmp_path / "here"))
    qtbot.waitUntil(lambda: words.text().startswith("This is the other place"))
    form.second.line.setText(str(tmp_path / "stick"))
    qtbot.waitUntil(lambda: words.text().startswith("Gets the same"))
    form.save()
    chosen = Settings(
        backup_folder=str(tmp_path / "here"), second_backup_folder=str(tmp_path / "stick")
    )
    qtbot.waitUntil(lambda: agency_service.settings(db) == chosen)
    qtbot.waitUntil(lambda: "is not there now" in form.warning.text())


def test_a_folder_is_chosen_with_the_button(qtbot, page, monkeypatch, tmp_path):
    form = section(qtbot, page, "Backups")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    form.second._browse.click()
    assert form.draft().second == str(tmp_path)
    assert form.unsaved


def test_a_backup_is_proved_and_a_damaged_one_is_told(qtbot, page, db):
    made = keeping.backup(db)
    form = section(qtbot, page, "Backups")
    form.list.verify_action.trigger()
    qtbot.waitUntil(lambda: "is sound" in form.bar.text)
    content = bytearray(made.path.read_bytes())
    at = content.rindex(b"Birch Lake Police")
    content[at : at + 5] = b"Beech"
    made.path.write_bytes(content)
    form.list.verify_action.trigger()
    qtbot.waitUntil(lambda: form.bar.text != "" and "is sound" not in form.bar.text)


def test_restoring_is_asked_about_and_wished_for(qtbot, page, context, db):
    made, wished = keeping.backup(db), []
    context.navigator.restore_wanted.connect(wished.append)
    form = section(qtbot, page, "Backups")
    form.list.restore_action.trigger()
    assert form.bar.text.startswith("Put back the records of ")
    form.bar._buttons[1].click()
    assert wished == []
    assert form.bar.text == ""
    form.list.restore_action.trigger()
    form.bar._buttons[0].click()
    assert wished == [made.path]


def test_without_a_backup_in_the_list_the_window_asks_for_a_file(qtbot, page, context):
    wished = []
    context.navigator.restore_wanted.connect(wished.append)
    section(qtbot, page, "Backups").list.restore_action.trigger()
    assert wished == [None]


def test_back_up_now_is_the_windows_own(qtbot, page, context):
    form = section(qtbot, page, "Backups")
    with qtbot.waitSignal(context.navigator.backup_wanted):
        form.list.back_up_action.trigger()


def test_a_folder_that_is_not_there_is_said(qtbot, page, db, monkeypatch):
    opened = []
    monkeypatch.setattr(viewing.QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    form = section(qtbot, page, "Backups")
    form.list.folder_action.trigger()
    assert "is not there now" in form.bar.text
    made = keeping.backup(db)
    form.reload()
    qtbot.waitUntil(lambda: form.list.model.rowCount() == 1)
    form.list.folder_action.trigger()
    assert [url.toLocalFile() for url in opened] == [str(made.path.parent)]


def test_backup_folders_are_not_read_on_the_line_of_quick_calls(qtbot, page, monkeypatch):
    """A network drive that does not answer must not hold up the pages."""
    names, read = [], keeping.backups_in

    def noted(places):
        names.append(threading.current_thread().name)
        return read(places)

    monkeypatch.setattr(keeping, "backups_in", noted)
    section(qtbot, page, "Backups")
    assert names
    assert all(name.startswith("looks") for name in names)


# appearance and the file


def test_the_appearance_is_chosen_kept_and_in_step_with_others(qtbot, page, context, theme):
    choices = section(qtbot, page, "Appearance").choices
    assert choices[Appearance.SYSTEM].button.isChecked()
    choices[Appearance.DARK].button.click()
    assert theme.dark
    assert context.preferences.appearance is Appearance.DARK
    theme.set_appearance(Appearance.LIGHT)
    assert choices[Appearance.LIGHT].button.isChecked()
    assert not choices[Appearance.DARK].button.isChecked()


def test_what_the_file_is(qtbot, page, context, db):
    told = section(qtbot, page, "This file")
    assert told.text_of("Records file") == str(db.path)
    assert told.text_of("Holds") == "An agency's own records"
    assert told.text_of("Schema") == "Revision 0002"
    assert "0 certificate copies" in told.text_of("Size")
    assert db.head()[:16] in told.text_of("Ledger")
    heard = said(context)
    told.copy_button.click()
    assert QGuiApplication.clipboard().text() == str(db.path)
    assert heard == ["The path is on the clipboard."]

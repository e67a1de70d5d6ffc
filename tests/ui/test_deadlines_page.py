"""The home page on real records: urgency, as-of date, filters, and the next step in each row."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyleOptionViewItem

from sro_desk.domain.codes import CourseKind, DistrictKind, Light, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    ContractDraft,
    DistrictDraft,
    OfficerDraft,
)
from sro_desk.domain.scan import Scan
from sro_desk.intake.examined import Received
from sro_desk.services import assignments, certificates, courses, districts, officers
from sro_desk.ui import next_step
from sro_desk.ui.dialogs.assignment import AssignmentDialog
from sro_desk.ui.pages.deadlines import DeadlinesPage
from tests.conftest import TODAY

CONTROL = Qt.KeyboardModifier.ControlModifier
ASSUMED = date(2026, 9, 14)


@pytest.fixture
def people(db, actor):
    """Overdue Erik, trained Kim without a copy, V.B Ánh, and Tou who is not assigned."""
    district = districts.add(
        db,
        DistrictDraft(name="Ely", kind=DistrictKind.INDEPENDENT, state_id="0696"),
        actor=actor,
    )
    term = {"starts_on": date(2020, 7, 1), "ends_on": date(2030, 6, 30)}
    districts.add_contract(db, ContractDraft(district=district.id, **term), actor=actor)
    kinds = {each.kind: each.id for each in courses.all_courses(db)}
    names = ("Erik Olson", "Kim Xiong", "Nguyễn Thị Ánh", "Tou Vang")
    made = {name: officers.add(db, OfficerDraft(name=name), actor=actor) for name in names}
    for name, assumed in zip(names[:3], (ASSUMED, ASSUMED, date(2021, 8, 30)), strict=True):
        draft = AssignmentDraft(
            officer=made[name].id, district=district.id, role=Role.REGULAR, assumed=assumed
        )
        assignments.add(db, draft, actor=actor)
    for name, kind, completed, scan in (
        ("Kim Xiong", CourseKind.MANDATED, date(2026, 8, 20), None),
        ("Nguyễn Thị Ánh", CourseKind.BASIC, date(2020, 7, 17), scan_of(b"basic")),
    ):
        draft = CertificateDraft(officer=made[name].id, course=kinds[kind], completed_on=completed)
        certificates.add(db, draft, scan, actor=actor)
    return made


@pytest.fixture
def page(qtbot, context, people):
    made = DeadlinesPage(context)
    made.people = people
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == len(people))
    return made


def scan_of(content, name="certificate.pdf"):
    return Scan(content=content, original_name=name, media_type="application/pdf", pages=1)


def names(page):
    return [row.name for row in page.model.visible_rows]


def cells(page, name):
    row = next(each for each in page.model.rows if each.name == name)
    return [column.text(row) for column in page.model.columns]


def test_officers_stand_in_order_of_urgency(page):
    assert names(page) == ["Erik Olson", "Kim Xiong", "Nguyễn Thị Ánh", "Tou Vang"]
    assert cells(page, "Erik Olson") == [
        *("Needs action now", "Erik Olson", "ISD 0696", "V.A", "Overdue", "09/13/2026"),
        *("72 days over", "Training", "Add certificate"),
    ]
    assert cells(page, "Kim Xiong")[-2:] == ["Certificate copy", "Attach copy"]
    assert cells(page, "Nguyễn Thị Ánh")[3:7] == ["V.B", "Due", "05/31/2027", "188 days"]


def test_the_tiles_count_and_filter(qtbot, page):
    assert {light: tile.count for light, tile in page.tiles.tiles.items()} == {
        Light.RED: 2, Light.AMBER: 1, Light.GREEN: 0, Light.GREY: 1,
    }  # fmt: skip
    red = page.tiles.tiles[Light.RED]
    red.setFocus()
    qtbot.keyClick(red, Qt.Key.Key_Space)
    assert names(page) == ["Erik Olson", "Kim Xiong"]
    qtbot.keyClick(red, Qt.Key.Key_Space)
    assert len(names(page)) == 4


def test_the_search_needs_no_accents_and_is_counted(qtbot, page, context):
    counted = []
    context.navigator.counted.connect(counted.append)
    page.find()
    qtbot.keyClicks(page.search, "nguyen anh")
    qtbot.waitUntil(lambda: names(page) == ["Nguyễn Thị Ánh"])
    assert counted[-1] == "1 of 4 officers"
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(page)) == 4)


def test_the_page_as_of_another_day(qtbot, page, context):
    shown = []
    context.navigator.as_of_shown.connect(shown.append)
    page.as_of.setFocus()
    page.as_of.line.selectAll()
    qtbot.keyClicks(page.as_of.line, "6/1/2027")
    qtbot.waitUntil(lambda: cells(page, "Nguyễn Thị Ánh")[4] == "Overdue")
    assert shown[-1] == date(2027, 6, 1)
    assert page.notice.text == (
        "This is how it will be on Tuesday, June 1, 2027, by what is on file now."
    )
    page.today_button.click()
    qtbot.waitUntil(lambda: cells(page, "Nguyễn Thị Ánh")[4] == "Due")
    assert page.notice.text == ""
    assert page.on == TODAY


def test_half_a_date_changes_nothing(qtbot, page, context):
    page.as_of.line.selectAll()
    qtbot.keyClicks(page.as_of.line, "6/")
    qtbot.wait(300)  # longer than the page waits for a further key
    assert not context.jobs.busy
    assert cells(page, "Nguyễn Thị Ánh")[4] == "Due"


def test_a_certificate_changes_the_page_by_itself(page, qtbot, context, actor):
    erik = page.people["Erik Olson"]

    def add(db):
        course = next(each for each in courses.all_courses(db) if each.kind is CourseKind.MANDATED)
        draft = CertificateDraft(officer=erik.id, course=course.id, completed_on=date(2026, 9, 1))
        return certificates.add(db, draft, scan_of(b"proof"), actor=actor)

    context.jobs.ask(page, add, lambda _: None)
    qtbot.waitUntil(lambda: cells(page, "Erik Olson")[0] == "In order")
    assert cells(page, "Erik Olson")[4:6] == ["Met", "09/13/2026"]
    assert page.tiles.tiles[Light.GREEN].count == 1


def test_enter_opens_the_officer(qtbot, page, context):
    wanted = []
    context.navigator.officer_wanted.connect(wanted.append)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted == [page.people["Kim Xiong"].id]


def test_ctrl_enter_takes_the_step_that_the_menu_names(qtbot, page, context):
    wanted = []
    context.navigator.certificate_to_add.connect(lambda *what: wanted.append(what))
    page.table.setFocus()
    page.table.select(lambda row: row.name == "Erik Olson")
    assert [each.text() for each in page.page_actions()][1] == "Add certificate"
    qtbot.keyClick(page.table, Qt.Key.Key_Return, CONTROL)
    assert wanted == [(page.people["Erik Olson"].id, None)]


def test_a_click_on_the_button_of_a_row_takes_its_step(qtbot, page, context):
    wanted = []
    context.navigator.certificate_to_add.connect(lambda *what: wanted.append(what))
    index = page.model.index(0, len(page.model.columns) - 1)
    cell = page.table.visualRect(index)
    option = QStyleOptionViewItem()
    option.fontMetrics = page.table.fontMetrics()
    button = page._delegate._button(QRect(cell), option, "Add certificate")
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    assert wanted == [(page.people["Erik Olson"].id, None)]
    beside = QPoint(cell.right() - 2, button.center().y())
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert len(wanted) == 1


def test_the_copy_is_attached_from_the_row(qtbot, page, context, tmp_path, monkeypatch):
    path = tmp_path / "Xiong.pdf"
    path.write_bytes(b"%PDF-1.7 a scan")
    monkeypatch.setattr(next_step, "choose_file", lambda *_: path)
    scan = scan_of(path.read_bytes(), path.name)
    monkeypatch.setattr(type(context.worker), "receive", lambda *_: Received(scan=scan, note=""))
    said = []
    context.navigator.said.connect(said.append)
    page.table.select(lambda row: row.name == "Kim Xiong")
    page._step_action.trigger()
    qtbot.waitUntil(lambda: cells(page, "Kim Xiong")[0] == "In order")
    assert said == ["“Xiong.pdf” is on file for Kim Xiong; Undo takes it off again."]


def test_the_step_of_one_without_assignment_asks_for_it(qtbot, page, monkeypatch):
    asked = []
    monkeypatch.setattr(
        AssignmentDialog, "ask", lambda _, officer, **__: asked.append(officer.name)
    )
    page.table.select(lambda row: row.name == "Tou Vang")
    page._step_action.trigger()
    qtbot.waitUntil(lambda: asked == ["Tou Vang"])


def test_a_mark_of_the_timeline_shows_its_officers_only(qtbot, page):
    page.pictures.timeline.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.pictures.timeline, Qt.Key.Key_End)
    assert page.pictures.timeline.current.dates == (date(2027, 5, 31),)
    qtbot.keyClick(page.pictures.timeline, Qt.Key.Key_Return)
    assert names(page) == ["Nguyễn Thị Ánh"]
    qtbot.keyClick(page.pictures.timeline, Qt.Key.Key_Escape)
    assert len(names(page)) == 4


def test_the_timeline_tells_in_words_what_it_draws(page):
    told = page.pictures.timeline.accessibleDescription()
    assert told.startswith("Open deadlines as of 11/24/2026.")
    assert "Monday, May 31, 2027: 1 officer" in told


def test_deadlines_leave_marks_on_the_picture(page):
    before = picture(page.pictures.timeline)
    page.pictures.timeline.show_marks((), TODAY)
    assert picture(page.pictures.timeline) != before


def test_an_empty_roster_says_what_to_do(qtbot, context):
    page = DeadlinesPage(context)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.waitUntil(lambda: not context.jobs.busy)
    assert page.table._empty.isVisible()
    assert [each.isEnabled() for each in page.page_actions()] == [False, False, True]


def test_a_hidden_page_catches_up_when_it_is_shown(qtbot, page, context, actor):
    page.hide()
    draft = OfficerDraft(name="Winona Beaulieu")
    context.jobs.ask(page, lambda db: officers.add(db, draft, actor=actor), lambda _: None)
    qtbot.waitUntil(lambda: not context.jobs.busy)
    assert page.model.rowCount() == 4
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)


def picture(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits())

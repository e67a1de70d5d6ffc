"""Contact days in the window: clicked, dragged and typed into the file, and taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from sro_desk.domain.codes import DayKind, DistrictKind, Paragraph, Role, Status
from sro_desk.domain.drafts import AssignmentDraft, DistrictDraft, OfficerDraft
from sro_desk.services import assignments, clock, contact_days, districts, history, officers
from sro_desk.ui.widgets.contact_days_panel import ContactDaysPanel
from tests.conftest import TODAY

SERVED, BOOKED = DayKind.SERVED, DayKind.BOOKED


@pytest.fixture(autouse=True)
def _that_day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def officer(db, actor):
    return officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)


@pytest.fixture
def assign(db, actor, officer):
    def assign(number, **said):
        district = districts.add(
            db,
            DistrictDraft(name=number, kind=DistrictKind.INDEPENDENT, state_id=number),
            actor=actor,
        )
        facts = {"role": Role.SUBSTITUTE, "assumed": date(2026, 9, 8), **said}
        draft = AssignmentDraft(officer=officer.id, district=district.id, **facts)
        return assignments.add(db, draft, actor=actor)

    return assign


@pytest.fixture
def panel(qtbot, context, officer):
    """The panel as the page keeps it: every commit shows the officer again."""

    def panel():
        made = ContactDaysPanel(context)
        qtbot.addWidget(made)
        made.resize(860, 640)
        made.show()
        qtbot.waitExposed(made)
        made.show_officer(officer.id)
        context.bus.committed.connect(lambda _: made.show_officer(officer.id))
        settle(qtbot, context)
        return made

    return panel


def settle(qtbot, context):
    qtbot.waitUntil(lambda: not context.jobs.busy)


def weekdays(first, count):
    found, day = [], first
    while len(found) < count:
        if day.weekday() < 5:
            found.append(day)
        day += timedelta(days=1)
    return found


def live(db, officer):
    record = officers.detail(db, officer.id, TODAY).record
    return {day.on: day.kind for day in record.contact_days if day.voided is None}


def drag(qtbot, calendar, first, last):
    at = [calendar.place_of(day).center().toPoint() for day in (first, last)]
    qtbot.mousePress(calendar, Qt.MouseButton.LeftButton, pos=at[0])
    qtbot.mouseMove(calendar, at[1])
    qtbot.waitUntil(lambda: calendar.cursor_day == last)
    qtbot.mouseRelease(calendar, Qt.MouseButton.LeftButton, pos=at[1])


def test_without_an_assignment_it_says_what_to_do(qtbot, panel):
    shown = panel()
    assert not shown.calendar.isVisible()
    with qtbot.waitSignal(shown.add_asked):
        shown.add.trigger()


def test_a_click_is_stored_and_counted(qtbot, context, db, officer, assign, panel):
    assign("0196")
    shown = panel()
    at = shown.calendar.place_of(date(2026, 11, 23)).center().toPoint()
    qtbot.mouseClick(shown.calendar, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: shown.count.text() == "1 of 60 contact days: 1 served.")
    settle(qtbot, context)
    assert live(db, officer) == {date(2026, 11, 23): SERVED}


def test_one_undo_takes_a_drag_back(qtbot, context, db, actor, officer, assign, panel):
    assign("0196")
    shown = panel()
    drag(qtbot, shown.calendar, date(2026, 11, 2), date(2026, 11, 13))
    qtbot.waitUntil(lambda: shown.shown.count.served == 9)  # without Veterans Day
    settle(qtbot, context)
    history.undo(db, history.last_write(db), actor=actor)
    qtbot.waitUntil(lambda: shown.shown.count.served == 0)
    settle(qtbot, context)
    assert live(db, officer) == {}


def test_keys_alone_enter_a_week(qtbot, context, db, officer, assign, panel):
    assign("0196")
    shown = panel()
    calendar = shown.calendar
    calendar.setFocus()
    qtbot.keyClick(calendar, Qt.Key.Key_Down)  # 12/01/2026
    for _ in range(2):
        qtbot.keyClick(calendar, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(calendar, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown.shown.count.booked == 3)
    settle(qtbot, context)
    assert live(db, officer) == {date(2026, 12, day): BOOKED for day in (1, 2, 3)}
    assert calendar.cursor_day == date(2026, 12, 3)


def test_the_sixtieth_day_changes_the_status(qtbot, context, db, actor, officer, assign, panel):
    assignment = assign("0196")
    days = weekdays(date(2026, 9, 8), 60)
    kinds = {day: SERVED if day <= TODAY else BOOKED for day in days[:-1]}
    contact_days.set_days(db, assignment.id, kinds, actor=actor)
    shown = panel()
    assert officers.detail(db, officer.id, TODAY).finding.status is Status.EXEMPT
    assert "Projection, no deadline" in shown.outlook.text()
    at = shown.calendar.place_of(days[-1]).center().toPoint()
    qtbot.mouseClick(shown.calendar, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: shown.shown.count.total == 60)
    settle(qtbot, context)
    finding = officers.detail(db, officer.id, TODAY).finding
    assert (finding.paragraph, finding.status) == (Paragraph.A, Status.DUE)
    assert shown.calendar.shown.sixtieth_on == days[-1]
    assert shown.outlook.text().startswith("Contact day 60 is ")


def test_days_go_under_the_assignment_chosen(qtbot, context, db, actor, officer, assign, panel):
    first, second = assign("0196"), assign("0625", assumed=date(2026, 10, 1))
    contact_days.set_days(db, first.id, {date(2026, 11, 2): SERVED}, actor=actor)
    shown = panel()
    words = [shown.assignments.itemText(place) for place in range(shown.assignments.count())]
    assert words == ["ISD 0196, from 09/08/2026", "ISD 0625, from 10/01/2026"]
    shown.assignments.setCurrentIndex(1)
    assert shown.calendar.shown.others == {date(2026, 11, 2): (SERVED, "ISD 0196")}
    shown.calendar.setFocus()
    qtbot.keyClick(shown.calendar, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown.shown.count.served == 2)
    settle(qtbot, context)
    assert shown.assignments.currentIndex() == 1
    assert {day.assignment for day in shown.shown.days} == {first.id, second.id}
    assert "in 2 districts together" in shown.count.text()
    assert live(db, officer)[TODAY] is SERVED


def test_school_years_are_switched(qtbot, context, assign, panel):
    assign("0196", assumed=date(2025, 9, 2), booked_days=4)
    shown = panel()
    assert shown.title.text() == "School year 2026–27"
    shown.earlier.trigger()
    qtbot.waitUntil(lambda: shown.title.text() == "School year 2025–26")
    assert shown.calendar.shown.first == date(2025, 7, 1)
    assert shown.outlook.text() == ""
    shown.earlier.trigger()
    qtbot.waitUntil(lambda: shown.title.text() == "School year 2024–25")
    assert not shown.book.isEnabled()
    assert not shown.assignments.isEnabled()
    settle(qtbot, context)


def test_a_refusal_is_said_and_goes_away(qtbot, context, assign, panel):
    assign("0196")
    shown = panel()
    shown.calendar.setFocus()
    qtbot.keyClick(shown.calendar, Qt.Key.Key_Right)
    qtbot.keyClick(shown.calendar, Qt.Key.Key_S)
    assert "not served yet" in shown.bar.text
    qtbot.keyClick(shown.calendar, Qt.Key.Key_B)
    assert shown.bar.text == ""
    settle(qtbot, context)


def test_of_a_voided_officer_nothing_is_set(qtbot, context, officer, assign, panel):
    assign("0196")
    shown = panel()
    shown.show_officer(officer.id, locked=True)
    settle(qtbot, context)
    assert not shown.serve.isEnabled()
    qtbot.keyClick(shown.calendar, Qt.Key.Key_Space)
    settle(qtbot, context)
    assert shown.shown.count.total == 0


def test_undated_days_past_sixty_ask_for_their_dates(assign, panel):
    assign("0196", booked_days=60)
    assert "have no date yet" in panel().outlook.text()

"""The year calendar: moved in, selected and set by keyboard and mouse; drawn at every width."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from sro_desk.domain.codes import DayKind
from sro_desk.ui.models.year_days import YearDays, run_between
from sro_desk.ui.preferences import Appearance
from sro_desk.ui.widgets.year_calendar import YearCalendar
from sro_desk.ui.widgets.year_grid import YearGrid

SERVED, BOOKED = DayKind.SERVED, DayKind.BOOKED
TODAY = date(2026, 11, 24)  # a Tuesday
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def year(**said):
    facts = {
        "first": date(2026, 7, 1),
        "last": date(2027, 6, 30),
        "today": TODAY,
        "holidays": {date(2026, 11, 26): "Thanksgiving Day"},
        "from_": date(2026, 9, 8),
        **said,
    }
    return YearDays(**facts)


@pytest.fixture
def calendar(qtbot, theme):
    made = YearCalendar(theme)
    qtbot.addWidget(made)
    made.resize(860, 600)
    made.show_year(year())
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def told(calendar):
    """What the calendar asked to be set."""
    asked = []
    calendar.days_set.connect(lambda wanted: asked.append(dict(wanted)))
    return asked


def middle(calendar, day) -> QPoint:
    return calendar.place_of(day).center().toPoint()


def keys(qtbot, calendar, *pressed, modifier=Qt.KeyboardModifier.NoModifier):
    for key in pressed:
        qtbot.keyClick(calendar, key, modifier)


@pytest.mark.parametrize("width", [180, 400, 600, 860, 1400])
def test_every_day_has_a_place_of_its_own_and_is_found_there(width):
    grid = YearGrid(first=date(2026, 7, 1), width=width, cell=24, row=22, head=20, gap=16)
    days = run_between(date(2026, 7, 1), date(2027, 6, 30))
    assert [grid.day_at(grid.place_of(day).center()) for day in days] == days
    assert max(grid.place_of(day).right() for day in days) <= width + 0.01
    assert max(grid.place_of(day).bottom() for day in days) <= grid.size.height() + 0.01
    assert grid.day_at(QPointF(-1, -1)) is None


def test_wider_it_is_lower():
    high = [
        YearGrid(first=date(2026, 7, 1), width=width, cell=24, row=22, head=20, gap=16)
        for width in (400, 860, 1400)
    ]
    assert [grid.columns for grid in high] == [2, 4, 6]
    assert high[0].size.height() > high[1].size.height() > high[2].size.height()


def test_it_opens_on_today(calendar):
    assert calendar.cursor_day == TODAY
    assert calendar.accessibleDescription().startswith("Tuesday, November 24, 2026: no contact day")


@pytest.mark.parametrize(
    ("key", "modifier", "day"),
    [
        (Qt.Key.Key_Left, None, date(2026, 11, 23)),
        (Qt.Key.Key_Right, None, date(2026, 11, 25)),
        (Qt.Key.Key_Up, None, date(2026, 11, 17)),
        (Qt.Key.Key_Down, None, date(2026, 12, 1)),
        (Qt.Key.Key_Home, None, date(2026, 11, 1)),
        (Qt.Key.Key_End, None, date(2026, 11, 30)),
        (Qt.Key.Key_PageUp, None, date(2026, 10, 24)),
        (Qt.Key.Key_PageDown, None, date(2026, 12, 24)),
        (Qt.Key.Key_Home, CONTROL, date(2026, 7, 1)),
        (Qt.Key.Key_End, CONTROL, date(2027, 6, 30)),
    ],
)
def test_keys_move(qtbot, calendar, key, modifier, day):
    keys(qtbot, calendar, key, modifier=modifier or Qt.KeyboardModifier.NoModifier)
    assert calendar.cursor_day == day
    assert calendar.run == [day]


def test_the_cursor_stays_in_the_year(qtbot, calendar):
    keys(qtbot, calendar, Qt.Key.Key_End, modifier=CONTROL)
    keys(qtbot, calendar, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
    assert calendar.cursor_day == date(2027, 6, 30)


def test_space_serves_what_has_come_and_books_what_is_to_come(qtbot, calendar, told):
    keys(qtbot, calendar, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert told == [{TODAY: SERVED}, {date(2026, 11, 25): BOOKED}]


def test_space_takes_out_what_is_set(qtbot, calendar, told):
    calendar.show_year(year(mine={TODAY: SERVED}))
    keys(qtbot, calendar, Qt.Key.Key_Space)
    assert told == [{TODAY: None}]


def test_shift_selects_a_run_which_is_set_at_once_on_school_days(qtbot, calendar, told):
    keys(qtbot, calendar, *[Qt.Key.Key_Right] * 6, modifier=SHIFT)
    assert calendar.run == run_between(TODAY, date(2026, 11, 30))
    assert "7 days from 11/24/2026" in calendar.accessibleDescription()
    keys(qtbot, calendar, Qt.Key.Key_B)
    assert told == [
        dict.fromkeys((TODAY, date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 30)), BOOKED)
    ]
    keys(qtbot, calendar, Qt.Key.Key_Escape)
    assert calendar.run == [date(2026, 11, 30)]


def test_s_serves_only_what_has_come_and_says_why_not(qtbot, calendar, told):
    keys(qtbot, calendar, Qt.Key.Key_Right, modifier=SHIFT)
    keys(qtbot, calendar, Qt.Key.Key_S)
    assert told == [{TODAY: SERVED}]
    keys(qtbot, calendar, Qt.Key.Key_Right)
    with qtbot.waitSignal(calendar.refused) as refused:
        keys(qtbot, calendar, Qt.Key.Key_S)
    assert refused.args == ["A day to come can be booked, but not served yet."]


def test_delete_clears_weekends_too(qtbot, calendar, told):
    saturday, monday = date(2026, 11, 21), date(2026, 11, 23)
    calendar.show_year(year(mine={saturday: SERVED, monday: BOOKED}))
    keys(qtbot, calendar, *[Qt.Key.Key_Left] * 4, modifier=SHIFT)
    keys(qtbot, calendar, Qt.Key.Key_Delete)
    assert told == [{monday: None, saturday: None}]


def test_a_day_outside_the_assignment_is_refused_in_words(qtbot, calendar, told):
    keys(qtbot, calendar, Qt.Key.Key_Home, modifier=CONTROL)
    with qtbot.waitSignal(calendar.refused) as refused:
        keys(qtbot, calendar, Qt.Key.Key_Space)
    assert refused.args == ["This day is outside the assignment."]
    assert told == []


def test_a_click_sets_one_day_a_weekend_too(qtbot, calendar, told):
    saturday = date(2026, 11, 21)
    qtbot.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=middle(calendar, saturday))
    assert told == [{saturday: SERVED}]


def test_a_drag_sets_a_run_at_once(qtbot, calendar, told):
    first, last = date(2026, 11, 2), date(2026, 11, 12)
    qtbot.mousePress(calendar, Qt.MouseButton.LeftButton, pos=middle(calendar, first))
    for day in run_between(first, last)[1:]:
        qtbot.mouseMove(calendar, middle(calendar, day))
        qtbot.waitUntil(lambda day=day: calendar.cursor_day == day)
    qtbot.mouseRelease(calendar, Qt.MouseButton.LeftButton, pos=middle(calendar, last))
    school_days = [day for day in run_between(first, last) if day.weekday() < 5]
    assert told == [dict.fromkeys(school_days, SERVED)]


def test_a_drag_from_a_set_day_clears(qtbot, calendar, told):
    days = run_between(date(2026, 11, 2), date(2026, 11, 4))
    calendar.show_year(year(mine=dict.fromkeys(days, SERVED)))
    qtbot.mousePress(calendar, Qt.MouseButton.LeftButton, pos=middle(calendar, days[2]))
    qtbot.mouseMove(calendar, middle(calendar, days[0]))
    qtbot.waitUntil(lambda: calendar.cursor_day == days[0])
    qtbot.mouseRelease(calendar, Qt.MouseButton.LeftButton, pos=middle(calendar, days[0]))
    assert told == [dict.fromkeys(days)]


def test_a_locked_year_is_only_looked_at(qtbot, calendar, told):
    calendar.show_year(year(), locked=True)
    keys(qtbot, calendar, Qt.Key.Key_Space)
    qtbot.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=middle(calendar, TODAY))
    assert told == []


def test_days_of_others_are_shown_but_not_taken_out():
    shown = year(others={TODAY: (SERVED, "ISD 0625")})
    assert shown.kind_of(TODAY) is SERVED
    assert "served at ISD 0625, today" in shown.words(TODAY)
    assert shown.toggled([TODAY]) == {TODAY: SERVED}
    assert shown.cleared([TODAY]) == {}


def test_words_of_a_holiday_and_of_the_sixtieth():
    sixtieth = TODAY + timedelta(days=1)
    shown = year(sixtieth_on=sixtieth, projected_on=TODAY)
    assert "Thanksgiving Day" in shown.words(date(2026, 11, 26))
    assert shown.words(sixtieth).endswith("the 60th contact day")
    assert shown.words(TODAY).endswith("the 60th contact day by projection")
    assert shown.words(date(2026, 9, 7)).endswith("outside the assignment")


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_served_and_booked_and_empty_look_different(calendar, theme, appearance):
    theme.set_appearance(appearance)
    days = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4)
    calendar.show_year(year(mine={days[0]: SERVED, days[1]: BOOKED}))
    image = calendar.grab().toImage()
    ratio = image.devicePixelRatio()
    pieces = set()
    for day in days:
        place = calendar.place_of(day).adjusted(3, 3, -16, -3)
        pieces.add(
            tuple(
                image.pixelColor(round(x * ratio), round(y * ratio)).name()
                for y in range(round(place.top()), round(place.bottom()))
                for x in range(round(place.left()), round(place.right()))
            )
        )
    assert len(pieces) == 3

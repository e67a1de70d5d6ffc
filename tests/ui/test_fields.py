"""The fields: a date as typed, one of many by a few letters, a search."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from sro_desk.ui.widgets.chooser import Chooser
from sro_desk.ui.widgets.date_field import DateField
from sro_desk.ui.widgets.search_field import SearchField
from tests.conftest import TODAY

NAMES = ["Olson, Erik", "Nguyễn Thị Ánh", "O'Brien-Núñez, Ana", "Olsen, Erika"]


@pytest.fixture
def field(qtbot, theme):
    made = DateField(theme, lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def chooser(qtbot):
    made = Chooser(str)
    qtbot.addWidget(made)
    made.show_rows(NAMES)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("9/1/2025", date(2025, 9, 1)),
        ("9-1-2025", date(2025, 9, 1)),
        ("2025-09-01", date(2025, 9, 1)),
        ("Sep 1 2025", date(2025, 9, 1)),
        ("t", TODAY),
        ("t+", date(2026, 11, 25)),
        ("t--", date(2026, 11, 22)),
        ("-3", date(2026, 11, 21)),
        ("13/1/2025", None),
        ("", None),
    ],
)
def test_typing_a_date(qtbot, field, typed, value):
    qtbot.keyClicks(field.line, typed)
    assert field.value == value
    assert field.unreadable == (value is None and bool(typed))


def test_the_date_is_echoed_and_tidied(qtbot, field):
    qtbot.keyClicks(field.line, "9/1/25")
    assert field._echo.text() == "Monday, September 1, 2025"
    field.line.editingFinished.emit()
    assert field.text == "09/01/2025"


def test_a_date_is_chosen_from_a_calendar(qtbot, field):
    field.value = date(2026, 9, 14)
    qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field._calendar
    calendar.setSelectedDate(calendar.selectedDate().addDays(2))
    calendar.activated.emit(calendar.selectedDate())
    assert field.value == date(2026, 9, 16)


@pytest.mark.parametrize("typed", ["12/31/9999", "0001-01-01"])
def test_the_calendar_and_the_keys_stay_within_dates(qtbot, field, typed):
    qtbot.keyClicks(field.line, typed)
    field.line.editingFinished.emit()
    kept = field.value
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value in (kept, None)
    field.open_calendar()
    assert 1950 <= field._calendar.selectedDate().year() <= 2100
    field._calendar.showPreviousYear()
    assert field._calendar.minimumDate().year() == 1950


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        ("nguyen", Qt.Key.Key_Return, "Nguyễn Thị Ánh"),
        ("obrien", Qt.Key.Key_Tab, "O'Brien-Núñez, Ana"),
        ("erik", Qt.Key.Key_Return, "Olson, Erik"),
        ("nobody", Qt.Key.Key_Return, None),
    ],
)
def test_a_few_letters_choose(qtbot, chooser, typed, key, value):
    qtbot.keyClicks(chooser, typed)
    qtbot.keyClick(chooser, key)
    assert chooser.value == value
    assert chooser.unmatched == (value is None)


def test_down_opens_the_whole_list_and_a_row_is_picked(qtbot, chooser):
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    popup = chooser._popup
    assert isinstance(popup, QListView)
    assert popup.model().rowCount() == len(NAMES)
    with qtbot.waitSignal(chooser.chosen) as told:
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert told.args == [NAMES[1]]
    assert chooser.text() == NAMES[1]


def test_typing_on_after_choosing_takes_the_choice_back(qtbot, chooser):
    chooser.choose(NAMES[0])
    with qtbot.waitSignal(chooser.changed):
        qtbot.keyClicks(chooser, "x")
    assert chooser.value is None
    assert chooser.unmatched


def test_what_was_not_found_can_be_offered_to_be_made(qtbot):
    chooser = Chooser(str, add="Add course")
    qtbot.addWidget(chooser)
    chooser.show_rows(NAMES)
    chooser.show()
    qtbot.keyClicks(chooser, "A new one")
    with qtbot.waitSignal(chooser.add_asked) as told:
        qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert told.args == ["A new one"]


def test_a_search_follows_the_typing_and_esc_clears_it(qtbot, theme):
    search = SearchField(theme, "Search officers")
    qtbot.addWidget(search)
    with qtbot.waitSignal(search.searched) as told:
        qtbot.keyClicks(search, "kim")
    assert told.args == ["kim"]
    with qtbot.waitSignal(search.searched) as told:
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert told.args == [""]

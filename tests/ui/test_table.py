"""The table view: keys, copying, what it remembers, what it says when empty."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication

from sro_desk.ui.models.table import Column, TableModel
from sro_desk.ui.widgets.table import Table
from tests.ui.test_table_model import COLUMNS, PEOPLE, Person


@pytest.fixture
def table(qtbot, context):
    made = Table(context, TableModel(COLUMNS), "people")
    qtbot.addWidget(made)
    made.model().show_rows(PEOPLE)
    return made


def test_ctrl_c_copies_the_selected_rows_with_headings(qtbot, table):
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines() == [
        "Name\tDays",
        "Xiong, Kim\t30",
        "Nguyễn, Ánh\t4",
        "olson, Erik\t200",
    ]


def test_enter_activates_the_current_row(qtbot, table):
    table.selectRow(1)
    with qtbot.waitSignal(table.row_activated) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [PEOPLE[1]]


def test_selection_and_cursor_survive_a_reload_and_a_sort(table):
    table.selectRow(1)
    table.model().show_rows([Person(9, "Aas, Per", 1), *PEOPLE])
    assert table.current_row == PEOPLE[1]
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert table.current_row == PEOPLE[1]
    assert table.selected_rows == [PEOPLE[1]]


def test_a_row_that_is_gone_is_told(qtbot, table):
    table.selectRow(1)
    with qtbot.waitSignal(table.row_changed) as told:
        table.model().show_rows(PEOPLE[:1])
    assert told.args == [None]


def test_columns_and_order_are_remembered(qtbot, context, table):
    table.setColumnWidth(0, 333)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    again = Table(context, TableModel(COLUMNS), "people")
    qtbot.addWidget(again)
    again.model().show_rows(PEOPLE)
    assert again.columnWidth(0) == 333
    assert [person.days for person in again.model().visible_rows] == [200, 30, 4]


def test_a_row_that_the_program_goes_to_is_selected_also_while_a_key_is_held(qtbot, table):
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyPress(table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert table.select(lambda person: person.id == PEOPLE[2].id)
    assert table.selected_rows == [PEOPLE[2]]
    qtbot.keyRelease(table, Qt.Key.Key_S)


def test_enter_activates_and_ctrl_enter_does_not(qtbot, table):
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.assertNotEmitted(table.row_activated):
        qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(table.row_activated):
        qtbot.keyClick(table, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)


def test_columns_share_the_width_until_one_is_sized(qtbot, context, table):
    table.resize(900, 300)
    table.show()
    qtbot.waitExposed(table)
    wide = table.viewport().width()
    assert sum(map(table.columnWidth, range(len(COLUMNS)))) == wide
    table._show_column(1, shown=False)
    assert sum(map(table.columnWidth, range(len(COLUMNS)))) == wide
    table._show_column(1, shown=True)
    table.resize(600, 300)
    assert sum(map(table.columnWidth, range(len(COLUMNS)))) == table.viewport().width()
    table.setColumnWidth(0, 333)
    table.resize(900, 300)
    assert table.columnWidth(0) == 333
    again = Table(context, TableModel(COLUMNS), "people")
    qtbot.addWidget(again)
    again.resize(700, 300)
    assert again.columnWidth(0) == 333


def test_other_columns_forget_what_was_remembered(qtbot, context, table):
    table.setColumnWidth(0, 333)
    other = Column("Number", lambda person: str(person.id))
    again = Table(context, TableModel((*COLUMNS, other)), "people")
    qtbot.addWidget(again)
    assert again.columnWidth(0) == COLUMNS[0].width


def test_an_empty_table_says_what_to_do_and_a_filtered_one_why(qtbot, table):
    add = QAction("Add a person")
    empty = table.say_when_empty("officers", "No one yet", "Add the first.")
    empty.add_button(add)
    table.show()
    qtbot.waitExposed(table)
    assert not empty.isVisible()
    table.model().set_filter("nobody")
    assert not empty.isVisible()
    assert table._empty_filtered.isVisible()
    table.model().set_filter("")
    table.model().show_rows([])
    assert empty.isVisible()


def test_select_goes_to_a_row(table):
    assert table.select(lambda person: person.id == 3)
    assert table.current_row == PEOPLE[2]
    assert not table.select(lambda person: person.id == 99)


def test_several_selected_rows_survive_a_filter_that_leaves_them_apart(table):
    people = [Person(n, f"Olson {n}", n) for n in range(40)]
    table.model().show_rows(people)
    table.selectAll()
    table.model().set_filter("3")
    assert [person.id for person in table.selected_rows] == [3, 13, 23, *range(30, 40)]
    table.model().set_filter("")
    assert [person.id for person in table.selected_rows] == [3, 13, 23, *range(30, 40)]
    assert len(table.selectionModel().selectedRows()) == 13


def test_selected_rows_survive_a_reload_in_another_order(table):
    table.selectAll()
    table.model().show_rows([*PEOPLE[::-1], Person(9, "Aas, Per", 1)])
    assert table.selected_rows == PEOPLE[::-1]

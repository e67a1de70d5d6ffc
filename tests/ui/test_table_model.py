"""The table model: order, filter, and what it says of a cell."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from sro_desk.domain.codes import Light
from sro_desk.ui.models.table import Column, LightRole, RowRole, TableModel


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    days: int
    light: Light = Light.GREEN


PEOPLE = [Person(1, "Xiong, Kim", 30), Person(2, "Nguyễn, Ánh", 4), Person(3, "olson, Erik", 200)]
COLUMNS = (
    Column("Name", lambda person: person.name, light=lambda person: person.light),
    Column("Days", lambda person: str(person.days), sort=lambda person: person.days),
)


@pytest.fixture
def model():
    made = TableModel(COLUMNS)
    made.show_rows(PEOPLE)
    return made


def names(model):
    return [person.name.split(",")[0] for person in model.visible_rows]


def test_rows_come_in_the_order_given(model):
    assert names(model) == ["Xiong", "Nguyễn", "olson"]


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (0, Qt.SortOrder.AscendingOrder, ["Nguyễn", "olson", "Xiong"]),
        (0, Qt.SortOrder.DescendingOrder, ["Xiong", "olson", "Nguyễn"]),
        (1, Qt.SortOrder.AscendingOrder, ["Nguyễn", "Xiong", "olson"]),
        (-1, Qt.SortOrder.AscendingOrder, ["Xiong", "Nguyễn", "olson"]),
    ],
    ids=["text without case", "backwards", "numbers as numbers", "as given"],
)
def test_sorting(model, column, order, expected):
    model.sort(column, order)
    assert names(model) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("nguyen", ["Nguyễn"]),
        ("ERIK ols", ["olson"]),
        ("4", ["Nguyễn"]),
        ("", ["Xiong", "Nguyễn", "olson"]),
        ("nobody", []),
    ],
)
def test_the_filter_needs_every_word_and_no_accents(model, typed, expected):
    model.set_filter(typed)
    assert names(model) == expected
    assert model.filtered == (len(expected) < 3)


def test_filter_and_predicate_and_order_hold_over_new_rows(model):
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_filter("n")
    model.set_predicate(lambda person: person.days < 100)
    assert names(model) == ["Xiong", "Nguyễn"]
    model.show_rows([*PEOPLE, Person(4, "Nils", 50)])
    assert names(model) == ["Nils", "Xiong", "Nguyễn"]


def test_search_text_of_a_row_is_preferred():
    @dataclass
    class Searched:
        id: int
        search: str

    model = TableModel([Column("Number", lambda row: str(row.id))])
    model.show_rows([Searched(1, "badge 412"), Searched(2, "badge 7")])
    model.set_filter("412")
    assert [row.id for row in model.visible_rows] == [1]


def test_a_cell_hands_out_text_row_and_light(model):
    index = model.index(0, 0)
    assert index.data() == "Xiong, Kim"
    assert index.data(RowRole) is PEOPLE[0]
    assert index.data(LightRole) == Light.GREEN  # a StrEnum crosses Qt as text
    assert model.index(0, 1).data(LightRole) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Days"


def test_index_of_looks_at_what_is_visible(model):
    assert model.row_at(model.index_of(lambda person: person.id == 3)).name == "olson, Erik"
    model.set_filter("xiong")
    assert not model.index_of(lambda person: person.id == 3).isValid()

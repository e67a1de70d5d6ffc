"""The table model: order, filter, and what it says of a cell."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from sro_desk.domain.codes import Light
from sro_desk.ui.models.table import Column, LightRole, RowRole, StruckRole, TableModel


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


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("order", [None, Qt.SortOrder.DescendingOrder], ids=["as given", "sorted"])
def test_typing_on_and_back_shows_what_typing_afresh_would(order):
    people = [Person(n, f"Olson {n} Erik" if n % 3 else f"Xiong {n}", n) for n in range(60)]
    model, fresh = TableModel(COLUMNS), TableModel(COLUMNS)
    for each in (model, fresh):
        each.show_rows(people)
        if order is not None:
            each.sort(1, order)
    steps = ["o", "ol", "ol 1", "ol 12", "ol 1", "erik ol", "olson", "", "4 x", "x 4", "44"]
    for typed in steps:
        model.set_filter(typed)
        fresh.set_filter("")
        fresh.set_filter(typed)
        assert model.visible_rows == fresh.visible_rows
    assert [person.id for person in model.visible_rows] == [44]


def test_every_predicate_must_be_true_and_a_sort_changes_none_of_it(model):
    model.set_predicates([lambda person: person.days > 5, lambda person: person.id != 1])
    assert names(model) == ["olson"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["olson"]
    model.set_predicate(None)
    assert names(model) == ["Xiong", "olson", "Nguyễn"]


def test_rows_are_known_by_number_while_order_and_filter_change(model):
    numbers = model.numbers_at([0, 2])
    assert numbers == {0, 2}
    model.sort(0, Qt.SortOrder.AscendingOrder)
    assert model.places_of(numbers) == [1, 2]
    model.set_filter("xiong")
    assert model.places_of(numbers) == [0]
    assert model.rows_at([0]) == [PEOPLE[0]]


@pytest.mark.usefixtures("qapp")
def test_text_that_no_longer_counts_is_struck():
    model = TableModel([Column("Name", lambda row: row.name, struck=lambda row: row.days > 100)])
    model.show_rows(PEOPLE)
    assert [model.index(n, 0).data(StruckRole) for n in range(3)] == [False, False, True]


def test_rows_put_after_the_others_are_sorted_and_found_like_them(model):
    model.add_rows([Person(4, "Aas, Per", 9)])
    assert names(model) == ["Xiong", "Nguyễn", "olson", "Aas"]
    model.sort(0, Qt.SortOrder.AscendingOrder)
    model.add_rows([Person(5, "Berg, Ida", 9)])
    assert names(model) == ["Aas", "Berg", "Nguyễn", "olson", "Xiong"]
    model.set_filter("ida")
    assert names(model) == ["Berg"]

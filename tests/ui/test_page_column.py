"""Where pages lie below one another, and how large they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from sro_desk.intake.examined import PageSize
from sro_desk.ui.theme import GAP
from sro_desk.ui.widgets.page_column import PageColumn, factor_for
from sro_desk.ui.widgets.page_size import PER_POINT, Fit, Zoom

UPRIGHT, LYING = PageSize(wide=612, high=792), PageSize(wide=792, high=612)
ACTUAL = 1 / PER_POINT  # a point is a pixel
BAR = 12


@pytest.fixture
def column():
    return PageColumn([UPRIGHT, LYING, UPRIGHT], ACTUAL)


def test_pages_lie_below_one_another_in_the_middle(column):
    assert [column.rect_of(page) for page in range(3)] == [
        QRect(GAP + 90, GAP, 612, 792),
        QRect(GAP, GAP + 792 + GAP, 792, 612),
        QRect(GAP + 90, GAP + 792 + GAP + 612 + GAP, 612, 792),
    ]
    assert (column.width, column.height) == (792 + 2 * GAP, 2 * 792 + 612 + 4 * GAP)


@pytest.mark.parametrize(
    ("y", "page"),
    [(-5, 0), (0, 0), (GAP, 0), (799, 0), (807, 0), (808, 1), (1419, 1), (10_000, 2)],
)
def test_the_page_at_a_height(column, y, page):
    assert column.page_at(y) == page


@pytest.mark.parametrize(
    ("top", "bottom", "pages"),
    [
        (0, 8, range(0)),  # the desk above the first page
        (0, 9, range(1)),
        (799, 808, range(1)),  # its last line
        (800, 808, range(1, 1)),  # between two pages
        (800, 809, range(1, 2)),
        (0, 10_000, range(3)),
        (9_000, 10_000, range(3, 3)),
    ],
)
def test_the_pages_of_which_anything_is_seen(column, top, bottom, pages):
    assert list(column.pages_in(top, bottom)) == list(pages)


def test_no_pages():
    column = PageColumn()
    assert list(column.pages_in(0, 100)) == []
    assert (column.page_at(50), column.height) == (0, 0)


@given(
    st.lists(st.tuples(st.floats(1, 3_000), st.floats(1, 3_000)), min_size=1, max_size=20),
    st.sampled_from([0.1, 0.5, 1.0, 4.0]),
    st.integers(0, 5_000),
    st.integers(1, 900),
)
def test_pages_in_are_those_whose_places_meet_the_window(sides, factor, top, high):
    column = PageColumn([PageSize(wide=wide, high=tall) for wide, tall in sides], factor)
    window = QRect(0, top, column.width, high)
    meeting = [page for page in range(len(column)) if column.rect_of(page).intersects(window)]
    assert list(column.pages_in(top, top + high)) == meeting


@pytest.mark.parametrize(
    ("sizes", "fit", "room", "wide"),
    [
        ([UPRIGHT] * 3, Fit.WIDTH, QSize(1_000, 500), 1_000 - 2 * GAP - BAR),
        ([UPRIGHT, LYING], Fit.WIDTH, QSize(1_000, 500), (1_000 - 2 * GAP - BAR) * 612 / 792),
        ([LYING], Fit.WIDTH, QSize(500, 2_000), 500 - 2 * GAP),  # no bar
        ([UPRIGHT] * 3, Fit.PAGE, QSize(1_000, 500), (500 - 2 * GAP) * 612 / 792),
        ([UPRIGHT], Fit.NOTHING, QSize(1_000, 500), 612 * PER_POINT * 2),
    ],
    ids=["width", "the widest page counts", "all of it seen", "page", "a zoom"],
)
def test_the_first_page_is_so_wide(sizes, fit, room, wide):
    factor = factor_for(Zoom(fit=fit, factor=2.0), sizes, room, bar=BAR)
    assert PageColumn(sizes, factor).rect_of(0).width() == round(wide)
    if fit is Fit.WIDTH:
        assert PageColumn(sizes, factor).width <= room.width()

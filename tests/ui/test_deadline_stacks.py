"""Where deadlines stand on the timeline, and what it says of them."""

from datetime import date, timedelta

from sro_desk.domain.codes import Light
from sro_desk.ui.models.deadline_stacks import (
    Mark,
    in_words,
    stack_heading,
    stack_lines,
    timeline,
)

ON = date(2026, 11, 24)


def mark(on, name="Kim Xiong", light=Light.AMBER):
    return Mark(officer=hash((name, on)), name=name, on=on, light=light)


def test_the_axis_begins_four_weeks_back_and_ends_eighteen_months_ahead():
    shown = timeline((), ON)
    assert shown.start <= ON - timedelta(days=28)
    assert shown.end >= date(2028, 5, 24)
    assert shown.months()[0] == date(2026, 11, 1)
    assert shown.share(shown.start) == 0


def test_a_monday_is_in_the_middle_of_its_week():
    shown = timeline([mark(date(2027, 5, 31))], ON)
    (stack,) = shown.stacks
    monday = shown.start + timedelta(days=7 * stack.slot + 3)
    assert monday == date(2027, 5, 31)


def test_deadlines_of_one_week_are_stacked_the_most_urgent_lowest():
    marks = [
        mark(date(2027, 5, 31), "Ánh"),
        mark(date(2027, 5, 30), "Erik", Light.RED),
        mark(date(2027, 6, 8), "Tou"),
    ]
    stacks = timeline(marks, ON).stacks
    assert [[each.name for each in stack.marks] for stack in stacks] == [["Erik", "Ánh"], ["Tou"]]
    assert stacks[0].runs() == ((Light.RED, 1), (Light.AMBER, 1))


def test_what_lies_outside_the_axis_is_stacked_at_its_ends():
    shown = timeline([mark(date(2025, 9, 1)), mark(date(2029, 1, 1))], ON)
    assert shown.has_earlier
    assert shown.has_later
    assert [stack.slot for stack in shown.stacks] == [-1, shown.weeks]


def test_headings_and_names():
    shown = timeline([mark(date(2027, 5, 31), f"Officer {n}") for n in range(20)], ON)
    (stack,) = shown.stacks
    assert stack_heading(stack, shown) == "Monday, May 31, 2027: 20 officers"
    assert stack_lines(stack)[-1] == "and 8 more"
    assert in_words(shown) == (
        "Open deadlines as of 11/24/2026. Monday, May 31, 2027: 20 officers."
    )
    assert in_words(timeline((), ON)) == "No deadline is open."

"""What one packet tells that the one before did not."""

from datetime import date

import pytest

from sro_desk.domain.codes import Status
from sro_desk.domain.packet_changes import Change, Told, What, changes, read, written


def told(officer=1, name="Erik Olson", standing=Status.DUE, course="", completed_on=None):
    return Told(
        officer=officer,
        name=name,
        standing=standing,
        paragraph="V.A",
        course=course,
        completed_on=completed_on,
    )


DONE = {"standing": Status.MET, "course": "SRO", "completed_on": date(2026, 10, 2)}
NEWER = DONE | {"completed_on": date(2026, 11, 2)}


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ([], [], []),
        ([told()], [told()], []),
        ([], [told()], [(What.JOINED, "Listed for the first time: due")]),
        ([told()], [], [(What.LEFT, "No longer listed for the district")]),
        ([told()], [told(**DONE)], [(What.TRAINED, "Completed SRO on 10/02/2026")]),
        ([told(**DONE)], [told(**NEWER)], [(What.TRAINED, "Completed SRO on 11/02/2026")]),
        (
            [told(**DONE)],
            [told()],
            [
                (What.STATUS, "Met before, due now"),
                (What.CERTIFICATE, "The certificate of 10/02/2026 does not count any more"),
            ],
        ),
        (
            [told(**NEWER)],
            [told(**DONE)],
            [
                (
                    What.CERTIFICATE,
                    "The certificate of 11/02/2026 does not count any more; the most recent is of "
                    "10/02/2026",
                )
            ],
        ),
        (
            [told()],
            [told(standing=Status.OVERDUE)],
            [(What.STATUS, "Due before, overdue now")],
        ),
        ([told()], [told(name="Erik O. Olson")], [(What.NAME, "Listed as Erik Olson before")]),
        (
            [told(), told(2, "Mai Vang")],
            [told(3, "Ann Lee"), told(2, "Mai Vang", **DONE)],
            [
                (What.JOINED, "Listed for the first time: due"),
                (What.LEFT, "No longer listed for the district"),
                (What.TRAINED, "Completed SRO on 10/02/2026"),
            ],
        ),
    ],
)
def test_changes(before, now, found):
    assert [(each.what, each.words) for each in changes(before, now)] == found


def test_an_officer_who_is_withheld_now_is_passed_over():
    before = [told(), told(2, "Mai Vang")]
    assert changes(before, [], untold={1}) == (
        Change(What.LEFT, "Mai Vang", "No longer listed for the district"),
    )


def test_what_was_told_is_read_back():
    facts = (told(1, "Nguyễn Thị Ánh", **DONE), told(2))
    assert read(written(reversed(facts))) == facts


@pytest.mark.parametrize(
    "text", ["", "x", "{}", "[[1]]", '[["1","a","MET","","",null]]', "[" * 999]
)
def test_what_is_no_telling_tells_nothing(text):
    assert read(text) == ()

"""Ledger rows as words."""

from datetime import UTC, datetime

import pytest

from sro_desk.domain.changes import Action, Kind
from sro_desk.domain.ledger_words import action_words, kind_words, side_by_side, value_words

NAMES = {(Kind.OFFICER, 3): "Erik Olson", (Kind.COURSE, 1): "SRO course"}


def test_every_kind_and_action_has_its_words():
    assert all(map(kind_words, Kind))
    assert all(map(action_words, Action))


@pytest.mark.parametrize(
    ("kind", "name", "value", "words"),
    [
        (Kind.CERTIFICATE, "completed_on", "2026-08-20", "08/20/2026"),
        (Kind.CERTIFICATE, "officer_id", 3, "Erik Olson"),
        (Kind.CERTIFICATE, "officer_id", 9, "Officer no. 9"),
        (Kind.CERTIFICATE, "copy_sha256", "ab" * 32, "SHA-256 abababababab…"),
        (Kind.CERTIFICATE, "number", "2026-08-xx", "2026-08-xx"),
        (Kind.CONTRACT, "duties", "1,4,5", "(1), (4), (5)"),
        (Kind.OFFICER, "withheld", 1, "Yes"),
        (Kind.OFFICER, "withheld", False, "No"),
        (Kind.ASSIGNMENT, "role", "SUBSTITUTE", "Substitute"),
        (Kind.DISTRICT, "kind", "CHARTER", "Charter school"),
        (Kind.COURSE, "kind", "BASIC", "Basic course"),
        (Kind.CONTACT_DAY, "kind", "SERVED", "Served"),
        (Kind.OFFICER, "remarks", None, ""),
    ],
)
def test_a_value_in_words(kind, name, value, words):
    assert value_words(kind, name, {name: value}, NAMES) == words


def test_settings_are_named():
    row = {"key": "local_holidays", "value": "1"}
    assert [(c.field, c.before, c.after) for c in side_by_side(Kind.SETTING, None, row, {})] == [
        ("Setting", "", "Local holidays observed"),
        ("Value", "", "Yes"),
    ]


def test_what_differs_is_told_from_what_does_not():
    before = {"id": 1, "name": "E. Olson", "badge": "12", "voided_at": None}
    after = {**before, "name": "Erik Olson"}
    changes = side_by_side(Kind.OFFICER, before, after, {})
    assert [(c.field, c.differs) for c in changes] == [("Name", True), ("Badge", False)]


def test_fields_stand_as_in_the_forms_whatever_the_order_of_the_columns():
    row = {"badge": "12", "id": 1, "sort_name": "Olson, Erik", "name": "Erik Olson", "a_new": "x"}
    changes = side_by_side(Kind.OFFICER, None, row, {})
    assert [change.field for change in changes] == ["Name", "Filed under", "Badge", "A new"]


def test_a_copy_is_called_by_its_file():
    named = {(Kind.COPY, "ab" * 32): "olson.pdf"}
    row = {"copy_sha256": "ab" * 32}
    assert value_words(Kind.CERTIFICATE, "copy_sha256", row, named) == "olson.pdf"


def test_an_instant_is_told_in_local_time():
    stored = datetime(2026, 11, 24, 18, 5, tzinfo=UTC).isoformat().replace("+00:00", "Z")
    words = value_words(Kind.OFFICER, "voided_at", {"voided_at": stored}, {})
    assert words.startswith("11/2")
    assert ":05 " in words

"""The shipped law table says what RULES reads out of the statute."""

import tomllib
from datetime import date

import pytest
from record_of import the_law

from sro_desk import resources
from sro_desk.domain.law import law_from

TEXT = resources.path("law", "minnesota-626.8482.toml").read_text(encoding="utf-8")


def test_the_dates_and_counts_of_the_statute() -> None:
    """September 1, 2025; before June 1, 2027; six months; fewer than sixty days."""
    law = the_law()
    assert law.mandate_begins == law.basic_before == law.effective_from == date(2025, 9, 1)
    assert law.trained_before == date(2027, 6, 1)
    assert (law.b_deadline, law.b_advised) == (date(2027, 5, 31), date(2027, 5, 28))
    assert (law.months_after_assuming, law.contact_days, law.refresh_months) == (6, 60, 36)
    assert law.objectives_due == date(2025, 1, 15)


def test_the_fourteen_objectives_of_subdivision_4() -> None:
    """All of them, each once."""
    objectives = the_law().objectives
    assert len(objectives) == len(set(objectives)) == 14


def test_every_source_says_what_it_is() -> None:
    """A reader can follow each part of the table to its source."""
    assert all(source.what and source.note for source in the_law().sources)
    assert date(2025, 9, 1) in {source.effective_from for source in the_law().sources}


def test_changed_data_changes_the_law() -> None:
    """Dates and counts come from the table, not from code."""
    text = TEXT.replace("months_after_assuming = 6", "months_after_assuming = 9")
    text = text.replace("trained_before = 2027-06-01", "trained_before = 2028-06-01")
    law = law_from(text)
    assert law.months_after_assuming == 9
    assert law.b_deadline == date(2028, 5, 31)


def test_local_options_and_the_refresh_are_choices() -> None:
    """Off and on by default; the agency's settings turn them."""
    friday = date(2026, 11, 27)
    assert law_from(TEXT).holidays.name_of(friday) is None
    chosen = law_from(TEXT, local_holidays=True, refresh_advisory=False)
    assert chosen.holidays.name_of(friday) == "Friday after Thanksgiving"
    assert chosen.holidays.name_of(date(2026, 10, 12)) == "Indigenous Peoples Day"
    assert (law_from(TEXT).refresh_advisory, chosen.refresh_advisory) == (True, False)


@pytest.mark.parametrize(
    ("text", "error"),
    [("not a table", tomllib.TOMLDecodeError), (TEXT.replace("[dates]", "[days]"), KeyError)],
    ids=["no TOML", "a table missing"],
)
def test_a_damaged_table_is_refused(text: str, error: type[Exception]) -> None:
    """Better no answer than one from half a law."""
    with pytest.raises(error):
        law_from(text)

"""Contracts in force, expired and to come, and how far they reach together."""

from datetime import UTC, date, datetime

import pytest

from sro_desk.domain.contract_terms import (
    ContractState,
    contract_state,
    contract_state_words,
    covered_until,
    next_school_year,
)
from sro_desk.domain.records import Contract, ContractId, DistrictId, Voiding

TODAY = date(2026, 11, 24)
THIS_YEAR = (date(2026, 7, 1), date(2027, 6, 30))
NEXT_YEAR = (date(2027, 7, 1), date(2028, 6, 30))
YEAR_AFTER = (date(2028, 7, 1), date(2029, 6, 30))


def contract(term, **said):
    first, last = term
    return Contract(id=ContractId(1), district=DistrictId(1), starts_on=first, ends_on=last, **said)


VOIDED = Voiding(reason="Never signed", at=datetime(2026, 8, 1, tzinfo=UTC), by="clerk@desk")


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2026, 6, 30), ContractState.TO_COME),
        (date(2026, 7, 1), ContractState.IN_FORCE),
        (date(2027, 6, 30), ContractState.IN_FORCE),
        (date(2027, 7, 1), ContractState.EXPIRED),
    ],
)
def test_both_ends_of_the_term_belong_to_it(on, state):
    assert contract_state(contract(THIS_YEAR), on) is state


def test_a_voided_contract_is_never_in_force():
    assert contract_state(contract(THIS_YEAR, voided=VOIDED), TODAY) is ContractState.VOIDED


def test_every_state_has_words():
    assert all(map(contract_state_words, ContractState))


@pytest.mark.parametrize(
    ("contracts", "until"),
    [
        ([], None),
        ([contract(NEXT_YEAR)], None),
        ([contract((date(2025, 7, 1), date(2026, 6, 30)))], None),
        ([contract(THIS_YEAR)], date(2027, 6, 30)),
        ([contract(NEXT_YEAR), contract(THIS_YEAR)], date(2028, 6, 30)),
        ([contract(THIS_YEAR), contract((date(2027, 7, 2), date(2028, 6, 30)))], date(2027, 6, 30)),
        ([contract(THIS_YEAR), contract((date(2026, 9, 1), date(2026, 12, 1)))], date(2027, 6, 30)),
        ([contract(THIS_YEAR), contract(NEXT_YEAR, voided=VOIDED)], date(2027, 6, 30)),
    ],
    ids=["none", "to come", "past", "one", "two in a row", "a day between", "within", "voided"],
)
def test_unbroken_cover(contracts, until):
    assert covered_until(contracts, TODAY) == until


@pytest.mark.parametrize(
    ("contracts", "on", "term"),
    [
        ([], TODAY, THIS_YEAR),
        ([], date(2026, 6, 30), (date(2025, 7, 1), date(2026, 6, 30))),
        ([contract(THIS_YEAR)], TODAY, NEXT_YEAR),
        ([contract((date(2026, 7, 1), date(2027, 6, 29)))], TODAY, THIS_YEAR),
        ([contract((date(2026, 7, 1), date(2028, 6, 30)))], TODAY, YEAR_AFTER),
    ],
    ids=["this year", "before July", "the next", "a day short", "after two years"],
)
def test_the_school_year_to_propose(contracts, on, term):
    assert next_school_year(contracts, on) == term

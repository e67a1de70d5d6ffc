"""Whether a district's contracts cover a day, and until when."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from sro_desk.domain.calendar import day_after, school_year_bounds, school_year_of
from sro_desk.domain.records import Contract


class ContractState(StrEnum):
    """What a contract is on a day."""

    IN_FORCE = "IN_FORCE"
    TO_COME = "TO_COME"
    EXPIRED = "EXPIRED"
    VOIDED = "VOIDED"


_WORDS = {
    ContractState.IN_FORCE: "In force",
    ContractState.TO_COME: "To come",
    ContractState.EXPIRED: "Expired",
    ContractState.VOIDED: "Voided",
}


def contract_state(contract: Contract, on: date) -> ContractState:
    """In force from the first to the last day of the term, both included."""
    if contract.voided is not None:
        return ContractState.VOIDED
    if contract.ends_on < on:
        return ContractState.EXPIRED
    return ContractState.TO_COME if contract.starts_on > on else ContractState.IN_FORCE


def contract_state_words(state: ContractState) -> str:
    """The state in words."""
    return _WORDS[state]


def covered_until(contracts: Iterable[Contract], on: date) -> date | None:
    """The last day of unbroken cover from `on`, by one contract after another; None without any."""
    until: date | None = None
    for contract in sorted(contracts, key=lambda each: each.starts_on):
        if contract.voided is not None or contract.ends_on < on:
            continue
        if contract.starts_on > (on if until is None else day_after(until)):
            break
        until = max(until or contract.ends_on, contract.ends_on)
    return until


def next_school_year(contracts: Iterable[Contract], on: date) -> tuple[date, date]:
    """The first school year, from that of `on`, in which a day is left without a contract."""
    year, kept = school_year_of(on), tuple(contracts)
    while True:
        first, last = school_year_bounds(year)
        until = covered_until(kept, max(first, on))
        if until is None or until < last:
            return first, last
        year += 1

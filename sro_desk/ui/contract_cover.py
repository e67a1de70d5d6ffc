"""The sentence for a district whose contracts do not cover today, or soon will not."""

from dataclasses import dataclass
from datetime import date

from sro_desk.domain.contract_terms import ContractState, contract_state, covered_until
from sro_desk.domain.dates import long_date
from sro_desk.domain.records import Contract
from sro_desk.services.districts import DistrictDetail

_SOON = 60  # days before the last contract ends


@dataclass(frozen=True, slots=True)
class Cover:
    """What to say; a problem where somebody serves without a contract."""

    sentence: str
    problem: bool


def cover_of(detail: DistrictDetail) -> Cover | None:
    """None where all is well."""
    until = covered_until(detail.contracts, detail.on)
    serving = _serving(detail)
    if until is None:
        told = _why_not_covered(detail.contracts, detail.on)
        return Cover(f"No contract covers today: {told}. {_of_serving(serving)}", serving > 0)
    days = (until - detail.on).days
    if days > _SOON:
        return None
    left = "today" if days == 0 else "in 1 day" if days == 1 else f"in {days} days"
    return Cover(f"The contract ends {left}, on {long_date(until)}, and none follows it.", False)


def _why_not_covered(contracts: tuple[Contract, ...], on: date) -> str:
    kept = [(contract_state(each, on), each) for each in contracts]
    to_come = [each.starts_on for state, each in kept if state is ContractState.TO_COME]
    if to_come:
        return f"the next one begins on {long_date(min(to_come))}"
    expired = [each.ends_on for state, each in kept if state is ContractState.EXPIRED]
    if expired:
        return f"the last one ended on {long_date(max(expired))}"
    return "none is on file"


def _serving(detail: DistrictDetail) -> int:
    serving = {
        each.officer
        for each in detail.assignments
        if each.assumed <= detail.on and (each.ends_on is None or each.ends_on >= detail.on)
    }
    return len(serving & {row.officer.id for row in detail.officers})


def _of_serving(serving: int) -> str:
    if not serving:
        return "Nobody serves here today."
    return "1 officer serves here." if serving == 1 else f"{serving:,} officers serve here."

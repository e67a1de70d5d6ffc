"""Districts, their schools and their contracts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.records import Contract, Copy, District, School, Sha256
from sro_desk.services.findings import OverviewRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictLine:
    """One district as the list of districts shows it."""

    district: District
    label: str  # "ISD 0196"
    schools: tuple[School, ...]
    contract: Contract | None  # in force today; else the next; else the last
    in_force: bool  # whether that contract covers today
    officers: int  # assigned today
    search: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictDetail:
    """One district with its schools, contracts and the officers who serve there."""

    district: District
    label: str
    on: date
    schools: tuple[School, ...]
    contracts: tuple[Contract, ...]  # newest term first
    copies: Mapping[Sha256, Copy]  # of the contracts
    officers: tuple[OverviewRow, ...]  # serving there on that day or later, most urgent first

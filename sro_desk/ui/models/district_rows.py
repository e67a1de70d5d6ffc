"""The tables of the Districts page: districts, contracts, schools, and who serves there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from sro_desk.domain.codes import Light, Role
from sro_desk.domain.contract_duties import CONTRACT_DUTIES
from sro_desk.domain.contract_terms import ContractState, contract_state, contract_state_words
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.finding import Finding
from sro_desk.domain.records import (
    Assignment,
    Contract,
    ContractId,
    Copy,
    Officer,
    OfficerId,
    School,
    SchoolId,
)
from sro_desk.domain.sentences import gap_words, light_words, role_words, status_words
from sro_desk.services.districts import DistrictDetail, DistrictLine
from sro_desk.services.findings import OverviewRow
from sro_desk.ui.models.table import Column
from sro_desk.ui.short_words import days_words, deadline_words

_RIGHT = Qt.AlignmentFlag.AlignRight
_LAST = date.max.toordinal()
_STATE_LIGHTS = {ContractState.IN_FORCE: Light.GREEN}  # an old contract is nothing to do


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractLine:
    """One contract with its state on a day, and what is known of its copy."""

    contract: Contract
    state: ContractState
    copy: Copy | None

    @property
    def id(self) -> ContractId:
        """By which the table finds the line again."""
        return self.contract.id


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolLine:
    """One school with the names of who serves there on the day."""

    school: School
    officers: tuple[str, ...]

    @property
    def id(self) -> SchoolId:
        """By which the table finds the line again."""
        return self.school.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingLine:
    """One officer as serving in one district: the role is the one there."""

    officer: Officer
    finding: Finding
    role: Role
    schools: tuple[str, ...]  # empty for the whole district
    begins: date | None  # where the service there is still to come


def contract_lines(detail: DistrictDetail) -> tuple[ContractLine, ...]:
    """The newest term first, the voided last."""
    lines = (
        ContractLine(
            contract=each,
            state=contract_state(each, detail.on),
            copy=detail.copies.get(each.copy) if each.copy else None,
        )
        for each in detail.contracts
    )
    return tuple(sorted(lines, key=lambda line: line.state is ContractState.VOIDED))


def school_lines(detail: DistrictDetail) -> tuple[SchoolLine, ...]:
    """By name."""
    names = {row.officer.id: row.name for row in detail.officers}
    there: defaultdict[SchoolId | None, dict[str, None]] = defaultdict(dict)
    for each in _in_force(detail.assignments, detail.on):
        if each.officer in names:
            there[each.school][names[each.officer]] = None
    return tuple(
        SchoolLine(school=school, officers=tuple(there[school.id])) for school in detail.schools
    )


def serving_lines(detail: DistrictDetail) -> tuple[ServingLine, ...]:
    """The most urgent first, as on the home page."""
    schools = {school.id: school.name for school in detail.schools}
    there: defaultdict[OfficerId, list[Assignment]] = defaultdict(list)
    for each in detail.assignments:
        there[each.officer].append(each)
    return tuple(
        _serving(row, there[row.officer.id], schools, detail.on) for row in detail.officers
    )


def _serving(
    row: OverviewRow, there: Sequence[Assignment], schools: Mapping[SchoolId, str], on: date
) -> ServingLine:
    now = list(_in_force(there, on))
    served = now or there
    roles = {each.role for each in served}
    sites = dict.fromkeys(each.school for each in served)
    known = tuple(schools[site] for site in sites if site is not None and site in schools)
    return ServingLine(
        officer=row.officer,
        finding=row.finding,
        role=Role.REGULAR if Role.REGULAR in roles else Role.SUBSTITUTE,
        schools=() if None in sites else known,
        begins=None if now else min(each.assumed for each in there),
    )


def _in_force(assignments: Iterable[Assignment], on: date) -> Iterable[Assignment]:
    return (
        each
        for each in assignments
        if each.assumed <= on and (each.ends_on is None or each.ends_on >= on)
    )


def _label(line: DistrictLine) -> str:
    """Where there is no number, the name beside it says it all."""
    return "" if line.label == line.district.name else line.label


def _state(line: DistrictLine) -> ContractState | None:
    return None if line.contract is None else contract_state(line.contract, line.on)


def _state_words(line: DistrictLine) -> str:
    state = _state(line)
    return "None on file" if state is None else contract_state_words(state)


def _state_light(line: DistrictLine) -> Light:
    """Without a contract in force, amber only where somebody serves: then it is a gap."""
    if line.in_force:
        return Light.GREEN
    return Light.AMBER if line.officers else Light.GREY


def _state_order(line: DistrictLine) -> tuple[int, int]:
    """What needs a contract first, then what runs out first."""
    ends = line.contract.ends_on.toordinal() if line.contract else 0
    return list(Light).index(_state_light(line)), ends


def _contract_told(line: DistrictLine) -> str:
    contract = line.contract
    if contract is None:
        return "No contract is on file"
    return f"{contract_state_words(contract_state(contract, line.on))}: {term_words(contract)}"


def term_words(contract: Contract) -> str:
    """ "07/01/2026 to 06/30/2027"."""
    return f"{us_date(contract.starts_on)} to {us_date(contract.ends_on)}"


def _voided(line: ContractLine) -> bool:
    return line.state is ContractState.VOIDED


def _contract_state_told(line: ContractLine) -> str:
    voided = line.contract.voided
    return f"Voided: {voided.reason}" if voided else contract_state_words(line.state)


def _duties(line: ContractLine) -> str:
    return f"{len(line.contract.duties)} of {len(CONTRACT_DUTIES)}"


def _copy(line: ContractLine) -> str:
    if line.copy is not None:
        return "On file"
    return "" if _voided(line) else "Missing"


def _copy_told(line: ContractLine) -> str:
    return line.copy.original_name if line.copy else "No copy of the contract is on file"


def _role(line: ServingLine) -> str:
    words = role_words(line.role)
    return words if line.begins is None else f"{words}, from {us_date(line.begins)}"


def _where(line: ServingLine) -> str:
    return ", ".join(line.schools) or "The whole district"


def _missing(line: ServingLine) -> str:
    return "\n".join(map(gap_words, line.finding.gaps))


def _nominal(line: ServingLine) -> int:
    deadline = line.finding.deadline
    return deadline.nominal.toordinal() if deadline else _LAST


def _deadline_told(line: ServingLine) -> str:
    deadline = line.finding.deadline
    if deadline is None:
        return "No deadline"
    told = f"Legal last day: {long_date(deadline.legal)}"
    days = days_words(line.finding.days_left)
    return f"{told} ({days})" if days else told


DISTRICT_COLUMNS: tuple[Column[DistrictLine], ...] = (
    Column("District", _label, width=104),
    Column("Name", lambda line: line.district.name,
           tooltip=lambda line: line.district.name, width=120),
    Column("Contract", _state_words, sort=_state_order, light=_state_light,
           tooltip=_contract_told, width=120),
    Column("Officers", lambda line: f"{line.officers:,}", sort=lambda line: line.officers,
           align=_RIGHT, tooltip=lambda _: "Serving here today", width=70),
)  # fmt: skip
CONTRACT_COLUMNS: tuple[Column[ContractLine], ...] = (
    Column("First day", lambda line: us_date(line.contract.starts_on), struck=_voided,
           sort=lambda line: line.contract.starts_on.toordinal(), width=92),
    Column("Last day", lambda line: us_date(line.contract.ends_on), struck=_voided,
           sort=lambda line: line.contract.ends_on.toordinal(), width=92),
    Column("State", lambda line: contract_state_words(line.state),
           sort=lambda line: list(ContractState).index(line.state),
           light=lambda line: _STATE_LIGHTS.get(line.state, Light.GREY),
           tooltip=_contract_state_told, width=98),
    Column("Duties", _duties, sort=lambda line: len(line.contract.duties), width=58),
    Column("Copy", _copy,
           icon=lambda line: "check" if line.copy else "",
           tooltip=_copy_told, width=80),
)  # fmt: skip
SCHOOL_COLUMNS: tuple[Column[SchoolLine], ...] = (
    Column("School", lambda line: line.school.name,
           tooltip=lambda line: line.school.name, width=148),
    Column("Officers", lambda line: ", ".join(line.officers),
           tooltip=lambda line: "\n".join(line.officers), width=100),
)  # fmt: skip
SERVING_COLUMNS: tuple[Column[ServingLine], ...] = (
    Column("Light", lambda line: light_words(line.finding.light),
           sort=lambda line: list(Light).index(line.finding.light),
           light=lambda line: line.finding.light, tooltip=_missing, width=164),
    Column("Officer", lambda line: line.officer.name,
           sort=lambda line: line.officer.sort_name.casefold(),
           tooltip=lambda line: line.officer.name, width=140),
    Column("Role", _role, tooltip=lambda line: f"{_role(line)}: {_where(line)}", width=88),
    Column("Status", lambda line: status_words(line.finding.status), width=84),
    Column("Deadline", lambda line: deadline_words(line.finding.deadline), sort=_nominal,
           tooltip=_deadline_told, width=96),
    Column("Schools", _where, tooltip=_where, width=128),
)  # fmt: skip

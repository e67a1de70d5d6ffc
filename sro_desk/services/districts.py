"""The districts that contract for officers, each with its schools, contracts and officers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.drafts import DistrictDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.names import district_label, search_key
from sro_desk.domain.problems import Problem, district_problems
from sro_desk.domain.records import (
    Assignment,
    Contract,
    Copy,
    District,
    DistrictId,
    Packet,
    School,
    Sha256,
)
from sro_desk.services import clock, findings, kept, loading, referred, rows
from sro_desk.services.contracts import (
    add_contract,
    attach_contract_copy,
    change_contract,
    contract_problems_of,
    void_contract,
)
from sro_desk.services.findings import OverviewRow
from sro_desk.services.schools import (
    add_school,
    change_school,
    school_problems_of,
    schools_in,
    void_school,
)
from sro_desk.storage.database import Database
from sro_desk.storage.plain import Reader
from sro_desk.storage.tables import AssignmentRow, DistrictRow, OfficerRow, PacketRow

__all__ = [
    "DistrictDetail",
    "DistrictLine",
    "add",
    "add_contract",
    "add_school",
    "all_districts",
    "attach_contract_copy",
    "change",
    "change_contract",
    "change_school",
    "contract_problems_of",
    "detail",
    "named",
    "problems",
    "school_problems_of",
    "void",
    "void_contract",
    "void_school",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictLine:
    """One district as the list of districts shows it on a day."""

    district: District
    label: str  # "ISD 0196"
    on: date
    schools: tuple[School, ...]
    contract: Contract | None  # in force on that day; else the next; else the last
    in_force: bool  # whether that contract covers the day
    officers: int  # assigned on that day
    search: str  # compare with `names.search_key(typed)`


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictDetail:
    """One district with its schools, contracts and the officers who serve there."""

    district: District
    label: str
    on: date
    schools: tuple[School, ...]
    contracts: tuple[Contract, ...]  # newest term first; voided ones too
    copies: Mapping[Sha256, Copy]  # of the contracts
    officers: tuple[OverviewRow, ...]  # serving there on that day or later, most urgent first
    assignments: tuple[Assignment, ...]  # of those officers, there, on that day or later
    packets: tuple[Packet, ...]  # given out to it, newest first; voided ones too


def problems(
    db: Database, draft: DistrictDraft, *, itself: DistrictId | None = None
) -> tuple[Problem, ...]:
    """What is wrong with `draft`; `itself` is the district being changed."""
    with db.read() as session:
        others = [each for each in _districts(session) if each.id != itself]
    return district_problems(draft, others=others)


def add(db: Database, draft: DistrictDraft, *, actor: Actor) -> District:
    """Put a district on file."""
    rows.refuse(district_problems(draft))
    with db.write(actor, Action.ADD) as session:
        row = DistrictRow.from_draft(draft)
        session.add(row)
        session.flush()
        return row.to_domain()


def change(db: Database, district: DistrictId, draft: DistrictDraft, *, actor: Actor) -> District:
    """Let `draft` stand for the district from now on."""
    rows.refuse(district_problems(draft))
    with db.write(actor, Action.CHANGE) as session:
        row = rows.still_valid(session, DistrictRow, district)
        row.apply(draft)
        return row.to_domain()


def void(db: Database, district: DistrictId, reason: str, *, actor: Actor) -> None:
    """Void a district entered by mistake; refused while anything on file refers to it."""
    rows.void(db, DistrictRow, district, reason, actor=actor)


def all_districts(db: Database, on: date | None = None) -> tuple[DistrictLine, ...]:
    """The districts by name, each with its schools, its contract and how many serve there.

    As of `on`, else of today.
    """
    today = on or clock.today()
    with db.read() as session:
        districts = _districts(session)
        schools = schools_in(session)
        contracts = loading.contracts(session)
        serving = _serving(session, today)
    return tuple(
        _line(
            district,
            tuple(school for school in schools if school.district == district.id),
            _asked_about(contracts.get(district.id, []), today),
            serving.get(district.id, 0),
            today,
        )
        for district in districts
    )


def detail(db: Database, district: DistrictId, on: date) -> DistrictDetail:
    """One district in full as of a day; SroDeskError where there is no such district."""
    with db.read() as session:
        found = rows.the(session, DistrictRow, district).to_domain()
        schools = schools_in(session, district)
        contracts = loading.contracts(session, voided=True).get(district, [])
        copies = referred.copies_by_hash(session, (each.copy for each in contracts))
        assignments = _serving_later(session, district, on)
        packets = _packets(session, district)
    officers = {each.officer for each in assignments}
    shown = findings.overview(db, on, only=officers)
    return DistrictDetail(
        district=found,
        label=district_label(found.name, found.kind, found.state_id),
        on=on,
        schools=tuple(schools),
        contracts=tuple(reversed(contracts)),
        copies=copies,
        officers=shown.rows,
        assignments=assignments,
        packets=packets,
    )


def _packets(session: Session, district: DistrictId) -> tuple[Packet, ...]:
    query = (
        select(PacketRow)
        .where(PacketRow.district_id == district)
        .order_by(PacketRow.sent_on.desc(), PacketRow.id.desc())
    )
    return tuple(row.to_domain() for row in session.scalars(query))


def named(db: Database, typed: str) -> District:
    """The one district whose number, name or label is, or alone contains, what was typed."""
    wanted = search_key(typed)
    lines = all_districts(db)
    exact = [line for line in lines if wanted in _known_as(line)]
    found = exact or [line for line in lines if wanted and wanted in line.search]
    if len(found) == 1:
        return found[0].district
    if not found:
        known = ", ".join(line.district.name for line in lines) or "none"
        raise SroDeskError(f"No district on file is called {typed!r}. On file: {known}.")
    several = ", ".join(f"{line.district.name} ({line.label})" for line in found)
    raise SroDeskError(f"{typed!r} may be any of {several}. Write more of the name.")


def _known_as(line: DistrictLine) -> tuple[str, ...]:
    district = line.district
    names = (district.name, line.label, district.state_id, district.state_id.lstrip("0"))
    return tuple(search_key(name) for name in names if name)


def _districts(session: Session) -> list[District]:
    query = select(DistrictRow).where(DistrictRow.voided_at.is_(None))
    found = [row.to_domain() for row in session.scalars(query)]
    return sorted(found, key=lambda district: search_key(district.name))


def _serving(session: Session, on: date) -> dict[int, int]:
    """How many officers each district has on a day."""
    query = (
        select(AssignmentRow.district_id, func.count(AssignmentRow.officer_id.distinct()))
        .join(OfficerRow, OfficerRow.id == AssignmentRow.officer_id)
        .where(
            AssignmentRow.voided_at.is_(None),
            OfficerRow.voided_at.is_(None),
            AssignmentRow.assumed <= on,
            or_(AssignmentRow.ends_on.is_(None), AssignmentRow.ends_on >= on),
        )
        .group_by(AssignmentRow.district_id)
    )
    return dict(session.execute(query).all())


def _serving_later(reader: Reader, district: DistrictId, on: date) -> tuple[Assignment, ...]:
    """The assignments to a district that are in force on a day or will be."""
    where = "WHERE district_id = ? AND voided_at IS NULL ORDER BY assumed, id"
    found = map(kept.assignment, reader.rows(f"{kept.ASSIGNMENTS} {where}", [district]))
    return tuple(each for each in found if each.ends_on is None or each.ends_on >= on)


def _asked_about(contracts: list[Contract], today: date) -> Contract | None:
    """In force today; else the next to begin; else the last to have ended."""
    for contract in contracts:  # by first day
        if contract.ends_on >= today:
            return contract
    return max(contracts, key=lambda each: each.ends_on, default=None)


def _line(
    district: District,
    schools: tuple[School, ...],
    contract: Contract | None,
    officers: int,
    today: date,
) -> DistrictLine:
    label = district_label(district.name, district.kind, district.state_id)
    names = " ".join(school.name for school in schools)
    return DistrictLine(
        district=district,
        label=label,
        on=today,
        schools=schools,
        contract=contract,
        in_force=contract is not None and contract.starts_on <= today <= contract.ends_on,
        officers=officers,
        search=search_key(f"{district.name} {label} {district.citation} {names}"),
    )

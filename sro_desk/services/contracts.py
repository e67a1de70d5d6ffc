"""The contracts with districts, under which officers serve."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.drafts import ContractDraft
from sro_desk.domain.problems import Problem, contract_problems
from sro_desk.domain.records import Contract, ContractId, DistrictId
from sro_desk.domain.scan import Scan
from sro_desk.services import rows
from sro_desk.storage import copies
from sro_desk.storage.database import Database
from sro_desk.storage.tables import ContractRow, DistrictRow


def contract_problems_of(
    db: Database, draft: ContractDraft, *, itself: ContractId | None = None
) -> tuple[Problem, ...]:
    """What is wrong with `draft`; `itself` is the contract being changed."""
    with db.read() as session:
        others = [each for each in _contracts(session, draft.district) if each.id != itself]
    return contract_problems(draft, others=others)


def add_contract(
    db: Database, draft: ContractDraft, scan: Scan | None = None, *, actor: Actor
) -> Contract:
    """Put a contract on file, with its copy where there is one."""
    rows.refuse(contract_problems(draft))
    with db.write(actor, Action.ADD) as session:
        rows.still_valid(session, DistrictRow, draft.district)
        row = ContractRow.from_draft(draft)
        row.copy_sha256 = None if scan is None else copies.put(session, scan)
        session.add(row)
        session.flush()
        return row.to_domain()


def change_contract(
    db: Database,
    contract: ContractId,
    draft: ContractDraft,
    scan: Scan | None = None,
    *,
    actor: Actor,
) -> Contract:
    """Let `draft` stand for the contract from now on; its copy stays unless another is given."""
    rows.refuse(contract_problems(draft))
    with db.write(actor, Action.CHANGE) as session:
        row = rows.still_valid(session, ContractRow, contract)
        row.apply(draft)
        if scan is not None:
            row.copy_sha256 = copies.put(session, scan)
        return row.to_domain()


def void_contract(db: Database, contract: ContractId, reason: str, *, actor: Actor) -> None:
    """Void a contract entered by mistake."""
    rows.void(db, ContractRow, contract, reason, actor=actor)


def attach_contract_copy(
    db: Database, contract: ContractId, scan: Scan, *, actor: Actor
) -> Contract:
    """Store the copy of a contract, in place of one attached before."""
    with db.write(actor, Action.ATTACH_COPY) as session:
        row = rows.still_valid(session, ContractRow, contract)
        row.copy_sha256 = copies.put(session, scan)
        return row.to_domain()


def _contracts(session: Session, district: DistrictId) -> list[Contract]:
    query = select(ContractRow).where(
        ContractRow.district_id == district, ContractRow.voided_at.is_(None)
    )
    return [row.to_domain() for row in session.scalars(query)]

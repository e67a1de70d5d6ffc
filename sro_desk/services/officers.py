"""The roster: officers, and one officer in full."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.drafts import OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.finding import Finding
from sro_desk.domain.names import filed_under, search_key
from sro_desk.domain.problems import Problem, officer_problems, void_problems
from sro_desk.domain.records import (
    Copy,
    District,
    DistrictId,
    Officer,
    OfficerId,
    OfficerRecord,
    Policy,
    School,
    SchoolId,
    Sha256,
)
from sro_desk.domain.sentences import why
from sro_desk.services import agency, kept, loading, referred, rows
from sro_desk.storage.database import Database
from sro_desk.storage.tables import OfficerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerDetail:
    """One officer with all that is on file, voided records too, and where the officer stands."""

    officer: Officer
    on: date
    finding: Finding
    why: tuple[str, ...]  # the argument of the finding, a sentence each
    record: OfficerRecord
    policy: Policy
    districts: Mapping[DistrictId, District]  # of the officer's assignments
    schools: Mapping[SchoolId, School]  # likewise
    copies: Mapping[Sha256, Copy]  # of the officer's certificates, by their hash


def problems(
    db: Database, draft: OfficerDraft, *, itself: OfficerId | None = None
) -> tuple[Problem, ...]:
    """What is wrong with `draft`; `itself` is the officer being changed."""
    others = [each for each in all_officers(db) if each.id != itself]
    return officer_problems(draft, others=others)


def add(db: Database, draft: OfficerDraft, *, actor: Actor) -> Officer:
    """Put an officer on the roster."""
    rows.refuse(officer_problems(draft))
    with db.write(actor, Action.ADD) as session:
        row = OfficerRow.from_draft(_filed(draft))
        session.add(row)
        session.flush()
        return row.to_domain()


def change(db: Database, officer: OfficerId, draft: OfficerDraft, *, actor: Actor) -> Officer:
    """Let `draft` stand for the officer from now on."""
    rows.refuse(officer_problems(draft))
    with db.write(actor, Action.CHANGE) as session:
        row = rows.still_valid(session, OfficerRow, officer)
        row.apply(_filed(draft))
        return row.to_domain()


def void(db: Database, officer: OfficerId, reason: str, *, actor: Actor) -> None:
    """Take an officer entered by mistake off the roster; one who leaves gets a last day.

    What is on file about the officer stays there, and counts nowhere.
    """
    rows.refuse(void_problems(reason))
    with db.write(actor, Action.VOID) as session:
        row = rows.still_valid(session, OfficerRow, officer)
        rows.mark_void(row, reason, actor=actor)


def all_officers(db: Database) -> tuple[Officer, ...]:
    """The roster as filed, without the voided."""
    with kept.no_collecting(), db.plain() as reader:
        roster = reader.rows(f"{kept.OFFICERS} WHERE voided_at IS NULL ORDER BY id")
        found = [kept.officer(row) for row in roster]
    return tuple(sorted(found, key=lambda officer: search_key(officer.sort_name)))


def named(db: Database, typed: str) -> Officer:
    """The one officer whose name or badge is, or whose name alone contains, what was typed."""
    wanted = search_key(typed)
    roster = all_officers(db)
    exact = [each for each in roster if wanted in map(search_key, _known_as(each))]
    within = [each for each in roster if wanted and wanted in search_key(" ".join(_known_as(each)))]
    found = exact or within
    if len(found) == 1:
        return found[0]
    if not found:
        raise SroDeskError(f"No officer on the roster is called {typed!r}.")
    several = ", ".join(f"{each.name} (badge {each.badge or 'none'})" for each in found)
    raise SroDeskError(f"{typed!r} may be any of {several}. Write more of the name, or the badge.")


def _known_as(officer: Officer) -> tuple[str, ...]:
    return tuple(filter(None, (officer.name, officer.sort_name, officer.badge)))


def detail(db: Database, officer: OfficerId, on: date) -> OfficerDetail:
    """One officer in full, as of the day `on`; SroDeskError where there is no such officer."""
    with db.read() as session:
        rows.the(session, OfficerRow, officer)
        law, policy = agency.law_of(session), loading.policy(session)
        (record,) = loading.records(session, only=[officer], voided=True)
        districts = referred.districts_of(session, record)
        schools = referred.schools_of(session, record)
        held = (each.copy for each in record.certificates)
        copies = referred.copies_by_hash(session, held)
    finding = evaluate(record, policy, law, on)
    return OfficerDetail(
        officer=record.officer,
        on=on,
        finding=finding,
        why=why(finding.why),
        record=record,
        policy=policy,
        districts=districts,
        schools=schools,
        copies=copies,
    )


def _filed(draft: OfficerDraft) -> OfficerDraft:
    name = " ".join(draft.name.split())
    return replace(draft, name=name, sort_name=draft.sort_name.strip() or filed_under(name))

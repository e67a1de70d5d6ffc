"""Certificates and the copies that V.E asks for."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.drafts import CertificateDraft
from sro_desk.domain.problems import (
    Problem,
    certificate_problems,
    class_problems,
    void_problems,
)
from sro_desk.domain.records import (
    Certificate,
    CertificateId,
    Copy,
    OfficerId,
    Sha256,
)
from sro_desk.domain.scan import Scan
from sro_desk.services import certificate_lines, clock, rows
from sro_desk.storage import copies
from sro_desk.storage.database import Database
from sro_desk.storage.tables import CertificateRow, CourseRow, OfficerRow

CertificateLine = certificate_lines.CertificateLine
all_certificates = certificate_lines.all_certificates


def problems(
    db: Database,
    draft: CertificateDraft,
    scan: Scan | None = None,
    *,
    itself: CertificateId | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with `draft`; `itself` is the certificate being changed."""
    with db.read() as session:
        elsewhere = scan is not None and _copy_is_used(session, scan, itself)
        return _problems(session, draft, itself, copy_elsewhere=elsewhere)


def problems_of_class(
    db: Database, drafts: Sequence[CertificateDraft], scan: Scan | None = None
) -> tuple[Problem, ...]:
    """What is wrong with the certificates of several officers for one course, each once."""
    with db.read() as session:
        elsewhere = scan is not None and _copy_is_used(session, scan, None)
        found = list(class_problems(drafts))
        for draft in drafts:
            found += _problems(session, draft, None, copy_elsewhere=elsewhere)
    return tuple(dict.fromkeys(found))


def add(
    db: Database, draft: CertificateDraft, scan: Scan | None = None, *, actor: Actor
) -> Certificate:
    """Store a certificate together with the copy that V.E asks for."""
    (certificate,) = add_class(db, (draft,), scan, actor=actor)
    return certificate


def add_class(
    db: Database, drafts: Sequence[CertificateDraft], scan: Scan | None, *, actor: Actor
) -> tuple[Certificate, ...]:
    """Store the certificates of several officers in one write, each with the same copy."""
    with db.write(actor, Action.ADD) as session:
        rows.refuse(class_problems(drafts))
        for draft in drafts:
            rows.refuse(_problems(session, draft, None))
            _refuse_voided(session, draft)
        copy = None if scan is None else copies.put(session, scan)
        added = [CertificateRow.from_draft(draft, copy_sha256=copy) for draft in drafts]
        session.add_all(added)
        session.flush()
        return tuple(row.to_domain() for row in added)


def change(
    db: Database,
    certificate: CertificateId,
    draft: CertificateDraft,
    scan: Scan | None = None,
    *,
    actor: Actor,
) -> Certificate:
    """Let `draft` stand for the certificate from now on; its copy stays unless `scan` is given."""
    with db.write(actor, Action.CHANGE) as session:
        row = rows.still_valid(session, CertificateRow, certificate)
        rows.refuse(_problems(session, draft, certificate))
        _refuse_voided(session, draft)
        row.apply(draft)
        if scan is not None:
            row.copy_sha256 = copies.put(session, scan)
        session.flush()
        return row.to_domain()


def void(db: Database, certificate: CertificateId, reason: str, *, actor: Actor) -> None:
    """Let a certificate no longer count; it and its copy stay on file."""
    void_several(db, (certificate,), reason, actor=actor)


def void_several(
    db: Database, certificates: Sequence[CertificateId], reason: str, *, actor: Actor
) -> None:
    """Let certificates no longer count, all for one reason and in one write, or none of them."""
    rows.refuse(void_problems(reason))
    with db.write(actor, Action.VOID) as session:
        for certificate in certificates:
            row = rows.still_valid(session, CertificateRow, certificate)
            rows.mark_void(row, reason, actor=actor)


def attach_copy(
    db: Database, certificate: CertificateId, scan: Scan, *, actor: Actor
) -> Certificate:
    """Store the copy of a certificate, in place of one attached before, which stays on file."""
    with db.write(actor, Action.ATTACH_COPY) as session:
        row = rows.still_valid(session, CertificateRow, certificate)
        row.copy_sha256 = copies.put(session, scan)
        return row.to_domain()


def get(db: Database, certificate: CertificateId) -> Certificate:
    """One certificate, voided or not; SroDeskError where there is none."""
    with db.read() as session:
        return rows.the(session, CertificateRow, certificate).to_domain()


def copy_content(db: Database, sha256: Sha256) -> tuple[Copy, bytes]:
    """A stored file, exactly as it was received, and what is known of it."""
    with db.read() as session:
        return copies.describe(session, sha256), copies.content(session, sha256)


def _problems(
    session: Session,
    draft: CertificateDraft,
    itself: CertificateId | None,
    *,
    copy_elsewhere: bool = False,
) -> tuple[Problem, ...]:
    course = None if draft.course is None else rows.the(session, CourseRow, draft.course)
    return certificate_problems(
        draft,
        today=clock.today(),
        course=None if course is None else course.to_domain(),
        others=() if draft.officer is None else _others(session, draft.officer, itself),
        copy_elsewhere=copy_elsewhere,
    )


def _others(
    session: Session, officer: OfficerId, itself: CertificateId | None
) -> list[Certificate]:
    query = (
        select(CertificateRow)
        .options(joinedload(CertificateRow.course))
        .where(CertificateRow.officer_id == officer, CertificateRow.voided_at.is_(None))
    )
    return [row.to_domain() for row in session.scalars(query) if row.id != itself]


def _copy_is_used(session: Session, scan: Scan, itself: CertificateId | None) -> bool:
    query = select(CertificateRow.id).where(
        CertificateRow.copy_sha256 == copies.sha256_of(scan.content),
        CertificateRow.voided_at.is_(None),
    )
    return any(certificate != itself for certificate in session.scalars(query))


def _refuse_voided(session: Session, draft: CertificateDraft) -> None:
    """No certificate may rest on a voided officer or course."""
    if draft.officer is not None:
        rows.still_valid(session, OfficerRow, draft.officer)
    if draft.course is not None:
        rows.still_valid(session, CourseRow, draft.course)

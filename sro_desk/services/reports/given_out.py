"""The packets given out to districts: recorded, listed, and reprinted to the byte."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.drafts import PacketDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.domain.problems import Problem, packet_problems
from sro_desk.domain.records import DistrictId, Packet, PacketId, Sha256
from sro_desk.domain.reports import Asked
from sro_desk.domain.scan import Scan
from sro_desk.services import clock, rows
from sro_desk.services.reports.made import MadeReport
from sro_desk.services.saving import save
from sro_desk.storage import copies
from sro_desk.storage.database import Database
from sro_desk.storage.recording import WritingSession
from sro_desk.storage.tables import DistrictRow, PacketRow

_PDF = "application/pdf"


def said_problems(
    made: MadeReport, sent_to: str, sent_on: date | None, *, today: date
) -> tuple[Problem, ...]:
    """What keeps a packet from being recorded as given out to somebody on a day."""
    if sent_on is None:
        return (Problem("sent_on", Fault.SENT_MISSING),)
    draft = draft_of(made, made_on=today, sent_to=sent_to, sent_on=sent_on)
    return packet_problems(draft, today=today)


def record(
    db: Database,
    made: MadeReport,
    *,
    made_on: date,
    sent_to: str,
    sent_on: date,
    actor: Actor,
    save_as: Path | None = None,
) -> Packet:
    """Keep what was given out: when, to whom, and the very bytes.

    The same bytes given to the same district again are recorded once. With
    `save_as` the file is written too: both are done, or neither.
    """
    if save_as is not None:
        made = replace(made, file_name=save_as.name)
    draft = draft_of(made, made_on=made_on, sent_to=sent_to, sent_on=sent_on)
    rows.refuse(packet_problems(draft, today=clock.today()))
    return keep(db, made, draft, actor=actor, save_as=save_as)


def keep(
    db: Database,
    made: MadeReport,
    draft: PacketDraft,
    *,
    actor: Actor,
    save_as: Path | None = None,
) -> Packet:
    """The same for a draft that was looked at before."""
    with db.write(actor, Action.SEND_PACKET) as session:
        row = _kept(session, made, draft)
        if save_as is not None:  # before the commit: a file that cannot be written undoes it
            save(save_as, made.content)
        return row.to_domain()


def refuse_unrecorded(db: Database) -> None:
    """Raise SroDeskError where packets cannot be recorded: none is given out then."""
    if db.read_only:
        raise SroDeskError(
            "A packet is recorded when it is given out, and this file can only be read now, so "
            f"nothing was given out. {db.read_only_because}"
        )


def contact_of(db: Database, district: DistrictId) -> str:
    """To whom packets of a district go, unless somebody says otherwise."""
    with db.read() as session:
        found = rows.the(session, DistrictRow, district)
        who = found.contact_name or found.name
        return f"{who} <{found.contact_email}>" if found.contact_email else who


def draft_of(made: MadeReport, *, made_on: date, sent_to: str, sent_on: date) -> PacketDraft:
    """A finished packet as it is about to be given out."""
    asked: Asked = made.asked
    assert asked.district is not None  # noqa: S101 - a packet is for a district
    return PacketDraft(
        district=asked.district,
        as_of=asked.on,
        made_on=made_on,
        sent_on=sent_on,
        sent_to=sent_to.strip(),
        file_name=made.file_name,
        ledger_head=Sha256(made.ledger_head),
        with_copies=asked.copies,
        told=made.told,
    )


def of_district(db: Database, district: DistrictId | None = None) -> tuple[Packet, ...]:
    """The packets given to a district, or to any, newest first; voided ones too."""
    query = select(PacketRow).order_by(PacketRow.sent_on.desc(), PacketRow.id.desc())
    if district is not None:
        query = query.where(PacketRow.district_id == district)
    with db.read() as session:
        return tuple(row.to_domain() for row in session.scalars(query))


def last_of(session: Session, district: DistrictId, *, before: date, as_of: date) -> Packet | None:
    """The packet given to a district last, voided ones passed over.

    One of the same day does not count: it is corrected by the next, which is
    compared with what was given out before. Nor does one that tells of a day
    after `as_of`: what it tells comes later.
    """
    query = (
        select(PacketRow)
        .where(
            PacketRow.district_id == district,
            PacketRow.voided_at.is_(None),
            PacketRow.sent_on < before,
            PacketRow.as_of <= as_of,
        )
        .order_by(PacketRow.sent_on.desc(), PacketRow.id.desc())
        .limit(1)
    )
    row = session.scalar(query)
    return None if row is None else row.to_domain()


def content(db: Database, packet: PacketId) -> tuple[Packet, bytes]:
    """A packet with its very bytes; SroDeskError where they are damaged or there is none such."""
    with db.read() as session:
        found = rows.the(session, PacketRow, packet).to_domain()
        return found, copies.content(session, found.copy)


def void(db: Database, packet: PacketId, reason: str, *, actor: Actor) -> None:
    """Void a packet that was not given out after all: the one before it is the last again."""
    rows.void(db, PacketRow, packet, reason, actor=actor)


def _kept(session: WritingSession, made: MadeReport, draft: PacketDraft) -> PacketRow:
    rows.still_valid(session, DistrictRow, draft.district)
    known = _same(session, draft.district, copies.sha256_of(made.content))
    if known is not None:
        return known
    scan = Scan(
        content=made.content, original_name=made.file_name, media_type=_PDF, pages=made.pages
    )
    kept = copies.put(session, scan, most=copies.LARGEST_PACKET)
    row = PacketRow.from_draft(draft, copy_sha256=kept)
    session.add(row)
    session.flush()
    return row


def _same(session: Session, district: DistrictId, sha256: Sha256) -> PacketRow | None:
    query = select(PacketRow).where(
        PacketRow.district_id == district,
        PacketRow.copy_sha256 == sha256,
        PacketRow.voided_at.is_(None),
    )
    return session.scalar(query)

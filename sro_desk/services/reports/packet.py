"""The district packet: the letter, what changed since the last one, and the summary."""

from collections.abc import Iterable, Sequence
from datetime import date

from sro_desk.domain import letter, packet_changes
from sro_desk.domain.codes import Status
from sro_desk.domain.contract_duties import CONTRACT_DUTIES
from sro_desk.domain.contract_terms import contract_state, contract_state_words
from sro_desk.domain.dates import long_date, us_date
from sro_desk.domain.exports.around import Letterhead
from sro_desk.domain.exports.district import DistrictSummary, OfficerLine
from sro_desk.domain.exports.packet import AgreedDuties, PacketFacts
from sro_desk.domain.packet_changes import Change, Told
from sro_desk.domain.records import Contract, District, Packet
from sro_desk.domain.reports import Asked
from sro_desk.intake.examined import Plan
from sro_desk.services import agency, appendices, letters, loading, rows
from sro_desk.services.appendices import HeldCopies, WantedCopy
from sro_desk.services.reports import district, enclosures, given_out, naming
from sro_desk.services.reports.district import Gathered
from sro_desk.services.reports.enclosures import Enclosure
from sro_desk.services.reports.made import MadeReport, Making
from sro_desk.storage.database import Database
from sro_desk.storage.recording import RecordsSession
from sro_desk.storage.tables import DistrictRow, OfficerRow

_TRAINED = frozenset({Status.MET, Status.MET_LATE})
_AWAITED = frozenset({Status.DUE, Status.OVERDUE})


def make(db: Database, asked: Asked, making: Making) -> MadeReport:
    """The packet for one district as a PDF; `given_out.record` tells that it was."""
    assert asked.district is not None  # noqa: S101 - `making.make` saw to it
    with db.read() as session:  # one state of the file: that of the head in the footer
        gathered = district.gather(db, session, asked.district, on=asked.on, made_on=making.made_on)
        said = facts(session, asked, gathered)
        pairs = zip(gathered.records, gathered.findings, strict=True)
        wanted = map(_wanted, enclosures.enclosures(session, pairs, agency.law_of(session)))
    with appendices.hold(db, tuple(wanted) if asked.copies else (), making.report) as held:
        content = _bound(said, held)
    return MadeReport(
        asked=asked,
        content=content,
        file_name=naming.of_district(gathered.summary.label, "SRO packet", asked.on),
        ledger_head=gathered.summary.provenance.ledger_head,
        archival=not any(each.foreign for each in held.copies),
        told=packet_changes.written(_told(gathered)),
    )


def _wanted(enclosed: Enclosure) -> WantedCopy:
    """A copy, and what its divider says of the certificates that it proves."""
    names = dict.fromkeys(proof.name for proof in enclosed.proofs)
    courses = dict.fromkeys(proof.course for proof in enclosed.proofs)
    days = dict.fromkeys(us_date(proof.completed_on) for proof in enclosed.proofs)
    return WantedCopy(
        sha256=enclosed.copy,
        whose=", ".join(names),
        what="; ".join(courses),
        lines=(f"Completed {', '.join(days)}",),
        refused=appendices.SHARED if enclosed.kept_back else "",
    )


def _bound(said: PacketFacts, held: HeldCopies) -> bytes:
    from sro_desk.pdf import district_packet

    content, places = district_packet.with_copies(said, held.copies)
    if places is None:
        return content
    return held.bind(content, Plan(inserts=places.inserts, pictures=places.pictures))


def facts(session: RecordsSession, asked: Asked, gathered: Gathered) -> PacketFacts:
    """What the packet says besides the summary gathered for it."""
    assert asked.district is not None  # noqa: S101 - `making.make` saw to it
    made_on = gathered.summary.provenance.made_on
    found = rows.the(session, DistrictRow, asked.district).to_domain()
    text = letters.cover_letter(session)
    last = given_out.last_of(session, asked.district, before=made_on, as_of=asked.on)
    contracts = loading.contracts(session).get(asked.district, [])
    withheld = _withheld(session)
    before = packet_changes.read(last.told) if last else ()
    changes = packet_changes.changes(before, _told(gathered), untold=withheld) if last else ()
    return PacketFacts(
        summary=gathered.summary,
        addressee=tuple(filter(None, (found.contact_name, found.name))),
        letter=letter.fill(text, _values(found, gathered.summary, last, changes)),
        last_on=last.sent_on if last else None,
        changes=changes,
        duties=_duties(contracts, asked.on) if asked.duties else None,
    )


def _withheld(session: RecordsSession) -> frozenset[int]:
    """Officers who may have been told of before, and are not any more."""
    query = OfficerRow.__table__.select().where(OfficerRow.withheld)
    return frozenset(row.id for row in session.execute(query))


def _told(gathered: Gathered) -> list[Told]:
    return [
        Told(
            officer=record.officer.id,
            name=line.name,
            standing=line.standing,
            paragraph=line.paragraph,
            course=line.course,
            completed_on=line.completed_on,
        )
        for record, line in zip(gathered.records, gathered.summary.officers, strict=True)
    ]


def _duties(contracts: Iterable[Contract], on: date) -> tuple[AgreedDuties, ...]:
    """The seven duties of IV.A as in each contract that the summary names."""
    return tuple(
        AgreedDuties(
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            state=contract_state_words(contract_state(each, on)),
            duties=tuple((n, words, n in each.duties) for n, words in CONTRACT_DUTIES.items()),
        )
        for each in district.asked_about(contracts, on)
    )


def _values(
    found: District, summary: DistrictSummary, last: Packet | None, changes: Sequence[Change]
) -> dict[str, str]:
    """What the fields of the letter stand for."""
    head, made = summary.letterhead, summary.provenance
    return {
        "district": found.name,
        "contact": found.contact_name or "Superintendent",
        "agency": head.agency,
        "chief": head.chief,
        "chief_title": head.chief_title,
        "phone": head.phone,
        "email": head.email,
        "reach": _reach_words(head),
        "as_of": long_date(made.on),
        "today": long_date(made.made_on),
        "officers": _officers_words(summary.officers),
        "due": _due_words(summary.officers, made.on),
        "changes": _changes_words(last, changes),
    }


def _officers_words(lines: tuple[OfficerLine, ...]) -> str:
    if not lines:
        return "At present no officer is assigned to the district."
    trained = sum(line.standing in _TRAINED for line in lines)
    many = len(lines)
    if many == 1:
        how = "trained" if trained else "not trained yet"
        return f"One officer is assigned to the district, and is {how}."
    return f"{many:,} officers are assigned to the district, and {trained:,} of them are trained."


def _changes_words(last: Packet | None, changes: Sequence[Change]) -> str:
    if last is None:
        return "This is our first packet for you."
    when = us_date(last.sent_on)
    if not changes:
        return f"Nothing has changed since our last packet, of {when}."
    return f"What has changed since our last packet, of {when}, is listed behind this letter."


def _due_words(lines: tuple[OfficerLine, ...], on: date) -> str:
    """Who must still be trained and by when, or was to be."""
    named = [
        f"{line.name} {'by' if line.legal >= on else 'since'} {us_date(line.legal)}"
        for line in lines
        if line.standing in _AWAITED and line.legal is not None
    ]
    return f"Still to be trained: {'; '.join(named)}." if named else ""


def _reach_words(head: Letterhead) -> str:
    ways = (
        f"call us at {head.phone}" if head.phone else "",
        f"write to {head.email}" if head.email else "",
    )
    return " or ".join(filter(None, ways)) or "write to us at the address above"

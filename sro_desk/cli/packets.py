"""District packets: made, recorded as given out, listed, and reprinted to the byte."""

import json
from pathlib import Path
from typing import Annotated

import typer

from sro_desk.cli.answers import AsOf, RecordsFile, as_path, day, make_folder, write
from sro_desk.cli.reports import Out
from sro_desk.domain.dates import us_date
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import Packet, PacketId
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services import districts
from sro_desk.services.records_file import Database, look_into, open_file, this_actor
from sro_desk.services.reports import all_districts, given_out, making

_COPIES = "Append the certificate copies; look through each of them first."
Copies = Annotated[bool, typer.Option("--copies", help=_COPIES)]
Duties = Annotated[bool, typer.Option("--duties", help="The contract's duties of IV.A.")]
Named = Annotated[
    str, typer.Option("--district", metavar="NAME", help="Its name, number, or a part of them.")
]


def packet(
    file: RecordsFile,
    district: Named,
    out: Out,
    *,
    copies: Copies = False,
    duties: Duties = False,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="WHOM", help="To whom it goes; else the district's contact."),
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Write it without recording it as given out.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Write the packet for one district, and record that it was given out."""
    with look_into(file) if draft else _to_write(file) as db:
        found = districts.named(db, district)
        asked = Asked(
            report=ReportName.PACKET,
            on=day(as_of),
            district=found.id,
            copies=copies,
            duties=duties,
        )
        made = making.make_alone(db, asked, made_on=day())
        if draft:
            write(out, made.content)
            return
        make_folder(out.parent)
        kept = given_out.record(
            db,
            made,
            made_on=day(),
            sent_to=to or given_out.contact_of(db, found.id),
            sent_on=day(),
            actor=this_actor(),
            save_as=out,
        )
    typer.echo(f"Wrote {out}")
    typer.echo(f"Recorded as packet {kept.id}, given out to {kept.sent_to or found.name}.")


def packets(
    file: RecordsFile,
    folder: Annotated[
        Path,
        typer.Option("--out", parser=as_path, metavar="DIR", help="Made if it does not exist."),
    ],
    *,
    copies: Copies = False,
    duties: Duties = False,
    as_of: AsOf = None,
) -> None:
    """Write the packets of all districts, each recorded as given out to its contact."""
    asked = Asked(report=ReportName.PACKET, on=day(as_of), copies=copies, duties=duties)
    with _to_write(file) as db:
        make_folder(folder)
        saved = making.with_worker(
            day(),
            lambda means: all_districts.save_all(db, asked, folder, means, actor=this_actor()),
        )
    typer.echo(saved.words)


def given(
    file: RecordsFile,
    district: Annotated[
        str | None, typer.Option("--district", metavar="NAME", help="Only those of this one.")
    ] = None,
    reprint: Annotated[
        int | None,
        typer.Option("--reprint", metavar="N", help="Write packet N, to the byte."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", parser=as_path, metavar="F", help="Where; only with --reprint."),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of a table.")] = False,
) -> None:
    """List the packets given out, newest first, or write one of them again."""
    with look_into(file) as db:
        if reprint is not None:
            kept, content = given_out.content(db, PacketId(reprint))
            write(out or Path(kept.file_name), content)
            return
        only = None if district is None else districts.named(db, district).id
        found = given_out.of_district(db, only)
        names = {line.district.id: line.district.name for line in districts.all_districts(db)}
    if as_json:
        told = [_as_json(each, names.get(each.district, "")) for each in found]
        typer.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    if not found:
        typer.echo("No packet was given out yet.")
    for each in found:
        void = f"  voided: {each.voided.reason}" if each.voided else ""
        name = names.get(each.district, f"district {each.district}")
        typer.echo(
            f"{each.id:>4}  {us_date(each.sent_on)}  {name}  as of {us_date(each.as_of)}"
            f"  to {each.sent_to or '-'}  SHA-256 {each.copy[:12]}{void}"
        )


def _to_write(file: Path) -> Database:
    db = open_file(file, actor=this_actor())
    if db.read_only:
        because = db.read_only_because
        db.close()
        raise SroDeskError(
            f"A packet is recorded when it is given out, and {file.name} can only be read now: "
            f"{because} With --draft it is written without being recorded."
        )
    return db


def _as_json(packet: Packet, district: str) -> dict[str, object]:
    return {
        "packet": packet.id,
        "district": district,
        "as_of": packet.as_of.isoformat(),
        "made_on": packet.made_on.isoformat(),
        "sent_on": packet.sent_on.isoformat(),
        "sent_to": packet.sent_to,
        "file_name": packet.file_name,
        "sha256": packet.copy,
        "ledger_head": packet.ledger_head,
        "with_copies": packet.with_copies,
        "voided": packet.voided.reason if packet.voided else None,
    }

"""Reports of any size with made-up facts, and the means to read a PDF back."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from sro_desk.domain.codes import DayKind, Light, Status
from sro_desk.domain.exports.around import Letterhead, Provenance
from sro_desk.domain.exports.audit import (
    AuditBinder,
    CopyFact,
    Filed,
    Holder,
    LedgerLine,
    MissingGroup,
    MissingLine,
    RevisionFact,
)
from sro_desk.domain.exports.contact_days import CountedDay, YearLog
from sro_desk.domain.exports.deadlines import DeadlineLine, DeadlinesList
from sro_desk.domain.exports.district import DistrictSummary, OfficerLine
from sro_desk.domain.exports.forms import Acknowledgement, Inability, Signer
from sro_desk.domain.exports.officer import (
    AssignmentFact,
    CertificateFact,
    InabilityFact,
    OfficerFacts,
    OfficerPage,
    PeriodFact,
    ReviewFact,
)
from sro_desk.domain.exports.pictures.shares import DistrictShare
from sro_desk.domain.exports.pictures.substitutes import SubstituteYear
from sro_desk.domain.exports.planner import (
    CourseLine,
    DistrictSeats,
    DoneLine,
    Planner,
    SeatLine,
)
from sro_desk.domain.exports.substitutes import SubstituteLine, SubstituteLog
from sro_desk.domain.pace import pace_until
from sro_desk.domain.records import DistrictId, OfficerId
from sro_desk.services.reports import month_lines

ON = date(2026, 11, 24)
NASTY = (
    "Nguyễn Thị Ánh",
    "Sean O'Brien-Núñez",
    "Pao Xiong",
    "Maximiliana Alexandria Featherstonehaugh-Cholmondeley de la Vega y Montenegro Jr",
    "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen",
    "Łukasz Żółć & <Sons>",
    "Ŋụ̀ ʻŌlelo",
    "Đặng Thùy Trâm",
)
_HEAD = Letterhead(
    agency="Edina Police Department",
    address=("4801 West 50th Street", "Edina, MN 55424"),
    phone="952-555-0100",
    email="police@edina.example",
    ori="MN0270600",
    chief="Nora Xiong",
    chief_title="Chief of Police",
)
_MADE = Provenance(on=ON, made_on=ON, ledger_head="3f2a9c0d" * 8, sample=False)
_OFFICER = OfficerLine(
    name="Erik Olson",
    badge="412",
    title="School Resource Officer",
    role="Regular",
    sites=("Edina High School",),
    assumed=date(2025, 8, 25),
    ends_on=None,
    paragraph="V.A",
    standing=Status.MET,
    status="Met",
    light=Light.GREEN,
    nominal=date(2025, 9, 1),
    legal=date(2025, 9, 1),
    course="School Resource Officer Training (School Safety Center)",
    completed_on=date(2025, 8, 20),
    certificate_number="SSC-2025-1001",
    copy_on_file=True,
    uncovered_duties="",
    missing=(),
    why=("V.A: assumed 2025-08-25.", "Law: Minn. Stat. § 626.8482 subd. 3(a)."),
)
_OVERDUE = {
    "paragraph": "V.C",
    "standing": Status.OVERDUE,
    "status": "Overdue",
    "light": Light.RED,
    "nominal": date(2026, 7, 4),
    "legal": date(2026, 7, 6),
    "course": "",
    "completed_on": None,
    "certificate_number": "",
    "copy_on_file": None,
    "uncovered_duties": "Until trained the officer is not required to perform these duties.",
    "missing": ("No policy review on record",),
}


def officer(**said) -> OfficerLine:
    return replace(_OFFICER, **said)


def officers(count: int) -> tuple[OfficerLine, ...]:
    """Every third is overdue; each has a name of their own."""
    return tuple(
        officer(name=f"{NASTY[n % 3]} {n}", badge=str(n), **(_OVERDUE if n % 3 == 2 else {}))
        for n in range(count)
    )


def summary(*lines: OfficerLine, **said) -> DistrictSummary:
    facts = DistrictSummary(
        letterhead=_HEAD,
        provenance=_MADE,
        district="Edina Public School District",
        label="ISD 0273",
        citation="506.9",
        contracts=((date(2026, 7, 1), date(2027, 6, 30)),),
        sites=("Edina High School", "South View Middle School"),
        officers=lines,
    )
    return replace(facts, **said)


def sampled(facts):
    """The facts as of a sample agency."""
    return replace(facts, provenance=replace(facts.provenance, sample=True))


def deadline(number: int, **said) -> DeadlineLine:
    day = ON + timedelta(days=number * 11 % 700)
    line = DeadlineLine(
        name=f"{NASTY[number % 3]} {number}",
        badge=str(number),
        districts=("ISD 0273", "Charter 4007"),
        paragraph="V.B",
        standing=Status.DUE,
        status="Due",
        light=Light.AMBER,
        nominal=day,
        legal=day,
        days_left=(day - ON).days,
        missing=(),
        next_step="Add certificate",
    )
    return replace(line, **said)


def deadlines(*lines: DeadlineLine, **said) -> DeadlinesList:
    return DeadlinesList(letterhead=_HEAD, provenance=_MADE, lines=lines, **said)


def share(number: int = 1, **said) -> DistrictShare:
    facts = {"trained": 2, "due": 1, "overdue": number % 2, "exempt": 1, "uncovered": number % 3}
    named = {"label": f"ISD {number:04}", "name": NASTY[number % len(NASTY)]}
    return DistrictShare(**{"district": DistrictId(number), **named, **facts, **said})


def substitute_year(number: int = 1, count: int = 12, **said) -> SubstituteYear:
    facts = {"officer": OfficerId(number), "name": f"{NASTY[number % len(NASTY)]} {number}"}
    return SubstituteYear(**{**facts, "log": year_log(count), **said})


def year_log(count: int = 12, **said) -> YearLog:
    """So many days, one every third day of the school year, booked from `ON` on."""
    days = [date(2026, 9, 8) + timedelta(days=3 * number) for number in range(count)]
    kinds = [DayKind.SERVED if day <= ON else DayKind.BOOKED for day in days]
    log = YearLog(
        title="School year 2026–27",
        first=date(2026, 7, 1),
        last=date(2027, 6, 30),
        on=ON,
        days=tuple(
            CountedDay(on=day, kind=kind, districts=("ISD 0273",))
            for day, kind in zip(days, kinds, strict=True)
        ),
        served=kinds.count(DayKind.SERVED),
        booked=kinds.count(DayKind.BOOKED),
        undated=0,
        limit=60,
        sixtieth_on=days[59] if count >= 60 else None,
        projected_on=None,
        counted=f"{count} of 60 contact days.",
        outlook="Projection, no deadline: at this pace day 60 is not reached this year.",
    )
    return replace(log, **said)


_NOBODY = OfficerFacts(
    name="Erik Olson",
    badge="",
    rank="",
    title="",
    post_license="",
    employed_from=None,
    employed_to=None,
    withheld=False,
    serving=(),
    assumed=None,
    paragraph="",
    standing=Status.NO_ASSIGNMENT,
    status="No assignment",
    light=Light.GREY,
    nominal=None,
    legal=None,
    days_left=None,
    duties="Not applicable",
    missing=(),
    advisories=(),
    next_step="Add assignment",
    why=("No assignment as a school resource officer is on file.",),
    earlier=(),
    assignments=(),
    certificates=(),
    reviews=(),
    inability=(),
    log=None,
)


def officer_facts(**said) -> OfficerFacts:
    """An officer of whom nothing is on file but what is said."""
    return replace(_NOBODY, **said)


def full_officer(name: str = "Erik Olson", **said) -> OfficerFacts:
    """An officer of whom there is something of everything."""
    facts = officer_facts(
        name=name,
        badge="412",
        rank="Officer",
        title="School Resource Officer",
        post_license="12345",
        employed_from=date(2014, 1, 6),
        serving=("ISD 0273", "Charter 4007"),
        assumed=date(2026, 1, 4),
        paragraph="V.C: trained within six months of assuming the duties",
        standing=Status.OVERDUE,
        status="Overdue",
        light=Light.RED,
        nominal=date(2026, 7, 4),
        legal=date(2026, 7, 6),
        days_left=-141,
        duties="Not required to perform duties (4) and (5)",
        missing=("No policy review on record", "Inability record lacks its reason"),
        advisories=("The same copy is attached to two certificates",),
        next_step="Add certificate",
        why=("V.C: assumed 2026-01-04; six months = Sat 2026-07-04.", "Law: Minn. Stat. § 1."),
        earlier=(
            PeriodFact(
                role="Substitute",
                districts=("ISD 0273",),
                assumed=date(2025, 9, 2),
                ends_on=date(2025, 12, 19),
                paragraph="V.D",
                standing=Status.ENDED_EXEMPT,
                status="Ended, exempt",
                nominal=None,
                legal=None,
                trained_on=None,
            ),
        ),
        assignments=(
            AssignmentFact(
                district=name,
                school="",
                role="Substitute",
                assumed=date(2025, 9, 2),
                ends_on=date(2025, 12, 19),
                booked_days=3,
                covered=False,
                why_not="evening events only",
            ),
        ),
        certificates=(
            CertificateFact(
                course=f"Basic course of {name}",
                kind="Basic course",
                completed_on=date(2026, 11, 30),
                issued_on=date(2026, 12, 1),
                number="B-1",
                credits="40",
                copy_on_file=False,
            ),
        ),
        reviews=(ReviewFact(reviewed_on=date(2026, 1, 2), note=f"read with {name}"),),
        inability=(InabilityFact(recorded_on=None, reason="Full until May.", signed_by=""),),
        log=year_log(70),
    )
    return replace(facts, **said)


def officer_record(facts: OfficerFacts) -> OfficerPage:
    return OfficerPage(letterhead=_HEAD, provenance=_MADE, officer=facts)


def substitute(name: str = "Pao Xiong", count: int = 12, **said) -> SubstituteLine:
    log = year_log(count)
    line = SubstituteLine(
        name=name,
        badge="77",
        districts=("ISD 0273",),
        log=log,
        months=tuple(month_lines.of_log(log, only="")),
        paragraph="V.D",
        status="Exempt",
        light=Light.GREEN,
        incomplete=False,
        meaning="V.D: fewer than 60 contact days.",
    )
    return replace(line, **said)


def substitutes(*lines: SubstituteLine, **said) -> SubstituteLog:
    facts = SubstituteLog(
        letterhead=_HEAD,
        provenance=_MADE,
        district="",
        school_year="School year 2026–27",
        first=date(2026, 7, 1),
        last=date(2027, 6, 30),
        limit=60,
        substitutes=lines,
    )
    return replace(facts, **said)


def seat(name: str = "Pao Xiong", **said) -> SeatLine:
    line = SeatLine(
        name=name,
        badge="77",
        districts=("ISD 0273",),
        basic=f"Basic course of {name}",
        basic_on=date(2020, 7, 17),
        status="Due",
        light=Light.AMBER,
        withheld=False,
    )
    return replace(line, **said)


def trained(name: str = "Erik Olson", **said) -> DoneLine:
    line = DoneLine(
        name=name,
        badge="412",
        districts=("ISD 0273", "Charter 4007"),
        course="SRO Supplemental Training (board-approved)",
        completed_on=date(2026, 10, 2),
        status="Met",
        light=Light.GREEN,
        withheld=False,
    )
    return replace(line, **said)


def planner(*needed: SeatLine, done: tuple[DoneLine, ...] = (), on: date = ON, **said) -> Planner:
    last, advised = date(2027, 5, 31), date(2027, 5, 28)
    course = CourseLine(
        title="SRO Supplemental Training (board-approved)",
        kind="Supplemental course",
        provider="North Metro Institute",
        post_number="10001",
        approved_from=date(2025, 9, 1),
        approved_to=None,
    )
    facts = Planner(
        letterhead=_HEAD,
        provenance=replace(_MADE, on=on),
        district="",
        last_day=last,
        advised=advised,
        pace=pace_until(advised, on=on, seats=len(needed)),
        needed=needed,
        done=done,
        seats=(DistrictSeats(district="ISD 0273", needed=len(needed), done=len(done)),),
        courses=(course,),
    )
    return replace(facts, **said)


def signer(name: str = "Erik Olson", **said) -> Signer:
    facts = Signer(
        name=name,
        badge="412",
        title="Officer, School Resource Officer",
        districts=("ISD 0273", "Charter 4007"),
        assumed=date(2026, 1, 4),
        withheld=False,
    )
    return replace(facts, **said)


def acknowledged(**said) -> Acknowledgement:
    """A blank form, but for what is said."""
    facts = Acknowledgement(
        letterhead=_HEAD,
        provenance=_MADE,
        signer=None,
        paragraph="",
        policy="",
        adopted_on=None,
        revised_on=None,
        posted_at="",
    )
    return replace(facts, **said)


def unable(**said) -> Inability:
    """A blank form, but for what is said."""
    facts = Inability(
        letterhead=_HEAD,
        provenance=_MADE,
        signer=None,
        months=6,
        nominal=None,
        legal=None,
        arithmetic=(),
        note="",
        reason="",
        recorded_on=None,
    )
    return replace(facts, **said)


def filed(facts: OfficerFacts) -> Filed:
    first, _, family = facts.name.rpartition(" ")
    return Filed(under=f"{family}, {first}", page=facts)


def lacking(name: str = "Erik Olson") -> MissingLine:
    return MissingLine(
        name=name,
        badge="412",
        districts=("ISD 0273", "Charter 4007"),
        paragraph="V.A",
        status="Met",
        light=Light.RED,
        nominal=date(2026, 7, 4),
        legal=date(2026, 7, 6),
    )


def ledger_line(seq: int, record: str = "Erik Olson’s policy review of 09/01/2026") -> LedgerLine:
    return LedgerLine(
        seq=seq,
        at=datetime(2026, 9, 1, 14, 5, tzinfo=UTC) + timedelta(minutes=seq),
        who="clerk@records-desk",
        done="Changed",
        record=record,
        fields=("Reviewed", "Note"),
        hash=f"{seq:064x}",
    )


def copied(number: int, *names: str, **said) -> CopyFact:
    holders = (
        Holder(whose=name, filed_as=name, what=f"Course of {name}", on=ON)
        for name in names or ("Erik Olson",)
    )
    fact = CopyFact(
        sha256=f"{number:064x}",
        media_type="image/jpeg",
        size=200_000 + number,
        pages=2,
        holders=tuple(holders),
        certificate=True,
        also_withheld=False,
    )
    return replace(fact, **said)


def audit(*officers: OfficerFacts, **said) -> AuditBinder:
    """A binder of these officers, with nothing else in it but what is said."""
    facts = AuditBinder(
        letterhead=_HEAD,
        provenance=_MADE,
        since=date(2026, 7, 1),
        left_out=0,
        revisions=(),
        local_holidays=False,
        officers=tuple(map(filed, officers)),
        missing=(),
        ledger=(),
        entries=0,
        copies=(),
    )
    return replace(facts, **said)


def full_audit(*officers: OfficerFacts, entries: int = 40, **said) -> AuditBinder:
    """A binder in which each part has something."""
    names = [officer.name for officer in officers] or ["Nobody"]
    revised = RevisionFact(
        adopted_on=date(2026, 7, 27), title=names[0], posted_at="Intranet", adoption=False
    )
    adopted = RevisionFact(adopted_on=date(2025, 10, 6), title="", posted_at="", adoption=True)
    group = MissingGroup(what="No copy", to_do="Attach it.", lines=tuple(map(lacking, names)))
    told = {
        "left_out": 2,
        "revisions": (revised, adopted),
        "local_holidays": True,
        "missing": (group, replace(group, what="No contract")),
        "ledger": tuple(ledger_line(seq, names[seq % len(names)]) for seq in range(entries)),
        "entries": entries + 7,
        "copies": tuple(copied(number, name) for number, name in enumerate(names)),
        **said,
    }
    return audit(*officers, **told)


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page in the order of its content, white space evened out."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [document[n].get_textpage().get_text_bounded() for n in range(len(document))]
    return [re.sub(r"\s+", " ", text.replace("\ufffe", "-")) for text in texts]


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def unspaced(text: str) -> str:
    """For what may be broken over lines anywhere."""
    return re.sub(r"\s+", "", text)


@pytest.fixture
def opened():
    """Open a PDF by its bytes, for as long as the test lasts."""
    files = []

    def open_bytes(pdf: bytes) -> pikepdf.Pdf:
        files.append(pikepdf.open(BytesIO(pdf)))
        return files[-1]

    yield open_bytes
    for file in files:
        file.close()


@pytest.fixture
def validate(tmp_path):
    """Ask veraPDF whether PDFs are PDF/UA-1 and PDF/A-2a; answers what it found wrong."""
    program = os.environ.get("SRO_DESK_VERAPDF") or shutil.which("verapdf")
    if not program:
        pytest.skip("veraPDF is not here: set SRO_DESK_VERAPDF to its path")

    def validate(*pdfs: bytes) -> list[str]:
        paths = [tmp_path / f"{number}.pdf" for number in range(len(pdfs))]
        for path, pdf in zip(paths, pdfs, strict=True):
            path.write_bytes(pdf)
        return [line for flavour in ("ua1", "2a") for line in _failures(program, flavour, paths)]

    return validate


def _failures(program: str, flavour: str, paths: list) -> list[str]:
    asked = subprocess.run(
        [program, flavour, *paths], capture_output=True, text=True, check=False, timeout=300
    )
    lines = asked.stdout.splitlines()
    assert len(lines) >= len(paths), asked.stderr
    return [f"{flavour}: {line}" for line in lines if not line.startswith("PASS ")]

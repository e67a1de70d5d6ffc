"""Which certificate copies a packet appends: those that V.E asks for, and the proof for V.B."""

from collections.abc import Collection, Iterator

from sro_desk.domain.codes import CourseKind, Paragraph
from sro_desk.domain.dates import us_date
from sro_desk.domain.facts import by_completion
from sro_desk.domain.finding import Finding
from sro_desk.domain.records import Certificate, OfficerRecord, Sha256
from sro_desk.services.appendices import SHARED, WantedCopy
from sro_desk.services.reports.district import Gathered, latest_qualifying
from sro_desk.storage.plain import Reader

_OF_WITHHELD = """
SELECT certificate.copy_sha256 FROM certificate JOIN officer ON officer.id = certificate.officer_id
WHERE officer.withheld = 1 AND certificate.copy_sha256 IS NOT NULL
"""


def of(gathered: Gathered, hidden: Collection[Sha256]) -> tuple[WantedCopy, ...]:
    """Each copy once, in the order of the officers; that of a class names all it is for.

    One of `hidden`, which shows an officer withheld from exports as well, is refused.
    """
    holders: dict[Sha256, list[tuple[str, Certificate]]] = {}
    for record, finding in zip(gathered.records, gathered.findings, strict=True):
        for each in _proofs(record, finding):
            if each.copy is not None:
                holders.setdefault(each.copy, []).append((record.officer.name, each))
    return tuple(
        _wanted(sha256, held, refused=SHARED if sha256 in hidden else "")
        for sha256, held in holders.items()
    )


def of_withheld(reader: Reader) -> frozenset[Sha256]:
    """The copies that show an officer withheld from exports."""
    return frozenset(Sha256(copy) for (copy,) in reader.rows(_OF_WITHHELD))


def _proofs(record: OfficerRecord, finding: Finding) -> Iterator[Certificate]:
    latest = latest_qualifying(record.certificates, finding)
    if latest is not None:
        yield latest
    if finding.paragraph is Paragraph.B:
        basics = [
            each
            for each in record.certificates
            if each.course.kind is CourseKind.BASIC and each.completed_on <= finding.on
        ]
        if basics:
            yield max(basics, key=by_completion)


def _wanted(sha256: Sha256, held: list[tuple[str, Certificate]], *, refused: str) -> WantedCopy:
    names = dict.fromkeys(name for name, _ in held)
    courses = dict.fromkeys(each.course.title for _, each in held)
    days = dict.fromkeys(us_date(each.completed_on) for _, each in held)
    numbers = dict.fromkeys(each.number for _, each in held if each.number)
    lines = [f"Completed {', '.join(days)}"]
    if numbers:
        lines.append(f"Certificate number {', '.join(numbers)}")
    return WantedCopy(
        sha256=sha256,
        whose=", ".join(names),
        what="; ".join(courses),
        lines=tuple(lines),
        refused=refused,
    )

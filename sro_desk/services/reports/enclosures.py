"""Which certificate copies go with a packet: those that V.E and V.B ask for, each once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.codes import CourseKind, Paragraph
from sro_desk.domain.facts import by_completion
from sro_desk.domain.finding import Finding
from sro_desk.domain.law import Law
from sro_desk.domain.records import Certificate, OfficerRecord, Sha256
from sro_desk.services.reports.district import latest_qualifying
from sro_desk.storage.plain import Reader

_ALSO_OF_WITHHELD = """
SELECT DISTINCT certificate.copy_sha256
FROM certificate JOIN officer ON officer.id = certificate.officer_id
WHERE officer.withheld = 1 AND certificate.copy_sha256 IS NOT NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a copy proves of one officer of the packet."""

    name: str
    course: str
    completed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """One stored file, and all that it proves of the officers of the packet."""

    copy: Sha256
    proofs: tuple[Proof, ...]
    kept_back: bool  # it is the certificate of an officer withheld from exports, too


def enclosures(
    reader: Reader, officers: Iterable[tuple[OfficerRecord, Finding]], law: Law
) -> tuple[Enclosure, ...]:
    """The copies in the order of the officers; a class that shares one file has it once."""
    withheld = {copy for (copy,) in reader.rows(_ALSO_OF_WITHHELD)}
    return tuple(
        Enclosure(copy=copy, proofs=proofs, kept_back=copy in withheld)
        for copy, proofs in _by_copy(officers, law).items()
    )


def _by_copy(
    officers: Iterable[tuple[OfficerRecord, Finding]], law: Law
) -> Mapping[Sha256, tuple[Proof, ...]]:
    found: dict[Sha256, tuple[Proof, ...]] = {}
    for record, finding in officers:
        for each in _asked_for(record, finding, law):
            if each.copy is not None:
                proof = Proof(
                    name=record.officer.name,
                    course=each.course.title,
                    completed_on=each.completed_on,
                )
                found[each.copy] = (*found.get(each.copy, ()), proof)
    return found


def _asked_for(record: OfficerRecord, finding: Finding, law: Law) -> Iterator[Certificate]:
    """The most recent qualifying certificate; under V.B the proof of the basic course, too."""
    latest = latest_qualifying(record.certificates, finding)
    if latest is not None:
        yield latest
    if finding.paragraph is Paragraph.B:
        prior = [
            each
            for each in sorted(record.certificates, key=by_completion)
            if each.course.kind is CourseKind.BASIC
            and each.completed_on < law.basic_before
            and each.completed_on <= finding.on
            and each.copy is not None
        ]
        yield from prior[:1]

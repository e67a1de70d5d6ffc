"""Everything on file about all officers, or some, as values."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.names import district_label
from sro_desk.domain.records import (
    Assignment,
    Certificate,
    ContactDay,
    Contract,
    DistrictId,
    Officer,
    OfficerId,
    OfficerRecord,
    Policy,
    Sha256,
)
from sro_desk.services import kept
from sro_desk.storage.plain import Reader, Row

T = TypeVar("T")

_CERTIFICATES_OF = "SELECT copy_sha256 FROM certificate WHERE officer_id "
_TWICE = (  # answered from the index alone
    "SELECT copy_sha256 FROM certificate GROUP BY copy_sha256 HAVING COUNT(copy_sha256) > 1"
)
# One file for a whole class (one course, one day) is no mistake; for two courses or days it is.
_SHARED = """
SELECT copy_sha256 FROM certificate
WHERE voided_at IS NULL AND copy_sha256 IN ({among})
GROUP BY copy_sha256
HAVING MIN(course_id) <> MAX(course_id) OR MIN(completed_on) <> MAX(completed_on)
"""
_DISTRICTS = "SELECT id, name, kind, state_id FROM district"


def records(
    reader: Reader, *, only: Collection[OfficerId] | None = None, voided: bool = False
) -> list[OfficerRecord]:
    """The facts on file about every officer on the roster, or about some.

    Voided records are left out unless asked for.
    """
    read = _Tables(reader, only, voided)
    assignments = read.by_officer(kept.ASSIGNMENTS, "assignment", kept.assignment)
    courses = {course.id: course for course in map(kept.course, reader.rows(kept.COURSES))}
    certificate = kept.certificate_of(courses)
    certificates = read.by_officer(kept.CERTIFICATES, "certificate", certificate)
    reviews = read.by_officer(kept.REVIEWS, "policy_review", kept.review)
    inability = read.by_officer(kept.INABILITY, "inability_record", kept.inability)
    days = read.days()
    agreed = contracts(reader, voided=voided)
    shared = _shared(reader, only)
    found = []
    for officer in read.officers():
        served = assignments.get(officer.id, ())
        held = certificates.get(officer.id, ())
        record = OfficerRecord(
            officer=officer,
            assignments=tuple(served),
            certificates=tuple(held),
            reviews=tuple(reviews.get(officer.id, ())),
            inability_records=tuple(inability.get(officer.id, ())),
            contact_days=tuple(days.get(officer.id, ())),
            contracts=_of_districts(served, agreed),
            shared_copies=_held(shared, held),
        )
        found.append(record)
    return found


def service(
    reader: Reader,
) -> tuple[dict[OfficerId, list[Assignment]], dict[OfficerId, list[ContactDay]]]:
    """The assignments and the contact days of each officer, without what is voided."""
    read = _Tables(reader, None, voided=False)
    return read.by_officer(kept.ASSIGNMENTS, "assignment", kept.assignment), read.days()


def policy(reader: Reader) -> Policy:
    """The agency's policy, without voided revisions."""
    found = reader.rows(f"{kept.REVISIONS} WHERE voided_at IS NULL ORDER BY id")
    return Policy(revisions=tuple(map(kept.revision, found)))


def district_labels(reader: Reader) -> dict[DistrictId, tuple[str, str]]:
    """The short label and the name of every district, voided ones too."""
    return {
        DistrictId(district): (district_label(name, DistrictKind(kind), number), name)
        for district, name, kind, number in reader.rows(_DISTRICTS)
    }


def contracts(reader: Reader, *, voided: bool = False) -> dict[DistrictId, list[Contract]]:
    """The contracts of every district that has any, by their first day."""
    where = "" if voided else "WHERE voided_at IS NULL"
    found: defaultdict[DistrictId, list[Contract]] = defaultdict(list)
    for row in reader.rows(f"{kept.CONTRACTS} {where} ORDER BY starts_on, id"):
        found[row[1]].append(kept.contract(row))
    return found


class _Tables:
    """Reads the tables of officers' records, for some officers or for all."""

    def __init__(self, reader: Reader, only: Collection[OfficerId] | None, voided: bool) -> None:
        self._reader = reader
        self._only = only
        self._voided = voided

    def officers(self) -> list[Officer]:
        """The roster, or some of it."""
        return [kept.officer(row) for row in self._rows(kept.OFFICERS, "officer", "officer.id")]

    def by_officer(
        self, query: str, table: str, value: Callable[[Row], T]
    ) -> dict[OfficerId, list[T]]:
        """The records of a table, by their officer (the second column)."""
        found: defaultdict[OfficerId, list[T]] = defaultdict(list)
        for row in self._rows(query, table, f"{table}.officer_id"):
            found[row[1]].append(value(row))
        return found

    def days(self) -> dict[OfficerId, list[ContactDay]]:
        """The contact days, by the officer of their assignment."""
        found: defaultdict[OfficerId, list[ContactDay]] = defaultdict(list)
        for row in self._rows(kept.DAYS, "contact_day", "assignment.officer_id"):
            found[row[7]].append(kept.contact_day(row))
        return found

    def _rows(self, query: str, table: str, officer: str) -> Iterable[Row]:
        conditions = [] if self._voided else [f"{table}.voided_at IS NULL"]
        if self._only is not None:
            conditions.append(f"{officer} {kept.among(self._only)}")
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        return self._reader.rows(f"{query} {where} ORDER BY {table}.id")


def _shared(reader: Reader, only: Collection[OfficerId] | None) -> frozenset[Sha256]:
    """The copies on certificates of several courses or days, among those that `only` hold."""
    among = _TWICE if only is None else _CERTIFICATES_OF + kept.among(only)
    found = reader.rows(_SHARED.format(among=among))
    return frozenset(Sha256(copy) for (copy,) in found if copy is not None)


def _of_districts(
    assignments: Iterable[Assignment], contracts: Mapping[DistrictId, list[Contract]]
) -> tuple[Contract, ...]:
    districts = dict.fromkeys(each.district for each in assignments)
    return tuple(each for district in districts for each in contracts.get(district, ()))


def _held(shared: frozenset[Sha256], certificates: Iterable[Certificate]) -> frozenset[Sha256]:
    if not shared:
        return shared
    return shared.intersection(each.copy for each in certificates if each.copy is not None)

"""What the pictures show of the officers of an overview: training by district, substitute days."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sro_desk.domain.calendar import school_year_of
from sro_desk.domain.codes import Role
from sro_desk.domain.exports.pictures.shares import DistrictShare, served_by, shares
from sro_desk.domain.exports.pictures.substitutes import SubstituteYear, nearest_first
from sro_desk.domain.law import Law
from sro_desk.domain.names import search_key
from sro_desk.domain.records import (
    Assignment,
    ContactDay,
    DistrictId,
    Officer,
    OfficerId,
    OfficerRecord,
)
from sro_desk.services import agency_facts, kept, loading, school_years
from sro_desk.services.findings import OverviewRow
from sro_desk.services.reports import year_log
from sro_desk.services.year_words import year_title
from sro_desk.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The values of both pictures, as of a day."""

    on: date
    school_year: str  # "School year 2026–27"
    shares: tuple[DistrictShare, ...]
    substitutes: tuple[SubstituteYear, ...]


def of(
    db: Database, rows: Iterable[OverviewRow], on: date, *, district: DistrictId | None = None
) -> Pictures:
    """The pictures of the officers in `rows`, an overview as of `on`.

    With `district`, of that one alone; a substitute's days elsewhere count all the same.
    """
    with kept.no_collecting():
        return _of(db, tuple(rows), on, district)


def _of(
    db: Database, shown: tuple[OverviewRow, ...], on: date, district: DistrictId | None
) -> Pictures:
    with db.plain() as reader:
        law = agency_facts.law_of(reader)
        names = loading.district_labels(reader)
        assignments, days = loading.service(reader)
    served = (
        each
        for row in shown
        for each in served_by(
            row.officer.id, assignments.get(row.officer.id, ()), row.finding.status, on
        )
        if district is None or each.district == district
    )
    year = school_year_of(on, begins_month=law.school_year_begins_month)
    found = _substitutes(shown, assignments, days, names, law, year, on)
    return Pictures(
        on=on,
        school_year=year_title(year),
        shares=shares(served, names),
        substitutes=nearest_first(
            each for each, places in found if district is None or district in places
        ),
    )


def _substitutes(
    rows: Iterable[OverviewRow],
    assignments: Mapping[OfficerId, list[Assignment]],
    days: Mapping[OfficerId, list[ContactDay]],
    names: Mapping[DistrictId, tuple[str, str]],
    law: Law,
    year: int,
    on: date,
) -> Iterator[tuple[SubstituteYear, tuple[DistrictId, ...]]]:
    """Each with the districts served as a substitute in the school year."""
    labels = {each: label for each, (label, _) in names.items()}
    for officer in sorted((row.officer for row in rows), key=_as_filed):
        assigned = assignments.get(officer.id, ())
        if not any(each.role is Role.SUBSTITUTE for each in assigned):
            continue
        record = OfficerRecord(
            officer=officer,
            assignments=tuple(assigned),
            contact_days=tuple(days.get(officer.id, ())),
        )
        shown = school_years.of_record(record, year, on, law=law, labels=labels, schools={})
        if places := shown.served_at:
            year_of = SubstituteYear(
                officer=officer.id,
                name=officer.name,
                log=year_log.of_year(shown),
            )
            yield year_of, places


def _as_filed(officer: Officer) -> tuple[str, int]:
    return search_key(officer.sort_name), officer.id

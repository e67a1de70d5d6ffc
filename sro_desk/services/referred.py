"""What other records refer to by number or hash: districts, schools and stored copies."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from sro_desk.domain.records import (
    Copy,
    District,
    DistrictId,
    OfficerRecord,
    School,
    SchoolId,
    Sha256,
)
from sro_desk.storage.tables import CopyRow, DistrictRow, SchoolRow


def districts_of(session: Session, record: OfficerRecord) -> Mapping[DistrictId, District]:
    """The districts of the officer's assignments."""
    ids = {assignment.district for assignment in record.assignments}
    found = session.scalars(select(DistrictRow).where(DistrictRow.id.in_(ids)))
    return {DistrictId(row.id): row.to_domain() for row in found}


def schools_of(session: Session, record: OfficerRecord) -> Mapping[SchoolId, School]:
    """The schools of the officer's assignments."""
    ids = {each.school for each in record.assignments if each.school is not None}
    found = session.scalars(select(SchoolRow).where(SchoolRow.id.in_(ids)))
    return {SchoolId(row.id): row.to_domain() for row in found}


def copies_by_hash(session: Session, hashes: Iterable[Sha256 | None]) -> Mapping[Sha256, Copy]:
    """What is known of stored files, without their bytes."""
    wanted = {sha256 for sha256 in hashes if sha256 is not None}
    found = session.scalars(select(CopyRow).where(CopyRow.sha256.in_(wanted)))
    return {Sha256(row.sha256): row.to_domain() for row in found}

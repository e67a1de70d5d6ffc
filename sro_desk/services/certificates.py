"""Certificates and the copies that V.E asks for."""

from datetime import date
from typing import NamedTuple

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.records import CertificateId, CourseId, DistrictId, OfficerId, Sha256


class CertificateLine(NamedTuple):
    """One certificate as the list of all of them shows it; a tuple, for there are many."""

    id: CertificateId
    officer: OfficerId
    officer_name: str
    officer_sort_name: str
    course: CourseId
    course_title: str
    course_kind: CourseKind
    completed_on: date
    issued_on: date | None
    number: str
    copy: Sha256 | None
    copy_name: str  # the file's original name; "" without a copy
    voided: str | None  # the reason; None while it counts
    districts: tuple[str, ...]  # short labels of the officer's districts
    district_ids: tuple[DistrictId, ...]
    search: str  # compare with `names.search_key(typed)`

"""Which certificates the choices above the list let through."""

from datetime import date

import pytest

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.records import CertificateId, CourseId, DistrictId, OfficerId, Sha256
from sro_desk.services.certificates import CertificateLine
from sro_desk.ui.models.certificate_filter import CertificateFilter

LINE = CertificateLine(
    id=CertificateId(1),
    officer=OfficerId(1),
    officer_name="Erik Olson",
    officer_sort_name="Olson, Erik",
    course=CourseId(1),
    course_title="School Resource Officer Training",
    course_kind=CourseKind.MANDATED,
    completed_on=date(2026, 8, 20),
    issued_on=None,
    number="A-17",
    copy=Sha256("0" * 64),
    copy_name="scan.pdf",
    voided=None,
    districts=("ISD 0196", "ISD 0625"),
    district_ids=(DistrictId(1), DistrictId(2)),
    search="erik olson",
    officer_place=0,
    number_place=0,
)
WITHOUT_COPY = LINE._replace(copy=None, copy_name="")
VOIDED = LINE._replace(voided="Entered twice")


def passes(line, **chosen):
    return all(test(line) for test in CertificateFilter(**chosen).tests())


@pytest.mark.parametrize(
    ("line", "chosen", "expected"),
    [
        (LINE, {}, True),
        (VOIDED, {}, False),
        (VOIDED, {"voided": True}, True),
        (LINE, {"voided": True}, True),
        (LINE, {"missing_copy": True}, False),
        (WITHOUT_COPY, {"missing_copy": True}, True),
        (LINE, {"kind": CourseKind.MANDATED}, True),
        (LINE, {"kind": CourseKind.BASIC}, False),
        (LINE, {"district": DistrictId(2)}, True),
        (LINE, {"district": DistrictId(3)}, False),
        (LINE._replace(district_ids=()), {"district": DistrictId(1)}, False),
        (LINE, {"completed_from": date(2026, 8, 20)}, True),
        (LINE, {"completed_from": date(2026, 8, 21)}, False),
        (LINE, {"completed_to": date(2026, 8, 20)}, True),
        (LINE, {"completed_to": date(2026, 8, 19)}, False),
        (LINE, {"completed_from": date(2026, 9, 1), "completed_to": date(2026, 8, 1)}, False),
        (LINE, {"kind": CourseKind.MANDATED, "missing_copy": True}, False),
        (VOIDED, {"kind": CourseKind.MANDATED, "district": DistrictId(1)}, False),
    ],
)
def test_a_line_passes(line, chosen, expected):
    assert passes(line, **chosen) is expected


@pytest.mark.parametrize(
    ("chosen", "narrows", "tests"),
    [
        ({}, False, 1),
        ({"voided": True}, False, 0),
        ({"voided": True, "missing_copy": True}, True, 1),
        ({"kind": CourseKind.OTHER}, True, 2),
        ({"completed_to": date(2026, 8, 20), "completed_from": date(2026, 8, 20)}, True, 3),
    ],
    ids=["at first", "voided too", "copies missing", "a kind", "one day"],
)
def test_only_the_tests_that_are_needed_are_made(chosen, narrows, tests):
    filtered = CertificateFilter(**chosen)
    assert filtered.narrows is narrows
    assert len(filtered.tests()) == tests

"""The dialogs to take pictures of, each filled from the records at hand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog

from sro_desk.domain.codes import CourseKind, Role, Status
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import Certificate, Course, PolicyRevision
from sro_desk.services import attaching, courses, districts, officers, policy
from sro_desk.services.districts import DistrictDetail
from sro_desk.services.officers import OfficerDetail
from sro_desk.services.records_file import Database
from sro_desk.services.sample_copies import mailed
from sro_desk.services.sample_people import Studied
from sro_desk.services.spreadsheets import templates
from sro_desk.ui.context import Context
from sro_desk.ui.dialogs.assignment import AssignmentDialog
from sro_desk.ui.dialogs.attach_copies import AttachCopiesDialog
from sro_desk.ui.dialogs.certificate import CertificateDialog
from sro_desk.ui.dialogs.contract import ContractDialog
from sro_desk.ui.dialogs.course import CourseDialog
from sro_desk.ui.dialogs.district import DistrictDialog
from sro_desk.ui.dialogs.import_sheet import ImportDialog
from sro_desk.ui.dialogs.inability import InabilityDialog
from sro_desk.ui.dialogs.officer import OfficerDialog
from sro_desk.ui.dialogs.policy_review import PolicyReviewDialog
from sro_desk.ui.dialogs.policy_revision import PolicyRevisionDialog
from sro_desk.ui.dialogs.school import SchoolDialog
from sro_desk.ui.dialogs.sheets import AboutDialog, KeysDialog, LawDialog
from sro_desk.ui.dialogs.void_reason import VoidReasonDialog

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The records that the dialogs show."""

    officer: OfficerDetail  # regular, with a certificate whose copy is on file
    certificate: Certificate  # of that officer
    substitute: OfficerDetail  # the one with the most contact days
    waiting: OfficerDetail  # with an inability record
    district: DistrictDetail  # with a contract and schools
    course: Course
    revision: PolicyRevision
    scan: Path  # a certificate to be entered, as its provider mailed it
    copies: Path  # a folder with copies of certificates that lack one
    spreadsheet: Path  # with a sheet for each kind of table


DIALOGS: Mapping[str, Callable[[Context, Cast], QDialog]] = {
    "new-officer": lambda context, _: OfficerDialog(context),
    "change-officer": lambda context, cast: OfficerDialog(context, cast.officer.officer),
    "new-certificate": lambda context, cast: CertificateDialog(context, path=cast.scan),
    "change-certificate": lambda context, cast: CertificateDialog(
        context, certificate=cast.certificate.id
    ),
    "attach-copies": lambda context, cast: AttachCopiesDialog(context, cast.copies),
    "assignment": lambda context, cast: AssignmentDialog(
        context, cast.officer.officer, cast.officer.record.assignments[0]
    ),
    "policy-review": lambda context, cast: PolicyReviewDialog(context, cast.officer.officer),
    "inability-record": lambda context, cast: InabilityDialog(
        context, cast.waiting.officer, cast.waiting.record.inability_records[0]
    ),
    "new-district": lambda context, _: DistrictDialog(context),
    "change-district": lambda context, cast: DistrictDialog(context, cast.district.district),
    "school": lambda context, cast: SchoolDialog(
        context, cast.district.district, cast.district.schools[0]
    ),
    "contract": lambda context, cast: ContractDialog(
        context, cast.district.district, cast.district.contracts[0]
    ),
    "course": lambda context, cast: CourseDialog(context, cast.course),
    "policy-revision": lambda context, cast: PolicyRevisionDialog(context, cast.revision),
    "import": lambda context, cast: ImportDialog(context, cast.spreadsheet),
    "import-one-sheet": lambda context, _: ImportDialog(context, templates.sheet_of_example()),
    "void": lambda context, _: VoidReasonDialog(context, "certificate"),
    "keys": lambda *_: KeysDialog(),
    "law": lambda *_: LawDialog(),
    "about": lambda *_: AboutDialog(),
}


def cast(db: Database, on: date, folder: Path) -> Cast:
    """Choose the records; SroDeskError where the file does not have one of each."""
    people = [officers.detail(db, each.id, on) for each in officers.all_officers(db)]
    places = [districts.detail(db, each.district.id, on) for each in districts.all_districts(db)]
    officer = _first(people, lambda each: _certificate(each) is not None and _is_regular(each))
    certificate = _certificate(officer)
    if certificate is None or certificate.copy is None:
        raise _nothing_to_show()
    return Cast(
        officer=officer,
        certificate=certificate,
        substitute=max(people, key=_contact_days),
        waiting=_first(people, lambda each: bool(each.record.inability_records)),
        district=_first(places, lambda each: bool(each.contracts and each.schools)),
        course=_first(courses.all_courses(db), lambda each: each.kind is CourseKind.MANDATED),
        revision=_first(policy.all_revisions(db), lambda _: True),
        scan=_mailed(_first(people, _is_due), on, folder),
        copies=_copies(db, people, folder / "copies"),
        spreadsheet=templates.workbook(templates.EXAMPLE),
    )


def _mailed(detail: OfficerDetail, on: date, folder: Path) -> Path:
    officer, day = detail.officer, on - timedelta(days=6)
    scan = mailed(Studied.MANDATED, day, officer.name, officer.badge)
    path = folder / scan.original_name
    path.write_bytes(scan.content)
    return path


def _copies(db: Database, people: Iterable[OfficerDetail], folder: Path) -> Path:
    """A file for each certificate without a copy, and one that belongs nowhere."""
    folder.mkdir()
    badges = {each.officer.id: each.officer.badge for each in people}
    studied = {each.value: each for each in Studied}
    for lacking in attaching.lacking(db):
        course = studied.get(lacking.course)
        if course is not None:
            badge = badges[lacking.officer]
            scan = mailed(course, lacking.completed_on, lacking.officer_name, badge)
            (folder / scan.original_name).write_bytes(scan.content)
    stranger = mailed(Studied.CRISIS, date(2024, 5, 17), "Somebody Else", "1")
    (folder / "scan0042.pdf").write_bytes(stranger.content)
    return folder


def _is_due(detail: OfficerDetail) -> bool:
    return detail.finding.status is Status.DUE


def _certificate(detail: OfficerDetail) -> Certificate | None:
    held = (each for each in detail.record.certificates if each.copy and each.voided is None)
    return next(held, None)


def _contact_days(detail: OfficerDetail) -> int:
    days = detail.finding.contact_days
    return 0 if days is None else days.total


def _is_regular(detail: OfficerDetail) -> bool:
    return any(each.role is Role.REGULAR for each in detail.record.assignments)


def _first(rows: Iterable[T], wanted: Callable[[T], bool]) -> T:
    for row in rows:
        if wanted(row):
            return row
    raise _nothing_to_show()


def _nothing_to_show() -> SroDeskError:
    return SroDeskError(
        "There is not one of every record in this file, so its dialogs cannot all be shown. "
        "Make the sample anew with `sro-desk demo`."
    )

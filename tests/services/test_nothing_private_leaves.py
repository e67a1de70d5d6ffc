"""Forty canaries in private fields, and in what is withheld or voided: none is in what leaves."""

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from sro_desk.domain.changes import Actor
from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    ContractDraft,
    DistrictDraft,
    InabilityRecordDraft,
    OfficerDraft,
    PolicyReviewDraft,
    PolicyRevisionDraft,
    SchoolDraft,
)
from sro_desk.domain.records import Settings
from sro_desk.domain.reports import KINDS, Asked, Option, ReportName
from sro_desk.services import (
    agency,
    assignments,
    certificates,
    contact_days,
    courses,
    districts,
    inability,
    officers,
    policy,
)
from sro_desk.services.deadline_calendar import deadline_calendar
from sro_desk.services.reports import making
from sro_desk.services.spreadsheets import exporting
from tests.services.conftest import TODAY, scan_of

_PUBLIC = "Mai Vang"


@dataclass
class _Cage:
    """Hands out canaries, each a word of its own that occurs nowhere else."""

    birds: dict[str, str] = field(default_factory=dict)

    def __call__(self, where: str) -> str:
        bird = f"zq{len(self.birds):02}canary{len(self.birds) * 7919 % 1000:03}"
        self.birds[bird] = where
        return bird

    def escaped(self, outside: str) -> list[str]:
        """Where those came from that are in the text."""
        folded = outside.casefold()
        return [where for bird, where in self.birds.items() if bird in folded]


@pytest.fixture
def actor() -> Actor:
    return Actor(account="zz-account-canary", host="zz-host-canary")


@pytest.fixture
def cage() -> _Cage:
    return _Cage()


@pytest.fixture
def full(db, actor, district, contract, cage):
    """An officer who may be shown, one withheld, one voided, all of them full of canaries."""
    shown = officers.add(db, _officer(cage, "shown", name=_PUBLIC, badge="88"), actor=actor)
    hidden = officers.add(
        db,
        _officer(
            cage, "withheld", name=f"Ann {cage('withheld name')}",
            badge=cage("withheld badge"), rank=cage("withheld rank"), title=cage("withheld title"),
            withheld=True,
        ),
        actor=actor,
    )  # fmt: skip
    gone = officers.add(
        db,
        _officer(
            cage, "voided", name=f"Bob {cage('voided name')}", badge=cage("voided badge"),
            rank=cage("voided rank"), title=cage("voided title"),
        ),
        actor=actor,
    )  # fmt: skip
    for officer, whose in ((shown, "shown"), (hidden, "withheld"), (gone, "voided")):
        _fill(db, actor, district, cage, officer, whose)
    officers.void(db, gone.id, cage("voiding reason of an officer"), actor=actor)
    _void_the_rest(db, actor, district, cage)
    chosen = Settings(second_backup_folder=f"/srv/{cage('backup folder')}")
    agency.change_settings(db, chosen, actor=actor)
    districts.attach_contract_copy(
        db, contract.id, scan_of(b"contract", f"{cage('name of the contract file')}.pdf"),
        actor=actor,
    )  # fmt: skip
    return shown, district


def test_there_are_forty(full, cage):
    assert full
    assert len(cage.birds) >= 40


@pytest.mark.parametrize("name", [name for name in making.MAKERS if KINDS[name].leaves])
@pytest.mark.parametrize("on", [date(2026, 9, 20), TODAY, date(2027, 6, 2)])
def test_no_canary_is_in_a_report(db, full, cage, name, on):
    officer, district = full
    for subject in _subjects(name, officer, district):
        made = making.make_alone(db, Asked(report=name, on=on, **subject), made_on=TODAY)
        outside = f"{made.file_name} {all_of_pdf(made.content)}"
        assert cage.escaped(outside) == []
        assert "zz-account-canary" not in outside
        assert "zz-host-canary" not in outside


def test_no_canary_is_in_the_tables(db, full, cage, tmp_path):
    assert full
    folder = tmp_path / "out"
    folder.mkdir()
    exporting.export(db, folder)
    outside = all_of_folder(folder)
    assert _PUBLIC in outside
    assert cage.escaped(outside) == []


def test_no_canary_is_in_the_calendar(db, full, cage):
    assert full
    content = deadline_calendar(db, on=TODAY, made_on=TODAY).decode()
    outside = content.replace("\r\n ", "")  # long lines are folded
    assert cage.escaped(outside) == []


def test_a_canary_in_a_public_field_is_found(db, full, actor, cage):
    """The trials above can fail: a name that may be shown is seen in each report of officers."""
    officer, district = full
    draft = OfficerDraft(name=f"Mai {cage('public name')}", badge="88")
    officers.change(db, officer.id, draft, actor=actor)
    for name in (ReportName.DISTRICT, ReportName.DEADLINES):
        for subject in _subjects(name, officer, district)[:1]:
            made = making.make_alone(db, Asked(report=name, on=TODAY, **subject), made_on=TODAY)
            assert cage.escaped(all_of_pdf(made.content)) == ["public name"]


def _officer(cage, whose: str, **public) -> OfficerDraft:
    return OfficerDraft(
        post_license=cage(f"licence {whose}"),
        work_phone=cage(f"phone {whose}"),
        work_email=f"{cage(f'e-mail {whose}')}@example.org",
        remarks=f"family {cage(f'remarks {whose}')}",
        **public,
    )


def _fill(db, actor, district, cage, officer, whose: str) -> None:
    """Private facts of every kind about an officer; public ones too where none may be told."""
    open_ = whose == "shown"
    number = "A-17" if open_ else cage(f"certificate number {whose}")
    course = next(each for each in courses.all_courses(db) if each.kind is CourseKind.MANDATED)
    served = assignments.add(
        db,
        AssignmentDraft(
            officer=officer.id, district=district.id, role=Role.SUBSTITUTE, assumed=date(2026, 9, 8)
        ),
        actor=actor,
    )
    evening = AssignmentDraft(
        officer=officer.id, district=district.id, role=Role.REGULAR,
        assumed=date(2026, 3, 2), ends_on=date(2026, 3, 6), meets_definition=False,
        definition_reason=cage(f"why not covered {whose}"),
    )  # fmt: skip
    assignments.add(db, evening, actor=actor)
    days = {date(2026, 9, 9): DayKind.SERVED, date(2026, 12, 3): DayKind.BOOKED}
    contact_days.set_days(db, served.id, days, actor=actor)
    certificates.add(
        db,
        CertificateDraft(
            officer=officer.id, course=course.id, completed_on=date(2026, 10, 2), number=number
        ),
        scan_of(f"copy of {whose}".encode(), f"{cage(f'file name {whose}')}.pdf"),
        actor=actor,
    )
    review = PolicyReviewDraft(
        officer=officer.id, reviewed_on=date(2026, 9, 1), note=cage(f"note of a review {whose}")
    )
    policy.add_review(db, review, actor=actor)
    inability.add(
        db,
        InabilityRecordDraft(
            officer=officer.id, recorded_on=date(2026, 9, 1),
            reason=cage(f"reason of inability {whose}"), signed_by=cage(f"signer {whose}"),
        ),
        actor=actor,
    )  # fmt: skip


def _void_the_rest(db, actor, district, cage) -> None:
    """One voided record of every other kind."""
    shown = officers.all_officers(db)
    draft = DistrictDraft(name=cage("voided district"), kind=DistrictKind.CHARTER)
    other = districts.add(db, draft, actor=actor)
    districts.void(db, other.id, cage("voiding reason of a district"), actor=actor)
    school = districts.add_school(
        db, SchoolDraft(district=district.id, name=cage("voided school")), actor=actor
    )
    districts.void_school(db, school.id, cage("voiding reason of a school"), actor=actor)
    term = ContractDraft(
        district=district.id, starts_on=date(2025, 7, 1), ends_on=date(2026, 6, 30)
    )
    contract = districts.add_contract(db, term, actor=actor)
    districts.void_contract(db, contract.id, cage("voiding reason of a contract"), actor=actor)
    revised = policy.add_revision(
        db,
        PolicyRevisionDraft(
            adopted_on=date(2026, 8, 2), title=cage("voided policy"), posted_at=cage("its place")
        ),
        actor=actor,
    )
    policy.void_revision(db, revised.id, cage("voiding reason of a policy"), actor=actor)
    course = next(each for each in courses.all_courses(db) if each.kind is CourseKind.MANDATED)
    mai = next(each for each in shown if each.name == _PUBLIC)
    wrong = certificates.add(
        db,
        CertificateDraft(
            officer=mai.id, course=course.id, completed_on=date(2026, 11, 2),
            number=cage("voided certificate number"),
        ),
        None,
        actor=actor,
    )  # fmt: skip
    certificates.void(db, wrong.id, cage("voiding reason of a certificate"), actor=actor)


def _subjects(name: ReportName, officer, district) -> list[dict[str, object]]:
    """What a report can be asked for, with everything it takes and with as little as it needs."""
    found = {
        Option.DISTRICT: district.id,
        Option.OFFICER: officer.id,
        Option.WITHIN: 3650,
        Option.SINCE: date(2026, 1, 1),
        Option.COPIES: False,  # whoever appends the copies looks through them first
        Option.DUTIES: True,
        Option.WITHHELD: False,
    }
    kind = KINDS[name]
    most = {option.value: found[option] for option in kind.needs | kind.takes}
    least = {option.value: found[option] for option in kind.needs}
    return [least, most]


def all_of_pdf(pdf: bytes) -> str:
    """Whatever a PDF holds: its text, its metadata, and each of its streams unpacked."""
    found = [pdf.decode("latin-1")]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found.append(repr(opened.trailer.Info))
        for each in opened.objects:
            found.append(repr(each))
            if isinstance(each, pikepdf.Stream):
                found.append(each.read_bytes().decode("latin-1"))
    with pypdfium2.PdfDocument(pdf) as read:
        found += [read[n].get_textpage().get_text_bounded() for n in range(len(read))]
    text = " ".join(found)
    # a word may be broken at a line's end, with or without a sign that says so
    return text + re.sub(r"[\s\xad\ufffe-]+", "", text)


def all_of_folder(folder: Path) -> str:
    """The names and contents of all files, archives unpacked."""
    found = []
    for path in sorted(folder.rglob("*")):
        found.append(path.name)
        if path.is_file():
            found += _all_of_file(path.name, path.read_bytes())
    return " ".join(found)


def _all_of_file(name: str, content: bytes) -> list[str]:
    if name.endswith(".pdf"):
        return [all_of_pdf(content)]
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return [content.decode("utf-8", "replace"), content.decode("utf-16", "replace")]
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for each in archive.namelist():
            found += [each, *_all_of_file(each, archive.read(each))]
    return found

"""What of the records reaches a report, and what never does."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Light, Role, Status
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    DistrictDraft,
    InabilityRecordDraft,
    OfficerDraft,
    PolicyReviewDraft,
    SchoolDraft,
)
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.names import district_label
from sro_desk.domain.records import DistrictId
from sro_desk.domain.reports import KINDS, Asked, Option, ReportName
from sro_desk.services import (
    assignments,
    certificates,
    contact_days,
    districts,
    inability,
    officers,
    policy,
)
from sro_desk.services.reports import deadlines as of_deadlines
from sro_desk.services.reports import district as of_district
from sro_desk.services.reports import making, naming
from tests.services.conftest import TODAY

CANARY = "canary7319"
DEADLINES = Asked(report=ReportName.DEADLINES, on=TODAY)


def summary_asked(district: DistrictId) -> Asked:
    return Asked(report=ReportName.DISTRICT, on=TODAY, district=district)


@pytest.fixture
def summary_of(db, district):
    def summary_of(on=TODAY, where=district):
        return of_district.facts(db, where.id, on=on, made_on=TODAY)

    return summary_of


def all_of(pdf: bytes) -> str:
    """Whatever a PDF holds: its text, its metadata, and each of its streams unpacked."""
    found = [pdf.decode("latin-1")]
    with pikepdf.open(BytesIO(pdf)) as opened:
        found.append(repr(opened.trailer.Info))
        for each in opened.objects:
            found.append(repr(each))
            if isinstance(each, pikepdf.Stream):
                found.append(each.read_bytes().decode("latin-1"))
    with pypdfium2.PdfDocument(pdf) as read:
        found += [read[n].get_textpage().get_text_bounded() for n in range(len(read))]
    return re.sub(r"\s+", " ", " ".join(found))


def both(db, district) -> list[bytes]:
    return [
        making.make_alone(db, asked, made_on=TODAY).content
        for asked in (summary_asked(district.id), DEADLINES)
    ]


def leaving(db, district) -> list[bytes]:
    """Each report that may leave the agency: of all, and of the district."""
    found = []
    for name in making.MAKERS:
        kind = KINDS[name]
        for chosen in (None, district.id):
            lacks = chosen is None and Option.DISTRICT in kind.needs
            if kind.leaves and not lacks:
                asked = Asked(report=name, on=TODAY, district=chosen)
                found.append(making.make_alone(db, asked, made_on=TODAY).content)
    return found


@pytest.mark.usefixtures("contract")
def test_public_facts_are_told(db, district, officer, assign, certify):
    assign(officer)
    certify(officer)
    summary, deadlines = map(all_of, both(db, district))
    for told in ("Erik Olson", "12", "Met", "V.A", "ISD 0196", "Oakdale Police Department"):
        assert told in summary
        assert told in deadlines
    assert "07/01/2026 to 06/30/2027" in summary
    assert db.head() in summary


@pytest.mark.usefixtures("contract")
def test_private_facts_never_leave(db, actor, district, assign, course_of):
    draft = OfficerDraft(
        name="Mai Vang",
        badge="88",
        post_license=f"{CANARY}license",
        work_phone=f"{CANARY}phone",
        work_email=f"{CANARY}@mail",
        remarks=f"{CANARY} remarks",
        sort_name=f"Vang, Mai {CANARY}",
    )
    mai = officers.add(db, draft, actor=actor)
    assign(mai, meets_definition=False, definition_reason=f"{CANARY} reason")
    inability.add(
        db,
        InabilityRecordDraft(
            officer=mai.id,
            recorded_on=date(2026, 9, 1),
            reason=f"{CANARY} reason",
            signed_by=f"{CANARY} signer",
        ),
        actor=actor,
    )
    review = PolicyReviewDraft(officer=mai.id, reviewed_on=date(2026, 9, 1), note=f"{CANARY} note")
    policy.add_review(db, review, actor=actor)
    course = course_of(CourseKind.MANDATED).id
    gone = CertificateDraft(
        officer=mai.id, course=course, completed_on=date(2026, 8, 1), number=f"{CANARY}number"
    )
    voided = certificates.add(db, gone, None, actor=actor)
    certificates.void(db, voided.id, f"{CANARY} voided", actor=actor)
    substituted = assign(mai, role=Role.SUBSTITUTE, assumed=date(2026, 9, 1))
    contact_days.set_days(db, substituted.id, {TODAY: DayKind.SERVED}, actor=actor)
    for pdf in both(db, district):
        assert "Mai Vang" in all_of(pdf)
    for pdf in leaving(db, district):
        assert CANARY not in all_of(pdf)


def test_an_assignment_that_is_not_covered_is_told_without_its_free_text(
    officer, assign, summary_of
):
    assign(officer, meets_definition=False, definition_reason=f"{CANARY} events")
    (line,) = summary_of().officers
    assert line.standing is Status.NOT_COVERED
    assert CANARY not in " ".join(line.why)


@pytest.mark.usefixtures("contract")
def test_withheld_officers_are_absent_from_names_and_counts(
    db, actor, district, officer, assign, certify
):
    draft = OfficerDraft(name="Secret Agentson", badge="007", withheld=True)
    hidden = officers.add(db, draft, actor=actor)
    assign(officer)
    assign(hidden, role=Role.SUBSTITUTE, assumed=date(2021, 8, 30))
    assign(hidden, assumed=date(2026, 9, 15))
    certify(hidden, kind=CourseKind.BASIC, completed=date(2020, 7, 17))
    assert "1 officer of" in all_of(both(db, district)[0])
    for told in map(all_of, leaving(db, district)):
        assert "Agentson" not in told
    facts = of_deadlines.facts(db, DEADLINES, made_on=TODAY)
    assert [line.name for line in facts.lines] == ["Erik Olson"]
    assert [each.serving for each in facts.shares] == [1]
    assert facts.substitutes == ()


def test_the_pictures_are_of_the_district_asked_for(db, actor, district, officer, assign):
    draft = DistrictDraft(name="Ely", kind=DistrictKind.INDEPENDENT, state_id="0696")
    ely = districts.add(db, draft, actor=actor)
    assign(officer, role=Role.SUBSTITUTE)
    assign(officers.add(db, OfficerDraft(name="Mai Vang"), actor=actor), district=ely.id)

    def pictured(**said):
        facts = of_deadlines.facts(db, replace(DEADLINES, **said), made_on=TODAY)
        return [each.label for each in facts.shares], [each.name for each in facts.substitutes]

    assert pictured() == (["ISD 0696", "ISD 0196"], ["Erik Olson"])
    assert pictured(district=district.id) == (["ISD 0196"], ["Erik Olson"])
    assert pictured(district=ely.id) == (["ISD 0696"], [])
    assert pictured(within=30) == ([], [])


def test_voided_records_are_as_if_never_made(db, actor, officer, assign, certify, summary_of):
    kept = assign(officer)
    for certificate in [certify(officer)]:
        certificates.void(db, certificate.id, "wrong officer", actor=actor)
    (line,) = summary_of().officers
    assert (line.standing, line.course, line.copy_on_file) == (Status.OVERDUE, "", None)
    assignments.void(db, kept.id, "wrong district", actor=actor)
    assert summary_of().officers == ()


def test_the_most_recent_qualifying_certificate_is_shown(officer, assign, certify, summary_of):
    assign(officer)
    certify(officer, completed=date(2026, 8, 20))
    certify(officer, completed=date(2026, 9, 20), scan=None)
    certify(officer, kind=CourseKind.OTHER, completed=date(2026, 10, 1))
    (line,) = summary_of().officers
    assert line.completed_on == date(2026, 9, 20)
    assert line.copy_on_file is False
    assert line.light is Light.RED
    (earlier,) = summary_of(on=date(2026, 9, 19)).officers
    assert earlier.completed_on == date(2026, 8, 20)
    assert earlier.copy_on_file is True


def test_a_basic_does_not_pass_for_the_training(officer, assign, certify, summary_of):
    assign(officer, assumed=date(2021, 8, 30))
    certify(officer, kind=CourseKind.BASIC, completed=date(2020, 7, 17))
    (line,) = summary_of().officers
    assert (line.paragraph, line.standing, line.course) == ("V.B", Status.DUE, "")
    certify(officer, kind=CourseKind.SUPPLEMENTAL, completed=date(2026, 10, 2))
    (line,) = summary_of().officers
    assert line.completed_on == date(2026, 10, 2)


def test_those_who_left_are_not_listed_and_those_to_come_are(db, actor, assign, summary_of):
    left, serves, comes = (
        officers.add(db, OfficerDraft(name=name), actor=actor)
        for name in ("Left", "Serves", "Appears")
    )
    assign(left, ends_on=date(2026, 11, 23))
    assign(serves, ends_on=TODAY)
    assign(comes, assumed=date(2027, 1, 4))
    assert [line.name for line in summary_of().officers] == ["Appears", "Serves"]


def test_sites_and_dates_of_several_assignments(db, actor, district, officer, assign, summary_of):
    schools = [
        districts.add_school(db, SchoolDraft(district=district.id, name=name), actor=actor)
        for name in ("Eagan High", "Apple Valley High")
    ]
    assign(officer, school=schools[0].id, ends_on=date(2027, 6, 1))
    assign(officer, school=schools[1].id, assumed=date(2026, 10, 1), ends_on=date(2027, 6, 9))
    facts = summary_of()
    (line,) = facts.officers
    assert facts.sites == ("Apple Valley High", "Eagan High")
    assert line.sites == ("Eagan High", "Apple Valley High")
    assert (line.assumed, line.ends_on) == (date(2026, 9, 14), date(2027, 6, 9))


def test_duties_are_uncovered_never_forbidden(officer, assign, summary_of):
    assign(officer, role=Role.SUBSTITUTE, booked_days=22)
    (line,) = summary_of().officers
    assert "not required to perform" in line.uncovered_duties
    assert not any("tell the district" in sentence for sentence in line.why)


@pytest.mark.usefixtures("contract")
def test_a_district_is_not_told_of_another_s_contract(
    db, actor, officer, assign, certify, summary_of
):
    charter = districts.add(
        db,
        DistrictDraft(name="City Academy", kind=DistrictKind.CHARTER, state_id="4000"),
        actor=actor,
    )
    assign(officer)
    certify(officer)
    elsewhere = AssignmentDraft(
        officer=officer.id, district=charter.id, role=Role.REGULAR, assumed=date(2026, 9, 14)
    )
    assignments.add(db, elsewhere, actor=actor)
    (here,) = summary_of().officers
    (there,) = summary_of(where=charter).officers
    assert (here.missing, here.light) == ((), Light.GREEN)
    assert there.missing == ("No contract with the district on file",)


def test_an_unknown_district(db):
    with pytest.raises(SroDeskError):
        making.make_alone(db, summary_asked(DistrictId(99)), made_on=TODAY)


@pytest.mark.parametrize(
    ("name", "kind", "number", "expected"),
    [
        ("Rosemount", DistrictKind.INDEPENDENT, "0196", "ISD 0196"),
        ("Minneapolis", DistrictKind.SPECIAL, "1", "SSD 1"),
        ("City Academy", DistrictKind.CHARTER, "4007", "Charter 4007"),
        ("A/B: the “new” <school>? ", DistrictKind.CHARTER, "", "A-B- the “new” -school-"),
        ("...", DistrictKind.CHARTER, "", "District"),
        ("N" * 300, DistrictKind.COOPERATIVE, "", "N" * 80),
    ],
)
def test_file_names_suit_windows(name, kind, number, expected):
    saved = naming.of_district(district_label(name, kind, number), "SRO certificates", TODAY)
    assert saved == f"{expected} SRO certificates 2026-11-24.pdf"


def listed(db, **asked):
    chosen = Asked(report=ReportName.DEADLINES, on=TODAY, **asked)
    facts = of_deadlines.facts(db, chosen, made_on=TODAY)
    return [line.name for line in facts.lines]


def test_deadlines_within_days_and_what_is_overdue(db, actor, assign, certify):
    def officer_at(name, **said):
        added = officers.add(db, OfficerDraft(name=name), actor=actor)
        assign(added, **said)
        return added

    officer_at("Overdue")
    officer_at("Next week", assumed=date(2026, 12, 2))  # by December 1: 7 days
    officer_at("A week and a day", assumed=date(2026, 12, 3))
    certify(officer_at("Met"))
    assert listed(db, within=7) == ["Overdue", "Next week"]
    assert listed(db, within=6) == ["Overdue"]
    assert listed(db, within=8) == ["Overdue", "Next week", "A week and a day"]
    assert sorted(listed(db)) == ["A week and a day", "Met", "Next week", "Overdue"]


def test_deadlines_of_one_district(db, actor, district, officer, assign, certify):
    draft = DistrictDraft(name="City Academy", kind=DistrictKind.CHARTER, state_id="4000")
    charter = districts.add(db, draft, actor=actor)
    assign(officer)
    certify(officer)
    elsewhere, left = (
        officers.add(db, OfficerDraft(name=name), actor=actor) for name in ("Elsewhere", "Left")
    )
    assign(elsewhere, district=charter.id)
    assign(left, ends_on=date(2026, 11, 23))
    assign(left, district=charter.id, assumed=date(2026, 11, 24))
    assert listed(db, district=district.id) == ["Erik Olson"]
    assert sorted(listed(db, district=charter.id)) == ["Elsewhere", "Left"]
    asked = Asked(report=ReportName.DEADLINES, on=TODAY, district=district.id, within=90)
    made = making.make_alone(db, asked, made_on=TODAY)
    assert made.file_name == "ISD 0196 SRO training deadlines within 90 days 2026-11-24.pdf"
    assert "overdue or due within 90 days" in all_of(made.content)
    with pytest.raises(SroDeskError):
        listed(db, district=DistrictId(99))


@pytest.mark.usefixtures("contract")
def test_deadlines_of_a_district_tell_nothing_of_another_s_contract(
    db, actor, district, officer, assign, certify
):
    draft = DistrictDraft(name="City Academy", kind=DistrictKind.CHARTER, state_id="4000")
    charter = districts.add(db, draft, actor=actor)
    assign(officer)
    assign(officer, district=charter.id)
    certify(officer)
    here, there, all_of_them = (
        of_deadlines.facts(
            db, Asked(report=ReportName.DEADLINES, on=TODAY, district=chosen), made_on=TODAY
        ).lines[0]
        for chosen in (district.id, charter.id, None)
    )
    assert (here.missing, here.light) == ((), Light.GREEN)
    assert there.missing == all_of_them.missing == ("No contract with the district on file",)

"""What is filled in on the forms that are signed by hand."""

from datetime import date

import pytest

from sro_desk.domain.codes import CourseKind, DayKind, Role
from sro_desk.domain.drafts import InabilityRecordDraft, OfficerDraft, PolicyRevisionDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import OfficerId
from sro_desk.domain.reports import KINDS, Asked, ReportName
from sro_desk.services import contact_days, findings, inability, officers, policy
from sro_desk.services.reports import acknowledgement as of_acknowledgement
from sro_desk.services.reports import inability as of_inability
from sro_desk.services.reports import making
from tests.services.conftest import TODAY
from tests.services.test_reports import CANARY, all_of

FORMS = (ReportName.ACKNOWLEDGEMENT, ReportName.INABILITY)


@pytest.fixture
def acknowledged(db):
    def acknowledged(officer=None, on=TODAY):
        asked = Asked(report=ReportName.ACKNOWLEDGEMENT, on=on, officer=officer and officer.id)
        return of_acknowledgement.facts(db, asked, made_on=TODAY)

    return acknowledged


@pytest.fixture
def unable(db):
    def unable(officer=None, on=TODAY):
        asked = Asked(report=ReportName.INABILITY, on=on, officer=officer and officer.id)
        return of_inability.facts(db, asked, made_on=TODAY)

    return unable


@pytest.fixture
def record_inability(db, actor):
    def record_inability(officer, **said):
        facts = {"recorded_on": date(2026, 1, 2), "reason": "Full.", "signed_by": "", **said}
        return inability.add(db, InabilityRecordDraft(officer=officer.id, **facts), actor=actor)

    return record_inability


def test_the_policy_as_of_the_day(db, actor, acknowledged):
    assert acknowledged().adopted_on is None
    for on, title in ((date(2025, 10, 6), "Policy 412"), (date(2026, 7, 27), "Policy 412 rev.")):
        draft = PolicyRevisionDraft(adopted_on=on, title=title, posted_at="Intranet")
        policy.add_revision(db, draft, actor=actor)
    now, before = acknowledged(), acknowledged(on=date(2026, 7, 26))
    assert (now.policy, now.revised_on) == ("Policy 412 rev.", date(2026, 7, 27))
    assert (before.policy, before.revised_on) == ("Policy 412", None)
    assert now.adopted_on == before.adopted_on == date(2025, 10, 6)
    assert now.signer is None


@pytest.mark.parametrize(
    ("role", "unable_to", "paragraph"),
    [
        (Role.SUBSTITUTE, False, "V.D"),
        (Role.REGULAR, True, "V.C"),
        (Role.REGULAR, False, ""),
    ],
)
def test_the_paragraph_that_asks_for_a_review(
    officer, assign, record_inability, acknowledged, role, unable_to, paragraph
):
    assign(officer, role=role)
    if unable_to:
        record_inability(officer)
    found = acknowledged(officer)
    assert found.paragraph == paragraph
    assert (found.signer.name, found.signer.assumed) == ("Erik Olson", date(2026, 9, 14))
    assert found.signer.districts == ("ISD 0196",)


def test_the_end_of_the_months_before_anything_is_recorded(officer, assign, unable):
    assign(officer, assumed=date(2026, 1, 4))
    found = unable(officer)
    assert (found.nominal, found.legal) == (date(2026, 7, 4), date(2026, 7, 6))
    assert found.arithmetic[0].startswith("V.C: assumed 2026-01-04; six months = Sat 2026-07-04")
    assert (found.reason, found.recorded_on, found.note) == ("", None, "")


def test_what_is_recorded_is_printed_and_agrees_with_the_finding(
    db, officer, assign, record_inability, unable
):
    assign(officer, assumed=date(2026, 1, 4))
    record_inability(officer)
    found = unable(officer)
    (row,) = findings.overview(db, TODAY).rows
    assert row.finding.paragraph == "V.C"
    assert (found.nominal, found.legal) == row.finding.deadline
    assert (found.reason, found.recorded_on) == ("Full.", date(2026, 1, 2))


def test_the_months_do_not_renew(officer, assign, unable):
    assign(officer, assumed=date(2026, 1, 5), ends_on=date(2026, 5, 29))
    assign(officer)
    found = unable(officer)
    assert found.nominal == date(2026, 7, 5)
    assert "do not renew" in " ".join(found.arithmetic)


def test_a_substitute_s_months_run_from_the_first_day(db, actor, officer, assign, unable):
    given = assign(officer, role=Role.SUBSTITUTE, assumed=date(2026, 9, 1))
    assert "V.D exempts the officer" in unable(officer).note
    days = {date(2026, 9, 1 + n): DayKind.SERVED for n in range(30)}
    days |= {date(2026, 10, 1 + n): DayKind.SERVED for n in range(30)}
    contact_days.set_days(db, given.id, days, actor=actor)
    found = unable(officer)
    assert (found.nominal, found.note) == (date(2027, 3, 1), "")


def test_why_no_record_is_needed(officer, assign, certify, unable):
    assert "assign the officer first" in unable(officer).note
    assign(officer, assumed=date(2021, 8, 30), ends_on=date(2026, 11, 30))
    assert "before the mandate began" in unable(officer).note
    certify(officer, kind=CourseKind.BASIC, completed=date(2020, 7, 17))
    assert "V.B governs the officer" in unable(officer).note
    certify(officer, kind=CourseKind.MANDATED)
    assert "has completed the training" in unable(officer).note
    assert "ended 11/30/2026" in unable(officer, on=date(2026, 12, 1)).note


@pytest.mark.parametrize("form", FORMS)
def test_forms_stay_with_the_agency_and_name_themselves(db, officer, form):
    assert not KINDS[form].leaves
    blank = making.make_alone(db, Asked(report=form, on=TODAY), made_on=TODAY)
    named = making.make_alone(db, Asked(report=form, on=TODAY, officer=officer.id), made_on=TODAY)
    assert blank.file_name.endswith(" form 2026-11-24.pdf")
    assert named.file_name.startswith("Olson, Erik SRO ")
    with pytest.raises(SroDeskError):
        making.make_alone(db, Asked(report=form, on=TODAY, officer=OfficerId(99)), made_on=TODAY)


@pytest.mark.parametrize("form", FORMS)
def test_forms_hold_nothing_private_but_the_reason(db, actor, assign, record_inability, form):
    draft = OfficerDraft(
        name="Mai Vang",
        post_license=f"{CANARY}license",
        work_phone=f"{CANARY}phone",
        work_email=f"{CANARY}@mail",
        remarks=f"{CANARY} remarks",
    )
    mai = officers.add(db, draft, actor=actor)
    assign(mai)
    record_inability(mai, reason="Told on the form.", signed_by=f"{CANARY} signer")
    asked = Asked(report=form, on=TODAY, officer=mai.id)
    told = all_of(making.make_alone(db, asked, made_on=TODAY).content)
    assert CANARY not in told
    assert ("Told on the form." in told) == (form is ReportName.INABILITY)

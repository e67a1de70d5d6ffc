"""What is gathered for an officer's page: of one officer, or of all with one question."""

from datetime import date, timedelta

import pytest

from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role, Status
from sro_desk.domain.drafts import (
    DistrictDraft,
    InabilityRecordDraft,
    OfficerDraft,
    PolicyReviewDraft,
)
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.evaluate import evaluate
from sro_desk.domain.records import OfficerId
from sro_desk.domain.reports import KINDS, Asked, ReportName
from sro_desk.domain.sentences import why
from sro_desk.services import (
    certificates,
    contact_days,
    districts,
    findings,
    inability,
    loading,
    officers,
    policy,
    school_years,
)
from sro_desk.services.reports import making
from sro_desk.services.reports import officer as of_officer
from tests.services.conftest import TODAY
from tests.services.test_reports import CANARY, all_of


@pytest.fixture
def page_of(db):
    return lambda officer, on=TODAY: of_officer.facts(db, officer.id, on=on, made_on=TODAY).officer


def test_facts_are_those_of_the_finding(db, officer, assign, certify, page_of):
    assign(officer, assumed=date(2021, 8, 30))
    certify(officer, kind=CourseKind.BASIC, completed=date(2020, 7, 17))
    certify(officer, kind=CourseKind.SUPPLEMENTAL, completed=date(2026, 10, 2), scan=None)
    page = page_of(officer)
    (row,) = findings.overview(db, TODAY).rows
    assert page.standing is row.finding.status is Status.MET
    assert page.why == why(row.finding.why)
    assert (page.nominal, page.legal) == (date(2027, 5, 31), date(2027, 5, 31))
    assert page.serving == ("ISD 0196",)
    newest, oldest = page.certificates
    assert (newest.kind, newest.copy_on_file) == ("Supplemental course", False)
    assert (oldest.kind, oldest.copy_on_file) == ("Basic course", True)


def test_private_words_are_there_but_for_remarks(db, actor, assign, page_of):
    draft = OfficerDraft(
        name="Mai Vang",
        post_license="PL-7",
        work_phone=f"{CANARY}phone",
        work_email=f"{CANARY}@mail",
        remarks=f"{CANARY} remarks",
    )
    mai = officers.add(db, draft, actor=actor)
    assign(mai)
    reason = InabilityRecordDraft(
        officer=mai.id, recorded_on=date(2026, 9, 1), reason="Class full.", signed_by="The chief"
    )
    inability.add(db, reason, actor=actor)
    review = PolicyReviewDraft(officer=mai.id, reviewed_on=date(2026, 9, 1), note="At roll call")
    policy.add_review(db, review, actor=actor)
    page = page_of(mai)
    assert page.post_license == "PL-7"
    assert page.reviews[0].note == "At roll call"
    assert (page.inability[0].reason, page.inability[0].signed_by) == ("Class full.", "The chief")
    asked = Asked(report=ReportName.OFFICER, on=TODAY, officer=mai.id)
    made = making.make_alone(db, asked, made_on=TODAY)
    assert "Class full." in all_of(made.content)
    assert CANARY not in all_of(made.content)
    assert made.file_name == "Vang, Mai SRO training 2026-11-24.pdf"
    assert not KINDS[ReportName.OFFICER].leaves


def test_earlier_periods_keep_their_outcome(officer, assign, certify, page_of):
    assign(officer, role=Role.SUBSTITUTE, assumed=date(2026, 1, 5), ends_on=date(2026, 5, 29))
    assign(officer)
    certify(officer)
    page = page_of(officer)
    (earlier,) = page.earlier
    assert (earlier.paragraph, earlier.standing) == ("V.D", Status.ENDED_EXEMPT)
    assert page.assumed == date(2026, 9, 14)
    assert [each.role for each in page.assignments] == ["Substitute", "Regular"]


def test_the_log_is_the_calendar_s(db, actor, officer, assign, page_of):
    given = assign(officer, role=Role.SUBSTITUTE, assumed=date(2026, 9, 1), booked_days=2)
    academy = DistrictDraft(name="City Academy", kind=DistrictKind.CHARTER, state_id="4000")
    uncovered = assign(
        officer,
        district=districts.add(db, academy, actor=actor).id,
        role=Role.SUBSTITUTE,
        assumed=date(2026, 9, 1),
        meets_definition=False,
        definition_reason="evening events",
    )
    served = {date(2026, 9, 8) + timedelta(days=7 * week): DayKind.SERVED for week in range(10)}
    booked = {date(2026, 12, day): DayKind.BOOKED for day in (1, 2, 3)}
    contact_days.set_days(db, given.id, served | booked, actor=actor)
    contact_days.set_days(db, uncovered.id, {date(2026, 10, 1): DayKind.SERVED}, actor=actor)
    log = page_of(officer).log
    shown = school_years.of_officer(db, officer.id, None, TODAY)
    assert (log.served, log.booked, log.undated, log.total) == (10, 3, 2, 15)
    assert log.total == shown.count.total
    assert log.projected_on == shown.projection.reached_on
    assert [day.on for day in log.days] == sorted(served | booked)
    assert {day.districts for day in log.days} == {("ISD 0196",)}


def test_no_log_for_who_never_substituted(officer, assign, page_of):
    assign(officer)
    assert page_of(officer).log is None


def test_what_is_voided_is_not_told(db, actor, officer, assign, certify, page_of):
    assign(officer)
    certificates.void(db, certify(officer).id, f"{CANARY} voided", actor=actor)
    assert page_of(officer).certificates == ()


def test_all_officers_of_one_question(db, actor, assign):
    for number in range(3):
        added = officers.add(db, OfficerDraft(name=f"Officer {number}"), actor=actor)
        assign(added)
    with db.read() as session:
        shared = of_officer.background(session)
        records = loading.records(session)
    found = [
        of_officer.facts_of(record, evaluate(record, shared.policy, shared.law, TODAY), shared)
        for record in records
    ]
    alone = [
        of_officer.facts(db, record.officer.id, on=TODAY, made_on=TODAY).officer
        for record in records
    ]
    assert found == alone


def test_no_such_officer_and_one_taken_off_the_roster(db, actor, officer, page_of):
    with pytest.raises(SroDeskError):
        of_officer.facts(db, OfficerId(99), on=TODAY, made_on=TODAY)
    officers.void(db, officer.id, "entered twice", actor=actor)
    with pytest.raises(SroDeskError):
        page_of(officer)

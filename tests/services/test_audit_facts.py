"""What is gathered for an audit binder: as of a day, for whom, and of which days' ledger."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sro_desk.domain.codes import CourseKind, DayKind, Light, Role
from sro_desk.domain.drafts import (
    ContractDraft,
    OfficerDraft,
    PolicyReviewDraft,
    PolicyRevisionDraft,
)
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services import (
    agency,
    certificates,
    contact_days,
    districts,
    findings,
    officers,
    policy,
)
from sro_desk.services.reports import audit, making
from tests.services.conftest import TODAY, scan_of
from tests.services.test_reports import CANARY, all_of


@pytest.fixture
def binder_of(db):
    def binder_of(on=TODAY, **said):
        asked = Asked(report=ReportName.AUDIT, on=on, **said)
        return audit.facts(db, asked, made_on=TODAY)

    return binder_of


@pytest.fixture
def withheld(db, actor):
    draft = OfficerDraft(name="Mai Vang", badge="88", withheld=True)
    return officers.add(db, draft, actor=actor)


def pages(binder):
    return [officer.page for officer in binder.officers]


def test_officers_are_filed_and_found_as_everywhere(db, actor, officer, assign, binder_of):
    assign(officer)
    anna = officers.add(db, OfficerDraft(name="Anna Zurn"), actor=actor)
    officers.add(db, OfficerDraft(name="Zed Abbott"), actor=actor)
    assign(anna)
    binder = binder_of()
    assert [each.under for each in binder.officers] == ["Abbott, Zed", "Olson, Erik", "Zurn, Anna"]
    found = {row.officer.name: row.finding for row in findings.overview(db, TODAY).rows}
    for page in pages(binder):
        assert (page.standing, page.light) == (found[page.name].status, found[page.name].light)


@pytest.mark.usefixtures("at")
def test_who_is_withheld_is_counted_and_named_nowhere(
    db, actor, officer, withheld, assign, certify, binder_of
):
    serving = assign(withheld, role=Role.SUBSTITUTE)
    contact_days.set_days(db, serving.id, {TODAY: DayKind.SERVED}, actor=actor)
    certify(withheld)
    binder = binder_of()
    assert binder.left_out == 1
    assert [page.name for page in pages(binder)] == [officer.name]
    assert "Vang" not in repr(binder)
    told = [line.record for line in binder.ledger]
    assert {"Officer no. 2", "Assignment no. 1", "Certificate no. 1", "Contact day no. 1"} <= set(
        told
    )
    assert "Erik Olson" in told


@pytest.mark.usefixtures("at")
def test_who_is_withheld_is_named_where_that_is_asked_for(withheld, certify, binder_of):
    certify(withheld)
    binder = binder_of(withheld=True)
    assert (binder.left_out, binder.names_withheld) == (0, True)
    assert [page.name for page in pages(binder)] == ["Mai Vang"]
    assert any("Mai Vang's certificate" in line.record for line in binder.ledger)
    assert binder.copies[0].holders[0].whose == "Mai Vang"


def test_a_copy_shared_with_who_is_withheld_says_so(officer, withheld, certify, binder_of):
    shared = scan_of(b"one sheet of a class")
    certify(officer, scan=shared)
    certify(withheld, scan=shared)
    (copy,) = binder_of().copies
    assert copy.also_withheld
    assert [holder.whose for holder in copy.holders] == ["Erik Olson"]
    (copy,) = binder_of(withheld=True).copies
    assert not copy.also_withheld
    assert [holder.whose for holder in copy.holders] == ["Erik Olson", "Mai Vang"]


def test_what_is_dated_later_is_not_shown(db, actor, officer, assign, certify, binder_of):
    assign(officer, assumed=date(2026, 9, 14))
    certify(officer, completed=date(2026, 8, 20))
    for day in (date(2025, 10, 6), date(2026, 9, 1)):
        draft = PolicyRevisionDraft(adopted_on=day, title=f"of {day}", posted_at="Intranet")
        policy.add_revision(db, draft, actor=actor)
        policy.add_review(db, PolicyReviewDraft(officer=officer.id, reviewed_on=day), actor=actor)
    early, late = binder_of(date(2026, 8, 19)), binder_of(date(2026, 9, 1))
    assert [each.title for each in early.revisions] == ["of 2025-10-06"]
    assert [each.title for each in late.revisions] == ["of 2026-09-01", "of 2025-10-06"]
    assert [each.adoption for each in late.revisions] == [False, True]
    (before,), (after,) = pages(early), pages(late)
    assert (len(before.certificates), len(after.certificates)) == (0, 1)
    assert (len(before.reviews), len(after.reviews)) == (1, 2)
    assert (len(early.copies), len(late.copies)) == (0, 1)
    assert (before.status, after.status) == ("Due", "Met")
    assert before.assignments[0].assumed > early.provenance.on
    assert binder_of(date(2099, 1, 1)).officers == binder_of(date(2099, 1, 1)).officers


@pytest.mark.parametrize(
    ("since", "on", "shown"),
    [
        (date(2026, 9, 2), date(2026, 9, 2), ["09-02 00:00", "09-02 23:59"]),
        (date(2026, 9, 1), date(2026, 9, 1), ["09-01 23:59"]),
        (date(2026, 9, 3), date(2026, 9, 3), ["09-03 00:00"]),
        (date(2026, 9, 4), date(2026, 9, 30), []),
        (None, date(2026, 9, 2), ["09-01 23:59", "09-02 00:00", "09-02 23:59"]),
        (None, date(2027, 7, 1), []),
        (date.min, date.max, ["09-01 23:59", "09-02 00:00", "09-02 23:59", "09-03 00:00"]),
    ],
)
def test_the_ledger_s_first_and_last_day(db, actor, officer, at, binder_of, since, on, shown):
    midnight = datetime(2026, 9, 2, tzinfo=UTC)
    instant = timedelta(microseconds=1)
    for number, moment in enumerate(
        (
            midnight - instant,
            midnight,
            midnight + timedelta(days=1) - instant,
            midnight + timedelta(days=1),
        )
    ):
        at(moment)
        draft = OfficerDraft(name=officer.name, badge=str(number))
        officers.change(db, officer.id, draft, actor=actor)
    lines = binder_of(on, since=since).ledger
    found = [line for line in lines if line.done == "Changed"]
    assert [f"{line.at:%m-%d %H:%M}" for line in found] == shown
    assert all(line.fields == ("Badge",) for line in found)


def test_the_period_is_the_school_year_unless_asked(binder_of):
    assert binder_of(date(2026, 6, 30)).since == date(2025, 7, 1)
    assert binder_of(date(2026, 7, 1)).since == date(2026, 7, 1)
    assert binder_of(since=date(2026, 8, 1)).since == date(2026, 8, 1)
    with pytest.raises(SroDeskError, match="is after the as-of date, 11/24/2026"):
        binder_of(since=date(2026, 11, 25))


@pytest.mark.usefixtures("at")
def test_the_ledger_names_fields_and_not_what_they_held(db, actor, officer, certify, binder_of):
    draft = OfficerDraft(
        name=officer.name,
        post_license=f"{CANARY}license",
        work_phone=f"{CANARY}phone",
        remarks=f"{CANARY}remarks",
    )
    officers.change(db, officer.id, draft, actor=actor)
    one = certify(officer, scan=scan_of(b"a scan", name=f"{CANARY}.pdf"))
    certificates.void(db, one.id, f"{CANARY}reason", actor=actor)
    binder = binder_of()
    changed = next(line for line in binder.ledger if line.done == "Changed")
    assert changed.fields == ("Badge", "POST license", "Work phone", "Remarks (private)")
    assert changed.who == "clerk@front-desk"
    assert (binder.ledger[-1].done, binder.ledger[-1].fields) == ("Voided", ())
    assert CANARY not in repr(binder.ledger)
    assert [line.seq for line in binder.ledger] == list(range(1, binder.entries + 1))
    assert binder.ledger[-1].hash == binder.provenance.ledger_head == db.head()


def test_remarks_are_nowhere(db, actor, officer, assign, binder_of):
    draft = OfficerDraft(name=officer.name, post_license="PL-7", remarks=f"{CANARY} remarks")
    officers.change(db, officer.id, draft, actor=actor)
    assign(officer)
    asked = Asked(report=ReportName.AUDIT, on=TODAY, since=date(2000, 1, 1), withheld=True)
    made = making.make_alone(db, asked, made_on=TODAY)
    assert "PL-7" in all_of(made.content)
    assert CANARY not in all_of(made.content)
    assert CANARY not in repr(binder_of())
    assert made.file_name == "SRO audit binder 2026-11-24.pdf"
    assert made.ledger_head == db.head()


def test_every_gap_is_listed_once_for_each_officer(db, officer, assign, certify, binder_of):
    assert binder_of().missing == ()
    assign(officer)
    certify(officer, scan=None)
    groups = binder_of().missing
    assert [group.what for group in groups] == [
        "No copy of the most recent certificate on file",
        "No contract with the district on file",
    ]
    assert all(group.to_do.endswith(".") for group in groups)
    assert [line.name for line in groups[0].lines] == ["Erik Olson"]
    (row,) = findings.overview(db, TODAY).rows
    assert len(groups) == len(row.finding.gaps)


def test_training_overdue_is_missing_too(officer, assign, binder_of):
    assign(officer, assumed=date(2026, 8, 31))
    first, *_ = binder_of().missing
    assert first.what == "Training not completed by the deadline"
    assert first.lines[0].light is Light.RED
    assert not any("deadline" in group.what for group in binder_of(date(2026, 8, 30)).missing)


def test_copies_of_certificates_then_of_contracts(db, actor, district, officer, certify, binder_of):
    certify(officer, kind=CourseKind.BASIC, completed=date(2020, 7, 17))
    certify(officer, scan=None)
    signed = scan_of(b"signed")
    for first in (date(2026, 7, 1), date(2027, 7, 1)):
        draft = ContractDraft(district=district.id, starts_on=first, ends_on=date(2028, 6, 30))
        districts.add_contract(db, draft, signed, actor=actor)
        signed = scan_of(b"signed again")
    certificate, contract = binder_of().copies
    assert (certificate.certificate, contract.certificate) == (True, False)
    assert certificate.holders[0].filed_as == "Olson, Erik"
    assert contract.holders[0].whose == "ISD 0196"
    assert (contract.size, contract.pages, contract.media_type) == (6, 1, "application/pdf")


def test_the_holidays_that_count(db, actor, binder_of):
    from dataclasses import replace

    assert not binder_of().local_holidays
    chosen = replace(agency.settings(db), local_holidays=True)
    agency.change_settings(db, chosen, actor=actor)
    assert binder_of().local_holidays


def test_a_substitute_has_the_days(officer, assign, binder_of):
    assign(officer, role=Role.SUBSTITUTE)
    (page,) = pages(binder_of())
    assert page.log is not None

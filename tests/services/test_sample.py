"""The sample agency: every code occurs, its papers open, and nobody mistakes it for a real one."""

from datetime import date, timedelta

import pytest

from sro_desk.domain.changes import Action, Actor
from sro_desk.domain.codes import (
    Advisory,
    DayKind,
    DistrictKind,
    Duties,
    Gap,
    Light,
    Paragraph,
    Status,
    Step,
)
from sro_desk.domain.dates import us_date
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.packet_changes import What
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.intake.worker import Worker
from sro_desk.services import (
    agency,
    certificates,
    clock,
    directory,
    districts,
    findings,
    history,
    keeping,
    officers,
    policy,
    records_file,
    sample,
)
from sro_desk.services.reports import district, given_out, packet
from sro_desk.services.sample_regulars import ADOPTED, FIRST_CLASS
from tests.conftest import TODAY

ACTOR = Actor("clerk", "records-desk")
CODES = [
    code for codes in (Paragraph, Status, Light, Duties, Gap, Advisory, Step) for code in codes
]
NOT_TODAY = (Gap.AGENCY_POLICY_MISSING, Step.ADOPT_POLICY, Advisory.COMPLETED_IN_FUTURE)
LONG_NAME = "María Guadalupe Alejandra Fernández-Villanueva de la Cruz y Montemayor Castañeda"


@pytest.fixture(scope="module")
def db(sample_file):
    with records_file.look_into(sample_file) as database:
        yield database


@pytest.fixture(scope="module")
def today_codes(db):
    return codes_on(db, TODAY)


@pytest.fixture(scope="module")
def found(db):
    return {row.name: row.finding for row in findings.overview(db, TODAY).rows}


def codes_on(db, on):
    seen = set()
    for row in findings.overview(db, on).rows:
        finding = row.finding
        seen |= {finding.paragraph, finding.status, finding.light, finding.duties}
        seen |= {finding.next_step, *finding.gaps, *finding.advisories}
    return seen


@pytest.mark.parametrize("code", [code for code in CODES if code not in NOT_TODAY])
def test_every_code_occurs(today_codes, code):
    assert code in today_codes


@pytest.mark.parametrize("code", NOT_TODAY)
def test_what_cannot_occur_today_does_before_the_policy_was_adopted(db, today_codes, code):
    assert code not in today_codes
    assert code in codes_on(db, ADOPTED - timedelta(days=1))


def test_a_policy_that_is_missing_hides_every_gap_about_its_review(db):
    before = codes_on(db, ADOPTED - timedelta(days=1))
    about_reviews = {
        Gap.POLICY_REVIEW_PENDING,
        Gap.POLICY_REVIEW_MISSING,
        Gap.POLICY_REVIEW_LATE,
    }
    assert Gap.AGENCY_POLICY_MISSING in before
    assert not about_reviews & before


@pytest.mark.parametrize(
    ("name", "paragraph", "status", "light", "step"),
    [
        ("Abdirahman Hassan Warsame", "V.A", Status.MET, Light.GREEN, Step.NONE),
        ("Travis Engebretson", "V.A", Status.MET, Light.RED, Step.ATTACH_COPY),
        ("Hannah Schmitz", "V.A", Status.MET_LATE, Light.AMBER, Step.ADD_CONTRACT),
        ("Bradley Nystrom", "V.A", Status.OVERDUE, Light.RED, Step.ADD_CERTIFICATE),
        ("Khadra Jama", "V.A", Status.DUE, Light.AMBER, Step.ADD_CERTIFICATE),
        ("Bjørn Lindqvist", "V.B", Status.DUE, Light.AMBER, Step.ADD_CERTIFICATE),
        ("Nguyễn Thị Ánh", "V.B", Status.DUE, Light.AMBER, Step.ADD_CERTIFICATE),
        ("Siobhán O'Brien-Núñez", "V.B", Status.MET, Light.GREEN, Step.NONE),
        ("Thomas Kowalczyk", "V.B", Status.MET, Light.AMBER, Step.ATTACH_BASIC_COPY),
        ("Aaliyah Robinson", "V.C", Status.DUE, Light.AMBER, Step.ADD_CERTIFICATE),
        (LONG_NAME, "V.C", Status.DUE, Light.AMBER, Step.COMPLETE_INABILITY_RECORD),
        ("Samuel Okafor", "V.D", Status.EXEMPT, Light.GREEN, Step.NONE),
        ("Peter Yang", "V.D", Status.EXEMPT, Light.RED, Step.RECORD_REVIEW),
        ("Winona Beaulieu", "V.D", Status.EXEMPT, Light.AMBER, Step.RECORD_REVIEW),
        ("Ronald Petersen", "V.B", Status.ENDED_LAPSED, Light.GREY, Step.NONE),
        ("Brandon Kessler", "V.A", Status.ENDED_UNMET, Light.GREY, Step.NONE),
        ("Tenzin Dolma", None, Status.NO_ASSIGNMENT, Light.GREY, Step.ADD_ASSIGNMENT),
    ],
)
def test_where_they_stand(found, name, paragraph, status, light, step):
    finding = found[name]
    assert finding.paragraph == paragraph
    assert finding.status is status
    assert finding.light is light
    assert finding.next_step is step


def test_most_of_it_looks_well_kept(found):
    lights = [finding.light for finding in found.values()]
    assert lights.count(Light.RED) <= 4
    assert lights.count(Light.GREEN) >= 6
    due_in_2027 = [
        finding
        for finding in found.values()
        if finding.status is Status.DUE and finding.deadline.legal == date(2027, 5, 31)
    ]
    assert len(due_in_2027) >= 4


def test_substitutes_near_and_past_sixty(found):
    near, past = (found[name].contact_days for name in ("Jennifer Halvorson", "Khadra Jama"))
    assert near.total == 57
    assert past.total == 66
    assert past.sixtieth_on is not None
    assert near.served
    assert near.booked


def test_contact_days_are_school_days(db):
    law = agency.law(db)
    for officer in officers.all_officers(db):
        for day in officers.detail(db, officer.id, TODAY).record.contact_days:
            assert law.holidays.is_open(day.on), day
            assert day.on.month not in (7, 8)
            assert (day.kind is DayKind.SERVED) == (day.on <= TODAY)


def test_names_are_whole(db):
    roster = {officer.name: officer for officer in officers.all_officers(db)}
    assert {"Nguyễn Thị Ánh", "Siobhán O'Brien-Núñez", "Mai Nhia Xiong", LONG_NAME} <= set(roster)
    assert len(LONG_NAME) == 80
    assert roster["Nguyễn Thị Ánh"].sort_name == "Nguyễn, Thị Ánh"
    assert len(roster) == len({officer.badge for officer in roster.values()})


def test_it_is_marked_and_is_nobody(db):
    assert db.is_sample
    ours = agency.get(db)
    assert ours.ori == "MN0000000"
    assert ours.phone.startswith("763-555-01")
    assert ours.email.endswith(".example")
    for officer in officers.all_officers(db):
        assert officer.work_phone.startswith("763-555-01")
        assert officer.work_email.endswith("@lindenrapids.example")
        assert officer.post_license.startswith("SAMPLE")


def test_its_districts_are_of_the_states_list(db):
    known = {(each.name, each.state_id, each.kind) for each in directory.known_districts()}
    ours = [line.district for line in districts.all_districts(db)]
    listed = [each for each in ours if (each.name, each.state_id, each.kind) in known]
    (other,) = [each for each in ours if each not in listed]
    assert len(listed) == 3
    assert {each.kind for each in listed} == {DistrictKind.INDEPENDENT, DistrictKind.CHARTER}
    assert other.kind is DistrictKind.COOPERATIVE  # of which the list holds none


def test_one_officer_is_withheld_and_one_certificate_is_void(db):
    details = [officers.detail(db, each.id, TODAY) for each in officers.all_officers(db)]
    assert [each.officer.name for each in details if each.officer.withheld] == ["Samuel Okafor"]
    void = [each for detail in details for each in detail.record.certificates if each.voided]
    assert [each.voided.reason for each in void] == [
        "Entered for the wrong officer: this one is Pa Houa Vang's."
    ]


def test_a_class_is_one_write_with_one_copy(db, found):
    lines = certificates.all_certificates(db)
    first_class = [line for line in lines if line.completed_on == FIRST_CLASS and not line.voided]
    assert len(first_class) == 3
    assert len({line.copy for line in first_class}) == 1
    assert Advisory.SAME_COPY_TWICE not in found["Pa Houa Vang"].advisories


def test_the_policy_was_adopted_and_revised(db):
    revised, adopted = policy.all_revisions(db)
    assert adopted.adopted_on == ADOPTED
    assert ADOPTED < revised.adopted_on <= TODAY


def test_every_copy_opens_and_has_its_pages(db):
    seen = set()
    with Worker() as worker:
        for officer in officers.all_officers(db):
            for sha256, copy in officers.detail(db, officer.id, TODAY).copies.items():
                if sha256 in seen:
                    continue
                seen.add(sha256)
                known, content = certificates.copy_content(db, sha256)
                examined = worker.examine(content, copy.original_name)
                assert examined.pages == copy.pages, (copy.original_name, examined.note)
                assert examined.media_type == known.media_type
                assert not examined.note
                drawn = worker.render(content, page=examined.pages - 1, width=200)
                assert len(set(drawn.rgb)) > 1
    assert len(seen) >= 14


def test_every_kind_of_file_is_among_the_copies(db):
    lines = certificates.all_certificates(db)
    kinds = {certificates.copy_content(db, line.copy)[0].media_type for line in lines if line.copy}
    assert kinds == {"application/pdf", "image/jpeg", "image/png", "image/tiff"}


def test_the_file_is_sound_and_small(sample_file):
    verdict = keeping.verify(sample_file)
    assert verdict.sound, verdict.sentences
    assert sample_file.stat().st_size < 3_000_000


def test_the_ledger_has_a_before_and_an_after(db):
    actions = {entry.action for entry in history.entries(db)}
    assert set(Action) - {Action.UNDO, Action.REDO, Action.IMPORT} <= actions


@pytest.mark.parametrize(
    "on",
    [date(2026, 6, 8), date(2026, 7, 1), date(2027, 3, 15), date(2027, 6, 15), date(2028, 2, 29)],
    ids=us_date,
)
def test_it_makes_sense_on_other_days(tmp_path, on):
    with sample.make(tmp_path / "sample.srodesk", actor=ACTOR, today=on) as database:
        assert set(CODES) - codes_on(database, on) == set(NOT_TODAY)


def test_before_the_mandate_it_is_made_with_what_had_happened(tmp_path):
    on = date(2025, 3, 3)
    with sample.make(tmp_path / "sample.srodesk", actor=ACTOR, today=on) as database:
        lines = certificates.all_certificates(database)
        assert lines
        assert all(line.completed_on <= on for line in lines)


def test_the_clock_of_the_computer_is_not_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: pytest.fail("asked the clock"))
    sample.make(tmp_path / "sample.srodesk", actor=ACTOR, today=TODAY).close()


def test_the_same_day_gives_the_same_records(tmp_path, db):
    with sample.make(tmp_path / "again.srodesk", actor=ACTOR, today=TODAY) as again:
        ours = [(each.name, each.badge) for each in officers.all_officers(again)]
        assert ours == [(each.name, each.badge) for each in officers.all_officers(db)]
        assert findings.overview(again, TODAY).rows == findings.overview(db, TODAY).rows
        copies = [line.copy for line in certificates.all_certificates(again)]
        assert copies == [line.copy for line in certificates.all_certificates(db)]


def test_an_existing_file_is_left_alone(tmp_path):
    path = tmp_path / "records.srodesk"
    path.write_bytes(b"mine")
    with pytest.raises(SroDeskError, match="already a file"):
        sample.make(path, actor=ACTOR, today=TODAY)
    assert path.read_bytes() == b"mine"


def test_nothing_is_left_of_one_that_failed(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise SroDeskError("no")

    monkeypatch.setattr("sro_desk.services.sample_agency.regulars", fail)
    with pytest.raises(SroDeskError, match="no"):
        sample.make(tmp_path / "sample.srodesk", actor=ACTOR, today=TODAY)
    assert not list(tmp_path.iterdir())


def test_two_districts_were_given_a_packet_since_which_much_has_changed(db):
    given = given_out.of_district(db)
    assert len({each.district for each in given}) == len(given) == 2
    for each in given:
        asked = Asked(report=ReportName.PACKET, on=TODAY, district=each.district)
        with db.read() as session:
            gathered = district.gather(db, session, each.district, on=TODAY, made_on=TODAY)
            found = packet.facts(session, asked, gathered)
        assert found.last_on == each.sent_on < TODAY
        assert {What.JOINED, What.LEFT, What.TRAINED} <= {change.what for change in found.changes}

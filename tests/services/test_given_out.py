"""District packets: recorded with their very bytes, compared with the one before, undone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import ContractDraft, DistrictDraft, OfficerDraft
from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.domain.packet_changes import What
from sro_desk.domain.progress import unheard
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services import (
    agency,
    certificates,
    districts,
    history,
    keeping,
    letters,
    officers,
    records_file,
)
from sro_desk.services.reports import all_districts, given_out, making, packet
from sro_desk.services.reports import district as of_district
from sro_desk.storage import copies
from tests.services.conftest import TODAY
from tests.services.test_reports import all_of

EARLIER = TODAY - timedelta(days=9)


def asked_for(where, **said) -> Asked:
    return Asked(report=ReportName.PACKET, on=TODAY, district=where.id, **said)


@pytest.fixture
def give(db, actor):
    """Make the packet of a district and record it as given out."""

    def give(where, sent_on=TODAY, to="Jane Smith"):
        made = making.make_alone(db, asked_for(where), made_on=TODAY)
        kept = given_out.record(db, made, made_on=TODAY, sent_to=to, sent_on=sent_on, actor=actor)
        return kept, made.content

    return give


def changes_now(db, where, **said):
    with db.read() as session:
        gathered = of_district.gather(db, session, where.id, on=TODAY, made_on=TODAY)
        return packet.facts(session, asked_for(where, **said), gathered)


@pytest.mark.usefixtures("contract")
def test_a_packet_is_kept_to_the_byte(db, district, officer, assign, certify, give, actor):
    assign(officer)
    kept, content = give(district)
    certify(officer)  # later changes do not touch it
    path = db.path
    db.close()
    with records_file.open_file(path, actor=actor) as again:
        found, reprinted = given_out.content(again, kept.id)
        assert reprinted == content
        assert (found.sent_to, found.sent_on, found.as_of) == ("Jane Smith", TODAY, TODAY)
        assert found.ledger_head in all_of(content)
        assert keeping.verify(again, found.ledger_head).sound


def test_the_same_packet_is_recorded_once(db, district, actor):
    made = making.make_alone(db, asked_for(district), made_on=TODAY)
    for _ in range(2):
        given_out.record(db, made, made_on=TODAY, sent_to="", sent_on=TODAY, actor=actor)
    assert len(given_out.of_district(db, district.id)) == 1


def test_what_changed_since_the_last_packet(db, actor, district, officer, assign, certify, give):
    mai = officers.add(db, OfficerDraft(name="Mai Vang"), actor=actor)
    assign(officer)
    assert changes_now(db, district).last_on is None
    give(district, sent_on=TODAY - timedelta(days=30))
    assign(mai)
    certify(officer, completed=date(2026, 9, 10))
    said = changes_now(db, district)
    assert said.last_on == TODAY - timedelta(days=30)
    assert [(each.what, each.name) for each in said.changes] == [
        (What.JOINED, "Mai Vang"),
        (What.TRAINED, "Erik Olson"),
    ]
    told = all_of(making.make_alone(db, asked_for(district), made_on=TODAY).content)
    assert "Since the last packet, of 10/25/2026" in told
    assert "What has changed since our last packet" in told


def test_who_is_withheld_since_is_not_said_to_have_left(db, actor, district, officer, assign, give):
    assign(officer)
    give(district, sent_on=EARLIER)
    hidden = OfficerDraft(name=officer.name, badge=officer.badge, withheld=True)
    officers.change(db, officer.id, hidden, actor=actor)
    assert changes_now(db, district).changes == ()
    made = making.make_alone(db, asked_for(district), made_on=TODAY)
    assert "Olson" not in all_of(made.content) + made.told


def test_a_voided_packet_is_not_the_last(db, actor, district, give):
    first, _ = give(district, sent_on=EARLIER)
    second, _ = give(district, sent_on=EARLIER + timedelta(days=1), to="somebody else")
    assert second.id != first.id
    assert changes_now(db, district).last_on == second.sent_on
    given_out.void(db, second.id, "not sent after all", actor=actor)
    assert changes_now(db, district).last_on == first.sent_on


def test_recording_can_be_undone_and_is_told(db, actor, district, give):
    kept, _ = give(district)
    line, *_ = history.lines(db, limit=1)
    assert line.words == "Gave out the packet for ISD 0196 as of 11/24/2026 to Jane Smith"
    history.undo(db, history.last_write(db), actor=actor)
    assert given_out.of_district(db, district.id)[0].voided
    history.redo(db, history.last_undo(db), actor=actor)
    assert given_out.of_district(db, district.id) == (kept,)


def test_a_packet_is_not_given_out_tomorrow(db, actor, district):
    made = making.make_alone(db, asked_for(district), made_on=TODAY)
    with pytest.raises(SroDeskError, match="has not come yet"):
        given_out.record(
            db, made, made_on=TODAY, sent_to="", sent_on=TODAY + timedelta(days=1), actor=actor
        )


def test_the_duties_of_each_contract_that_the_summary_names(db, actor, district):
    assert changes_now(db, district).duties is None
    assert changes_now(db, district, duties=True).duties == ()
    terms = [(date(2024, 7, 1), date(2025, 6, 30)), (date(2025, 7, 1), date(2026, 6, 30))]
    for first, last in terms:
        draft = ContractDraft(
            district=district.id, starts_on=first, ends_on=last, duties=frozenset({4, 7})
        )
        districts.add_contract(db, draft, actor=actor)
    (expired,) = changes_now(db, district, duties=True).duties
    assert (expired.starts_on, expired.state) == (date(2025, 7, 1), "Expired")
    assert [number for number, _, named in expired.duties if named] == [4, 7]
    assert [number for number, _, _ in expired.duties] == [1, 2, 3, 4, 5, 6, 7]
    made = making.make_alone(db, asked_for(district, duties=True), made_on=TODAY)
    assert "Contract of 07/01/2025 to 06/30/2026: expired" in all_of(made.content)


@pytest.mark.parametrize(
    ("phone", "email", "words"),
    [
        ("651-555-0100", "a@b.example", "please call us at 651-555-0100 or write to a@b.example."),
        ("651-555-0100", "", "please call us at 651-555-0100."),
        ("", "a@b.example", "please write to a@b.example."),
        ("", "", "please write to us at the address above."),
    ],
)
def test_the_letter_says_how_to_reach_the_agency(db, actor, district, phone, email, words):
    agency.change(db, replace(agency.get(db), phone=phone, email=email), actor=actor)
    assert words in " ".join(block.text for block in changes_now(db, district).letter)


def test_who_is_overdue_is_not_said_to_have_time_left(db, officer, assign, district):
    assign(officer)
    (due,) = [b.text for b in changes_now(db, district).letter if "Still to be trained" in b.text]
    assert "Still to be trained: Erik Olson since 09/13/2026." in due


def test_the_letter_is_the_agencys_own(db, actor, district):
    assert letters.get(db) == letters.shipped()
    letters.change(db, "To {contact}:\n\nOur own words.", actor=actor)
    told = all_of(making.make_alone(db, asked_for(district), made_on=TODAY).content)
    assert "Our own words." in told
    assert "To Superintendent:" in told
    history.undo(db, history.last_write(db), actor=actor)
    assert letters.get(db) == letters.shipped()
    with pytest.raises(SroDeskError, match="no field"):
        letters.change(db, "To {whom}", actor=actor)


def test_all_districts_are_saved_and_recorded(db, actor, district, tmp_path):
    asked = Asked(report=ReportName.PACKET, on=TODAY)
    folder = tmp_path / "out"
    folder.mkdir()
    saved = making.with_worker(
        TODAY, lambda means: all_districts.save_all(db, asked, folder, means, actor=actor)
    )
    assert saved.written == 1
    (kept,) = given_out.of_district(db, district.id)
    (path,) = folder.iterdir()
    assert given_out.content(db, kept.id)[1] == path.read_bytes()
    assert kept.sent_to == district.name


def test_a_course_of_another_kind_is_no_training(db, district, officer, assign, certify, give):
    assign(officer)
    give(district, sent_on=EARLIER)
    certificate = certify(officer, kind=CourseKind.OTHER)
    assert changes_now(db, district).changes == ()
    assert certificates.all_certificates(db)[0].id == certificate.id


def test_a_packet_of_the_same_day_is_not_what_the_next_is_compared_with(
    db, district, officer, assign, give
):
    give(district, sent_on=EARLIER)
    assign(officer)
    give(district)
    assert [each.what for each in changes_now(db, district).changes] == [What.JOINED]


def test_a_packet_that_tells_of_a_later_day_is_not_what_an_earlier_one_is_compared_with(
    db, district, give
):
    give(district, sent_on=EARLIER)
    asked = Asked(report=ReportName.PACKET, on=EARLIER, district=district.id)
    with db.read() as session:
        gathered = of_district.gather(db, session, district.id, on=EARLIER, made_on=TODAY)
        assert packet.facts(session, asked, gathered).last_on is None
    assert changes_now(db, district).last_on == EARLIER


def test_all_that_a_packet_tells_is_of_one_state_of_the_file(db, district, monkeypatch):
    reads = []
    read = type(db).read
    monkeypatch.setattr(type(db), "read", lambda itself: reads.append(1) or read(itself))
    made = making.make_alone(db, asked_for(district), made_on=TODAY)
    assert len(reads) == 1
    assert made.ledger_head == db.head()


def test_a_district_that_was_given_packets_can_be_voided(db, actor, district, give):
    kept, content = give(district)
    districts.void(db, district.id, "merged with another", actor=actor)
    assert given_out.content(db, kept.id) == (kept, content)
    history.undo(db, history.last_write(db), actor=actor)
    assert [line.district.id for line in districts.all_districts(db)] == [district.id]


def test_it_is_saved_and_recorded_or_neither(db, district, actor, tmp_path):
    made = making.make_alone(db, asked_for(district), made_on=TODAY)

    def give_out(to):
        return given_out.record(
            db, made, made_on=TODAY, sent_to="", sent_on=TODAY, actor=actor, save_as=to
        )

    head = db.head()
    with pytest.raises(SroDeskError, match="could not be saved"):
        give_out(tmp_path / "no folder" / "packet.pdf")
    assert (db.head(), given_out.of_district(db)) == (head, ())
    kept = give_out(tmp_path / "for the board.pdf")
    assert (tmp_path / kept.file_name).read_bytes() == made.content


def test_one_that_is_too_large_is_neither_saved_nor_recorded(db, district, actor, tmp_path):
    made = making.make_alone(db, asked_for(district), made_on=TODAY)
    large = replace(made, content=made.content + bytes(copies.LARGEST_PACKET))
    with pytest.raises(SroDeskError, match="larger than 200 MB"):
        given_out.record(
            db,
            large,
            made_on=TODAY,
            sent_to="",
            sent_on=TODAY,
            actor=actor,
            save_as=tmp_path / "packet.pdf",
        )
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.fixture
def three_districts(db, actor, district):
    for name in ("Ely", "Zumbro"):
        draft = DistrictDraft(name=name, kind=district.kind)
        districts.add(db, draft, actor=actor)


def save_every(db, folder, actor, report=unheard):
    asked = Asked(report=ReportName.PACKET, on=TODAY)
    return making.with_worker(
        TODAY,
        lambda means: all_districts.save_all(
            db, asked, folder, replace(means, report=report), actor=actor
        ),
    )


@pytest.mark.usefixtures("three_districts")
def test_stopped_those_saved_are_recorded_and_none_else(db, actor, tmp_path):
    def stop(done, _total):
        if done == 2:
            raise Cancelled

    folder = tmp_path / "out"
    folder.mkdir()
    assert save_every(db, folder, actor, stop).written == 2
    found = {each.file_name: each for each in given_out.of_district(db)}
    assert set(found) == {path.name for path in folder.iterdir()}
    for path in folder.iterdir():
        assert given_out.content(db, found[path.name].id)[1] == path.read_bytes()


@pytest.mark.usefixtures("three_districts")
def test_a_folder_that_fails_halfway_leaves_none_unrecorded(db, actor, tmp_path):
    folder = tmp_path / "out"
    (folder / "Zumbro SRO packet 2026-11-24.pdf").mkdir(parents=True)
    with pytest.raises(SroDeskError, match=r"is a folder.* 2 of 3 reports were saved before\."):
        save_every(db, folder, actor)
    assert {each.file_name for each in given_out.of_district(db)} == {
        path.name for path in folder.iterdir() if path.is_file()
    }


@pytest.mark.usefixtures("three_districts")
def test_a_file_held_elsewhere_gives_out_none(db, actor, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    with (
        records_file.open_file(db.path, actor=actor) as second,
        pytest.raises(SroDeskError, match=r"nothing was given out\. .*being written by"),
    ):
        save_every(second, folder, actor)
    assert list(folder.iterdir()) == []

"""Records files as a person meets them: made, opened, looked into; and what a file is."""

import getpass
from dataclasses import replace

import pytest

from sro_desk.domain.drafts import OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.services import agency, courses, file_facts, officers, records_file
from tests.services.conftest import AGENCY


def test_a_new_file_has_its_agency_and_its_courses(db):
    assert agency.get(db) == AGENCY
    assert courses.all_courses(db)
    assert not db.is_sample
    assert not db.read_only


def test_an_agency_without_a_name_makes_no_file(tmp_path, actor):
    path = tmp_path / "new.srodesk"
    with pytest.raises(SroDeskError, match="Enter a name"):
        records_file.create(path, replace(AGENCY, name=""), actor=actor)
    assert not path.exists()


def test_a_file_is_never_replaced(db, actor):
    with pytest.raises(SroDeskError, match="already a file"):
        records_file.create(db.path, AGENCY, actor=actor)
    assert agency.get(db) == AGENCY


def test_what_was_written_is_there_when_it_is_opened_again(db, actor):
    officers.add(db, OfficerDraft(name="Erik Olson"), actor=actor)
    db.close()
    again = records_file.open_file(db.path, actor=actor)
    assert [each.name for each in officers.all_officers(again)] == ["Erik Olson"]
    again.close()


def test_a_second_opening_only_reads_and_says_who_writes(db, actor):
    second = records_file.open_file(db.path, actor=actor)
    try:
        assert second.read_only
        assert f"{actor.account} on {actor.host}" in second.read_only_because
        with pytest.raises(SroDeskError, match="being written by"):
            officers.add(second, OfficerDraft(name="Erik Olson"), actor=actor)
    finally:
        second.close()


def test_looking_into_a_file_neither_writes_nor_keeps_writers_out(db, actor):
    with records_file.look_into(db.path) as seen:
        assert agency.get(seen) == AGENCY
        officers.add(db, OfficerDraft(name="Erik Olson"), actor=actor)
        with pytest.raises(SroDeskError, match="only to be read"):
            officers.add(seen, OfficerDraft(name="Kim Xiong"), actor=actor)


def test_an_account_without_a_name_can_work(monkeypatch):
    def nameless():
        raise KeyError("no such user")

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert records_file.this_actor().account == "unknown"
    assert records_file.this_actor().host


def test_what_a_file_is(db, actor, officer, certify):
    certify(officer)
    facts = file_facts.of(db)
    assert facts.path == db.path
    assert not facts.sample
    assert facts.made_by == str(actor)
    assert facts.made_at.tzinfo is not None
    assert (facts.copies, facts.copies_size) == (1, len(b"certificate 1"))
    assert facts.size == db.path.stat().st_size
    assert facts.head == db.head()
    assert facts.entries > len(courses.CATALOGUE)


def test_a_sample_is_marked_for_good(tmp_path, actor):
    made = records_file.create(tmp_path / "sample.srodesk", AGENCY, actor=actor, sample=True)
    assert file_facts.of(made).sample
    made.close()
    again = records_file.open_file(made.path, actor=actor)
    assert again.is_sample
    again.close()

from datetime import date

import pytest

from sro_desk.domain.changes import Action, Kind
from sro_desk.domain.codes import CourseKind, DayKind, Role
from sro_desk.domain.drafts import CertificateDraft, OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.records import Settings
from sro_desk.services import (
    agency,
    certificates,
    contact_days,
    districts,
    history,
    officers,
)
from tests.services.conftest import AGENCY, TODAY, scan_of


def rename(db, officer, actor, **said):
    draft = OfficerDraft(**{"name": officer.name, "badge": officer.badge, **said})
    return officers.change(db, officer.id, draft, actor=actor)


def the_officer(db, officer):
    return officers.detail(db, officer.id, TODAY).officer


def test_undoing_a_change_puts_back_what_was_there(db, actor, officer):
    rename(db, officer, actor, badge="14", rank="Sergeant")
    changes = history.undo(db, history.last_write(db), actor=actor)
    assert the_officer(db, officer) == officer
    assert changes.action is Action.UNDO
    assert changes.touch(Kind.OFFICER)


def test_undoing_an_addition_voids_it_and_deletes_nothing(db, actor, officer):
    history.undo(db, history.last_write(db), actor=actor)
    assert officers.all_officers(db) == ()
    assert the_officer(db, officer).voided.reason == history.UNDONE


def test_undoing_a_voiding_lets_the_record_count_again(db, actor, officer):
    officers.void(db, officer.id, "Entered twice", actor=actor)
    history.undo(db, history.last_write(db), actor=actor)
    assert officers.all_officers(db) == (officer,)


def test_redo_after_undo_and_the_way_back_and_forth(db, actor, officer):
    changed = rename(db, officer, actor, badge="14")
    write = history.last_write(db)
    undoing = history.undo(db, write, actor=actor)
    redoing = history.redo(db, undoing.write, actor=actor)
    assert the_officer(db, officer) == changed
    history.undo(db, redoing.write, actor=actor)
    assert the_officer(db, officer) == officer
    history.redo(db, redoing.write, actor=actor)
    assert the_officer(db, officer) == changed


def test_redo_knows_the_undone_write_too(db, actor, officer):
    history.undo(db, write := history.last_write(db), actor=actor)
    history.redo(db, write, actor=actor)
    assert the_officer(db, officer) == officer


def test_undo_step_by_step_to_the_beginning(db, actor, officer):
    rename(db, officer, actor, badge="13")
    rename(db, officer, actor, badge="14")
    badges = []
    while (write := history.last_write(db)) is not None:
        history.undo(db, write, actor=actor)
        badges.append(the_officer(db, officer).badge)
    assert badges == ["13", "12", "12"]
    assert the_officer(db, officer).voided is not None
    with pytest.raises(SroDeskError, match="Making the file"):
        history.undo(db, 1, actor=actor)


def test_redo_step_by_step_and_no_further_than_was_undone(db, actor, officer):
    rename(db, officer, actor, badge="13")
    rename(db, officer, actor, badge="14")
    history.undo(db, history.last_write(db), actor=actor)
    history.undo(db, history.last_write(db), actor=actor)
    badges = []
    while (write := history.last_undo(db)) is not None:
        history.redo(db, write, actor=actor)
        badges.append(the_officer(db, officer).badge)
    assert badges == ["13", "14"]


def test_a_new_change_ends_what_can_be_redone(db, actor, officer):
    rename(db, officer, actor, badge="13")
    history.undo(db, history.last_write(db), actor=actor)
    rename(db, officer, actor, badge="15")
    assert history.last_undo(db) is None


def test_what_was_changed_again_since_cannot_be_undone(db, actor, officer):
    rename(db, officer, actor, badge="13")
    write = history.last_write(db)
    rename(db, officer, actor, badge="14")
    with pytest.raises(SroDeskError, match="Erik Olson was changed again since"):
        history.undo(db, write, actor=actor)
    assert the_officer(db, officer).badge == "14"


def test_a_later_change_that_was_undone_is_not_in_the_way(db, actor, officer):
    rename(db, officer, actor, badge="13")
    write = history.last_write(db)
    rename(db, officer, actor, badge="14")
    history.undo(db, history.last_write(db), actor=actor)
    history.undo(db, write, actor=actor)
    assert the_officer(db, officer) == officer


def test_an_addition_that_others_rest_on_cannot_be_undone(db, actor, officer, certify):
    write = history.last_write(db)
    certify(officer)
    with pytest.raises(SroDeskError, match="1 certificate on file still refers to it"):
        history.undo(db, write, actor=actor)
    assert the_officer(db, officer).voided is None


def test_nothing_comes_back_that_rests_on_a_voided_record(db, actor, officer, certify):
    certificate = certify(officer)
    certificates.void(db, certificate.id, "Of another officer", actor=actor)
    write = history.last_write(db)
    officers.void(db, officer.id, "Entered twice", actor=actor)
    with pytest.raises(SroDeskError, match="The officer was voided"):
        history.undo(db, write, actor=actor)


def test_a_class_is_undone_as_one(db, actor, officer, course_of):
    other = officers.add(db, OfficerDraft(name="Mai Vang"), actor=actor)
    course = course_of(CourseKind.MANDATED).id
    drafts = [
        CertificateDraft(officer=each.id, course=course, completed_on=date(2026, 8, 20))
        for each in (officer, other)
    ]
    added = certificates.add_class(db, drafts, scan_of(b"roster"), actor=actor)
    write = history.last_write(db)
    history.undo(db, write, actor=actor)
    assert all(line.voided == history.UNDONE for line in certificates.all_certificates(db))
    history.redo(db, write, actor=actor)
    assert [certificates.get(db, each.id) for each in added] == list(added)


def test_undoing_a_copy_leaves_the_stored_file(db, actor, officer, certify):
    certificate = certify(officer, scan=None)
    attached = certificates.attach_copy(db, certificate.id, scan_of(b"copy"), actor=actor)
    history.undo(db, history.last_write(db), actor=actor)
    assert certificates.get(db, certificate.id).copy is None
    assert certificates.copy_content(db, attached.copy)[1] == b"copy"


def test_settings_and_the_agency_can_be_undone(db, actor):
    agency.change_settings(db, Settings(lead_times=(30,), local_holidays=True), actor=actor)
    history.undo(db, history.last_write(db), actor=actor)
    assert agency.settings(db) == Settings()
    agency.change(db, agency.get(db).__class__(**{**vars_of(AGENCY), "chief": "Al"}), actor=actor)
    history.undo(db, history.last_write(db), actor=actor)
    assert agency.get(db) == AGENCY


def vars_of(value):
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def test_nothing_to_undo_is_said(db, actor):
    with pytest.raises(SroDeskError, match="knows no such change"):
        history.undo(db, 99, actor=actor)
    with pytest.raises(SroDeskError, match="nothing to redo"):
        history.redo(db, 1, actor=actor)


class TestWords:
    def last(self, db):
        return history.words_of(db, history.lines(db, limit=1)[0].entry.write)

    def test_a_change(self, db, actor, officer):
        rename(db, officer, actor, badge="14")
        assert self.last(db) == "Changed Erik Olson's badge from 12 to 14"
        history.undo(db, history.last_write(db), actor=actor)
        assert self.last(db) == "Undo: Changed Erik Olson's badge from 14 to 12"

    def test_several_fields_and_those_that_are_not_repeated(self, db, actor, officer):
        rename(db, officer, actor, badge="", rank="Sergeant", remarks="is ill", withheld=True)
        assert self.last(db) == (
            "Changed Erik Olson: badge from 12 to none; rank to Sergeant; remarks;"
            " being withheld from exports from no to yes"
        )

    def test_an_addition_and_a_voiding(self, db, actor, officer, certify):
        assert self.last(db) == "Added Erik Olson"
        certificate = certify(officer)
        title = "School Resource Officer Training (POST-approved, subd. 4 objectives)"
        named = f"Erik Olson's certificate of 08/20/2026, “{title}”"
        assert self.last(db) == f"Added {named}"
        certificates.void(db, certificate.id, "Of another officer", actor=actor)
        assert self.last(db) == f"Voided {named}: Of another officer"
        history.undo(db, history.last_write(db), actor=actor)
        assert self.last(db) == f"Undo: Brought back {named}"

    def test_a_copy(self, db, actor, officer, certify):
        certificate = certify(officer, CourseKind.OTHER, scan=None)
        certificates.attach_copy(db, certificate.id, scan_of(b"copy", "scan 1.pdf"), actor=actor)
        assert self.last(db) == (
            "Attached “scan 1.pdf” to Erik Olson's certificate of 08/20/2026, “Other training”"
        )

    def test_an_assignment_and_its_days(self, db, actor, officer, assign):
        assignment = assign(officer, role=Role.SUBSTITUTE)
        assert self.last(db) == (
            "Added Erik Olson's assignment at ISD 0196, substitute, from 09/14/2026"
        )
        days = {date(2026, 9, 15): DayKind.SERVED, date(2026, 9, 16): DayKind.SERVED}
        contact_days.set_days(db, assignment.id, days, actor=actor)
        assert self.last(db) == "Added Erik Olson's contact day 09/15/2026, served and 1 more"

    def test_settings(self, db, actor):
        agency.change_settings(db, Settings(lead_times=(30, 7)), actor=actor)
        assert self.last(db) == "Changed lead times from “180,90,60,30,14,7” to “30,7”"

    @pytest.mark.usefixtures("contract")
    def test_every_entry_of_a_new_file_has_words(self, db, certify, officer):
        certify(officer)
        assert all(line.words and "?" not in line.words for line in history.lines(db))
        assert history.lines(db)[-1].words == "Made this file for Oakdale Police Department"

    def test_a_description_needs_no_file(self, db, actor, officer):
        rename(db, officer, actor, badge="14")
        (entry,) = history.entries(db, limit=1)
        assert history.describe(entry) == "Changed Erik Olson's badge from 12 to 14"


def test_entries_of_one_record_newest_first(db, actor, officer, district):
    rename(db, officer, actor, badge="14")
    found = history.entries(db, kind=Kind.OFFICER, record=officer.id)
    assert [entry.action for entry in found] == [Action.CHANGE, Action.ADD]
    assert history.entries(db, before_seq=found[0].seq, limit=1)[0].kind is Kind.DISTRICT
    assert districts.named(db, "0196") == district

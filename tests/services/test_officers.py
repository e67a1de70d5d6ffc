"""The roster: officers added, changed, voided and shown in full."""

from datetime import date

import pytest

from sro_desk.domain.codes import CourseKind, Paragraph, Role, Status
from sro_desk.domain.drafts import OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.services import (
    assignments,
    contact_days,
    findings,
    history,
    keeping,
    officer_history,
    officers,
)
from tests.services.conftest import TODAY


def test_a_name_is_tidied_and_filed(db, actor):
    added = officers.add(db, OfficerDraft(name="  Anna   van der Berg "), actor=actor)
    assert (added.name, added.sort_name) == ("Anna van der Berg", "van der Berg, Anna")


def test_half_a_character_is_marked_and_all_others_are_kept(db, actor):
    odd = "Ann\x00 \u202eoB \x1b[31m '; DROP TABLE officer; -- 👩‍👧 \ufeff"
    draft = OfficerDraft(name="Kim \ud83dXiong", remarks=odd)
    added = officers.add(db, draft, actor=actor)
    assert added.name == "Kim \ufffdXiong"
    assert officers.detail(db, added.id, TODAY).officer.remarks == odd
    officers.void(db, added.id, "\udc00twice", actor=actor)
    assert keeping.verify(db).sound


def test_the_roster_is_in_the_order_of_filing_without_accents(db, actor):
    for name in ("Kim Xiong", "Ånge Ødegaard", "Per Aas", "Nguyễn, Thị Ánh"):
        officers.add(db, OfficerDraft(name=name), actor=actor)
    filed = [each.sort_name for each in officers.all_officers(db)]
    assert filed == ["Aas, Per", "Nguyễn, Thị Ánh", "Ødegaard, Ånge", "Xiong, Kim"]


def test_a_name_is_needed(db, actor):
    with pytest.raises(SroDeskError, match="Enter a name"):
        officers.add(db, OfficerDraft(name="  "), actor=actor)


def test_the_same_name_and_badge_are_warned_of_but_not_of_oneself(db, officer):
    draft = OfficerDraft(name="ERIK OLSON", badge="12")
    found = officers.problems(db, draft)
    assert [each.fault for each in found] == [Fault.SAME_NAME, Fault.SAME_BADGE]
    assert officers.problems(db, draft, itself=officer.id) == ()


def test_a_voided_officer_is_off_the_roster_but_on_file(db, actor, officer, assign):
    assign(officer)
    officers.void(db, officer.id, "Entered twice", actor=actor)
    assert officers.all_officers(db) == ()
    assert findings.overview(db, TODAY).rows == ()
    (row,) = findings.overview(db, TODAY, voided=True).rows
    assert row.officer.voided.reason == "Entered twice"
    assert len(officers.detail(db, officer.id, TODAY).record.assignments) == 1


def test_a_voided_officer_cannot_be_changed(db, actor, officer):
    officers.void(db, officer.id, "Entered twice", actor=actor)
    with pytest.raises(SroDeskError):
        officers.change(db, officer.id, OfficerDraft(name="Erik Olson"), actor=actor)


def test_one_officer_in_full(db, officer, assign, certify, district):
    assignment, certificate = assign(officer), certify(officer)
    detail = officers.detail(db, officer.id, TODAY)
    assert (detail.finding.paragraph, detail.finding.status) == (Paragraph.A, Status.MET)
    assert detail.record.assignments == (assignment,)
    assert detail.districts == {district.id: district}
    assert list(detail.copies) == [certificate.copy]
    assert detail.why[-1].startswith("Law: ")


def test_an_officer_who_is_not_in_the_file(db):
    with pytest.raises(SroDeskError, match="not in this file"):
        officers.detail(db, 99, TODAY)


def test_the_history_of_an_officer_has_the_records_of_the_officer(
    db, actor, officer, assign, certify
):
    other = officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    assign(officer)
    certify(officer, CourseKind.MANDATED)
    assign(other)
    lines = officer_history.of_officer(db, officer.id)
    assert [line.words for line in lines[1:]] == [
        "Added assignment at ISD 0196, regular, from 09/14/2026",
        "Added Erik Olson",
    ]
    assert lines[0].words.startswith("Added certificate of 08/20/2026")


def test_days_set_together_are_one_line_with_a_date_each(db, actor, officer, assign):
    substitute = assign(officer, role=Role.SUBSTITUTE, assumed=date(2026, 9, 8))
    one, two = date(2026, 11, 2), date(2026, 11, 3)
    served = dict.fromkeys((one, two), "SERVED")
    contact_days.set_days(db, substitute.id, served, actor=actor)
    contact_days.set_days(db, substitute.id, dict.fromkeys((one, two)), actor=actor)
    cleared, line, *_ = officer_history.of_officer(db, officer.id)
    assert line.words == "Set 2 contact days, 11/02/2026 to 11/03/2026: 2 served"
    assert cleared.words == "Set 2 contact days, 11/02/2026 to 11/03/2026: 2 cleared"
    changes = officer_history.changes(db, line)
    assert [(each.field, each.before, each.after) for each in changes] == [
        ("11/02/2026", "", "Served"),
        ("11/03/2026", "", "Served"),
    ]
    history.undo(db, history.last_write(db), actor=actor)
    assert officer_history.of_officer(db, officer.id)[0].words.startswith("Undo: set 2 contact")


def test_a_changed_field_is_told_before_and_after(db, actor, officer):
    officers.change(db, officer.id, OfficerDraft(name="Erik Olson", badge="14"), actor=actor)
    line = officer_history.of_officer(db, officer.id)[0]
    assert line.words == "Changed badge from 12 to 14"
    (badge,) = [each for each in officer_history.changes(db, line) if each.differs]
    assert (badge.field, badge.before, badge.after) == ("Badge", "12", "14")


def test_a_voided_record_stays_in_the_history(db, actor, officer, assign):
    assignment = assign(officer)
    assignments.void(db, assignment.id, "Wrong officer", actor=actor)
    line = officer_history.of_officer(db, officer.id)[0]
    assert line.words == "Voided assignment at ISD 0196: Wrong officer"

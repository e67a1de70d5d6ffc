"""What storing a certificate would do, told before it is stored: the same as afterwards."""

from datetime import date

import pytest

from sro_desk.domain.codes import CourseKind, Gap, Paragraph, Status
from sro_desk.domain.drafts import CertificateDraft, OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.services import certificate_entry, certificates, findings, officers
from sro_desk.services.certificate_preview import preview
from tests.services.conftest import TODAY, scan_of


def draft_of(officer, course, completed=date(2026, 8, 20)):
    return CertificateDraft(officer=officer.id, course=course.id, completed_on=completed)


def test_it_tells_what_the_overview_shows_afterwards(db, actor, officer, assign, course_of):
    assign(officer)
    draft, scan = draft_of(officer, course_of(CourseKind.MANDATED)), scan_of(b"one")
    (effect,) = preview(db, (draft,), scan, on=TODAY).effects
    before = findings.overview(db, TODAY).rows[0].finding
    certificates.add(db, draft, scan, actor=actor)
    after = findings.overview(db, TODAY).rows[0].finding
    assert (effect.without, effect.with_it) == (before, after)


def test_a_class_in_the_order_of_its_drafts_without_the_incomplete(db, actor, officer, course_of):
    other = officers.add(db, OfficerDraft(name="Kim Xiong"), actor=actor)
    course = course_of(CourseKind.MANDATED)
    drafts = (
        draft_of(other, course),
        CertificateDraft(officer=None, course=course.id, completed_on=TODAY),
        draft_of(officer, course),
    )
    effects = preview(db, drafts, None, on=TODAY).effects
    assert [effect.officer.name for effect in effects] == ["Kim Xiong", "Erik Olson"]


def test_the_certificate_being_changed_does_not_count_beside_itself(
    db, officer, assign, certify, course_of
):
    assign(officer)
    kept = certify(officer)
    draft = draft_of(officer, course_of(CourseKind.BASIC), date(2020, 7, 17))
    found = preview(db, (draft,), None, on=TODAY, itself=kept)
    (effect,) = found.effects
    assert effect.without.status is Status.MET
    assert (effect.with_it.paragraph, effect.with_it.status) == (Paragraph.B, Status.DUE)
    assert Gap.PRIOR_BASIC_PROOF not in effect.with_it.gaps  # its copy stays


def test_it_warns_of_a_copy_that_another_certificate_has(db, actor, officer, course_of):
    course, scan = course_of(CourseKind.MANDATED), scan_of(b"the same")
    certificates.add(db, draft_of(officer, course), scan, actor=actor)
    draft = draft_of(officer, course, date(2026, 9, 1))
    faults = {each.fault for each in preview(db, (draft,), scan, on=TODAY).problems}
    assert faults == {Fault.SAME_COPY}


def test_a_change_replaces_the_copy_in_the_same_write(db, actor, officer, certify, course_of):
    kept = certify(officer)
    draft = draft_of(officer, course_of(CourseKind.MANDATED), date(2026, 8, 21))
    changed = certificates.change(db, kept.id, draft, scan_of(b"better", "b.pdf"), actor=actor)
    assert changed.completed_on == date(2026, 8, 21)
    copy, content = certificates.copy_content(db, changed.copy)
    assert (copy.original_name, content) == ("b.pdf", b"better")


def test_a_change_without_a_file_keeps_the_copy(db, actor, officer, certify, course_of):
    kept = certify(officer)
    draft = draft_of(officer, course_of(CourseKind.MANDATED), date(2026, 8, 21))
    assert certificates.change(db, kept.id, draft, actor=actor).copy == kept.copy


def test_the_form_begins_with_the_lists_and_the_certificate(db, officer, certify):
    kept = certify(officer)
    entry = certificate_entry.begin(db, kept.id)
    assert entry.certificate == kept
    assert entry.copy[0].sha256 == kept.copy
    assert [each.id for each in entry.officers] == [officer.id]
    assert len(entry.courses) == 5
    assert certificate_entry.begin(db).certificate is None


def test_a_certificate_that_is_not_on_file_is_said(db):
    with pytest.raises(SroDeskError, match="not in this file"):
        certificate_entry.begin(db, 99)

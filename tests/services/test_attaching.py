"""Copies attached in bulk: one write for all, none of it where it is stopped."""

from datetime import date

import pytest

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import CertificateDraft
from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.domain.scan import Scan
from sro_desk.services import attaching, certificates, history


@pytest.fixture
def waiting(db, actor, officer, course_of):
    """Three certificates without a copy."""
    course = course_of(CourseKind.OTHER).id
    days = (date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5))
    drafts = [CertificateDraft(officer=officer.id, course=course, completed_on=on) for on in days]
    return [certificates.add(db, draft, actor=actor).id for draft in drafts]


def receive(path):
    content = path.read_bytes()
    if not content.startswith(b"%PDF"):
        raise SroDeskError("The type of this file is not known.")
    return Scan(content=content, original_name=path.name, media_type="application/pdf", pages=1)


@pytest.fixture
def chosen(tmp_path, waiting):
    paths = [tmp_path / f"{number}.pdf" for number in range(len(waiting))]
    for path in paths:
        path.write_bytes(b"%PDF-1.7 " + path.name.encode())
    return list(zip(paths, waiting, strict=True))


def test_what_lacks_a_copy(db, actor, waiting, chosen):
    assert {each.id for each in attaching.lacking(db)} == set(waiting)
    attaching.attach(db, chosen[:1], receive, actor=actor)
    assert {each.id for each in attaching.lacking(db)} == set(waiting[1:])
    certificates.void(db, waiting[1], "Entered twice", actor=actor)
    assert {each.id for each in attaching.lacking(db)} == {waiting[2]}


def test_all_in_one_write_that_one_undo_takes_back(db, actor, chosen):
    heard = []
    db.listeners.append(heard.append)
    assert attaching.attach(db, chosen, receive, actor=actor).count == 3
    assert attaching.lacking(db) == ()
    (changes,) = heard
    history.undo(db, changes.write, actor=actor)
    assert len(attaching.lacking(db)) == 3


def test_a_file_that_is_refused_is_told_and_the_others_are_stored(db, actor, chosen):
    chosen[1][0].write_bytes(b"junk")
    done = attaching.attach(db, chosen, receive, actor=actor)
    assert done.count == 2
    assert done.refused == ("“1.pdf”: The type of this file is not known.",)
    assert [each.id for each in attaching.lacking(db)] == [chosen[1][1]]


def test_a_copy_that_came_meanwhile_is_not_replaced(db, actor, chosen):
    attaching.attach(db, chosen[:1], receive, actor=actor)
    done = attaching.attach(db, chosen, receive, actor=actor)
    assert done.count == 2
    assert "has a copy by now" in done.refused[0]


def test_stopped_it_leaves_nothing(db, actor, chosen):
    def stop(done, _):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        attaching.attach(db, chosen, receive, actor=actor, report=stop)
    assert len(attaching.lacking(db)) == 3

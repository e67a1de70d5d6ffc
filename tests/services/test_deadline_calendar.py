"""The calendar of deadlines, read back by the parser of another program."""

import json
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from sro_desk.domain.codes import CourseKind
from sro_desk.domain.drafts import OfficerDraft
from sro_desk.services import officers
from sro_desk.services.deadline_calendar import deadline_calendar, file_name
from tests.services.conftest import TODAY

OTHERS_PYTHON = Path("/usr/bin/python3")  # Debian's, with its python3-vobject
READER = """
import json, sys, vobject
found = []
for event in vobject.readOne(sys.stdin.read()).vevent_list:
    alarms = [str(each.trigger.value) for each in getattr(event, "valarm_list", [])]
    found.append([event.uid.value, event.summary.value, str(event.dtstart.value),
                  event.status.value, event.sequence.value, alarms])
print(json.dumps(found))
"""


def read(content: bytes):
    if (
        not OTHERS_PYTHON.exists()
        or subprocess.run(
            [OTHERS_PYTHON, "-c", "import vobject"], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("vobject is not here; on Debian: apt install python3-vobject")
    answer = subprocess.run(
        [OTHERS_PYTHON, "-c", READER], input=content, capture_output=True, check=True
    )
    return json.loads(answer.stdout)


def made(db, on=TODAY) -> bytes:
    return deadline_calendar(db, on=on, made_on=on)


@pytest.fixture
def due(officer, assign, certify):
    """Erik Olson, under V.B until 2027-05-31."""
    assign(officer, assumed=date(2021, 8, 30))
    certify(officer, kind=CourseKind.BASIC, completed=date(2020, 7, 17))
    return officer


def test_a_deadline_is_an_event_with_an_alarm_at_each_lead_time(db, due):
    ((uid, summary, day, status, _, alarms),) = read(made(db))
    assert uid == f"{db.file_id}-officer-{due.id}-deadline@sro-desk"
    assert (summary, day, status) == (
        "SRO training due: Erik Olson (V.B)",
        "2027-05-31",
        "CONFIRMED",
    )
    morning = timedelta(hours=8)
    assert alarms == [str(morning - timedelta(days=days)) for days in (180, 90, 60, 30, 14, 7)]


def test_a_later_file_updates_the_event(db, due, certify):
    before = read(made(db))[0]
    certify(due, kind=CourseKind.SUPPLEMENTAL, completed=date(2026, 10, 2))
    after = read(made(db))[0]
    assert after[0] == before[0]
    assert int(after[4]) > int(before[4])
    assert (after[3], after[5]) == ("CANCELLED", [])


@pytest.mark.usefixtures("due")
def test_what_was_met_long_ago_is_not_mentioned(db, actor, assign, certify):
    mai = officers.add(db, OfficerDraft(name="Mai Vang"), actor=actor)
    assign(mai)
    certify(mai)
    assert [event[1] for event in read(made(db))] == ["SRO training due: Erik Olson (V.B)"]


def test_nothing_private_is_in_it(db, actor, due):
    draft = OfficerDraft(name=due.name, remarks="canary remark", work_phone="canary phone")
    officers.change(db, due.id, draft, actor=actor)
    hidden = OfficerDraft(name="Ann Canary", withheld=True)
    officers.add(db, hidden, actor=actor)
    assert b"canary" not in made(db).lower()


@pytest.mark.usefixtures("due")
def test_the_same_twice(db):
    assert made(db) == made(db)


def test_an_empty_calendar_is_one_too(db):
    assert Calendar.from_ical(made(db)).walk("VEVENT") == []
    assert file_name(TODAY) == "SRO training deadlines 2026-11-24.ics"


def test_names_of_every_kind_are_read_back_whole(db, actor, due):
    name = "Nguyễn Thị Ánh; \\ " + "Featherstonehaugh-Cholmondeley, " * 3 + "Jr."
    officers.change(db, due.id, OfficerDraft(name=name), actor=actor)
    assert read(made(db))[0][1] == f"SRO training due: {name} (V.B)"

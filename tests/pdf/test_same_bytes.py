"""Equal facts give equal bytes, in this process and in the next."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sro_desk.pdf.acknowledgement import acknowledgement
from sro_desk.pdf.audit_binder import audit_binder
from sro_desk.pdf.deadlines_list import deadlines_list
from sro_desk.pdf.district_summary import district_summary
from sro_desk.pdf.inability_form import inability_form
from sro_desk.pdf.officer_page import officer_page
from sro_desk.pdf.substitute_log import substitute_log
from sro_desk.pdf.vb_planner import vb_planner
from tests.pdf.conftest import (
    NASTY,
    acknowledged,
    deadline,
    deadlines,
    full_audit,
    full_officer,
    officer,
    officer_record,
    officers,
    planner,
    seat,
    signer,
    substitute,
    substitutes,
    summary,
    trained,
    unable,
)

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = """
import hashlib
from tests.pdf.conftest import officers, summary
from sro_desk.pdf.district_summary import district_summary
print(hashlib.sha256(district_summary(summary(*officers(20)))).hexdigest())
"""


def test_twice_with_another_report_in_between():
    facts = summary(*(officer(name=name) for name in NASTY))
    first = district_summary(facts)
    deadlines_list(deadlines(*map(deadline, range(5))))
    assert district_summary(facts) == first


@pytest.mark.parametrize(
    ("draw", "facts"),
    [
        (officer_page, officer_record(full_officer())),
        (substitute_log, substitutes(*(substitute(count=n) for n in range(20)))),
        (vb_planner, planner(*map(seat, NASTY), done=(trained(),))),
        (acknowledgement, acknowledged(signer=signer())),
        (inability_form, unable(signer=signer())),
        (audit_binder, full_audit(full_officer())),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_each_report_twice(draw, facts):
    assert draw(facts) == draw(facts)


def test_deadlines_twice():
    facts = deadlines(*map(deadline, range(40)))
    assert deadlines_list(facts) == deadlines_list(facts)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Chicago"])
def test_in_another_process_and_time_zone(zone):
    env = {**os.environ, "PYTHONHASHSEED": str(len(zone)), "TZ": zone, "PYTHONPATH": str(ROOT)}
    there = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], cwd=ROOT, env=env, capture_output=True, check=True
    )
    here = hashlib.sha256(district_summary(summary(*officers(20)))).hexdigest()
    assert there.stdout.decode().strip() == here


def test_other_facts_give_other_bytes():
    assert district_summary(summary(officer())) != district_summary(summary(officer(badge="9")))

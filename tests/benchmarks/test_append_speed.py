"""How long 500 copies take to be appended, against pikepdf alone, and in how much memory."""

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest

pytestmark = pytest.mark.benchmark

COPIES, SIZE = 500, 200_000
WORK = """
import resource, sys, time
from pathlib import Path
from sro_desk.domain.exports.appendix import Appended
from sro_desk.intake.examined import Plan
from sro_desk.intake.worker import Worker
from sro_desk.services.appendices import HeldCopies
from sro_desk.pdf import audit_binder
from tests.pdf.conftest import audit

folder = Path(sys.argv[1])
paths = sorted(folder.glob("*.pdf"))
register = audit_binder.audit_binder(audit())  # the libraries are loaded
with Worker() as worker:
    worker.hold(paths[0].read_bytes())
    worker.bind(register, Plan(), most=10_000_000)
    began = time.perf_counter()
    found, size = [], 0
    for path in paths:
        content = path.read_bytes()
        size += len(content)
        held = worker.hold(content)
        found.append(Appended(whose=path.stem, what="Course", lines=("Completed",),
                              number=held.number, pages=held.pages, sizes=held.sizes))
    content, places = audit_binder.with_copies(audit(), found, lambda *_: None)
    plan = Plan(inserts=places.inserts, pictures=places.pictures)
    drawn = time.perf_counter()
    made = HeldCopies(worker, found, size).bind(content, plan)
    joined = time.perf_counter() - drawn
    took = time.perf_counter() - began
    peak = Path(f"/proc/{worker.process_id}/status").read_text().split("VmHWM:")[1].split()[0]
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(took, joined, own / 1024, int(peak) / 1024, len(made))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak from /proc")
def test_500_copies(tmp_path):
    for number in range(COPIES):
        (tmp_path / f"{number:03}.pdf").write_bytes(a_copy(number))
    floor = min(joined_alone(tmp_path) for _ in range(3))
    answer = subprocess.run(
        [sys.executable, "-c", WORK, tmp_path],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    took, joined, own, worker, size = map(float, answer.stdout.split())
    print(
        f"\n{COPIES} copies of {SIZE // 1000} KB appended with their dividers in {took:.2f} s, ",
        end="",
    )
    print(f"of it joined in {joined:.2f} s, {joined / floor:.1f} times pikepdf alone ", end="")
    print(f"({floor:.2f} s; 3 allowed); with the dividers {took / floor:.1f} times; ", end="")
    print(f"{size / 1e6:.0f} MB; memory {own:.0f} MB (400 allowed), the worker's {worker:.0f} MB")


def a_copy(number: int) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(612, 792))
        noise = os.urandom(SIZE)
        pdf.pages[0].Contents = pdf.make_stream(b"% " + str(number).encode())
        pdf.pages[0].obj.Kept = pdf.make_stream(noise)
        pdf.save(made)
    return made.getvalue()


def joined_alone(folder: Path) -> float:
    began = time.perf_counter()
    with pikepdf.new() as made:
        for path in sorted(folder.glob("*.pdf")):
            with pikepdf.open(path) as pdf:
                made.pages.extend(pdf.pages)
        made.save(io.BytesIO())
    return time.perf_counter() - began

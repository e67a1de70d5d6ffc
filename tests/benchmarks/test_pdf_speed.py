"""How long a district summary of 300 officers takes, against the same table untagged."""

import time
from contextlib import contextmanager
from io import BytesIO

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from sro_desk.pdf import conform, fonts
from sro_desk.pdf.district_summary import district_summary
from sro_desk.pdf.sheet import LANDSCAPE, Sheet
from tests.pdf.conftest import officers, summary

pytestmark = pytest.mark.benchmark
TIMES = 5


def best(work) -> float:
    """Seconds of the quickest of a few runs."""
    work()
    taken = []
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


@contextmanager
def unmarked(*_):
    yield


def test_a_summary_of_300_officers(monkeypatch):
    facts = summary(*officers(300))
    start = time.perf_counter()
    district_summary(facts)
    first = time.perf_counter() - start
    tagged = best(lambda: district_summary(facts))
    paragraphs = best(lambda: with_paragraphs(facts))
    with monkeypatch.context() as patch:
        patch.setattr(Sheet, "tagged", unmarked)
        patch.setattr(Sheet, "artifact", unmarked)
        patch.setattr(conform, "finish", lambda drawn, *_: drawn)
        untagged = best(lambda: district_summary(facts))
    print(f"\n300 officers: the first {first:.3f} s (1 s allowed); ", end="")
    print(f"tagged {tagged:.3f} s, untagged {untagged:.3f} s: ", end="")
    print(f"{tagged / untagged:.2f} times (2.50 allowed)", end="; ")
    print(f"reportlab's table of the officers with paragraphs {paragraphs:.3f} s")


def with_paragraphs(facts) -> bytes:
    """Reportlab's own way to break texts in cells: the officers' table alone, untagged."""
    fonts.register()
    style = ParagraphStyle("cell", fontName=fonts.REGULAR, fontSize=8, leading=10.5)
    rows = [[Paragraph(text, style) for text in cells_of(line)] for line in facts.officers]
    head = [["Officer", "Title", "Role", "From", "Para", "Course", "No.", "Status", "Why"]]
    written = BytesIO()
    table = LongTable(head + rows, colWidths=[72] * 9, repeatRows=1)
    SimpleDocTemplate(written, pagesize=LANDSCAPE).build([table])
    return written.getvalue()


def cells_of(line) -> list[str]:
    return [
        line.name,
        line.title,
        f"{line.role} {'; '.join(line.sites)}",
        str(line.assumed),
        line.paragraph,
        line.course,
        line.certificate_number,
        line.status,
        " ".join(line.why),
    ]

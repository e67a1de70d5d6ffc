"""How long an audit binder of 300 officers takes, without copies, and how it grows."""

import time
from dataclasses import replace

import pytest

from sro_desk.pdf.audit_binder import audit_binder
from tests.pdf.conftest import full_audit, full_officer, pages_of, year_log

pytestmark = pytest.mark.benchmark


def officers(count: int):
    """Every third is a substitute whose contact days are a calendar."""
    made = (full_officer(f"Erik Olson {n}") for n in range(count))
    return [replace(each, log=year_log(40) if n % 3 == 0 else None) for n, each in enumerate(made)]


@pytest.mark.parametrize(
    ("count", "entries"), [(30, 500), (300, 5_000), (300, 20_000), (1_000, 20_000)]
)
def test_a_binder(count, entries):
    facts = full_audit(*officers(count), entries=entries)
    start = time.perf_counter()
    made = audit_binder(facts)
    taken = time.perf_counter() - start
    print(f"\n{count:,} officers, {entries:,} entries: {taken:.2f} s", end="; ")
    print(f"{len(pages_of(made)):,} pages, {len(made) / 1e6:.1f} MB (20 s allowed for 300)")

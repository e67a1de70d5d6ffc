"""Makes big records files fast, for benchmarks and trials of size.

The rows are written past the ledger, which makes a hundred thousand of them a
matter of seconds: such a file is good for reading and for new writes, but
`verify` rightly says that its records were added outside the program.
"""

import hashlib
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from sro_desk.domain.changes import Actor
from sro_desk.domain.names import filed_under
from sro_desk.domain.records import Agency
from sro_desk.services import records_file

DISTRICTS, SCHOOLS_EACH = 20, 5
_ACTOR = Actor(account="bench", host="bench")
_AGENCY = Agency(
    name="Hennepin County Sheriff's Office (made up)",
    chief="Dawn Olson",
    chief_title="Sheriff",
    ori="MN0270000",
    address="",
    phone="",
    email="",
)
_FIRST = ("Erik", "Mai", "Dawn", "Ánh", "José", "Amina", "Kirsten", "Pa Houa", "Lars", "Tyler")
_LAST = ("Olson", "Vang", "Nguyễn", "O'Brien-Núñez", "Xiong", "Johnson", "Hassan", "Nordström")
_MANDATED, _SUPPLEMENTAL, _SAFETY_CENTER, _NASRO, _OTHER = range(1, 6)  # as seeded
_COURSES = (  # with the first completion, and over how many days they are spread
    (_SAFETY_CENTER, date(2018, 2, 1), 2700),
    (_MANDATED, date(2025, 2, 1), 600),
    (_OTHER, date(2016, 1, 4), 3900),
    (_NASRO, date(2018, 6, 1), 2600),
    (_SUPPLEMENTAL, date(2025, 10, 1), 400),
)


def make_big(path: Path, officers: int, certificates_per_officer: int) -> Path:
    """Make a records file of that many officers of all sorts, each with that many certificates."""
    records_file.create(path, _AGENCY, actor=_ACTOR).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        _districts(connection)
        _officers(connection, officers)
        _assignments(connection, officers)
        _certificates(connection, officers, certificates_per_officer)
        _papers(connection, officers)
        connection.execute("COMMIT")
    return path


def _districts(connection: sqlite3.Connection) -> None:
    _insert(
        connection,
        "district",
        ("name", "kind", "state_id", "citation", "contact_name", "contact_email"),
        [(f"District {n}", "INDEPENDENT", f"{n:04}", "", "", "") for n in range(1, DISTRICTS + 1)],
    )
    _insert(
        connection,
        "school",
        ("district_id", "name"),
        [(d + 1, f"School {s}") for d, s in product(range(DISTRICTS), range(SCHOOLS_EACH))],
    )
    _insert(
        connection,
        "contract",
        ("district_id", "starts_on", "ends_on", "duties"),
        [(n, "2020-07-01", "2029-06-30", "1,4,5") for n in range(1, DISTRICTS)],  # one lacks its
    )


def _officers(connection: sqlite3.Connection, officers: int) -> None:
    names = [f"{first} {last}" for first, last in product(_FIRST, _LAST)]
    columns = ("name", "sort_name", "rank", "badge", "title", "post_license", "work_phone")
    rows = []
    for n in range(officers):
        name = names[n % len(names)]
        rows.append((name, filed_under(name), "Officer", str(n), "", "", "", "", 0, ""))
    _insert(connection, "officer", (*columns, "work_email", "withheld", "remarks"), rows)


def _assignments(connection: sqlite3.Connection, officers: int) -> None:
    rows = []
    for n in range(officers):
        substitute = n % 7 == 0
        role, booked = ("SUBSTITUTE", 22) if substitute else ("REGULAR", 0)
        assumed = date(2024, 1, 8) + timedelta(days=n % 1000)
        rows.append((n + 1, n % DISTRICTS + 1, role, assumed.isoformat(), 1, "", booked))
    columns = ("officer_id", "district_id", "role", "assumed", "meets_definition")
    _insert(connection, "assignment", (*columns, "definition_reason", "booked_days"), rows)


def _certificates(connection: sqlite3.Connection, officers: int, each: int) -> None:
    rows, copies = [], []
    for n, k in product(range(officers), range(each)):
        course, first, spread = _COURSES[k % len(_COURSES)]
        if n % 3 == 0 and course == _MANDATED:
            continue  # every third officer lacks the mandated course
        completed = first + timedelta(days=(n * 37 + k * 277) % spread)
        number = f"C-{n:05}-{k:02}"
        content = number.encode()
        copy = None if (n + k) % 50 == 0 else hashlib.sha256(content).hexdigest()
        if copy is not None:
            kept = (copy, "application/pdf", f"{number}.pdf", len(content), 1)
            copies.append((*kept, "2026-01-01T00:00:00.000000Z", "bench@bench", content))
        rows.append((n + 1, course, completed.isoformat(), number, copy))
    known = ("sha256", "media_type", "original_name", "size", "pages")
    _insert(connection, "copy", (*known, "added_at", "added_by", "content"), copies)
    columns = ("officer_id", "course_id", "completed_on", "number", "copy_sha256")
    _insert(connection, "certificate", columns, rows)


def _papers(connection: sqlite3.Connection, officers: int) -> None:
    _insert(
        connection,
        "policy_revision",
        ("adopted_on", "title", "posted_at"),
        [("2025-08-01", "", "")],
    )
    _insert(
        connection,
        "policy_review",
        ("officer_id", "reviewed_on", "note"),
        [(n, "2025-08-20", "") for n in range(1, officers + 1, 3)],
    )
    _insert(
        connection,
        "inability_record",
        ("officer_id", "recorded_on", "reason", "signed_by"),
        [(n, "2026-08-20", "No seat before fall", "Dawn Olson") for n in range(1, officers, 11)],
    )
    days = [
        (n, (date(2026, 9, 8) + timedelta(days=d)).isoformat(), "SERVED")
        for n, d in product(range(1, officers + 1, 7), range(0, 70, 3))
    ]
    _insert(connection, "contact_day", ("assignment_id", "on", "kind"), days)


def _insert(
    connection: sqlite3.Connection,
    table: str,
    columns: tuple[str, ...],
    rows: list[tuple[object, ...]],
) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)  # noqa: S608

"""Our own export changes nothing when it is imported, and no text is harmed on the way."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from sro_desk.domain.codes import DistrictKind, Role
from sro_desk.domain.drafts import DistrictDraft, OfficerDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.spreadsheets.formulas import as_meant, neutralised
from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.tables import TableKind, written_fields
from sro_desk.intake.worker import Worker
from sro_desk.services import districts, officers, records_file
from sro_desk.services.spreadsheets import choosing, exporting, importing
from sro_desk.services.spreadsheets.on_file import on_file
from sro_desk.services.spreadsheets.workbooks import as_xlsx
from tests.services.conftest import AGENCY
from tests.services.test_nothing_private_leaves import all_of_folder

NAUGHTY = (
    *("=1+1", "+1 651 555 0100", "-2", "@SUM(A1)", "'=1+1", "''=1+1", "'quoted'", "'t Hooft"),
    *("=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\")", "＝1＋1", "\x00=1"),
    *("007", "0", "00", "1e5", "1E400", "3/4", "MARCH1", "TRUE", "NULL", "None", "nan", "#REF!"),
    *('"', '""', '"a","b"', "a,b;c\td|e", "a\nb", "a\r\nb", "a\rb", "\\", "\\n", "%s", "{0}"),
    *("\x01\x02\x1f\x7f", "a\x00b", "\x85x", "a\u2028b\u2029c", "\ufeffx", "\ufffd", "\ufffe"),
    *("\u202eevil\u202c", "\u200bx", "\u200f\u05d0\u05d1", "مرحبا", "שלום", "日本語", "Ω≈ç√"),
    *("😀", "👩‍👩‍👧‍👦", "🇺🇸", "e\u0301", "é", "Z͑ͫ̓a̲l̡g̼o", "𝕳𝖊𝖑𝖑𝖔", "ﬃ", "ß", "İ"),
    *("<script>alert(1)</script>", "'; DROP TABLE officer;--", "../../etc/passwd", "CON", "~"),
    *("x" * 40_000, "ISD 196", "Olson, Erik", "Sgt. Erik Olson", "a  b", "sep=;"),
)  # fmt: skip
NAMES = tuple(f"{text} {number}" for number, text in enumerate(NAUGHTY))


def one_line(text):
    """As services store a name."""
    return " ".join(text.split())


@pytest.fixture
def worker():
    with Worker() as living:
        yield living


@pytest.fixture
def carry(db, actor, worker, tmp_path):
    """Bring a table in, as bytes of a CSV file."""

    def carry(name, content, into=db):
        path = tmp_path / f"{name}.csv"
        path.write_bytes(content)
        planned = importing.preview(into, choosing.parts_of(choosing.open_sheets(path, worker)))
        assert planned.counts[Outcome.PROBLEM] == 0, [r.remarks for r in planned.rows if r.remarks]
        if planned.steps:
            importing.store(into, planned, actor=actor)
        return planned

    return carry


def written(kind, rows):
    fields = written_fields(kind, private=True)
    table = [tuple(field.title for field in fields)]
    table += [tuple(row.get(field.name, "") for field in fields) for row in rows]
    return exporting.as_csv(tuple(table)), tuple(table)


def texts_of(kind):
    """The columns that take any text."""
    closed = {"kind", "role", "course_kind", "badge", "post_license", "state_id"}
    linked = {"officer", "district", "school", "course", "name"}
    return [
        field.name
        for field in written_fields(kind, private=True)
        if field.reads.value == "text" and field.name not in closed | linked
    ]


def everything(number, text):
    """One row of each table, full of one text."""
    name, who = one_line(NAMES[number]), {}
    who = {"officer": name, "badge": f"{text}", "post_license": f"{text}#{number}"}
    place = {"district": f"District {NAMES[number]}".replace("\n", " "), "school": NAMES[number]}
    place["district"] = one_line(place["district"])
    return {
        TableKind.OFFICERS: {
            "name": name,
            "badge": text,
            "post_license": who["post_license"],
            "employed_from": "2020-01-02",
            **dict.fromkeys(texts_of(TableKind.OFFICERS), text),
        },
        TableKind.DISTRICTS: {
            "name": place["district"],
            "kind": "Cooperative",
            "state_id": f"{text}/{number}",
            "school": place["school"],
            **dict.fromkeys(texts_of(TableKind.DISTRICTS), text),
        },
        TableKind.ASSIGNMENTS: {
            **who,
            **place,
            "role": "Substitute",
            "assumed": "2026-09-01",
            "meets_definition": "no",
            "booked_days": "0",
            **dict.fromkeys(texts_of(TableKind.ASSIGNMENTS), text),
        },
        TableKind.CERTIFICATES: {
            **who,
            "course": name,
            "course_kind": "Other course",
            "completed_on": "2026-08-20",
            **dict.fromkeys(texts_of(TableKind.CERTIFICATES), text),
        },
        TableKind.REVIEWS: {
            **who,
            "reviewed_on": "2026-09-01",
            **dict.fromkeys(texts_of(TableKind.REVIEWS), text),
        },
        TableKind.CONTACT_DAYS: {**who, **place, "on": "2026-10-01", "kind": "Served"},
    }


def test_naughty_strings_through_every_column_and_out_again(db, carry, tmp_path):
    rows = [everything(number, text) for number, text in enumerate(NAUGHTY)]
    given = {}
    for kind in TableKind:
        content, table = written(kind, [row[kind] for row in rows])
        given[kind] = sorted(table)
        planned = carry(kind.value, content)
        assert planned.counts[Outcome.NEW] == len(NAUGHTY), kind
    (tmp_path / "out").mkdir()
    csv_only = [exporting.Format.CSV]
    tables = exporting.export(db, tmp_path / "out", formats=csv_only, private=True).files
    for kind, path in zip(TableKind, tables, strict=True):
        back = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
        got = sorted(tuple(as_meant(cell) for cell in row) for row in back)
        assert got == given[kind], kind
    for kind, path in zip(TableKind, tables, strict=True):
        planned = carry(kind.value, path.read_bytes())
        assert planned.counts[Outcome.SAME] == len(NAUGHTY), kind


def test_remarks_come_in_and_never_go_out(db, carry, tmp_path):
    content = exporting.as_csv(
        (("Name", "Remarks", "Withheld"), *((f"Officer {n}", t, "") for n, t in enumerate(NAUGHTY)))
    )
    carry("officers", content)
    kept = {each.name: each.remarks for each in officers.all_officers(db)}
    assert kept == {f"Officer {n}": t for n, t in enumerate(NAUGHTY)}
    (tmp_path / "out").mkdir()
    exporting.export(db, tmp_path / "out", private=True)
    assert "DROP TABLE" not in all_of_folder(tmp_path / "out")


def test_naughty_strings_through_a_workbook(worker):
    texts = [text for text in NAUGHTY if len(text) < 32_000 and text != "\ufffe"]  # no character
    content = as_xlsx([("Everything", [("A", "B"), *((text, 7) for text in texts)])])
    (sheet,) = worker.read_sheets(content, "naughty.xlsx").sheets
    assert [as_meant(str(row[0])) for row in sheet.rows[1:]] == texts


def test_equal_tables_make_equal_workbooks_and_a_day_is_one(worker):
    day = date(2026, 11, 24)
    first, second = (as_xlsx([("Days", [("On",), (day,)])]) for _ in range(2))
    assert first == second
    (sheet,) = worker.read_sheets(first, "days.xlsx").sheets
    assert "2026" in str(sheet.rows[1][0])


def test_what_no_cell_holds_is_said():
    with pytest.raises(SroDeskError, match="Write the tables as CSV"):
        as_xlsx([("Long", [("A",), ("x" * 40_000,)])])


@pytest.mark.parametrize("text", NAUGHTY)
def test_what_is_neutralised_calculates_nothing_and_comes_back(text):
    marked = neutralised(text)
    assert marked[:1] not in tuple("=+-@\t\r＝＋－＠")
    assert as_meant(marked) == text


def test_withheld_officers_stay_out_with_all_that_is_theirs(db, actor, officer, assign, tmp_path):
    assign(officer)
    draft = OfficerDraft(name=officer.name, badge="12", withheld=True)
    officers.change(db, officer.id, draft, actor=actor)
    (tmp_path / "out").mkdir()
    exported = exporting.export(db, tmp_path / "out")
    assert exported.withheld == 1
    assert "Olson" not in all_of_folder(tmp_path / "out")


def test_the_samples_own_export_changes_nothing_and_fills_an_empty_file(
    sample_file, carry, tmp_path, actor
):
    (tmp_path / "out").mkdir()
    with records_file.look_into(sample_file) as sample:
        exported = exporting.export(sample, tmp_path / "out")
        for path in exported.files:
            planned = importing.preview(sample, choosing.parts_of(choosing.open_file(path)))
            assert set(planned.counts) == set(Outcome)
            assert planned.counts[Outcome.SAME] == len(planned.rows) > 0
        (tmp_path / "whole").mkdir()
        whole = exporting.export(
            sample, tmp_path / "whole", formats=[exporting.Format.CSV], private=True
        )
    with records_file.create(tmp_path / "new.srodesk", AGENCY, actor=actor) as new:
        for path in whole.files:
            carry(path.stem, path.read_bytes(), into=new)
        (tmp_path / "again").mkdir()
        again = exporting.export(new, tmp_path / "again")
    for one, other in zip(exported.files, again.files, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_namesakes_and_districts_alike_are_no_change(db, actor, assign, certify, tmp_path, carry):
    for _ in range(2):
        officer = officers.add(db, OfficerDraft(name="Erik Olson"), actor=actor)
        certify(officer, scan=None)
        assign(officer, role=Role.SUBSTITUTE, assumed=date(2026, 9, 14 + officer.id))
    for kind in (DistrictKind.INDEPENDENT, DistrictKind.SPECIAL):
        districts.add(db, DistrictDraft(name="Twin", kind=kind, state_id="0001"), actor=actor)
    csv_only = [exporting.Format.CSV]
    for path in exporting.export(db, tmp_path, formats=csv_only).files:
        planned = carry(path.stem, path.read_bytes())
        assert planned.counts[Outcome.SAME] == len(planned.rows)


def test_what_is_on_file_is_read_whole(db, officer, assign, certify):
    assignment, certificate = assign(officer), certify(officer)
    with db.read() as session:
        found = on_file(session)
    assert found.assignments == [assignment]
    assert found.certificates == [certificate]
    assert [replace(each, sort_name="") for each in found.officers] == [
        replace(officer, sort_name="")
    ]

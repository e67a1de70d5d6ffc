"""The commands import and export as scripts call them."""

import json
import shutil

import pytest

from sro_desk import cli
from sro_desk.services import clock, officers, records_file
from sro_desk.services.records_file import look_into
from tests.conftest import TODAY


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def file(tmp_path, agency, actor):
    path = tmp_path / "records.srodesk"
    records_file.create(path, agency, actor=actor).close()
    return path


@pytest.fixture
def table(tmp_path):
    def table(text, name="list.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return table


def run(*words):
    return cli.run([str(word) for word in words])


def names(file):
    with look_into(file) as db:
        return [officer.name for officer in officers.all_officers(db)]


GOOD = 'Name,Badge\n"Olson, Erik",12\n'
BAD = GOOD + "Pa Vang,9\n,7\n"


def test_import_says_what_it_did(file, table, capsys):
    assert run("import", file, table(GOOD)) == 0
    out = capsys.readouterr().out
    assert "Officers: 1 new, 0 change, 0 same, 0 problems" in out
    assert "Imported: 1 row new, 0 changed." in out
    assert names(file) == ["Erik Olson"]
    assert run("import", file, table(GOOD)) == 0
    assert "Officers: 0 new, 0 change, 1 same, 0 problems" in capsys.readouterr().out


def test_a_dry_run_stores_nothing_and_needs_no_lock(file, table, actor, capsys):
    with records_file.open_file(file, actor=actor):
        assert run("import", file, table(GOOD), "--dry-run") == 0
    assert "dry run" in capsys.readouterr().out
    assert names(file) == []


def test_a_problem_keeps_everything_out_unless_told_otherwise(file, table, capsys):
    assert run("import", file, table(BAD)) == 1
    assert "line 4, problem: Enter a name." in capsys.readouterr().out
    assert names(file) == []
    assert run("import", file, table(BAD), "--skip-problems") == 0
    assert names(file) == ["Erik Olson", "Pa Vang"]


def test_the_answer_as_json(file, table, capsys):
    assert run("import", file, table(BAD), "--json", "--dry-run") == 1
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["imported", "backup", "counts", "notes", "rows"]
    assert answer["counts"] == {"new": 2, "change": 0, "same": 0, "problem": 1}
    assert list(answer["rows"][2]) == ["sheet", "table", "line", "outcome", "remarks", "was"]
    assert answer["rows"][2]["remarks"] == [
        {"field": "name", "words": "Enter a name.", "blocks": True}
    ]
    assert answer["imported"] is False


def test_what_headings_do_not_say_is_said(file, table, capsys):
    odd = table("Wer,Nummer\nErik Olson,12\n")
    assert run("import", file, odd) == cli.TROUBLE
    assert "No table of records was recognised" in capsys.readouterr().err
    assert run("import", file, odd, "--as", "officers") == cli.TROUBLE
    assert "--map" in capsys.readouterr().err
    words = ("--as", "officers", "--map", "Wer=name", "--map", "Nummer=badge")
    assert run("import", file, odd, *words) == 0
    assert names(file) == ["Erik Olson"]
    assert run("import", file, odd, "--sheet", "Nowhere") == cli.TROUBLE
    assert "no sheet called" in capsys.readouterr().err


def test_one_flat_list_is_read_as_several_kinds(file, table, capsys):
    flat = table(
        "Officer,Badge,District,Start Date,Course,Completed\n"
        '"Olson, Erik",12,ISD 196,9/14/2026,Mandated,8/20/2026\n'
        '"Vang, Pa",9,ISD 196,9/15/2026,,\n'
    )
    assert run("import", file, flat, "--as", "officers", "--map", "Start Date=nose") == cli.TROUBLE
    assert run("import", file, flat, "--as", "districts") == 0
    words = ["--as", "officers", "--as", "assignments", "--map", "Start Date=assumed"]
    assert run("import", file, flat, *words) == 0
    out = capsys.readouterr().out
    assert "Officers: 2 new" in out
    assert "Assignments: 2 new" in out
    with look_into(file) as db:
        assert {each.employed_from for each in officers.all_officers(db)} == {None}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04junk", b"%PDF-1.7"])
def test_a_table_that_cannot_be_read_is_a_sentence(file, tmp_path, capsys, content):
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    assert run("import", file, path) == cli.TROUBLE
    err = capsys.readouterr().err
    assert err.endswith(".\n")
    assert "Traceback" not in err


def test_the_samples_export_changes_nothing_when_imported(sample_file, tmp_path, capsys):
    file = shutil.copy(sample_file, tmp_path / "sample.srodesk")
    assert run("export", file, "--out", tmp_path / "out") == 0
    assert "withheld" in capsys.readouterr().out
    with look_into(file) as db:
        head = db.head()
    for path in sorted((tmp_path / "out").iterdir()):
        assert run("import", file, path) == 0
        assert "0 new, 0 change" in capsys.readouterr().out
    with look_into(file) as db:
        assert db.head() == head

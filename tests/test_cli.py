"""The commands as scripts call them: exit codes, JSON keys, sentences."""

import hashlib
import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from sro_desk import cli
from sro_desk.__main__ import STOPPED
from sro_desk.domain.changes import Actor
from sro_desk.services import officers, records_file

ON = date(2026, 11, 24)
INTERRUPTED = """
import os, signal, sys
from sro_desk import __main__
from sro_desk.services import keeping
sys.argv = ["sro-desk", "verify", sys.argv[1]]
keeping.verify = lambda *_: os.kill(os.getpid(), signal.SIGINT)
sys.exit(__main__.main())
"""
KEYS = [
    "name",
    "districts",
    "paragraph",
    "status",
    "nominal",
    "legal",
    "days_left",
    "duties",
    "gaps",
    "advisories",
    "light",
    "next_step",
    "why",
    "periods",
]


@pytest.fixture
def file(sample_file, tmp_path):
    return shutil.copy(sample_file, tmp_path / "records.srodesk")


def run(*words):
    return cli.run([str(word) for word in words])


def test_check_prints_the_documented_json(file, capsys):
    assert run("check", file, "--as-of", "2026-11-24", "--json") == cli.SOMETHING_RED
    answer = json.loads(capsys.readouterr().out)
    assert answer["as_of"] == "2026-11-24"
    assert answer["officers"]
    for officer in answer["officers"]:
        assert list(officer) == KEYS


def test_check_prints_a_table(file, capsys):
    assert run("check", file, "--as-of", "11/24/2026") == cli.SOMETHING_RED
    out = capsys.readouterr().out
    assert "11/24/2026" in out
    assert "V.B" in out


def test_check_of_a_file_with_nothing_red(tmp_path, capsys, agency):
    path = tmp_path / "new.srodesk"
    records_file.create(path, agency, actor=Actor("clerk", "desk")).close()
    assert run("check", path) == cli.NOTHING_RED
    assert "No officers" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "verify", "backup"])
def test_a_file_with_a_problem_is_a_sentence_and_exit_3(tmp_path, capsys, command):
    path = tmp_path / "letter.srodesk"
    path.write_bytes(b"Dear Chief, this is no database at all. " * 40)
    assert run(command, path) == cli.TROUBLE
    assert_one_sentence(capsys.readouterr().err)


def test_a_missing_file_is_a_sentence(tmp_path, capsys):
    assert run("check", tmp_path / "none.srodesk") == cli.TROUBLE
    assert_one_sentence(capsys.readouterr().err)


def test_a_date_that_is_none(file, capsys):
    assert run("check", file, "--as-of", "soon") == cli.USAGE
    assert "soon" in capsys.readouterr().err


def test_help_documents_the_json(capsys):
    assert run("check", "--help") == 0
    out = capsys.readouterr().out
    for key in KEYS:
        assert key in out


def test_reports_are_written(file, tmp_path, capsys):
    out = tmp_path / "new folder" / "summary.pdf"
    assert run("report", "district", file, "--district", "Anoka", "--out", out) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert run("report", "deadlines", file, "--out", tmp_path / "deadlines.pdf") == 0
    assert str(out) in capsys.readouterr().out


@pytest.mark.parametrize(
    "asked",
    [
        ("officer", "--officer", "Lindqvist"),
        ("substitutes",),
        ("substitutes", "--district", "Anoka"),
        ("planner", "--district", "Anoka", "--withheld"),
        ("acknowledgement",),
        ("acknowledgement", "--officer", "Lindqvist"),
        ("inability", "--officer", "173"),
        ("audit", "--since", "2026-09-01", "--withheld"),
        ("deadlines", "--within", "30", "--district", "Anoka"),
    ],
    ids=" ".join,
)
def test_each_report_is_one_command_away(file, tmp_path, asked):
    out = tmp_path / "report.pdf"
    name, *options = asked
    assert run("report", name, file, *options, "--out", out, "--as-of", "2026-11-24") == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_the_binder_as_a_zip(file, tmp_path, capsys):
    out = tmp_path / "new folder" / "binder.ZIP"
    assert run("report", "audit", file, "--out", out, "--as-of", "2026-11-24") == 0
    assert capsys.readouterr().out == f"Wrote {out}\n"
    with ZipFile(out) as archive:
        assert archive.read("SRO audit binder 2026-11-24.pdf").startswith(b"%PDF-")
        assert any(name.startswith("copies/certificates/") for name in archive.namelist())
    assert run("report", "deadlines", file, "--out", tmp_path / "list.zip") == 0
    assert (tmp_path / "list.zip").read_bytes().startswith(b"%PDF-")


def test_a_ledger_that_would_begin_after_it_ends(file, tmp_path, capsys):
    asked = ("--since", "2026-12-01", "--as-of", "2026-11-24", "--out", tmp_path / "binder.pdf")
    assert run("report", "audit", file, *asked) == cli.TROUBLE
    assert "is after the as-of date" in capsys.readouterr().err


def test_an_officer_s_page_needs_the_officer(file, tmp_path, capsys):
    out = tmp_path / "report.pdf"
    assert run("report", "officer", file, "--out", out) == cli.USAGE
    assert "--officer" in capsys.readouterr().err
    assert run("report", "officer", file, "--officer", "Nobody", "--out", out) == cli.TROUBLE
    assert "Nobody" in capsys.readouterr().err


def test_a_district_that_is_not_there(file, tmp_path, capsys):
    out = tmp_path / "summary.pdf"
    assert run("report", "district", file, "--district", "Atlantis", "--out", out) == cli.TROUBLE
    assert "Atlantis" in capsys.readouterr().err
    assert not out.exists()


def test_backup_restore_verify(file, tmp_path, capsys):
    assert run("backup", file, "--to", tmp_path / "backups") == 0
    (backup,) = (tmp_path / "backups").glob("*.srodesk")
    restored = tmp_path / "restored.srodesk"
    assert run("restore", backup, "--to", restored) == 0
    assert run("verify", restored) == 0
    assert run("verify", restored, "--head", "0" * 64) == cli.TROUBLE
    capsys.readouterr()


def test_checking_changes_nothing(file, capsys):
    before = file.read_bytes()
    run("check", file)
    run("verify", file)
    assert file.read_bytes() == before
    capsys.readouterr()


def test_reading_works_while_another_writes(file, capsys, actor):
    with records_file.open_file(file, actor=actor) as db:
        assert officers.all_officers(db)
        assert run("check", file, "--as-of", ON.isoformat()) == cli.SOMETHING_RED
    capsys.readouterr()


def assert_one_sentence(text):
    assert text.strip()
    assert "Traceback" not in text
    assert len(text.strip().splitlines()) == 1


def test_a_report_never_takes_the_place_of_records(file, capsys):
    before = file.read_bytes()
    assert run("report", "deadlines", file, "--out", file) == cli.TROUBLE
    assert "holds records" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_report_that_cannot_be_written_leaves_nothing_half(file, tmp_path, capsys):
    out = tmp_path / ("n" * 300)
    assert run("report", "deadlines", file, "--out", out) == cli.TROUBLE
    assert_one_sentence(capsys.readouterr().err)
    assert not list(tmp_path.glob(".*partial"))


def test_a_name_as_long_as_the_disk_takes(file, tmp_path, capsys):
    out = tmp_path / ("n" * 251 + ".pdf")
    assert run("report", "deadlines", file, "--out", out) == 0
    assert str(out) in capsys.readouterr().out


@pytest.mark.parametrize("out", ["/", ".", "folder"])
def test_a_folder_is_no_report(file, tmp_path, capsys, monkeypatch, out):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert run("report", "deadlines", file, "--out", out) == cli.TROUBLE
    assert "is a folder" in capsys.readouterr().err
    assert list((tmp_path / "folder").iterdir()) == []


def test_a_folder_is_not_replaced_by_a_backup(file, tmp_path, capsys):
    kept = tmp_path / "folder" / "kept.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    assert run("restore", file, "--to", kept.parent) == cli.TROUBLE
    assert "is a folder" in capsys.readouterr().err
    assert kept.read_text() == "mine"


@pytest.mark.parametrize(
    "command",
    [
        ["check", ""],
        ["demo", ""],
        ["report", "deadlines", "FILE", "--out", ""],
        ["backup", "FILE", "--to", ""],
        ["restore", "FILE", "--to", ""],
        ["restore", "", "--to", "FILE"],
    ],
)
def test_an_unset_variable_names_no_place(file, tmp_path, capsys, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    words = [str(file) if word == "FILE" else word for word in command]
    assert run(*words) == cli.USAGE
    assert "is empty" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


def test_a_pdf_is_checked_against_the_records(file, tmp_path, capsys):
    pdf = tmp_path / "deadlines.pdf"
    assert run("report", "deadlines", file, "--as-of", ON.isoformat(), "--out", pdf) == 0
    capsys.readouterr()
    assert run("verify", file, "--pdf", pdf) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("All that this PDF was made from is still in the records: ")
    head = told[-1].removeprefix("Its ledger ends with ").rstrip(".")
    assert run("verify", file, "--head", f"Ledger head {head[:20]}…") == 0
    assert capsys.readouterr().out.splitlines() == told
    assert run("verify", file, "--pdf", tmp_path / "none.pdf") == cli.TROUBLE
    assert_one_sentence(capsys.readouterr().err)
    assert run("verify", file, "--pdf", pdf, "--head", head) == cli.USAGE
    assert "not both" in capsys.readouterr().err


def test_an_unset_head_is_not_taken_for_one_that_holds(file, capsys):
    assert run("verify", file, "--head", "") == cli.TROUBLE
    assert_one_sentence(capsys.readouterr().err)


def test_a_name_too_long_for_the_disk_is_a_sentence(capsys):
    assert run("check", "x" * 5000) == cli.TROUBLE
    assert_one_sentence(capsys.readouterr().err)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_an_answer_that_cannot_be_written_is_a_sentence(file):
    with Path("/dev/full").open("w") as full:
        answer = subprocess.run(
            [sys.executable, "-m", "sro_desk", "check", file],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert answer.returncode == cli.TROUBLE
    assert_one_sentence(answer.stderr)


def test_ctrl_c_ends_a_command_without_a_traceback(file):
    command = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, file], stderr=subprocess.PIPE, text=True
    )
    assert command.communicate(timeout=60)[1] == "Stopped.\n"
    assert command.returncode == STOPPED


def test_a_packet_is_recorded_listed_and_reprinted(file, tmp_path, capsys):
    own = tmp_path / "own.srodesk"
    own.write_bytes(file.read_bytes())
    out, again = tmp_path / "packet.pdf", tmp_path / "again.pdf"
    draft = tmp_path / "draft.pdf"
    named = ("--district", "Anoka")
    assert run("report", "packet", own, *named, "--out", draft, "--draft") == 0
    before = json.loads(listed(own, capsys))
    assert run("report", "packet", own, *named, "--out", out, "--to", "Pat", "--duties") == 0
    newest, *others = json.loads(listed(own, capsys))
    assert others == before
    assert (newest["sent_to"], newest["district"]) == ("Pat", "Anoka-Hennepin School District")
    assert newest["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert run("packets", own, "--reprint", newest["packet"], "--out", again) == 0
    assert again.read_bytes() == out.read_bytes()
    assert run("verify", own, "--head", newest["ledger_head"]) == 0


def listed(file, capsys):
    capsys.readouterr()
    assert run("packets", file, "--json") == 0
    return capsys.readouterr().out


def test_all_packets_into_a_folder(file, tmp_path, capsys):
    own = tmp_path / "own.srodesk"
    own.write_bytes(file.read_bytes())
    assert run("report", "packets", own, "--out", tmp_path / "all") == 0
    assert len(list((tmp_path / "all").glob("*.pdf"))) == 4
    assert "4 reports were saved" in capsys.readouterr().out


def test_a_packet_is_not_given_out_unrecorded(file, tmp_path, capsys):
    own = tmp_path / "own.srodesk"
    own.write_bytes(file.read_bytes())
    out = tmp_path / "packet.pdf"
    with records_file.open_file(own, actor=records_file.this_actor()):
        assert run("report", "packet", own, "--district", "Anoka", "--out", out) == cli.TROUBLE
    assert "--draft" in capsys.readouterr().err
    assert not out.exists()

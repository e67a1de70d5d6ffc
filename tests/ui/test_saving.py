"""Files that a person asked for: proposed by name, written whole, counted where they replace."""

import sys

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from sro_desk.domain.changes import Actor
from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.drafts import DistrictDraft
from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.domain.progress import unheard
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.intake.worker import Worker
from sro_desk.services import districts
from sro_desk.services.reports.all_districts import save_all
from sro_desk.services.reports.made import Making
from sro_desk.services.saving import save
from sro_desk.ui import saving
from tests.conftest import TODAY

PDF = "PDF (*.pdf)"
NAMES = ("Anoka SRO certificates 2026-11-24.pdf", "ISD 0696 SRO certificates 2026-11-24.pdf")


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def answers(monkeypatch):
    """What the save dialog answers, one after the other; each call keeps what it proposed."""
    proposed, given = [], []

    def ask(_parent, _title, place, _kinds):
        proposed.append(place)
        return (given.pop(0), PDF)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return proposed, given


@pytest.fixture
def two_districts(db, actor):
    districts.add(db, DistrictDraft(name="Anoka", kind=DistrictKind.COOPERATIVE), actor=actor)
    ely = DistrictDraft(name="Ely", kind=DistrictKind.INDEPENDENT, state_id="0696")
    districts.add(db, ely, actor=actor)


def saved(db, folder, report=unheard):
    with Worker() as worker:
        making = Making(made_on=TODAY, worker=worker, report=report)
        asked = Asked(report=ReportName.DISTRICT, on=TODAY)
        return save_all(db, asked, folder, making, actor=Actor("clerk", "DESK-1"))


def test_the_folder_chosen_last_is_proposed_next_time(page, preferences, answers, tmp_path):
    proposed, given = answers
    given += [str(tmp_path / "list.pdf"), ""]
    assert saving.choose_place(page, preferences, "Save", "a.pdf", PDF) == tmp_path / "list.pdf"
    assert saving.choose_place(page, preferences, "Save", "b.pdf", PDF) is None
    assert proposed[1] == str(tmp_path / "b.pdf")


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("ISD 0696", "ISD 0696.pdf"),
        ("packet 11.24", "packet 11.24.pdf"),
        ("St. Paul", "St. Paul.pdf"),
        ("list.PDF", "list.PDF"),
    ],
)
def test_a_name_without_a_suffix_gets_one(page, preferences, answers, tmp_path, typed, path):
    answers[1].append(str(tmp_path / typed))
    assert saving.choose_place(page, preferences, "Save", "a.pdf", PDF) == tmp_path / path


def test_a_file_is_not_replaced_for_the_sake_of_a_suffix_that_was_not_typed(
    page, preferences, answers, tmp_path
):
    (tmp_path / "list.pdf").write_bytes(b"kept")
    proposed, given = answers
    given += [str(tmp_path / "list"), str(tmp_path / "list.pdf")]
    assert saving.choose_place(page, preferences, "Save", "a.pdf", PDF) == tmp_path / "list.pdf"
    assert proposed[1] == str(tmp_path / "list.pdf")  # the system's dialog asks now


def test_a_folder_is_remembered_but_not_one_that_was_only_looked_into(
    page, preferences, monkeypatch, tmp_path
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    saving.choose_folder(page, preferences, "Backups", "/somewhere")
    assert preferences.text("folder_saved_to_last") == ""
    assert saving.choose_folder(page, preferences, "Summaries") == tmp_path
    assert preferences.text("folder_saved_to_last") == str(tmp_path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert saving.choose_folder(page, preferences, "Summaries") is None


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "list.pdf"
    path.write_bytes(b"old")
    assert save(path, b"new") == path
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_told_and_the_old_file_stays(tmp_path, monkeypatch):
    path = tmp_path / "list.pdf"
    path.write_bytes(b"old")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as held:
        held.setattr(type(path), "replace", refuse)  # as where another program has it open
        with pytest.raises(SroDeskError, match="could not be saved"):
            save(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(SroDeskError, match="is a folder"):
        save(tmp_path, b"new")
    with pytest.raises(SroDeskError, match="could not be saved"):
        save(tmp_path / "gone" / "list.pdf", b"new")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SroDeskError, match="could not be saved"):
        save(tmp_path / "file" / "list.pdf", b"new")


@pytest.mark.usefixtures("two_districts")
def test_every_district_gets_its_report(db, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    outcome = saved(db, folder)
    assert tuple(sorted(each.name for each in folder.iterdir())) == NAMES
    assert all(each.read_bytes().startswith(b"%PDF-") for each in folder.iterdir())
    assert outcome.words == f"2 reports were saved in {folder}."


@pytest.mark.usefixtures("two_districts")
def test_what_was_replaced_is_counted_and_other_files_are_left_alone(db, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / NAMES[0]).write_bytes(b"last month")
    (folder / "letter.pdf").write_bytes(b"mine")
    outcome = saved(db, folder)
    assert outcome.replaced == 1
    assert outcome.words.endswith("1 replaced an earlier file of the same name.")
    assert saved(db, folder).words.endswith("2 replaced earlier files of the same name.")
    assert (folder / "letter.pdf").read_bytes() == b"mine"


def test_districts_of_the_same_label_do_not_replace_each_other(db, actor, tmp_path):
    for name in ("Ely: North", "ELY  North", "Ely/ North"):
        draft = DistrictDraft(name=name, kind=DistrictKind.COOPERATIVE)
        districts.add(db, draft, actor=actor)
    folder = tmp_path / "out"
    folder.mkdir()
    outcome = saved(db, folder)
    assert (outcome.written, outcome.replaced) == (3, 0)
    assert len(list(folder.iterdir())) == 3


@pytest.mark.usefixtures("two_districts")
def test_stopping_keeps_what_was_saved(db, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()

    def stop_after_one(done, total):
        assert total == 2
        if done == 1:
            raise Cancelled

    outcome = saved(db, folder, stop_after_one)
    assert outcome.words == f"Stopped: 1 of 2 reports was saved in {folder}."
    assert len(list(folder.iterdir())) == 1


@pytest.mark.usefixtures("two_districts")
def test_a_failure_half_way_tells_how_many_are_there(db, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / NAMES[1]).mkdir()
    with pytest.raises(SroDeskError, match="1 of 2 reports were saved before"):
        saved(db, folder)


@pytest.mark.usefixtures("two_districts")
def test_a_folder_that_is_gone(db, tmp_path):
    with pytest.raises(SroDeskError, match="choose another folder"):
        saved(db, tmp_path / "gone")


def test_without_a_district_there_is_nothing_to_save(db, tmp_path):
    assert saved(db, tmp_path).words == "There is no district yet, so nothing was saved."


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not closed this way there")
def test_a_folder_that_may_not_be_written(tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    try:
        (folder / "probe").touch()
    except PermissionError:
        with pytest.raises(SroDeskError, match="choose another folder"):
            save(folder / "list.pdf", b"new")
    else:
        pytest.skip("this account may write everywhere")


@pytest.mark.parametrize(
    ("given", "kind", "path"),
    [
        ("list.xlsx", "CSV (*.csv)", "list.csv"),
        ("list.xlsx", "Excel workbook (*.xlsx)", "list.xlsx"),
        ("list", "CSV (*.csv)", "list.csv"),
        ("list.csv", "Excel workbook (*.xlsx)", "list.csv"),  # typed, so it is meant
        ("list.xlsx", "", "list.xlsx"),
    ],
)
def test_the_kind_that_is_picked_is_the_kind_that_is_written(
    page, preferences, monkeypatch, tmp_path, given, kind, path
):
    answer = (str(tmp_path / given), kind)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    kinds = "Excel workbook (*.xlsx);;CSV (*.csv)"
    assert saving.choose_place(page, preferences, "Save", "list.xlsx", kinds) == tmp_path / path

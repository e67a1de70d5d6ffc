"""The inbox: where a file lies is its state, and none is lost or taken half."""

import os
import sys

import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.inbox import Inbox, Pile
from tests.intake import foreign

NOW = 1_700_000_000.0  # long before what a test writes now


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def scans(tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    return folder


@pytest.fixture
def inbox(tmp_path, scans, clock):
    return Inbox(tmp_path / "Records inbox", scans, clock=clock)


def put(folder, name, content=None, age=3600.0):
    path = folder / name
    path.write_bytes(foreign.pdf(name) if content is None else content)
    os.utime(path, (NOW - age, NOW - age))
    return path


def names(inbox, pile=Pile.WAITING):
    return [each.name for each in inbox.files(pile)]


def test_the_oldest_is_first_and_both_folders_feed_it(inbox, scans, tmp_path):
    put(scans, "b.pdf", age=200)
    put(scans, "a.pdf", age=100)
    dropped = put(tmp_path, "dropped.pdf")
    inbox.take_in(dropped)
    assert names(inbox) == ["b.pdf", "a.pdf", "dropped.pdf"]
    assert all(each.whole for each in inbox.files())
    assert dropped.exists()


@pytest.mark.parametrize(
    "name", [".hidden.pdf", "~$a.pdf", "a.pdf.part", "a.crdownload", "a.TMP", "Thumbs.db"]
)
def test_what_other_programs_leave_is_none_of_ours(inbox, scans, name):
    put(scans, name)
    (scans / "Stored").mkdir()
    assert names(inbox) == []


def test_a_half_written_file_waits_until_it_is_whole(inbox, scans, clock):
    path = put(scans, "scan.pdf", foreign.pdf("a")[:60], age=0)
    assert [each.whole for each in inbox.files()] == [False]
    clock.now += 1
    path.write_bytes(foreign.pdf("a")[:90])
    os.utime(path, (clock.now, clock.now))
    clock.now += 1.5
    assert [each.whole for each in inbox.files()] == [False]  # it grew meanwhile
    clock.now += 3
    assert [each.whole for each in inbox.files()] == [False]  # a PDF without its end
    path.write_bytes(foreign.pdf("a"))
    os.utime(path, (clock.now, clock.now))
    inbox.files()
    clock.now += 3
    assert [each.whole for each in inbox.files()] == [True]


def test_a_pdf_whose_end_never_comes_is_shown_as_it_is_after_a_minute(inbox, scans, clock):
    put(scans, "cut.pdf", foreign.pdf("a")[:60], age=0)
    inbox.files()
    clock.now += 61
    assert [each.whole for each in inbox.files()] == [True]


def test_an_empty_file_is_not_whole(inbox, scans):
    put(scans, "empty.pdf", b"", age=5)
    assert [each.whole for each in inbox.files()] == [False]


def test_a_stored_file_leaves_the_scan_folder_into_stored(inbox, scans):
    path = put(scans, "scan.pdf")
    moved = inbox.stored(path, path.read_bytes())
    assert names(inbox) == []
    assert moved.now == scans / "Stored" / "scan.pdf"
    assert moved.now.read_bytes() == foreign.pdf("scan.pdf")


def test_a_dropped_file_that_is_stored_leaves_no_second_copy(inbox, tmp_path):
    dropped = put(tmp_path, "dropped.pdf")
    waiting = inbox.take_in(dropped)
    moved = inbox.stored(waiting, waiting.read_bytes())
    assert names(inbox) == []
    assert inbox.put_back(moved) == waiting  # undone meanwhile
    inbox.stored(waiting, waiting.read_bytes())
    inbox.tidy()
    assert not inbox.own.exists()
    assert dropped.exists()


def test_tidying_leaves_what_waits_and_what_is_the_scanners(inbox, scans, tmp_path):
    inbox.take_in(put(tmp_path, "dropped.pdf"))
    path = put(scans, "scan.pdf")
    inbox.stored(path, path.read_bytes())
    inbox.tidy()
    assert names(inbox) == ["dropped.pdf"]
    assert names(inbox, Pile.STORED) == ["scan.pdf"]


def test_a_file_that_is_no_longer_what_was_stored_stays(inbox, scans):
    path = put(scans, "scan.pdf")
    stored = path.read_bytes()
    path.write_bytes(foreign.pdf("another"))
    with pytest.raises(SroDeskError, match="has changed since it was stored"):
        inbox.stored(path, stored)
    assert names(inbox) == ["scan.pdf"]


@pytest.mark.parametrize("pile", [Pile.SET_ASIDE, Pile.DISCARDED])
def test_what_was_put_away_comes_back(inbox, scans, pile):
    path = put(scans, "scan.pdf", age=1)
    moved = inbox.move(path, pile)
    assert names(inbox) == []
    assert names(inbox, pile) == ["scan.pdf"]
    assert inbox.put_back(moved) == path
    assert [(each.name, each.whole) for each in inbox.files()] == [("scan.pdf", True)]


def test_no_file_takes_the_place_of_another(inbox, scans, tmp_path):
    first, second = put(scans, "scan.pdf", b"one"), put(tmp_path, "scan.pdf", b"two")
    inbox.move(first, Pile.DISCARDED)
    moved = inbox.move(put(scans, "scan.pdf", b"three"), Pile.DISCARDED)
    assert moved.now.name == "scan (2).pdf"
    put(scans, "scan.pdf", b"four")
    assert inbox.put_back(moved).name == "scan (2).pdf"
    inbox.take_in(second)
    inbox.take_in(second)
    assert sorted(names(inbox)) == ["scan (2).pdf", "scan (2).pdf", "scan.pdf", "scan.pdf"]


def test_what_lies_in_a_pile_moves_to_another_of_the_same_folder(inbox, scans):
    moved = inbox.move(put(scans, "scan.pdf"), Pile.SET_ASIDE)
    again = inbox.move(moved.now, Pile.DISCARDED)
    assert again.now == scans / "Discarded" / "scan.pdf"


def test_a_file_that_vanished_is_told(inbox, scans):
    path = put(scans, "scan.pdf")
    path.unlink()
    for act in (lambda: inbox.move(path, Pile.DISCARDED), lambda: inbox.stored(path, b"")):
        with pytest.raises(SroDeskError, match=r"“scan.pdf” is no longer in the inbox"):
            act()


def test_a_file_that_vanishes_while_it_is_listed_is_gone(inbox, scans, monkeypatch):
    put(scans, "a.pdf")
    gone = put(scans, "b.pdf")

    def move_away(entry):
        if entry.name == gone.name:
            gone.unlink()
        return True

    monkeypatch.setattr("sro_desk.intake.inbox._is_for_us", move_away)
    assert names(inbox) == ["a.pdf"]


def test_a_scan_folder_that_is_not_there_is_told_and_the_other_is_not_needed(tmp_path):
    with pytest.raises(SroDeskError, match="is not there"):
        Inbox(tmp_path / "own", tmp_path / "gone").files()
    assert Inbox(tmp_path / "own", None).files() == ()


def test_pasted_bytes_wait_under_their_name(inbox):
    path = inbox.take_bytes("Pasted picture.png", foreign.png_of(9, 9, 9))
    assert path.read_bytes() == foreign.png_of(9, 9, 9)
    assert [each.whole for each in inbox.files()] == [True]
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o077 == 0


def test_a_folder_and_a_monster_are_not_taken_in(inbox, tmp_path):
    with pytest.raises(SroDeskError, match="is a folder"):
        inbox.take_in(tmp_path)
    assert not inbox.own.exists()

"""Reading what a person chose: a sentence for each way in which that fails."""

import os
import sys
from pathlib import Path

import pytest

from sro_desk.domain.errors import SroDeskError
from sro_desk.intake.reading import name_of, read
from sro_desk.intake.types import MAX_BYTES
from tests.intake import foreign

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def refusal(path):
    with pytest.raises(SroDeskError) as refused:
        read(path)
    said = str(refused.value)
    assert said.endswith(".")
    assert str(path.parent) not in said
    return said


def test_the_bytes_are_those_of_the_file(tmp_path):
    path = tmp_path / "Nguyễn Thị Ánh 'certificate'.pdf"
    path.write_bytes(foreign.pdf("a"))
    assert read(path) == foreign.pdf("a")


def test_a_folder(tmp_path):
    assert "“certificates” is a folder" in refusal(_made(tmp_path / "certificates"))


def _made(folder):
    folder.mkdir()
    return folder


def test_no_such_file(tmp_path):
    assert "no longer there" in refusal(tmp_path / "gone.pdf")


def test_a_name_no_system_has(tmp_path):
    assert "no longer there" in refusal(tmp_path / "a\0b.pdf")


def test_a_file_that_vanishes_while_it_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7")
    opens = Path.open

    def gone(self, *arguments):
        self.unlink()
        return opens(self, *arguments)

    monkeypatch.setattr(Path, "open", gone)
    assert "no longer there" in refusal(path)


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # who tests as root may read everything
    assert "“scan.pdf” could not be read (Permission denied)" in refusal(path)


@posix
@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7")
    path.chmod(0)
    assert "could not be read" in refusal(path)


@posix
def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe.pdf"
    os.mkfifo(path)
    assert "“pipe.pdf” is a device" in refusal(path)


@posix
def test_a_device_without_end():
    assert "“zero” is a device" in refusal(Path("/dev/zero"))


@posix
def test_links_are_followed_and_circles_are_not(tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "scan.pdf")
    (tmp_path / "dangling.pdf").symlink_to(tmp_path / "gone.pdf")
    (tmp_path / "circle.pdf").symlink_to(tmp_path / "circle.pdf")
    assert read(tmp_path / "link.pdf") == b"%PDF-1.7"
    assert "no longer there" in refusal(tmp_path / "dangling.pdf")
    assert "could not be read" in refusal(tmp_path / "circle.pdf")


def test_26_mb_are_refused_unread(tmp_path):
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(26 * 1024 * 1024)
    assert "26.0 MB; at most 25 MB" in refusal(path)


def test_a_file_that_grows_while_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "growing.pdf"
    path.write_bytes(b"%PDF-1.7")
    stat = path.stat()
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    monkeypatch.setattr(Path, "stat", lambda _: stat)
    assert "at most 25 MB" in refusal(path)


@posix
def test_a_name_that_is_no_text(tmp_path):
    path = tmp_path / os.fsdecode(b"M\xfcller.pdf")
    assert name_of(path) == "M?ller.pdf"
    assert "“M?ller.pdf” is no longer there" in refusal(path)
    path.write_bytes(b"%PDF-1.7")
    assert read(path) == b"%PDF-1.7"

"""What a workstation remembers."""

from datetime import date

import pytest
from PySide6.QtCore import QStandardPaths

from sro_desk.domain.errors import SroDeskError
from sro_desk.ui.preferences import Appearance, Preferences


def test_what_was_kept_is_there_after_a_restart(tmp_path):
    first = Preferences(tmp_path / "p.ini")
    first.appearance = Appearance.DARK
    first.keep("page", "officers")
    first.keep("wide", value=True)
    first.keep("height", 700)
    first.keep_warned_until("abc", date(2026, 11, 24))
    first.save()
    again = Preferences(tmp_path / "p.ini")
    assert again.appearance is Appearance.DARK
    assert again.text("page") == "officers"
    assert again.flag("wide")
    assert again.number("height", 0) == 700
    assert again.warned_until("abc") == date(2026, 11, 24)


def test_what_was_never_kept_has_its_default(preferences):
    assert preferences.appearance is Appearance.SYSTEM
    assert preferences.text("page", "deadlines") == "deadlines"
    assert not preferences.flag("wide")
    assert preferences.number("height", 5) == 5
    assert preferences.warned_until("abc") is None
    assert preferences.state("window").isEmpty()


def test_nonsense_in_the_file_is_as_nothing(tmp_path):
    (tmp_path / "p.ini").write_text("[General]\nappearance=purple\nheight=tall\n")
    preferences = Preferences(tmp_path / "p.ini")
    assert preferences.appearance is Appearance.SYSTEM
    assert preferences.number("height", 5) == 5


def test_recent_files_newest_first_once_and_only_those_that_exist(tmp_path, preferences):
    paths = [tmp_path / f"{number}, 1.srodesk" for number in range(10)]
    for path in paths:
        path.touch()
        preferences.remember_file(path)
    preferences.remember_file(paths[5])
    paths[9].unlink()
    assert preferences.recent_files[:2] == (paths[5], paths[8])
    assert len(preferences.recent_files) == 7


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path, monkeypatch):
    (tmp_path / "config").touch()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "config"))
    with pytest.raises(SroDeskError, match="cannot be written"):
        Preferences.of_this_person()

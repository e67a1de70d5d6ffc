"""How the program starts where something is missing: one sentence each."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sro_desk import __main__ as start
from sro_desk import before_qt


def run(*arguments, code=None, **env):
    given = {**os.environ, **env}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        if name not in env:
            given.pop(name, None)
    command = ["-m", "sro_desk"] if code is None else ["-c", code]
    return subprocess.run(
        [sys.executable, *command, *arguments], env=given, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip


def is_one_sentence_each(text):
    return "Traceback" not in text and text.endswith(".\n") and text.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only there a window may have no display")
def test_no_display_names_the_commands_that_need_none():
    said = run()
    assert said.returncode == 2
    assert is_one_sentence_each(said.stderr)
    assert "sro-desk demo" in said.stderr
    assert "sro-desk check" in said.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="X11")
def test_a_display_that_does_not_answer_is_said():
    said = run(DISPLAY=":987")
    assert said.returncode == 2
    assert is_one_sentence_each(said.stderr)
    if "is missing" in said.stderr:
        pytest.skip("no X11 libraries here, which are asked for before the display")
    assert ":987" in said.stderr


def test_two_files_or_a_wrong_command():
    said = run("chekc", "file.srodesk")
    assert said.returncode == 2
    assert "--help" in said.stderr


def test_neither_typer_nor_sqlalchemy_before_the_window_is_painted(tmp_path):
    said = run(
        str(tmp_path / "preferences.ini"),
        code="import sys\n"
        "from sro_desk import __main__, before_qt, app\n"
        "application = app.make_application()\n"
        "from pathlib import Path\n"
        "window = app.make_window(app.Preferences(Path(sys.argv[1])))\n"
        "heavy = ('typer', 'sqlalchemy', 'reportlab', 'pikepdf', 'pypdfium2', 'alembic')\n"
        "print([name for name in heavy if name in sys.modules])\n",
        QT_QPA_PLATFORM="offscreen",
    )
    assert said.stdout == "[]\n", said.stderr


def test_sqlalchemy_and_the_dialogs_come_once_the_home_page_is_filled(tmp_path, sample_file):
    file = tmp_path / "sample.srodesk"
    file.write_bytes(sample_file.read_bytes())
    said = run(
        str(tmp_path / "preferences.ini"),
        str(file),
        code="import sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QTimer\n"
        "from sro_desk import app\n"
        "application = app.make_application()\n"
        "window = app.make_window(app.Preferences(Path(sys.argv[1])))\n"
        "program = app.make_program(window, today=lambda: date(2026, 11, 24))\n"
        "def loaded():\n"
        "    from sro_desk.ui import later\n"
        "    return [name for name in ('sqlalchemy', *later.MODULES.values())"
        " if name in sys.modules]\n"
        "def filled():\n"
        "    print(model.rowCount() > 9, loaded())\n"
        "    looks.start(5)\n"
        "def look():\n"
        "    if len(loaded()) == 6 and not program.desk.context.jobs.busy:\n"
        "        looks.stop()\n"
        "        print('warm')\n"
        "        window.close()\n"
        "def opened(desk):\n"
        "    global model\n"
        "    model = desk.pages['deadlines'].model\n"
        "    model.modelReset.connect(filled)\n"
        "looks = QTimer(window)\n"
        "looks.timeout.connect(look)\n"
        "program.desk_opened.connect(opened)\n"
        "window.painted.connect(lambda: program.open(Path(sys.argv[2])))\n"
        "window.show()\n"
        "application.exec()\n",
        QT_QPA_PLATFORM="offscreen",
    )
    assert said.stdout.splitlines() == ["True []", "warm"], said.stderr


def test_the_page_that_was_in_front_last_is_imported_beside_the_window(tmp_path, sample_file):
    file = tmp_path / "sample.srodesk"
    file.write_bytes(sample_file.read_bytes())
    said = run(
        str(tmp_path / "preferences.ini"),
        str(file),
        code="import sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from threading import current_thread\n"
        "from sro_desk import app\n"
        "class Spy:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name in ('sqlalchemy', 'sro_desk.ui.pages.officers'):\n"
        "            print(name, current_thread().name)\n"
        "sys.meta_path.insert(0, Spy())\n"
        "application = app.make_application()\n"
        "window = app.make_window(app.Preferences(Path(sys.argv[1])))\n"
        "window.preferences.keep('page', 'officers')\n"
        "program = app.make_program(window, today=lambda: date(2026, 11, 24))\n"
        "program.desk_opened.connect(lambda _: window.close())\n"
        "window.painted.connect(lambda: program.open(Path(sys.argv[2])))\n"
        "window.show()\n"
        "application.exec()\n",
        QT_QPA_PLATFORM="offscreen",
    )
    told = ["sro_desk.ui.pages.officers opening", "sqlalchemy opening"]
    assert said.stdout.splitlines() == told, said.stderr


def test_qt_leaves_pythons_own_import_in_place():
    said = run(
        code="import builtins\nplain = builtins.__import__\nimport sro_desk.app\n"
        "print(builtins.__import__ is plain)\n",
        QT_QPA_PLATFORM="offscreen",
    )
    assert said.stdout == "True\n", said.stderr


def test_a_missing_library_names_the_packages(monkeypatch):
    def fail(_):
        raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(before_qt, "import_module", fail)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    said = before_qt.trouble()
    assert "libGL.so.1 is missing" in said
    assert "libxcb-cursor0" in said


def test_missing_pyside_is_said(monkeypatch):
    monkeypatch.setattr(before_qt.importlib.util, "find_spec", lambda _: None)
    assert "PySide6" in before_qt.trouble()


def test_an_old_python_gets_a_sentence(monkeypatch):
    source = Path(start.__file__).read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "version_info", (3, 9, 1))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11"):
        exec(compile(source, start.__file__, "exec"), {"__name__": "old"})  # noqa: S102


def test_the_commands_known_before_typer_are_those_of_the_command_line():
    from sro_desk import cli  # the window does without it, and so do the tests above

    told = {
        command.name or command.callback.__name__ for command in cli.commands.registered_commands
    }
    told |= {
        group.name or group.typer_instance.info.name for group in cli.commands.registered_groups
    }
    assert told <= start.COMMANDS

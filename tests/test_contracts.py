"""Who may import whom, kept by the contracts of pyproject.toml."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_every_contract_is_kept():
    answer = lint_imports(ROOT)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("domain/codes.py", "import sqlalchemy"),
        ("domain/codes.py", "from sro_desk.storage import database"),
        ("services/findings.py", "import PySide6"),
        ("pdf/fonts.py", "import sqlalchemy"),
        ("ui/jobs.py", "from sro_desk.storage import tables"),
        ("ui/pages/officers.py", "from sro_desk.ui.pages import districts"),
        ("cli/demo.py", "from sro_desk.ui import theme"),
    ],
)
def test_a_breach_is_caught(tmp_path, module, line):
    shutil.copytree(ROOT / "sro_desk", tmp_path / "sro_desk")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path = tmp_path / "sro_desk" / module
    path.write_text(path.read_text() + f"\n{line}\n")
    assert lint_imports(tmp_path).returncode == 1

"""Sets the project up in `.venv` and runs or tests it: `python3 .dev run`, `python3 .dev test`.

Needs nothing but Python 3.11+; what is installed is exactly what `requirements.lock` names.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed"
LOCK = ROOT / "requirements.lock"

CHECKS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "contracts": ["lint-imports"],
}
TESTS = ["pytest", "-q", "-n", "auto", "--dist", "worksteal", "-m", "not trial and not benchmark"]


def main(arguments):
    if sys.version_info < (3, 11):
        return _say(
            f"sro-desk needs Python 3.11 or newer, and this is {sys.version.split()[0]}: "
            "install a newer Python and start this command with it."
        )
    if not arguments or arguments[0] not in {"run", "test"}:
        return _say("Say what to do: `python3 .dev run [FILE]` or `python3 .dev test`.")
    try:
        _set_up()
    except _SetUpError as error:
        return _say(str(error))
    if arguments[0] == "run":
        return subprocess.call([str(PYTHON), "-m", "sro_desk", *arguments[1:]])
    return _test(arguments[1:])


def _test(options):
    if options:
        return _python("-m", "pytest", *options)
    for name, (program, *words) in CHECKS.items():
        print(f"{name} ...", flush=True)
        if subprocess.call([str(BIN / program), *words], cwd=ROOT):
            return _say(f"The {name} check failed; the lines above say where.")
    return _python("-m", *TESTS)


class _SetUpError(Exception):
    pass


def _set_up():
    wanted = hashlib.sha256(
        LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()
    ).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Setting up .venv; the first time this takes a minute or two.", flush=True)
    if _quietly(sys.executable, "-m", "venv", "--clear", str(VENV)):
        raise _SetUpError(
            "Python could not make the folder .venv: on Debian or Ubuntu install "
            "`python3-venv`; otherwise see that this folder can be written to."
        )
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if _python(*pip, "--require-hashes", "--requirement", str(LOCK)) or _python(
        *pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)
    ):
        raise _SetUpError(
            "Not every package could be installed; the lines above say why. "
            "See that this machine reaches its package index and has 1 GB free, and try again."
        )
    STAMP.write_text(wanted)


def _python(*arguments):
    return subprocess.call([str(PYTHON), *arguments], cwd=ROOT)


def _quietly(*command):
    return subprocess.call(command, stdout=subprocess.DEVNULL)


def _say(sentence):
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

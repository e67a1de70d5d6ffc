"""`python3 -m sro_desk`: the window without arguments or with a file, else a command."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - who starts it with an old Python gets a sentence
    sys.exit(
        "sro-desk needs Python 3.11 or newer, and this is Python "
        + sys.version.split()[0]
        + ". Install a newer one from python.org and start sro-desk with it."
    )

import signal
from pathlib import Path
from typing import NoReturn

FROZEN_ARGUMENT = "--show-foreign-files"  # as `intake.worker` starts a frozen program
STOPPED = 130  # as shells say of Ctrl+C
COMMANDS = frozenset(
    {
        "backup",
        "calendar",
        "check",
        "demo",
        "export",
        "import",
        "packets",
        "rebuild",
        "report",
        "restore",
        "verify",
    }
)


def main() -> int:
    """Start the window or a command; neither brings along what only the other needs."""
    arguments = sys.argv[1:]
    if arguments[:1] == [FROZEN_ARGUMENT]:
        from sro_desk.intake import renderer  # the limited process of a frozen program

        return renderer.main(arguments[1:])
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        signal.signal(signal.SIGINT, _stop)
        from sro_desk import cli  # typer and the services, which the window does without at first

        return cli.run(arguments)
    if len(arguments) > 1:
        sys.stderr.write(
            f"sro-desk opens one file at a time, and “{arguments[0]}” is no command. "
            "See `sro-desk --help`.\n"
        )
        return 2
    from sro_desk import before_qt

    trouble = before_qt.trouble()
    if trouble:
        sys.stderr.write(trouble + "\n")
        return 2
    from sro_desk import app  # Qt, which commands do without

    return app.run(Path(arguments[0]) if arguments else None)


def _stop(*_: object) -> NoReturn:
    """Ctrl+C ends a command like any other end: what is half done is tidied away."""
    sys.stderr.write("Stopped.\n")
    raise SystemExit(STOPPED)


if __name__ == "__main__":
    sys.exit(main())

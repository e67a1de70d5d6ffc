"""Where the shipped files are: beside a checkout, inside an installed wheel, or frozen."""

import sys
from functools import cache
from pathlib import Path


def path(*parts: str) -> Path:
    """The path of a shipped file, such as `path("fonts", "NotoSans-Regular.ttf")`."""
    return _root().joinpath(*parts)


@cache
def _root() -> Path:
    package = Path(__file__).parent
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"

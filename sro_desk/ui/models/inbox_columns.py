"""The columns of the inbox's list."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt

from sro_desk.domain.dates import us_date
from sro_desk.intake.inbox import Waiting
from sro_desk.ui.models.table import Column


def _arrived(file: Waiting) -> str:
    return "Arriving…" if not file.whole else us_date(_day(file).date())


def _told(file: Waiting) -> str:
    size = max(1, round(file.size / 1024))
    when = f"{us_date(_day(file).date())}, {_day(file):%I:%M %p}"
    return f"{_folder(file.path)}\n{when}\n{size:,} KB"


def _day(file: Waiting) -> datetime:
    return datetime.fromtimestamp(file.arrived).astimezone()


def _folder(path: Path) -> str:
    return str(path.parent)


INBOX_COLUMNS: tuple[Column[Waiting], ...] = (
    Column("File", lambda file: file.name, tooltip=lambda file: f"{file.name}\n{_told(file)}",
           width=160),
    Column("Arrived", _arrived, sort=lambda file: file.arrived, tooltip=_told, width=92,
           align=Qt.AlignmentFlag.AlignLeft),
)  # fmt: skip

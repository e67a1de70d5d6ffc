"""How the backups of a file stand, in words."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sro_desk.domain.codes import Light
from sro_desk.services.keeping import BackupMade, BackupPlaces
from sro_desk.ui.backup_words import age_words, size_words, standing

NOW = datetime(2026, 11, 24, 15, 15).astimezone()
PLACES = BackupPlaces(
    first=Path("backups"), second=None, file_id="f", head="now", file_made_at=NOW.astimezone(UTC)
)


def made(days, head="then"):
    return BackupMade(
        path=Path("b.srodesk"), made_at=NOW - timedelta(days=days), size=1, ledger_head=head
    )


@pytest.mark.parametrize(
    ("days", "head", "light", "words"),
    [
        (0, "now", Light.GREEN, "Backed up today, 3:15 PM"),
        (1, "then", Light.GREEN, "Backed up yesterday, 3:15 PM"),
        (6, "then", Light.GREEN, "Backed up 6 days ago"),
        (7, "then", Light.AMBER, "Backup overdue: none for 7 days"),
        (9, "now", Light.GREEN, "Backed up 11/15/2026, nothing changed since"),
    ],
    ids=["today", "yesterday", "within a week", "a week with changes", "nothing changed"],
)
def test_a_backup_is_overdue_after_a_week_in_which_something_changed(days, head, light, words):
    assert standing(PLACES, [made(days, head), made(30)], NOW) == (light, words)


def test_a_new_file_without_a_backup_is_no_reason_to_worry_yet():
    assert standing(PLACES, [], NOW) == (Light.GREY, "No backup yet")
    later = NOW + timedelta(days=8)
    assert standing(PLACES, [], later) == (Light.AMBER, "Backup overdue: none for 8 days")


def test_today_is_told_with_its_time():
    assert age_words(NOW.replace(hour=1), NOW) == "today, 1:15 AM"


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (159_744, "159.7 KB"), (2_400_000_000, "2.4 GB")],
)
def test_sizes_in_words(size, words):
    assert size_words(size) == words

"""What every test shares: no display, and files made by the real services."""

import gc
import os
from collections.abc import Iterator
from datetime import date

import pytest

from sro_desk.domain.changes import Actor
from sro_desk.domain.records import Agency
from sro_desk.ui.collecting import collect_due

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _collected_in_this_thread() -> Iterator[None]:
    """As in the program: else a widget that a test left would die in another thread."""
    gc.disable()
    yield
    collect_due()


@pytest.fixture
def actor():
    return Actor("clerk", "records-desk")


@pytest.fixture
def agency():
    return Agency(
        name="Birch Lake Police Department",
        chief="Ingrid Halvorsen",
        chief_title="Chief of Police",
        ori="MN0000000",
        address="100 Main Street\nBirch Lake, MN 55000",
        phone="651-555-0100",
        email="police@birchlake.example",
    )


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    """The sample agency; copy it before writing to it."""
    from sro_desk.services import sample

    path = tmp_path_factory.mktemp("sample") / "sample.srodesk"
    sample.make(path, actor=Actor("clerk", "records-desk"), today=TODAY).close()
    return path

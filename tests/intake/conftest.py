"""One limited process for the tests that ask it nothing it could die of."""

import pytest

from sro_desk.intake.worker import Worker


@pytest.fixture(scope="package")
def worker():
    with Worker() as living:
        yield living

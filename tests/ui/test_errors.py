"""What the log keeps: nothing until something goes wrong, then one line of it."""

import logging

import pytest

from sro_desk.ui import errors


@pytest.fixture
def log(tmp_path, monkeypatch):
    path = tmp_path / "logs" / "sro-desk.log"
    monkeypatch.setattr(errors, "log_path", lambda: path)
    root = logging.getLogger("sro_desk")
    before, level = list(root.handlers), root.level
    errors.start_log()
    yield path
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_the_log_is_made_by_its_first_line(log):
    logger = logging.getLogger("sro_desk.somewhere")
    logger.info("nothing to keep")
    assert not log.parent.exists()
    logger.warning("the first")
    logger.error("the second")
    first, second = log.read_text(encoding="utf-8").splitlines()
    assert first.endswith("WARNING sro_desk.somewhere: the first")
    assert second.endswith("ERROR sro_desk.somewhere: the second")


def test_a_log_that_cannot_be_made_is_done_without(log):
    log.parent.write_text("a file where the folder should be")
    logging.getLogger("sro_desk.somewhere").error("unheard")
    assert log.parent.is_file()

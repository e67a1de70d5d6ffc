"""The shipped template and example are those that the columns of today make, and can be read."""

import runpy
from pathlib import Path

import pytest

from sro_desk.domain.spreadsheets.rows import Outcome
from sro_desk.domain.spreadsheets.tables import TableKind
from sro_desk.services import records_file
from sro_desk.services.spreadsheets import choosing, importing, templates

MAKER = runpy.run_path(str(Path(__file__).parent / "make_templates.py"))


@pytest.mark.parametrize("name", sorted(path.name for path in MAKER["FOLDER"].glob("*[!l]")))
def test_shipped_as_they_would_be_made(tmp_path, name):
    if name.endswith((".csv", ".xlsx")):
        MAKER["make"](tmp_path)
        assert (tmp_path / name).read_bytes() == (MAKER["FOLDER"] / name).read_bytes()


def test_the_template_is_recognised_whole():
    parts = choosing.parts_of(choosing.open_file(templates.workbook(templates.TEMPLATE)))
    assert [part.layout.kind for part in parts] == list(TableKind)


def test_the_example_has_no_problem(tmp_path, agency, actor):
    parts = choosing.parts_of(choosing.open_file(templates.workbook(templates.EXAMPLE)))
    with records_file.create(tmp_path / "new.srodesk", agency, actor=actor) as db:
        planned = importing.preview(db, parts)
    assert {row.outcome for row in planned.rows} == {Outcome.NEW}
    assert not [words for row in planned.rows for words in row.remarks]

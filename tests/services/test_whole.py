"""Everything out as JSON, and a records file made of it again: the same, whatever it holds."""

import json
import shutil

import pytest

from sro_desk import resources
from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.services import keeping, records_file, whole
from tests import make_schema


@pytest.fixture
def exported(sample_file, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    with records_file.look_into(sample_file) as db:
        whole.export(db, folder)
    return folder


def said(folder):
    return json.loads((folder / whole.FILE).read_text("utf-8"))


def test_a_file_made_of_it_exports_the_same(exported, tmp_path, actor):
    again = tmp_path / "again"
    again.mkdir()
    with whole.rebuild(exported, tmp_path / "new.srodesk", actor=actor) as db:
        assert keeping.verify(db).sound
        assert db.is_sample
        whole.export(db, again)
    assert said(again)["records"] == said(exported)["records"]
    first, second = (
        {path.name: path.read_bytes() for path in (folder / whole.COPIES).iterdir()}
        for folder in (exported, again)
    )
    assert first == second
    assert first


def test_it_holds_everything_and_says_so(exported):
    found = said(exported)
    assert "private data included" in found["what"]
    assert all(found["records"][kind] for kind in ("officer", "certificate", "packet", "setting"))
    assert any(each["withheld"] for each in found["records"]["officer"])
    assert any(each["remarks"] for each in found["records"]["officer"])


def test_the_schema_that_is_shipped_is_that_of_the_tables():
    kept = resources.path("schema", "records.schema.json").read_text("utf-8")
    assert kept == make_schema.text(), "run python -m tests.make_schema"


def change(records):
    records["officer"][0]["id"] = records["officer"][1]["id"]


@pytest.mark.parametrize(
    "spoil",
    [
        change,
        lambda records: records["officer"][0].update(name=None),
        lambda records: records["officer"][0].update(name=7, withheld="perhaps"),
        lambda records: records["officer"][0].update(shoe_size=12),
        lambda records: records["certificate"][0].update(officer_id=10**6),
        lambda records: records["certificate"][0].update(officer_id=10**40),
        lambda records: records["certificate"][0].update(completed_on="yesterday"),
        lambda records: records["certificate"][0].update(credits="NaN"),
        lambda records: records["assignment"][0].update(role="KING"),
        lambda records: records["copy"][0].update(sha256="../../../etc/passwd"),
        lambda records: records["copy"][0].update(sha256="*"),
        lambda records: records["copy"][0].update(size=1),
        lambda records: records.update(officer={"id": 1}),
        lambda records: records.update(officer=[7]),
        lambda records: records["district"][0].update(name=["x"]),
    ],
)
def test_what_is_wrong_in_it_leaves_nothing_behind(exported, tmp_path, actor, spoil):
    found = said(exported)
    spoil(found["records"])
    (exported / whole.FILE).write_text(json.dumps(found), "utf-8")
    path = tmp_path / "new" / "new.srodesk"
    path.parent.mkdir()
    with pytest.raises(SroDeskError):
        whole.rebuild(exported, path, actor=actor)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"records": {}, "format": 99}'],
)
def test_what_is_no_export_is_said(tmp_path, actor, content):
    (tmp_path / whole.FILE).write_bytes(content)
    with pytest.raises(SroDeskError):
        whole.rebuild(tmp_path, tmp_path / "new.srodesk", actor=actor)
    assert not (tmp_path / "new.srodesk").exists()


def test_a_copy_that_was_changed_is_named(exported, tmp_path, actor):
    path = next((exported / whole.COPIES).iterdir())
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(SroDeskError, match=path.name[:12]):
        whole.rebuild(exported, tmp_path / "new.srodesk", actor=actor)


def test_no_file_is_replaced(exported, tmp_path, actor, sample_file):
    path = shutil.copy(sample_file, tmp_path / "kept.srodesk")
    before = path.read_bytes()
    with pytest.raises(SroDeskError, match="already a file"):
        whole.rebuild(exported, path, actor=actor)
    assert path.read_bytes() == before


def test_stop_leaves_nothing(exported, tmp_path, actor):
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        whole.rebuild(exported, tmp_path / "new.srodesk", actor=actor, report=stop)
    assert not (tmp_path / "new.srodesk").exists()

"""The audit binder as a ZIP: what is in it, that its sums hold, that it is whole or not there."""

import csv
import hashlib
import io
import subprocess
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest

from sro_desk.domain.drafts import ContractDraft, OfficerDraft
from sro_desk.domain.errors import Cancelled, SroDeskError
from sro_desk.domain.exports.audit import CopyFact, Holder
from sro_desk.domain.reports import Asked, ReportName
from sro_desk.services import districts, officers
from sro_desk.services.reports import binder_names, binder_zip, making
from sro_desk.services.reports.made import Making
from tests.services.conftest import TODAY, scan_of
from tests.services.test_reports import CANARY

ASKED = Asked(report=ReportName.AUDIT, on=TODAY, since=date(2020, 1, 1))
BINDER = "SRO audit binder 2026-11-24.pdf"
TABLES = ("assignments", "certificates", "contact-days", "districts", "officers", "reviews")


@pytest.fixture
def zipped(db, tmp_path):
    def zipped(asked=ASKED, name="binder.zip"):
        return binder_zip.save_alone(db, asked, tmp_path / name, made_on=TODAY)

    return zipped


@pytest.fixture
def _filled(at, db, actor, district, officer, assign, certify):  # noqa: ARG001 - writes of that day
    assign(officer)
    certify(officer, scan=scan_of(b"%PDF-1.4 as received"))
    draft = ContractDraft(
        district=district.id, starts_on=date(2026, 7, 1), ends_on=date(2027, 6, 30)
    )
    districts.add_contract(db, draft, scan_of(b"signed"), actor=actor)
    mai = OfficerDraft(name="Mai Vang", withheld=True, remarks=f"{CANARY}remarks")
    certify(officers.add(db, mai, actor=actor), scan=scan_of(CANARY.encode()))


def rows_of(archive: ZipFile, name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(archive.read(f"tables/{name}.csv").decode("utf-8-sig"))))


@pytest.mark.usefixtures("_filled")
def test_what_is_in_it(db, zipped):
    with ZipFile(zipped()) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        (certificate,) = (each for each in names if each.startswith("copies/certificates/"))
        (contract,) = (each for each in names if each.startswith("copies/contracts/"))
        assert set(names) == {
            *(BINDER, "README.txt", "SHA256SUMS", certificate, contract),
            *(f"tables/{each}.csv" for each in (*TABLES, "findings", "ledger", "copies")),
        }
        assert certificate.startswith("copies/certificates/Olson, Erik - ")
        assert certificate.endswith(" - 2026-08-20.pdf")
        assert contract == "copies/contracts/ISD 0196 - Contract - 2026-07-01.pdf"
        assert archive.read(certificate) == b"%PDF-1.4 as received"
        assert archive.read(contract) == b"signed"
        assert archive.read(BINDER) == making.make_alone(db, ASKED, made_on=TODAY).content
        readme = archive.read("README.txt").decode()
    assert f"sro-desk verify FILE --head {db.head()}" in readme
    assert "Officers withheld from exports are not in\n      them." in readme


@pytest.mark.usefixtures("_filled")
def test_its_sums_hold(zipped, tmp_path):
    with ZipFile(zipped()) as archive:
        archive.extractall(tmp_path / "out")
        sums = archive.read("SHA256SUMS").decode().splitlines()
        assert len(sums) == len(archive.namelist()) - 1
        for line in sums:
            digest, _, name = line.partition("  ")
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path / "out", capture_output=True).returncode == 0
    (tmp_path / "out" / BINDER).write_bytes(b"changed")
    assert subprocess.run(check, cwd=tmp_path / "out", capture_output=True).returncode == 1


@pytest.mark.usefixtures("_filled")
def test_its_tables(db, zipped):
    with ZipFile(zipped()) as archive:
        _, finding = rows_of(archive, "findings")
        copies, ledger = rows_of(archive, "copies"), rows_of(archive, "ledger")
        headings, _ = rows_of(archive, "officers")
        names = archive.namelist()
        for _, file, *_ in copies[1:]:
            assert file in names
        assert [row[0] for row in copies[1:]] == [
            hashlib.sha256(archive.read(row[1])).hexdigest() for row in copies[1:]
        ]
    assert "POST license" in headings
    assert "Remarks" not in headings
    assert finding[:3] == ["Olson, Erik", "Erik Olson", "12"]
    assert "assumed 2026-09-14" in finding[-1]
    assert ledger[-1][-1] == db.head()
    assert [row[0] for row in ledger[1:]] == [str(number) for number in range(1, len(ledger))]


@pytest.mark.usefixtures("_filled")
def test_nothing_of_who_is_withheld_is_in_it(zipped):
    with ZipFile(zipped()) as archive:
        held = [(name, archive.read(name)) for name in archive.namelist()]
    assert not any("Vang" in name or b"Vang" in content for name, content in held)
    assert not any(CANARY.encode() in content for _, content in held)


@pytest.mark.usefixtures("_filled")
def test_who_is_withheld_is_in_it_where_that_is_asked_for(zipped):
    with ZipFile(zipped(replace(ASKED, withheld=True))) as archive:
        copies = rows_of(archive, "copies")
        assert [row[5] for row in copies[1:]] == ["Erik Olson", "Mai Vang", "ISD 0196"]
        assert archive.read(copies[2][1]) == CANARY.encode()
        assert "though the binder names them" in archive.read("README.txt").decode()
        assert b"Vang" not in archive.read("tables/officers.csv")
        assert not any(f"{CANARY}remarks".encode() in archive.read(n) for n in archive.namelist())


@pytest.mark.usefixtures("_filled")
def test_twice_the_same_bytes(zipped):
    assert zipped(name="one.zip").read_bytes() == zipped(name="two.zip").read_bytes()
    with ZipFile(zipped()) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 24, 0, 0, 0)}


@pytest.mark.usefixtures("_filled")
@pytest.mark.parametrize("stop_at", range(4))
def test_stopped_it_leaves_what_stood_there(db, tmp_path, stop_at):
    path = tmp_path / "binder.zip"
    path.write_bytes(b"of last year")
    heard = []

    def report(*told):
        if len(heard) == stop_at:
            raise Cancelled
        heard.append(told)

    with pytest.raises(Cancelled):
        binder_zip.save(db, ASKED, Making(made_on=TODAY, worker=None, report=report), path)
    assert path.read_bytes() == b"of last year"
    assert not list(tmp_path.glob(".*partial"))


@pytest.mark.usefixtures("_filled")
def test_a_damaged_copy_is_told_and_nothing_is_written(db, tmp_path, monkeypatch):
    monkeypatch.setattr(binder_zip.copies, "sha256_of", lambda _: "0" * 64)
    with pytest.raises(SroDeskError, match="is damaged in the records file"):
        binder_zip.save_alone(db, ASKED, tmp_path / "binder.zip", made_on=TODAY)
    assert not list(tmp_path.glob("*.zip"))
    assert not list(tmp_path.glob(".*partial"))


def test_it_never_takes_the_place_of_records(db):
    with pytest.raises(SroDeskError, match="holds records, so it was not replaced"):
        binder_zip.save_alone(db, ASKED, db.path, made_on=TODAY)


def copy_of(number: int, filed_as: str, what: str = "Basic Course", **said) -> CopyFact:
    holder = Holder(whose=filed_as, filed_as=filed_as, what=what, on=date(2026, 8, 20))
    fact = CopyFact(
        sha256=f"{number:064x}",
        media_type="image/tiff",
        size=1,
        pages=None,
        holders=(holder,),
        certificate=True,
        also_withheld=False,
    )
    return replace(fact, **said)


@pytest.mark.parametrize(
    ("filed_as", "what", "name"),
    [
        ("Olson, Erik", "Basic Course", "Olson, Erik - Basic Course - 2026-08-20.tif"),
        ("Nguyễn, Ánh", "Basic", "Nguyễn, Ánh - Basic - 2026-08-20.tif"),
        ("../../etc", 'A/B\\C:"D"?', "-..-etc - A-B-C-D- - 2026-08-20.tif"),
        ("CON", "\u202egpj.exe", "CON - gpj.exe - 2026-08-20.tif"),
        ("\u200b", "...", "Unnamed - Copy - 2026-08-20.tif"),
        ("A", f"{'Training ' * 7}(POST)", f"A - {'Training ' * 6}- 2026-08-20.tif"),
        ("N" * 80, "W" * 200, f"{'N' * 60} - {'W' * 60} - 2026-08-20.tif"),
    ],
)
def test_names_are_safe_and_telling(filed_as, what, name):
    (path,) = binder_names.of_copies([copy_of(1, filed_as, what)]).values()
    assert path == f"copies/certificates/{name}"


def test_names_are_unique_also_where_case_makes_no_difference():
    same = [copy_of(1, "Olson, Erik"), copy_of(2, "OLSON, ERIK"), copy_of(3, "Olson, Erik")]
    found = binder_names.of_copies(same)
    assert [path[-8:] for path in found.values()] == ["8-20.tif", " (2).tif", " (3).tif"]
    assert len({path.casefold() for path in found.values()}) == 3


def test_the_name_that_is_proposed():
    assert binder_zip.file_name(ASKED) == "SRO audit binder 2026-11-24.zip"

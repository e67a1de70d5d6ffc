"""Every report there is, made of real files: valid, the same twice, and named sensibly."""

import re
import shutil

import pytest

from sro_desk.domain.reports import KINDS, Asked, Option, ReportName
from sro_desk.services import districts, officers, records_file
from sro_desk.services.reports import making
from tests.big_file import make_big
from tests.pdf.conftest import validate  # noqa: F401 - a fixture
from tests.services.conftest import TODAY


def all_reports(db, on=TODAY):
    """Each report once, about the first district and the first officer where it needs one."""
    found = {
        Option.DISTRICT: [line.district.id for line in districts.all_districts(db)],
        Option.OFFICER: [officer.id for officer in officers.all_officers(db)],
    }
    for name in making.MAKERS:
        subject = {option.value: found[option][:1] for option in KINDS[name].needs}
        if all(subject.values()):
            said = {option: ids[0] for option, ids in subject.items()}
            yield making.make_alone(db, Asked(report=name, on=on, **said), made_on=on)


def test_every_report_of_the_sample_is_valid(sample_file, tmp_path, validate):  # noqa: F811
    path = shutil.copy(sample_file, tmp_path / "sample.srodesk")
    with records_file.look_into(path) as db:
        made = list(making.of_sample(db, on=TODAY))
    assert {each.asked.report for each in made} == making.MAKERS.keys()
    assert len({each.file_name for each in made}) == len(made)
    assert all(re.fullmatch(r"[^<>:\"/\\|?*]+ 2026-11-24\.pdf", each.file_name) for each in made)
    assert validate(*(each.content for each in made)) == []


@pytest.mark.parametrize("count", [0, 1, 300])
def test_every_report_of_files_of_any_size_is_valid(tmp_path, validate, count):  # noqa: F811
    path = make_big(tmp_path / "big.srodesk", count, 3)
    with records_file.look_into(path) as db:
        made = list(all_reports(db))
    assert validate(*(each.content for each in made)) == []


@pytest.mark.usefixtures("contract")
@pytest.mark.parametrize("name", making.MAKERS)
def test_the_same_twice(db, district, officer, assign, certify, name):
    assign(officer)
    certify(officer)
    said = {Option.DISTRICT: district.id, Option.OFFICER: officer.id}
    subject = {option.value: said[option] for option in KINDS[name].needs}
    asked = Asked(report=name, on=TODAY, **subject)
    first, second = (making.make_alone(db, asked, made_on=TODAY) for _ in range(2))
    assert first == second


def test_what_a_report_lacks_is_said():
    asked = Asked(report=ReportName.DISTRICT, on=TODAY)
    assert making.lacking(asked).startswith("Choose the district")
    assert making.lacking(Asked(report=ReportName.DEADLINES, on=TODAY)) == ""

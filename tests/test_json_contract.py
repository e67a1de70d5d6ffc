"""What `sro-desk check FILE --json` prints is what its help documents, key by key, code by code."""

import json
import re

import pytest

from sro_desk import cli
from sro_desk.domain.codes import Advisory, Duties, Gap, Light, Paragraph, Role, Status, Step
from sro_desk.services.finding_json import KEYS
from tests.conftest import TODAY

OFFICER = {
    "name", "districts", "paragraph", "status", "nominal", "legal", "days_left", "duties", "gaps",
    "advisories", "light", "next_step", "why", "periods",
}  # fmt: skip
PERIOD = {
    "role", "assumed", "ends_on", "paragraph", "status", "nominal", "legal", "trained_on", "why",
}  # fmt: skip


@pytest.fixture
def answer(sample_file, capsys):
    given = ["check", str(sample_file), "--json", "--as-of", TODAY.isoformat()]
    assert cli.run(given) == cli.SOMETHING_RED
    return json.loads(capsys.readouterr().out)


def test_the_keys_are_those_of_the_contract(answer):
    assert set(answer) == {"as_of", "lights", "officers"}
    assert answer["as_of"] == TODAY.isoformat()
    assert answer["officers"]
    for officer in answer["officers"]:
        assert set(officer) == OFFICER
        assert all(set(period) == PERIOD for period in officer["periods"])


def test_values_are_codes_iso_dates_and_sentences(answer):
    assert set(answer["lights"]) == set(Light)
    assert sum(answer["lights"].values()) == len(answer["officers"])
    for officer in answer["officers"]:
        assert officer["status"] in set(Status)
        assert officer["paragraph"] in {None, *Paragraph}
        assert officer["duties"] in set(Duties)
        assert set(officer["gaps"]) <= set(Gap)
        assert set(officer["advisories"]) <= set(Advisory)
        assert officer["next_step"] in set(Step)
        assert officer["why"]
        assert all(sentence.endswith(".") for sentence in officer["why"])
        for each in (officer, *officer["periods"]):
            assert (each["nominal"] is None) == (each["legal"] is None)
            assert each["nominal"] is None or iso(each["nominal"]) <= iso(each["legal"])
        pressing = officer["status"] in ("DUE", "OVERDUE")
        assert isinstance(officer["days_left"], int) == pressing


def iso(text):
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", text)
    return text


def test_the_help_has_each_key_on_a_line_of_its_own(capsys):
    assert cli.run(["check", "--help"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines() if line.strip()]
    begun = {words[0].rstrip(",") for words in lines}
    assert {"as_of", "lights", "officers"} | OFFICER | (PERIOD - {"paragraph"}) <= begun


def test_the_help_tells_the_exit_codes(capsys):
    cli.run(["check", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "Exit 0 when nothing is red, 1 when something is, 3 when" in said


@pytest.mark.parametrize("codes", [Advisory, Duties, Gap, Light, Paragraph, Role, Status, Step])
def test_every_code_is_named_in_the_help(codes):
    named = set(re.findall(r"[A-Z][A-Z_./]*[A-Z]", KEYS))
    assert {code.value for code in codes} <= named

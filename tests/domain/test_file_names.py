"""Files named by people, and the certificates that lack a copy."""

from datetime import date

import pytest

from sro_desk.domain.file_names import Lacking, match_files

TODAY = date(2026, 11, 24)
ROSTER = {
    1: ("Erik Olson", "Olson, Erik"),
    2: ("Anna Olson", "Olson, Anna"),
    3: ("María O'Brien-Núñez", "O'Brien-Núñez, María"),
    4: ("Nguyễn Thị Ánh", "Nguyễn, Thị Ánh"),
    5: ("Pa Houa Vang", "Vang, Pa Houa"),
    6: ("Anna van der Berg", "van der Berg, Anna"),
}


def lacks(certificate, officer, on=date(2026, 8, 20), course="SRO training", number=""):
    name, sort_name = ROSTER[officer]
    return Lacking(
        id=certificate,
        officer=officer,
        officer_name=name,
        sort_name=sort_name,
        course=course,
        completed_on=on,
        number=number,
    )


WAITING = (
    lacks(1, 1),
    lacks(2, 2, date(2026, 8, 20)),
    lacks(3, 3, date(2025, 9, 19), number="MA-2025-0173"),
    lacks(4, 4),
    lacks(5, 5, date(2020, 7, 17), "Basic SRO course"),
    lacks(6, 5, date(2026, 10, 2), "SRO Supplemental"),
    lacks(7, 6),
)


def found(name):
    (match,) = match_files([name], WAITING, today=TODAY)
    assert match.why.endswith(".")
    return match.certificate


@pytest.mark.parametrize(
    ("name", "certificate"),
    [
        ("Olson Erik SRO cert 2026.pdf", 1),
        ("olson_e_2026.PDF", 1),
        ("OlsonAnna.pdf", 2),
        ("A. Olson cert.jpg", 2),
        ("obrien-nunez.pdf", 3),
        ("O'Brien Nuñez Maria 9-19-2025.pdf", 3),
        ("nguyen thi anh.tif", 4),
        ("Vang basic.pdf", 5),
        ("Vang 2026.pdf", 6),
        ("PaHoua Vang supplemental.pdf", 6),
        ("vang 10022026.pdf", 6),
        ("2020-07-17 Vang.pdf", 5),
        ("van der Berg.pdf", 7),
        ("vanderberg anna.pdf", 7),
    ],
)
def test_a_name_that_tells_enough(name, certificate):
    assert found(name) == certificate


@pytest.mark.parametrize(
    "name",
    [
        "Olson SRO cert 2026.pdf",  # two officers
        "scan0001.pdf",
        "Vang.pdf",  # two certificates
        "Nguyen 2019.pdf",  # another year
        "nguyen 1-2-2026.pdf",  # another day
        "cert.pdf",
        ".pdf",
        "",
        "anna.pdf",  # a given name alone
    ],
)
def test_a_name_that_does_not_is_asked_about(name):
    assert found(name) is None


def test_candidates_are_offered_likeliest_first():
    (match,) = match_files(["Vang 1999.pdf"], WAITING, today=TODAY)
    assert set(match.candidates) == {5, 6}
    (match,) = match_files(["Olson.pdf"], WAITING, today=TODAY)
    assert set(match.candidates) == {1, 2}


def test_no_certificate_is_given_to_two_files():
    first, second, third = match_files(
        ["nguyen anh.pdf", "nguyen thi anh copy.pdf", "obrien nunez.pdf"], WAITING, today=TODAY
    )
    assert first.certificate is None
    assert second.certificate is None
    assert "Another file" in first.why
    assert third.certificate == 3


def test_a_number_tells_among_several():
    two = (lacks(1, 5, number="MA-2025-0001"), lacks(2, 5, number="MA-2025-0002"))
    (match,) = match_files(["vang MA20250002.pdf"], two, today=TODAY)
    assert match.certificate == 2

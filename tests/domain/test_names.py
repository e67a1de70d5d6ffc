import pytest

from sro_desk.domain.codes import DistrictKind
from sro_desk.domain.names import district_label, filed_under, search_key


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Erik Olson", "Olson, Erik"),
        ("  Erik   J.  Olson ", "Olson, Erik J."),
        ("María O'Brien-Núñez", "O'Brien-Núñez, María"),
        ("Anna van der Berg", "van der Berg, Anna"),
        ("Luz de la Cruz", "de la Cruz, Luz"),
        ("John Smith Jr.", "Smith, John, Jr."),
        ("Robert Lee III", "Lee, Robert, III"),
        ("Nguyễn, Thị Ánh", "Nguyễn, Thị Ánh"),
        ("Xiong", "Xiong"),
        ("Van Pham", "Pham, Van"),
        ("", ""),
    ],
)
def test_how_a_roster_files_names(name, filed):
    assert filed_under(name) == filed


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nunez", "María O'Brien-Núñez"),
        ("OBRIEN", "María O’Brien-Núñez"),
        ("o'brien-nunez", "María O'Brien-Núñez"),
        ("brien nun", "María O'Brien-Núñez"),
        ("nguyen thi anh", "Nguyễn Thị Ánh"),
        ("dang", "Đặng Văn"),
        ("nordstrom", "Nordstrom\u0308m"[:9] + "\u0308m"),
        ("ostergaard", "Østergaard"),
        ("strasse", "Straße"),
        ("st paul", "St. Paul"),
        ("olson erik", "Olson, Erik"),
    ],
)
def test_what_is_typed_finds_the_name(typed, name):
    assert search_key(typed) in search_key(name)


def test_labels_of_districts():
    assert district_label("Rosemount", DistrictKind.INDEPENDENT, "0196") == "ISD 0196"
    assert district_label("Minneapolis", DistrictKind.SPECIAL, "0001") == "SSD 0001"
    assert district_label("Avalon School", DistrictKind.CHARTER, "") == "Avalon School"

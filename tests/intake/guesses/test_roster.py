"""Names as they are printed: who may be meant, and who may not."""

import pytest

from sro_desk.domain.names import filed_under
from sro_desk.domain.records import Officer, OfficerId
from sro_desk.intake.guesses.roster import Likeness, Roster
from tests.intake.papers.people import ROSTER

READER = Roster(ROSTER)
SAME, SHORT, NEAR = Likeness.SAME, Likeness.SHORT, Likeness.NEAR
PRINTED = {
    "Kim Xiong": [("Kim Xiong", SAME)],
    "XIONG, KIM": [("Kim Xiong", SAME)],
    "Xiong Kim": [("Kim Xiong", SAME)],
    "Sgt. Kim Xiong": [("Kim Xiong", SAME)],
    "Kim Q. Xiong": [("Kim Xiong", SAME)],
    "K. Xiong": [("Kim Xiong", SHORT)],
    "Officer Kim Xiong #401": [("Kim Xiong", SAME)],
    "Pahoua Vang": [("Pa Houa Vang", SAME)],
    "Nguyen Thi Anh": [("Nguyễn Thị Ánh", SAME)],
    "Thi Anh Nguyen": [("Nguyễn Thị Ánh", SAME)],
    "Anh Nguyen": [("Nguyễn Thị Ánh", SHORT)],
    "TRAN, VAN DUC": [("Trần Văn Đức", SAME)],
    "Abdirahman Hassan": [("Abdirahman Mohamed Hassan", SAME)],
    "Maria Garcia Lopez": [("María Elena García López", SAME)],
    "Maria Garcia": [("María Elena García López", SHORT)],
    "Jose Hernandez Ruiz": [("José Hernández-Ruiz", SAME)],
    "Bjorn Odegaard": [("Bjørn Ødegaard", SAME)],
    "Siobhan OBrien": [("Siobhán O'Brien", SAME)],
    "van der Berg, Anna": [("Anna van der Berg", SAME)],
    "Bill Anderson": [("William Anderson", SHORT)],
    "Kathy Peterson": [("Katherine Peterson", SHORT)],
    "Bob McDonald Jr.": [("Robert McDonald Jr.", SHORT)],
    "Robert McDonald": [("Robert McDonald Jr.", SAME)],
    "Sven Hakanson": [("Sven Håkansson", NEAR)],
    # like-named
    "Erik Olson": [("Erik Olson", SAME), ("Eric Olsen", NEAR)],
    "John Smith": [("John A. Smith", SAME), ("John B. Smith", SAME)],
    "J. Smith": [("John A. Smith", SHORT), ("John B. Smith", SHORT)],
    # a middle name or a generation tells them apart
    "John B. Smith": [("John B. Smith", SAME)],
    "John Brian Smith": [("John B. Smith", SAME)],
    "Robert McDonald Sr.": [],
    "John C. Smith": [],
    # strangers
    "Rebecca Lundgren": [],
    "Kim Vang": [],
    "Tim Xiong": [],
    "Xiong": [],
    "": [],
}


@pytest.mark.parametrize(("printed", "meant"), PRINTED.items(), ids=PRINTED.keys())
def test_who_is_meant(printed, meant):
    found = [(each.officer.name, each.likeness) for each in READER.matches(printed)]
    assert found == meant


def test_a_voided_officer_is_nobody():
    voided = Officer(id=OfficerId(1), name="Kim Xiong", sort_name="Xiong, Kim", voided=object())
    assert Roster([voided]).matches("Kim Xiong") == ()


@pytest.mark.parametrize("name", ["Cher", "李明", "Ng", "X Æ A-12", "  ", "O"])
def test_odd_names_on_the_roster_do_no_harm(name):
    odd = Officer(id=OfficerId(1), name=name, sort_name=filed_under(name))
    assert len(Roster([odd, *ROSTER]).matches("Kim Xiong")) == 1

"""Packets of any size with made-up facts."""

from dataclasses import replace
from datetime import date

from sro_desk.domain.contract_duties import CONTRACT_DUTIES
from sro_desk.domain.exports.packet import AgreedDuties, PacketFacts
from sro_desk.domain.letter import FIELDS, fill
from sro_desk.domain.packet_changes import Change, What
from tests.pdf.conftest import NASTY, officers, summary

LETTER = "Dear {contact},\n\nThis is the\nletter.\n\n- one\n- two\n\nSincerely,"


def change(number: int) -> Change:
    kinds = list(What)
    name = f"{NASTY[number % len(NASTY)]} {number}"
    return Change(kinds[number % len(kinds)], name, "Completed the course on 09/17/2026")


def agreed(*has: int, state: str = "In force") -> AgreedDuties:
    return AgreedDuties(
        starts_on=date(2026, 7, 1),
        ends_on=date(2027, 6, 30),
        state=state,
        duties=tuple((number, words, number in has) for number, words in CONTRACT_DUTIES.items()),
    )


def packet_facts(count: int = 3, letter: str = LETTER, **said) -> PacketFacts:
    values = {name: f"the {name}" for name in FIELDS} | {"contact": "Ann Lee"}
    facts = PacketFacts(
        summary=summary(*officers(count)),
        addressee=("Ann Lee", "Edina Public School District"),
        letter=fill(letter, values),
        last_on=date(2026, 2, 17),
        changes=tuple(map(change, range(count))),
        duties=None,
        copies=0,
    )
    return replace(facts, **said)

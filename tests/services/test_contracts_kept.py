"""Contracts with districts: their term, their duties, their copy."""

from datetime import date

import pytest

from sro_desk.domain.drafts import ContractDraft
from sro_desk.domain.errors import SroDeskError
from sro_desk.domain.faults import Fault
from sro_desk.services import certificates, contracts, districts, history
from tests.services.conftest import TODAY, scan_of


@pytest.fixture
def draft_of(district):
    def draft_of(**said):
        facts = {"starts_on": date(2026, 7, 1), "ends_on": date(2027, 6, 30), **said}
        return ContractDraft(district=district.id, **facts)

    return draft_of


@pytest.fixture
def on_file(db, district):
    """The contracts that count, newest first."""

    def on_file():
        detail = districts.detail(db, district.id, TODAY)
        return [each for each in detail.contracts if each.voided is None]

    return on_file


def faults(problems):
    return [problem.fault for problem in problems]


def test_a_contract_is_stored_with_its_duties_and_its_copy(db, actor, draft_of, on_file):
    scan = scan_of(b"signed by both", "contract 2026.pdf")
    draft = draft_of(duties=frozenset({1, 4, 5}))
    added = contracts.add_contract(db, draft, scan, actor=actor)
    assert on_file() == [added]
    assert added.duties == {1, 4, 5}
    copy, content = certificates.copy_content(db, added.copy)
    assert (copy.original_name, content) == ("contract 2026.pdf", b"signed by both")


def test_the_detail_describes_the_copies(db, actor, district, draft_of):
    added = contracts.add_contract(db, draft_of(), scan_of(b"signed"), actor=actor)
    detail = districts.detail(db, district.id, TODAY)
    assert detail.copies[added.copy].original_name == "certificate.pdf"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"starts_on": None}, "Enter the first day of the term"),
        ({"ends_on": None}, "Enter the last day of the term"),
        ({"ends_on": date(2026, 6, 30)}, "The last day is before the first"),
        ({"ends_on": date(2627, 6, 30)}, "Check the year"),
        ({"duties": frozenset({8})}, "duties 1 to 7 only"),
    ],
)
def test_a_term_that_cannot_be_is_refused(db, actor, draft_of, on_file, said, words):
    with pytest.raises(SroDeskError, match=words):
        contracts.add_contract(db, draft_of(**said), actor=actor)
    assert on_file() == []


def test_one_day_is_a_term(db, actor, draft_of):
    day = date(2026, 11, 24)
    assert contracts.add_contract(db, draft_of(starts_on=day, ends_on=day), actor=actor)


def test_an_overlap_is_asked_about_but_not_with_itself(db, contract, draft_of):
    assert faults(contracts.contract_problems_of(db, draft_of())) == [Fault.CONTRACT_OVERLAPS]
    assert contracts.contract_problems_of(db, draft_of(), itself=contract.id) == ()
    after = draft_of(starts_on=date(2027, 7, 1), ends_on=date(2028, 6, 30))
    assert contracts.contract_problems_of(db, after) == ()


def test_a_long_term_is_asked_about(db, draft_of):
    found = contracts.contract_problems_of(db, draft_of(ends_on=date(2036, 6, 30)))
    assert faults(found) == [Fault.CONTRACT_LONG]
    assert all(problem.warning for problem in found)


def test_a_change_keeps_the_copy_unless_another_is_given(db, actor, draft_of, on_file):
    added = contracts.add_contract(db, draft_of(), scan_of(b"first"), actor=actor)
    longer = draft_of(ends_on=date(2028, 6, 30))
    changed = contracts.change_contract(db, added.id, longer, actor=actor)
    assert (changed.ends_on, changed.copy) == (date(2028, 6, 30), added.copy)
    again = contracts.change_contract(db, added.id, longer, scan_of(b"second"), actor=actor)
    assert again.copy != added.copy
    assert on_file() == [again]


def test_undo_takes_back_a_change_and_its_new_copy_together(db, actor, draft_of, on_file):
    added = contracts.add_contract(db, draft_of(), scan_of(b"first"), actor=actor)
    longer = draft_of(ends_on=date(2028, 6, 30))
    contracts.change_contract(db, added.id, longer, scan_of(b"second"), actor=actor)
    history.undo(db, history.last_write(db), actor=actor)
    assert on_file() == [added]


def test_a_copy_is_attached_and_replaced(db, actor, contract):
    first = contracts.attach_contract_copy(db, contract.id, scan_of(b"first"), actor=actor)
    second = contracts.attach_contract_copy(db, contract.id, scan_of(b"second"), actor=actor)
    assert None not in (first.copy, second.copy)
    assert certificates.copy_content(db, second.copy)[1] == b"second"
    assert certificates.copy_content(db, first.copy)[1] == b"first"  # what was replaced is kept


def test_a_voided_contract_stays_on_file_but_takes_no_change(
    db, actor, district, contract, draft_of
):
    contracts.void_contract(db, contract.id, "Never signed", actor=actor)
    (kept,) = districts.detail(db, district.id, TODAY).contracts
    assert kept.voided.reason == "Never signed"
    for write in (
        lambda: contracts.change_contract(db, contract.id, draft_of(), actor=actor),
        lambda: contracts.attach_contract_copy(db, contract.id, scan_of(b"late"), actor=actor),
        lambda: contracts.void_contract(db, contract.id, "Again", actor=actor),
    ):
        with pytest.raises(SroDeskError, match=r"voided \(Never signed\)"):
            write()


def test_voiding_asks_for_a_reason(db, actor, contract, on_file):
    with pytest.raises(SroDeskError, match="Say why"):
        contracts.void_contract(db, contract.id, "  ", actor=actor)
    assert on_file() == [contract]

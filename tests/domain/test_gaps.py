"""What the file lacks, and the light and the next step that follow."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from record_of import (
    BASIC,
    MANDATED,
    SUBSTITUTE,
    SUPPLEMENTAL,
    Case,
    certificate,
    contract,
    inability,
    officer_with,
    policy,
    review,
    serves,
)

from sro_desk.domain.codes import Gap, Light, Status, Step
from sro_desk.domain.records import Voiding

VOIDED = Voiding(reason="Wrong officer", at=datetime(2026, 1, 1, tzinfo=UTC), by="clerk@desk")
FALL = serves("2026-09-14")
SUB = serves("2026-09-14", role=SUBSTITUTE)
BASIC_2024 = certificate(BASIC, "2024-06-01")


def gaps(case: Case, on: str = "2026-11-24") -> tuple[tuple[Gap, ...], Light, Step]:
    """What a finding lacks, its light and its next step."""
    found = case.on(on)
    return found.gaps, found.light, found.next_step


COPIES = {
    "the only one has it": (officer_with(FALL, certificate(MANDATED, "2026-08-20")), ()),
    "the most recent lacks it": (
        officer_with(
            FALL,
            certificate(MANDATED, "2025-08-20"),
            certificate(MANDATED, "2026-08-20", copy=False),
        ),
        (Gap.CERT_COPY,),
    ),
    "an earlier one lacks it": (
        officer_with(
            FALL,
            certificate(MANDATED, "2025-08-20", copy=False),
            certificate(MANDATED, "2026-08-20"),
        ),
        (),
    ),
    "a more recent one that does not qualify lacks it": (
        officer_with(
            FALL,
            certificate(MANDATED, "2026-08-20"),
            certificate(SUPPLEMENTAL, "2026-09-01", copy=False),
        ),
        (),
    ),
    "a supplemental under V.B lacks it": (
        officer_with(FALL, BASIC_2024, certificate(SUPPLEMENTAL, "2026-09-01", copy=False)),
        (Gap.CERT_COPY,),
    ),
    "a later supplemental under V.B lacks it": (
        officer_with(
            FALL,
            BASIC_2024,
            certificate(MANDATED, "2026-08-01"),
            certificate(SUPPLEMENTAL, "2026-09-01", copy=False),
        ),
        (Gap.CERT_COPY,),
    ),
    "two of one day, one with a copy": (
        officer_with(
            FALL,
            certificate(MANDATED, "2026-08-20"),
            replace(certificate(MANDATED, "2026-08-20", copy=False), id=99_999_999),
        ),
        (),
    ),
    "the one without it is voided": (
        officer_with(
            FALL,
            certificate(MANDATED, "2025-08-20"),
            replace(certificate(MANDATED, "2026-08-20", copy=False), voided=VOIDED),
        ),
        (),
    ),
    "the basic lacks it": (
        officer_with(FALL, certificate(BASIC, "2024-06-01", copy=False)),
        (Gap.PRIOR_BASIC_PROOF,),
    ),
    "one of two basics has it": (
        officer_with(FALL, BASIC_2024, certificate(BASIC, "2025-06-01", copy=False)),
        (),
    ),
    "only a basic too late has it": (
        officer_with(
            FALL, certificate(BASIC, "2024-06-01", copy=False), certificate(BASIC, "2025-10-01")
        ),
        (Gap.PRIOR_BASIC_PROOF,),
    ),
    "both are missing": (
        officer_with(
            FALL,
            certificate(BASIC, "2024-06-01", copy=False),
            certificate(MANDATED, "2026-08-20", copy=False),
        ),
        (Gap.CERT_COPY, Gap.PRIOR_BASIC_PROOF),
    ),
    "the basic of a V.A officer": (
        officer_with(
            FALL,
            certificate(BASIC, "2025-10-01", copy=False),
            certificate(MANDATED, "2026-08-20"),
        ),
        (),
    ),
}


@pytest.mark.parametrize(("case", "expected"), COPIES.values(), ids=COPIES.keys())
def test_copies(case: Case, expected: tuple[Gap, ...]) -> None:
    """V.E: the most recent qualifying certificate; V.B: a prior BASIC."""
    found = case.on()
    assert found.gaps == expected
    assert (found.light is Light.RED) == (Gap.CERT_COPY in expected)
    assert (found.attach_to is not None) == bool(expected)


def test_the_certificate_to_attach_a_copy_to() -> None:
    """The most recent qualifying one before the basic one."""
    basic = certificate(BASIC, "2024-06-01", copy=False)
    latest = certificate(MANDATED, "2026-08-20", copy=False)
    assert officer_with(FALL, basic).on().attach_to == basic.id
    assert officer_with(FALL, basic, latest).on().attach_to == latest.id
    assert gaps(officer_with(FALL, basic))[1:] == (Light.AMBER, Step.ATTACH_BASIC_COPY)
    assert gaps(officer_with(FALL, basic, latest))[1:] == (Light.RED, Step.ATTACH_COPY)


PENDING, MISSING, LATE = (
    (Gap.POLICY_REVIEW_PENDING,),
    (Gap.POLICY_REVIEW_MISSING,),
    (Gap.POLICY_REVIEW_LATE,),
)


@pytest.mark.parametrize(
    ("on", "expected", "light"),
    [
        ("2026-09-13", PENDING, Light.AMBER),
        ("2026-09-14", MISSING, Light.RED),
        ("2026-09-15", MISSING, Light.RED),
    ],
)
def test_no_review(on: str, expected: tuple[Gap, ...], light: Light) -> None:
    """Pending until the period begins, then missing; for V.D as for V.C."""
    assert gaps(officer_with(SUB), on) == (expected, light, Step.RECORD_REVIEW)
    waiting = officer_with(FALL, inability("2026-09-01"))
    assert gaps(waiting, on) == (expected, light, Step.RECORD_REVIEW)


@pytest.mark.parametrize(
    ("adopted", "reviewed", "expected"),
    [
        ("2025-08-01", "2026-09-13", ()),
        ("2025-08-01", "2026-09-14", ()),
        ("2025-08-01", "2026-09-15", LATE),
        ("2026-10-01", "2026-09-30", ()),
        ("2026-10-01", "2026-10-01", ()),
        ("2026-10-01", "2026-10-02", LATE),
    ],
)
def test_a_review_is_on_time_up_to_the_latest(
    adopted: str, reviewed: str, expected: tuple[Gap, ...]
) -> None:
    """Of assuming and the policy's adoption."""
    case = officer_with(SUB, review(reviewed), policy=policy(adopted))
    light = Light.AMBER if expected else Light.GREEN
    assert gaps(case) == (expected, light, Step.NONE)


@pytest.mark.parametrize(
    ("reviewed", "expected"), [("2025-08-31", ()), ("2025-09-01", ()), ("2025-09-02", LATE)]
)
def test_no_review_was_due_before_the_mandate(reviewed: str, expected: tuple[Gap, ...]) -> None:
    """For whoever assumed earlier, 2025-09-01 is the latest of the three."""
    early = serves("2025-06-02", role=SUBSTITUTE)
    assert officer_with(early, review(reviewed), policy=policy("2025-01-01")).on().gaps == expected
    nobody = officer_with(early, policy=policy("2025-01-01"))
    assert [nobody.on(on).gaps for on in ("2025-08-31", "2025-09-01")] == [PENDING, MISSING]


def test_one_review_in_time_is_enough() -> None:
    """A later one does not make it late."""
    assert officer_with(SUB, review("2026-10-01"), review("2026-09-01")).on().gaps == ()


def test_a_review_is_known_from_its_date() -> None:
    """As of the day before it is missing."""
    case = officer_with(SUB, review("2026-10-01"))
    assert [case.on(on).gaps for on in ("2026-09-30", "2026-10-01")] == [MISSING, LATE]


def test_no_policy() -> None:
    """Nothing to review: the agency's own gap, red."""
    for none in (policy(), policy("2026-11-25")):
        case = officer_with(SUB, review("2026-09-01"), policy=none)
        assert gaps(case) == ((Gap.AGENCY_POLICY_MISSING,), Light.RED, Step.ADOPT_POLICY)


def test_v_a_and_v_b_ask_for_no_review() -> None:
    """Reviews and the policy are gaps under V.C and V.D only."""
    trained = officer_with(FALL, certificate(MANDATED, "2026-08-20"), policy=policy())
    assert trained.on().gaps == ()
    assert officer_with(FALL, BASIC_2024, policy=policy()).on().gaps == ()


@pytest.mark.parametrize(
    "record",
    [
        inability(None),
        inability("2026-09-01", reason=" "),
        inability("2026-09-01", signed=""),
    ],
    ids=["no date", "no reason", "no signer"],
)
def test_an_incomplete_inability_record(record: object) -> None:
    """V.C needs reason, date and signer; one complete record among several is enough."""
    case = officer_with(FALL, review("2026-09-01"))
    found = case.also(inability_records=(record,)).on()
    assert (found.gaps, found.light) == ((Gap.INABILITY_RECORD_INCOMPLETE,), Light.AMBER)
    assert found.next_step is Step.COMPLETE_INABILITY_RECORD
    complete = case.also(inability_records=(record, inability("2026-09-02")))
    assert complete.on().gaps == ()


@pytest.mark.parametrize(
    ("starts", "ends", "missing"),
    [
        ("2026-07-01", "2027-06-30", False),
        ("2026-11-24", "2026-11-24", False),
        ("2026-11-25", "2027-06-30", True),
        ("2025-07-01", "2026-11-23", True),
    ],
)
def test_a_contract_covers_the_day(starts: str, ends: str, *, missing: bool) -> None:
    """First and last day of the term included."""
    case = officer_with(FALL, certificate(MANDATED, "2026-08-20"), contract(starts, ends))
    assert (case.on().gaps == (Gap.CONTRACT_MISSING,)) == missing
    assert case.on().light is (Light.AMBER if missing else Light.GREEN)
    assert case.on().next_step is (Step.ADD_CONTRACT if missing else Step.NONE)


def test_a_contract_for_each_district_in_force() -> None:
    """Of every covered assignment in force, substitute ones too; not of those ended or to come."""
    case = officer_with(
        FALL,
        serves("2026-09-14", role=SUBSTITUTE, district=2),
        serves("2026-09-14", "2026-10-01", district=3),
        serves("2027-01-04", district=4),
        certificate(MANDATED, "2026-08-20"),
        contract(district=1),
        contract(district=2),
    )
    assert case.on().gaps == ()
    assert case.also(contracts=(contract(district=1),)).on().gaps == (Gap.CONTRACT_MISSING,)
    voided = replace(contract(district=2), voided=VOIDED)
    assert case.also(contracts=(contract(), voided)).on().gaps == (Gap.CONTRACT_MISSING,)


def test_a_period_to_come_needs_a_contract_on_its_first_day() -> None:
    """The later of the day asked about and the first day."""
    ahead = officer_with(
        serves("2027-01-04"), certificate(MANDATED, "2026-08-20"), contract("2027-01-04")
    )
    assert ahead.on().gaps == ()
    none = officer_with(
        serves("2027-01-04"), certificate(MANDATED, "2026-08-20"), contract(ends="2027-01-03")
    )
    assert none.on().gaps == (Gap.CONTRACT_MISSING,)


def test_an_assignment_without_a_contract_is_still_evaluated() -> None:
    """With the gap, and the status it would have anyway."""
    found = officer_with(FALL, contract(district=9)).on()
    assert (found.status, found.gaps) == (Status.OVERDUE, (Gap.CONTRACT_MISSING,))
    assert (found.light, found.next_step) == (Light.RED, Step.ADD_CERTIFICATE)


def test_every_gap_has_its_reason() -> None:
    """One step of the argument for each gap."""
    case = officer_with(FALL, inability(None), contract(district=9), policy=policy())
    found = case.on()
    assert found.gaps == (
        Gap.AGENCY_POLICY_MISSING,
        Gap.INABILITY_RECORD_INCOMPLETE,
        Gap.CONTRACT_MISSING,
    )
    said = [reason.because.value for reason in found.why]
    assert said[-3:] == ["POLICY_MISSING", "INABILITY_INCOMPLETE", "CONTRACT_MISSING"]

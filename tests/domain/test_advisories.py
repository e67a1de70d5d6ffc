"""Advice: worth knowing, and never a change of status, light or gap."""

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
    inability,
    officer_with,
    policy,
    review,
    serves,
    the_law,
)

from sro_desk.domain.codes import Advisory, CourseKind, Light, Status
from sro_desk.domain.records import Sha256, Voiding

FALL = serves("2026-09-14")
SUB = serves("2026-09-14", role=SUBSTITUTE)
TRAINED = certificate(MANDATED, "2026-08-20")


@pytest.mark.parametrize(
    ("on", "due"), [("2029-08-19", False), ("2029-08-20", True), ("2029-08-21", True)]
)
def test_the_refresh_of_every_three_years(on: str, *, due: bool) -> None:
    """36 months after the latest qualifying completion; a switch turns it off."""
    case = officer_with(FALL, certificate(MANDATED, "2025-08-20"), TRAINED)
    found = case.on(on)
    assert (Advisory.REFRESH_DUE in found.advisories) == due
    assert (found.status, found.light) == (Status.MET, Light.GREEN)
    silent = replace(case, law=the_law(refresh_advisory=False))
    assert Advisory.REFRESH_DUE not in silent.on(on).advisories


PLAUSIBLE = {
    "mandated before the objectives": (
        officer_with(FALL, certificate(MANDATED, "2025-01-14")),
        (Advisory.MANDATED_TOO_EARLY,),
    ),
    "mandated as the objectives came": (
        officer_with(FALL, certificate(MANDATED, "2025-01-15")),
        (),
    ),
    "completed tomorrow": (
        officer_with(FALL, TRAINED, certificate(MANDATED, "2026-11-25")),
        (Advisory.COMPLETED_IN_FUTURE,),
    ),
    "completed today": (officer_with(FALL, TRAINED, certificate(MANDATED, "2026-11-24")), ()),
    "supplemental without basic": (
        officer_with(FALL, TRAINED, certificate(SUPPLEMENTAL, "2026-08-21")),
        (Advisory.SUPPLEMENTAL_WITHOUT_BASIC,),
    ),
    "supplemental with a basic too late": (
        officer_with(
            FALL, TRAINED, certificate(BASIC, "2025-09-01"), certificate(SUPPLEMENTAL, "2026-08-21")
        ),
        (Advisory.SUPPLEMENTAL_WITHOUT_BASIC,),
    ),
    "supplemental with a prior basic": (
        officer_with(
            FALL, certificate(BASIC, "2025-08-31"), certificate(SUPPLEMENTAL, "2026-08-21")
        ),
        (),
    ),
    "inability for one trained in time": (
        officer_with(FALL, TRAINED, inability("2026-09-01")),
        (Advisory.INABILITY_NOT_NEEDED,),
    ),
    "inability under V.B": (
        officer_with(FALL, certificate(BASIC, "2025-08-31"), inability("2026-09-01")),
        (Advisory.INABILITY_NOT_NEEDED,),
    ),
    "inability recorded once trained": (
        officer_with(
            FALL, review("2026-09-01"), certificate(MANDATED, "2026-10-01"), inability("2026-10-01")
        ),
        (Advisory.INABILITY_NOT_NEEDED,),
    ),
    "inability, then trained": (
        officer_with(
            FALL, review("2026-09-01"), certificate(MANDATED, "2026-10-01"), inability("2026-09-10")
        ),
        (),
    ),
    "reviewed before the adoption": (
        officer_with(SUB, review("2025-07-31"), policy=policy("2025-08-01")),
        (Advisory.REVIEW_BEFORE_ADOPTION,),
    ),
    "reviewed on the adoption": (
        officer_with(SUB, review("2025-08-01"), policy=policy("2025-08-01")),
        (),
    ),
    "revised after the review": (
        officer_with(SUB, review("2026-09-01"), policy=policy("2025-08-01", "2026-09-02")),
        (Advisory.POLICY_REVISED_AFTER_REVIEW,),
    ),
    "revised, then reviewed again": (
        officer_with(
            SUB,
            review("2026-09-01"),
            review("2026-09-20"),
            policy=policy("2025-08-01", "2026-09-02"),
        ),
        (),
    ),
    "a revision still to come": (
        officer_with(SUB, review("2026-09-01"), policy=policy("2025-08-01", "2026-11-25")),
        (),
    ),
    "the same copy twice": (
        officer_with(
            FALL, TRAINED, replace(certificate(MANDATED, "2026-08-21"), copy=TRAINED.copy)
        ),
        (Advisory.SAME_COPY_TWICE,),
    ),
    "the same copy, one of them voided": (
        officer_with(
            FALL,
            TRAINED,
            replace(
                certificate(MANDATED, "2026-08-21"),
                copy=TRAINED.copy,
                voided=Voiding(reason="Twice", at=datetime(2026, 9, 1, tzinfo=UTC), by="x"),
            ),
        ),
        (),
    ),
    "the same copy on another officer's": (
        officer_with(FALL, TRAINED).also(shared_copies=frozenset({TRAINED.copy})),
        (Advisory.SAME_COPY_TWICE,),
    ),
    "another's shared copy": (
        officer_with(FALL, TRAINED).also(shared_copies=frozenset({Sha256("f" * 64)})),
        (),
    ),
}


@pytest.mark.parametrize(("case", "expected"), PLAUSIBLE.values(), ids=PLAUSIBLE.keys())
def test_implausible_facts(case: Case, expected: tuple[Advisory, ...]) -> None:
    """Each is said once, and changes nothing else."""
    found = case.on()
    assert found.advisories == expected
    assert found.light in (Light.GREEN, Light.AMBER)


def test_advice_comes_in_the_order_of_the_codes() -> None:
    """Whatever the order of the records, each once."""
    future = certificate(MANDATED, "2026-12-01")
    case = officer_with(
        FALL,
        certificate(SUPPLEMENTAL, "2026-08-21"),
        future,
        certificate(CourseKind.OTHER, "2026-12-02"),
        certificate(MANDATED, "2025-01-14"),
        inability("2026-09-01"),
    )
    assert case.on().advisories == (
        Advisory.MANDATED_TOO_EARLY,
        Advisory.COMPLETED_IN_FUTURE,
        Advisory.SUPPLEMENTAL_WITHOUT_BASIC,
        Advisory.INABILITY_NOT_NEEDED,
    )


def test_what_the_records_show_is_said_without_a_period_too() -> None:
    """An officer with no assignment may still have a certificate of the future."""
    found = officer_with(certificate(MANDATED, "2026-12-01")).on()
    assert found.advisories == (Advisory.COMPLETED_IN_FUTURE,)

"""The argument in words: what a chief reads, an auditor checks and a district is sent."""

from enum import StrEnum

import pytest
from record_of import (
    BASIC,
    MANDATED,
    SUBSTITUTE,
    SUPPLEMENTAL,
    Case,
    certificate,
    contract,
    days_under,
    inability,
    officer_with,
    policy,
    review,
    serves,
)

from sro_desk.domain import words
from sro_desk.domain.codes import (
    Advisory,
    CourseKind,
    DayKind,
    DistrictKind,
    Duties,
    Gap,
    Light,
    Paragraph,
    Role,
    Status,
    Step,
)
from sro_desk.domain.reasons import Because
from sro_desk.domain.sentences import why

SUB = serves("2026-09-08", role=SUBSTITUTE)
ENDED_SUB = serves("2026-09-08", "2026-12-31", SUBSTITUTE)


def said(case: Case, on: str = "2026-11-24") -> tuple[str, ...]:
    """The sentences of a finding."""
    return why(case.on(on).why)


def test_the_example_of_the_rules() -> None:
    """RULES §6, word for word."""
    case = officer_with(serves("2026-05-26"), inability("2026-05-20"), review("2026-05-21"))
    assert said(case) == (
        "V.C: assumed 2026-05-26; six months = Thu 2026-11-26 (Thanksgiving Day); "
        "§ 645.15 -> Fri 2026-11-27.",
        "No qualifying certificate as of 2026-11-24; 3 days left until Fri 2026-11-27.",
        "Until trained the officer is not required to perform duty (4), advice on safety drills, "
        "or (5), identifying vulnerabilities; tell the district that these are uncovered.",
        "Law: Minn. Stat. § 626.8482 subd. 3(c); policy 507.5 V.C; § 645.14; § 645.15; "
        "§ 645.44 subd. 5; § 626.8482 subd. 2(a)(4), (5).",
    )


FIRST = {
    "V.A": (
        officer_with(serves("2026-09-15"), certificate(MANDATED, "2026-08-20")),
        "V.A: assumed 2026-09-15; the course comes before that day, so by Mon 2026-09-14.",
    ),
    "V.A, a Sunday": (
        officer_with(serves("2026-09-14")),
        "V.A: assumed 2026-09-14; the course comes before that day, so by Sun 2026-09-13; a fixed "
        "date: on the safer reading it does not move.",
    ),
    "V.A, already serving": (
        officer_with(serves("2024-01-08")),
        "V.A: assumed 2024-01-08, before the mandate began; POST's published reading was taken: "
        "the course by Mon 2025-09-01 (Labor Day), that day included; a fixed date: on the safer "
        "reading it does not move.",
    ),
    "V.A, the 60th day": (
        officer_with(SUB, *days_under(SUB, "2026-09-08", 60)),
        "V.A: 60 contact days in the school year 2026-27 (60 served); the 60th falls on "
        "Fri 2026-11-06, so trained by the day before = Thu 2026-11-05.",
    ),
    "V.A, sixty with no date": (
        officer_with(serves("2026-09-09", role=SUBSTITUTE, booked=65)),
        "V.A: 65 contact days in the school year 2026-27 (65 booked with no date yet), and no date "
        "is known for the 60th; the safer reading asks for the course before the first day "
        "2026-09-09, so by Tue 2026-09-08; giving the booked days their dates would settle it.",
    ),
    "V.B": (
        officer_with(serves("2021-08-30"), certificate(BASIC, "2020-07-17")),
        "V.B: basic course completed 2020-07-17, before 2025-09-01; trained before 2027-06-01 = "
        "by Mon 2027-05-31 (Memorial Day); a fixed date: on the safer reading it does not move.",
    ),
    "V.C, no holiday": (
        officer_with(serves("2026-08-24"), inability("2026-08-20")),
        "V.C: assumed 2026-08-24; six months = Wed 2027-02-24.",
    ),
    "V.C, an observed day": (
        officer_with(serves("2026-01-03"), inability("2026-01-02")),
        "V.C: assumed 2026-01-03; six months = Fri 2026-07-03 (Independence Day observed); "
        "§ 645.15 -> Mon 2026-07-06.",
    ),
    "V.D": (
        officer_with(
            SUB,
            *days_under(SUB, "2026-09-08", 20),
            *days_under(SUB, "2027-01-04", 2, DayKind.BOOKED),
        ),
        "V.D: 22 contact days in the school year 2026-27 (20 served, 2 booked), fewer than 60; "
        "no training deadline.",
    ),
    "V.D, one day": (
        officer_with(SUB, *days_under(SUB, "2026-09-08", 1)),
        "V.D: 1 contact day in the school year 2026-27 (1 served), fewer than 60; "
        "no training deadline.",
    ),
    "V.D, no day": (
        officer_with(SUB),
        "V.D: 0 contact days in the school year 2026-27, fewer than 60; no training deadline.",
    ),
    "not covered": (
        officer_with(serves("2026-09-14", covered=False)),
        "Not covered: the assignment from 2026-09-14 is marked as not meeting the definition of a "
        "school resource officer: Evening events.",
    ),
    "no assignment": (officer_with(), "No assignment as a school resource officer is on file."),
}


@pytest.mark.parametrize(("case", "sentence"), FIRST.values(), ids=FIRST.keys())
def test_the_paragraph_its_dates_and_arithmetic(case: Case, sentence: str) -> None:
    """The first sentence: paragraph, dates used, arithmetic."""
    assert said(case)[0] == sentence


def test_readings_are_named() -> None:
    """Where the text could be read two ways, the explanation says the safer one was taken."""
    returned = officer_with(
        serves("2026-01-04", "2026-06-05"), serves("2026-09-08"), inability("2025-12-30")
    )
    same_day = officer_with(serves("2026-09-14"), certificate(MANDATED, "2026-09-14"))
    sixty = officer_with(SUB, *days_under(SUB, "2026-09-08", 60), inability("2026-09-01"))
    for case in (returned, same_day, sixty):
        assert any("the safer reading was taken" in sentence for sentence in said(case))


def test_the_advice_for_v_b() -> None:
    """Memorial Day is no day to finish a course on."""
    case = officer_with(serves("2021-08-30"), certificate(BASIC, "2020-07-17"))
    advice = "Finish by Fri 2027-05-28, the last working day before the deadline."
    assert advice in said(case)
    trained = officer_with(
        serves("2021-08-30"),
        certificate(BASIC, "2020-07-17"),
        certificate(SUPPLEMENTAL, "2026-10-02"),
    )
    assert advice not in said(trained)


def test_numbers_of_days() -> None:
    """One day, several days, none."""
    case = officer_with(serves("2026-09-15"))
    assert said(case, "2026-09-13")[1].endswith("; 1 day left until Mon 2026-09-14.")
    assert said(case, "2026-09-14")[1].endswith("; 0 days left until Mon 2026-09-14.")
    assert said(case, "2026-09-15")[1].endswith("; the last day was Mon 2026-09-14, 1 day ago.")
    assert said(case, "2029-09-15")[1].endswith(", 1,097 days ago.")


_BASICS = (certificate(BASIC, "2024-06-01", copy=False), certificate(BASIC, "2025-10-01"))
EVERYTHING = [
    *(case for case, _ in FIRST.values()),
    officer_with(serves("2026-05-26"), inability(None), contract(district=9)),
    officer_with(serves("2026-09-14"), certificate(MANDATED, "2026-09-14", copy=False)),
    officer_with(serves("2026-09-14"), certificate(SUPPLEMENTAL, "2026-09-01")),
    officer_with(serves("2026-09-14"), certificate(BASIC, "2025-10-01")),
    officer_with(serves("2027-08-30"), certificate(BASIC, "2024-06-01")),
    officer_with(
        serves("2027-08-30"), certificate(BASIC, "2024-06-01"), certificate(MANDATED, "2026-09-01")
    ),
    officer_with(serves("2025-02-03"), inability("2025-02-01")),
    officer_with(serves("2026-01-04", "2026-06-05"), inability("2026-01-01")),
    officer_with(serves("2026-01-04", "2026-06-05"), serves("2026-09-01"), inability("2026-01-01")),
    officer_with(serves("2026-01-04", "2026-06-05")),
    officer_with(SUB, *days_under(SUB, "2026-09-08", 60), inability("2026-09-01")),
    officer_with(SUB, *days_under(SUB, "2026-12-08", 60)),
    officer_with(SUB, policy=policy()),
    officer_with(SUB, review("2026-10-08")),
    officer_with(serves("2026-12-08", role=SUBSTITUTE)),
    officer_with(
        ENDED_SUB,
        serves("2027-02-01", role=SUBSTITUTE),
        *days_under(ENDED_SUB, "2026-09-08", 60),
    ),
    officer_with(serves("2026-09-14"), *_BASICS),
    officer_with(serves("2020-09-14"), certificate(MANDATED, "2022-09-01")),
]


def test_every_reason_has_a_sentence_that_can_be_said() -> None:
    """Each code occurs here, is filled in completely and never says 'prohibited'."""
    seen = set()
    for case in EVERYTHING:
        for on in ("2026-11-24", "2027-02-01"):
            found = case.on(on)
            seen |= {reason.because for reason in found.why}
            sentences = why(found.why)
            assert len(sentences) == len(found.why) + 1
            assert all(one.endswith(".") and "{" not in one for one in sentences)
            assert not any("prohibit" in one or "None" in one for one in sentences)
    assert set(Because) - seen == set()


def test_the_history_argues_too() -> None:
    """Each period's outcome has its own why."""
    case = officer_with(
        serves("2026-01-04", "2026-06-05"), serves("2026-09-08"), certificate(BASIC, "2024-06-01")
    )
    ended, current = case.on("2026-11-24").history
    assert why(ended.why)[1] == (
        "The service period ended 2026-06-05, on or before 2027-05-31, untrained: "
        "nothing remained due."
    )
    assert why(current.why)[-1] == "Law: Minn. Stat. § 626.8482 subd. 3(b); policy 507.5 V.B."


def test_no_reasons_no_sentences() -> None:
    """Not even the one that names the law."""
    assert why(()) == ()


WORDS = [
    (words.status_words, Status),
    (words.paragraph_words, Paragraph),
    (words.duties_words, Duties),
    (words.gap_words, Gap),
    (words.advisory_words, Advisory),
    (words.light_words, Light),
    (words.step_words, Step),
    (words.role_words, Role),
    (words.course_kind_words, CourseKind),
    (words.district_kind_words, DistrictKind),
    (words.day_kind_words, DayKind),
]


@pytest.mark.parametrize(("named", "codes"), WORDS, ids=[codes.__name__ for _, codes in WORDS])
def test_every_code_has_words_of_its_own(named: object, codes: type[StrEnum]) -> None:
    """No two codes read alike, and none says 'prohibited'."""
    assert callable(named)
    all_words = [named(code) for code in codes]
    assert len(set(all_words)) == len(all_words)
    assert not any("prohibit" in one.lower() for one in all_words)

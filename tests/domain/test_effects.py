"""What a certificate does for its officer, in a line."""

from dataclasses import replace

from record_of import (
    BASIC,
    MANDATED,
    OFFICER,
    POLICY,
    certificate,
    day,
    officer_with,
    serves,
    the_law,
)

from sro_desk.domain.effects import Effect, effect_words, effects_words
from sro_desk.domain.evaluate import evaluate

ON = day("2026-11-24")


def effect_of(*facts, by):
    findings = [
        evaluate(officer_with(*these).record, POLICY, the_law(), ON)
        for these in (facts, (*facts, by))
    ]
    return Effect(officer=OFFICER, without=findings[0], with_it=findings[1])


def test_a_status_that_changes_is_told_with_its_deadline():
    effect = effect_of(serves("2026-09-14"), by=certificate(MANDATED, "2026-10-02"))
    assert effect_words(effect) == (
        "Pat Doe: now Overdue (V.A, last day 09/13/2026), then Met late (V.A)."
    )


def test_a_basic_course_opens_another_paragraph():
    effect = effect_of(serves("2024-01-08"), by=certificate(BASIC, "2020-07-17"))
    assert effect_words(effect) == (
        "Pat Doe: now Overdue (V.A, last day 09/01/2025), then Due (V.B, last day 05/31/2027)."
    )


def test_without_a_copy_the_officer_stays_red():
    effect = effect_of(serves("2026-09-14"), by=certificate(MANDATED, "2026-08-20", copy=False))
    assert effect_words(effect).endswith(
        "then Met (V.A). Red until a copy of the most recent certificate is on file (V.E)."
    )


def test_what_changes_nothing_says_so():
    effect = effect_of(serves("2026-09-14"), by=certificate(BASIC, "2026-01-10"))
    assert effect_words(effect) == "Pat Doe: stays Overdue (V.A, last day 09/13/2026)."


def test_an_officer_without_an_assignment():
    effect = effect_of(by=certificate(MANDATED, "2026-08-20"))
    assert effect_words(effect) == (
        "Pat Doe: no assignment is on file yet; until there is one, nothing is due."
    )


def test_a_class_is_counted():
    effect = effect_of(serves("2026-09-14"), by=certificate(MANDATED, "2026-10-02"))
    same = replace(effect, with_it=effect.without)
    assert effects_words([effect] * 10 + [same] * 2) == (
        "12 officers, then: 10 Met late, 2 Overdue."
    )

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sro_desk.domain.codes import CourseKind, DayKind, DistrictKind, Role
from sro_desk.domain.drafts import (
    AssignmentDraft,
    CertificateDraft,
    ContractDraft,
    CourseDraft,
    DistrictDraft,
    InabilityRecordDraft,
    OfficerDraft,
    PolicyReviewDraft,
    PolicyRevisionDraft,
    SchoolDraft,
)
from sro_desk.domain.faults import Fault, fault_words
from sro_desk.domain.problems import (
    Problem,
    agency_problems,
    assignment_problems,
    blocking,
    certificate_problems,
    class_problems,
    contact_day_problems,
    contract_problems,
    course_problems,
    district_problems,
    inability_problems,
    number_typed,
    officer_problems,
    review_problems,
    revision_problems,
    school_problems,
    settings_problems,
    void_problems,
)
from sro_desk.domain.records import (
    Agency,
    Assignment,
    Certificate,
    ContactDay,
    Contract,
    Course,
    District,
    Officer,
    PolicyReview,
    PolicyRevision,
    School,
    Settings,
)

TODAY = date(2026, 11, 24)
TOMORROW = date(2026, 11, 25)


def faults(problems):
    return [(problem.field, problem.fault, problem.warning) for problem in problems]


def test_every_fault_has_words_that_end_as_a_sentence():
    assert all(fault_words(fault)[-1] in ".?" for fault in Fault)


def test_a_warning_does_not_block():
    problems = (Problem("a", Fault.SAME_NAME, warning=True), Problem("b", Fault.NAME_MISSING))
    assert blocking(problems) == problems[1:]


class TestOfficers:
    def test_a_good_one(self):
        assert (
            officer_problems(OfficerDraft(name="Mai Vang", work_email="mv@oakdale.example")) == ()
        )

    def test_each_field(self):
        draft = OfficerDraft(
            name=" ",
            work_email="mai at oakdale",
            employed_from=date(26, 9, 1),
            employed_to=date(2204, 1, 1),
        )
        assert faults(officer_problems(draft)) == [
            ("name", Fault.NAME_MISSING, False),
            ("work_email", Fault.EMAIL_UNLIKELY, True),
            ("employed_from", Fault.YEAR_IMPLAUSIBLE, False),
            ("employed_to", Fault.YEAR_IMPLAUSIBLE, False),
        ]

    def test_leaving_before_coming(self):
        draft = OfficerDraft(name="Mai Vang", employed_from=TODAY, employed_to=date(2026, 11, 23))
        assert faults(officer_problems(draft)) == [("employed_to", Fault.ENDS_BEFORE_START, False)]

    def test_the_like_of_another(self):
        other = Officer(id=1, name="María Núñez", sort_name="Núñez, María", badge="12")
        draft = OfficerDraft(name="Maria Nunez", badge="12")
        assert faults(officer_problems(draft, others=[other])) == [
            ("name", Fault.SAME_NAME, True),
            ("badge", Fault.SAME_BADGE, True),
        ]


class TestDistrictsAndSchools:
    def test_the_number_tells_districts_apart_only_with_the_kind(self):
        aitkin = District(id=1, name="Aitkin", kind=DistrictKind.INDEPENDENT, state_id="0001")
        minneapolis = DistrictDraft(name="Minneapolis", kind=DistrictKind.SPECIAL, state_id="0001")
        assert district_problems(minneapolis, others=[aitkin]) == ()
        again = DistrictDraft(name="Aitken", kind=DistrictKind.INDEPENDENT, state_id="0001")
        assert faults(district_problems(again, others=[aitkin])) == [
            ("name", Fault.SAME_DISTRICT, True)
        ]

    def test_without_a_number_the_name_does(self):
        other = District(id=1, name="St. Paul City School", kind=DistrictKind.CHARTER)
        draft = DistrictDraft(name="St Paul City School", kind=DistrictKind.CHARTER)
        assert district_problems(draft, others=[other])

    def test_names_are_required(self):
        assert blocking(district_problems(DistrictDraft(name="", kind=DistrictKind.CHARTER)))
        assert blocking(school_problems(SchoolDraft(district=1, name="")))

    def test_a_school_twice(self):
        other = School(id=1, district=1, name="Eagan High")
        draft = SchoolDraft(district=1, name="EAGAN HIGH")
        assert faults(school_problems(draft, others=[other])) == [("name", Fault.SAME_SCHOOL, True)]


class TestContracts:
    TERM = ContractDraft(district=1, starts_on=date(2026, 7, 1), ends_on=date(2027, 6, 30))

    def test_a_good_one(self):
        before = Contract(id=1, district=1, starts_on=date(2025, 7, 1), ends_on=date(2026, 6, 30))
        assert contract_problems(self.TERM, others=[before]) == ()

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ({"starts_on": None}, ("starts_on", Fault.START_MISSING, False)),
            ({"ends_on": None}, ("ends_on", Fault.END_MISSING, False)),
            ({"ends_on": date(2026, 6, 30)}, ("ends_on", Fault.ENDS_BEFORE_START, False)),
            ({"ends_on": date(2032, 6, 30)}, ("ends_on", Fault.CONTRACT_LONG, True)),
            ({"starts_on": date(26, 7, 1)}, ("starts_on", Fault.YEAR_IMPLAUSIBLE, False)),
            ({"duties": frozenset({1, 8})}, ("duties", Fault.DUTY_UNKNOWN, False)),
        ],
        ids=str,
    )
    def test_each_fault(self, said, expected):
        assert faults(contract_problems(replace(self.TERM, **said))) == [expected]

    def test_one_day_in_common_with_another(self):
        other = Contract(id=1, district=1, starts_on=date(2027, 6, 30), ends_on=date(2028, 6, 30))
        assert faults(contract_problems(self.TERM, others=[other])) == [
            ("starts_on", Fault.CONTRACT_OVERLAPS, True)
        ]


class TestAssignments:
    DRAFT = AssignmentDraft(
        officer=1, district=1, role=Role.REGULAR, assumed=date(2026, 9, 14), school=None
    )
    OTHER = Assignment(
        id=1,
        officer=1,
        district=1,
        role=Role.REGULAR,
        assumed=date(2026, 1, 5),
        ends_on=date(2026, 9, 14),
    )

    def test_a_good_one_also_in_the_future(self):
        assert assignment_problems(replace(self.DRAFT, assumed=date(2027, 9, 1))) == ()

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ({"district": None}, ("district", Fault.DISTRICT_MISSING, False)),
            ({"assumed": None}, ("assumed", Fault.ASSUMED_MISSING, False)),
            ({"assumed": date(26, 9, 1)}, ("assumed", Fault.YEAR_IMPLAUSIBLE, False)),
            ({"ends_on": date(2026, 9, 13)}, ("ends_on", Fault.ENDS_BEFORE_START, False)),
            ({"ends_on": date(2204, 9, 1)}, ("ends_on", Fault.YEAR_IMPLAUSIBLE, False)),
            (
                {"meets_definition": False, "definition_reason": " "},
                ("definition_reason", Fault.DEFINITION_REASON_MISSING, False),
            ),
            ({"booked_days": -1}, ("booked_days", Fault.BOOKED_DAYS_IMPOSSIBLE, False)),
            ({"booked_days": 12}, ("booked_days", Fault.BOOKED_DAYS_UNUSED, True)),
        ],
        ids=str,
    )
    def test_each_fault(self, said, expected):
        assert faults(assignment_problems(replace(self.DRAFT, **said))) == [expected]

    @pytest.mark.parametrize(
        ("mine", "theirs"),
        [
            ({}, {}),
            ({}, {"ends_on": None}),
            ({"assumed": date(2025, 9, 1), "ends_on": date(2026, 1, 5)}, {}),
            ({"school": 3}, {"school": 3}),
        ],
        ids=["the last day in common", "the other is open", "the first day in common", "a school"],
    )
    def test_the_same_place_and_role_twice(self, mine, theirs):
        draft, other = replace(self.DRAFT, **mine), replace(self.OTHER, **theirs)
        found = assignment_problems(draft, others=[other])
        assert faults(found) == [("assumed", Fault.ASSIGNMENT_TWICE, False)]

    @pytest.mark.parametrize(
        "theirs",
        [
            {"ends_on": date(2026, 9, 13)},
            {"district": 2},
            {"school": 3},
            {"role": Role.SUBSTITUTE},
            {"assumed": date(2027, 7, 1), "ends_on": None},
        ],
        ids=["ended the day before", "district", "school", "role", "after mine ends"],
    )
    def test_what_is_not_the_same(self, theirs):
        draft = replace(self.DRAFT, ends_on=date(2027, 6, 30))
        assert assignment_problems(draft, others=[replace(self.OTHER, **theirs)]) == ()

    def test_a_school_of_another_district(self):
        school = School(id=3, district=2, name="Eagan High")
        found = assignment_problems(replace(self.DRAFT, school=3), school=school)
        assert faults(found) == [("school", Fault.SCHOOL_ELSEWHERE, False)]

    def test_outside_the_employment(self):
        officer = Officer(id=1, name="Mai Vang", sort_name="", employed_from=date(2026, 9, 15))
        found = assignment_problems(self.DRAFT, officer=officer)
        assert faults(found) == [("assumed", Fault.OUTSIDE_EMPLOYMENT, True)]

    def test_days_that_would_be_left_outside(self):
        day = ContactDay(id=1, assignment=1, on=date(2026, 9, 11), kind=DayKind.SERVED)
        draft = replace(self.DRAFT, role=Role.SUBSTITUTE)
        assert faults(assignment_problems(draft, days=[day])) == [
            ("ends_on", Fault.DAYS_LEFT_OUTSIDE, True)
        ]


class TestContactDays:
    SUBSTITUTE = replace(TestAssignments.OTHER, role=Role.SUBSTITUTE)

    @pytest.mark.parametrize(
        ("on", "kind", "expected"),
        [
            (date(2026, 1, 5), DayKind.SERVED, []),
            (date(2026, 9, 14), DayKind.SERVED, []),
            (date(2026, 1, 2), DayKind.SERVED, [(Fault.DAY_OUTSIDE_ASSIGNMENT, False)]),
            (date(2026, 9, 15), DayKind.SERVED, [(Fault.DAY_OUTSIDE_ASSIGNMENT, False)]),
            (date(2026, 3, 7), DayKind.SERVED, [(Fault.DAY_ON_WEEKEND, True)]),
        ],
    )
    def test_within_the_assignment(self, on, kind, expected):
        found = contact_day_problems(self.SUBSTITUTE, on, kind, today=TODAY)
        assert [(problem.fault, problem.warning) for problem in found] == expected
        assert all(problem.field == on.isoformat() for problem in found)

    def test_a_day_to_come_is_booked_not_served(self):
        still_serving = replace(self.SUBSTITUTE, ends_on=None)
        served = contact_day_problems(still_serving, TOMORROW, DayKind.SERVED, today=TODAY)
        assert [problem.fault for problem in served] == [Fault.SERVED_IN_FUTURE]
        assert contact_day_problems(still_serving, TOMORROW, DayKind.BOOKED, today=TODAY) == ()
        assert contact_day_problems(still_serving, TODAY, DayKind.SERVED, today=TODAY) == ()

    def test_a_regular_officer_has_none(self):
        found = contact_day_problems(
            TestAssignments.OTHER, date(2026, 9, 14), DayKind.SERVED, today=TODAY
        )
        assert [problem.fault for problem in found] == [Fault.DAY_OF_REGULAR]


class TestCourses:
    def test_each_fault(self):
        draft = CourseDraft(
            title="",
            kind=CourseKind.OTHER,
            credits=number_typed("sixteen"),
            approved_from=TODAY,
            approved_to=date(2026, 1, 1),
        )
        assert faults(course_problems(draft)) == [
            ("title", Fault.TITLE_MISSING, False),
            ("credits", Fault.CREDITS_NOT_A_NUMBER, False),
            ("approved_to", Fault.ENDS_BEFORE_START, False),
        ]

    def test_the_same_twice(self):
        other = Course(id=1, title="Basic SRO", kind=CourseKind.BASIC, provider="NASRO")
        draft = CourseDraft(title="basic sro", kind=CourseKind.BASIC, provider="Nasro")
        assert faults(course_problems(draft, others=[other])) == [
            ("title", Fault.SAME_COURSE, True)
        ]
        assert course_problems(replace(draft, kind=CourseKind.OTHER), others=[other]) == ()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", None),
        ("  ", None),
        ("16", Decimal(16)),
        ("7.5", Decimal("7.5")),
        ("7,5", Decimal("7.5")),
    ],
)
def test_credits_as_typed(typed, number):
    assert number_typed(typed) == number


@pytest.mark.parametrize("typed", ["sixteen", "1.2.3", "NaN", "inf", "-1", "1e9"])
def test_credits_that_are_no_number_are_said(typed):
    draft = CourseDraft(title="A", kind=CourseKind.OTHER, credits=number_typed(typed))
    assert faults(course_problems(draft)) == [("credits", Fault.CREDITS_NOT_A_NUMBER, False)]


MANDATED = Course(id=1, title="SRO Training", kind=CourseKind.MANDATED)
SUPPLEMENTAL = Course(id=2, title="SRO Supplemental", kind=CourseKind.SUPPLEMENTAL)
SAFETY_CENTER = Course(
    id=3,
    title="Standardized Basic",
    kind=CourseKind.BASIC,
    provider="Minnesota School Safety Center",
)
NASRO = Course(id=4, title="Basic SRO", kind=CourseKind.BASIC, provider="NASRO")


class TestCertificates:
    DRAFT = CertificateDraft(officer=1, course=1, completed_on=date(2026, 8, 20))

    def about(self, said=None, course=MANDATED, **facts):
        draft = replace(self.DRAFT, course=course.id, **(said or {}))
        return faults(certificate_problems(draft, today=TODAY, course=course, **facts))

    def test_a_good_one(self):
        assert self.about() == []

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ({"officer": None}, ("officer", Fault.OFFICER_MISSING, False)),
            ({"completed_on": None}, ("completed_on", Fault.COMPLETED_MISSING, False)),
            ({"completed_on": TOMORROW}, ("completed_on", Fault.COMPLETED_IN_FUTURE, False)),
            ({"completed_on": date(26, 8, 20)}, ("completed_on", Fault.YEAR_IMPLAUSIBLE, False)),
            ({"completed_on": date(2204, 8, 20)}, ("completed_on", Fault.YEAR_IMPLAUSIBLE, False)),
            (
                {"completed_on": date(2025, 1, 14)},
                ("completed_on", Fault.MANDATED_TOO_EARLY, True),
            ),
            ({"issued_on": TOMORROW}, ("issued_on", Fault.ISSUED_IN_FUTURE, False)),
            ({"issued_on": date(26, 8, 20)}, ("issued_on", Fault.YEAR_IMPLAUSIBLE, False)),
            (
                {"issued_on": date(2026, 8, 19)},
                ("issued_on", Fault.ISSUED_BEFORE_COMPLETED, True),
            ),
            ({"credits": Decimal("NaN")}, ("credits", Fault.CREDITS_NOT_A_NUMBER, False)),
        ],
        ids=str,
    )
    def test_each_fault(self, said, expected):
        assert self.about(said) == [expected]

    @pytest.mark.parametrize("day", [TODAY, date(2025, 1, 15)])
    def test_the_boundary_days_are_good(self, day):
        assert self.about({"completed_on": day, "issued_on": day}) == []

    def test_no_course(self):
        found = certificate_problems(replace(self.DRAFT, course=None), today=TODAY)
        assert faults(found) == [("course", Fault.COURSE_MISSING, False)]

    def test_the_same_file_elsewhere(self):
        assert self.about(copy_elsewhere=True) == [("copy", Fault.SAME_COPY, True)]

    def test_the_same_certificate_twice(self):
        other = Certificate(id=1, officer=1, course=MANDATED, completed_on=date(2026, 8, 20))
        assert self.about(others=[other]) == [("completed_on", Fault.SAME_CERTIFICATE, True)]
        assert self.about({"completed_on": date(2026, 8, 21)}, others=[other]) == []

    def test_outside_the_approval_of_the_course(self):
        course = replace(MANDATED, approved_to=date(2026, 8, 19))
        assert self.about(course=course) == [("completed_on", Fault.OUTSIDE_APPROVAL, True)]
        assert self.about(course=replace(MANDATED, approved_to=date(2026, 8, 20))) == []

    @pytest.mark.parametrize(
        ("held", "warned"),
        [
            ((), True),
            ((MANDATED, date(2025, 6, 1)), True),
            ((NASRO, date(2025, 9, 1)), True),
            ((NASRO, date(2025, 8, 31)), False),
            ((SAFETY_CENTER, date(2019, 6, 1)), False),
        ],
        ids=["nothing", "no basic", "a basic too late", "in time", "long ago"],
    )
    def test_a_supplemental_asks_for_a_basic(self, held, warned):
        others = (
            [Certificate(id=1, officer=1, course=held[0], completed_on=held[1])] if held else []
        )
        found = self.about(course=SUPPLEMENTAL, others=others)
        expected = [("completed_on", Fault.SUPPLEMENTAL_WITHOUT_BASIC, True)]
        assert found == (expected if warned else [])

    @pytest.mark.parametrize(
        ("course", "day", "expected"),
        [
            (NASRO, date(2025, 8, 31), []),
            (NASRO, date(2025, 9, 1), [Fault.BASIC_TOO_LATE]),
            (SAFETY_CENTER, date(2025, 2, 28), []),
            (SAFETY_CENTER, date(2025, 3, 1), [Fault.BASIC_MAY_BE_MANDATED]),
            (SAFETY_CENTER, date(2025, 8, 31), [Fault.BASIC_MAY_BE_MANDATED]),
            (SAFETY_CENTER, date(2025, 9, 1), [Fault.BASIC_TOO_LATE]),
        ],
    )
    def test_what_a_basic_opens(self, course, day, expected):
        found = self.about({"completed_on": day}, course=course)
        assert found == [("completed_on", fault, True) for fault in expected]

    def test_a_class_names_each_officer_once(self):
        assert faults(class_problems([])) == [("officer", Fault.OFFICER_MISSING, False)]
        assert faults(class_problems([self.DRAFT, self.DRAFT])) == [
            ("officer", Fault.OFFICER_TWICE, False)
        ]
        assert class_problems([self.DRAFT, replace(self.DRAFT, officer=2)]) == ()


class TestPolicy:
    REVISION = PolicyRevision(id=1, adopted_on=date(2025, 8, 1))

    def test_revisions(self):
        def about(day, others=()):
            draft = PolicyRevisionDraft(adopted_on=day)
            return faults(revision_problems(draft, today=TODAY, others=others))

        assert about(TODAY) == []
        assert about(None) == [("adopted_on", Fault.ADOPTED_MISSING, False)]
        assert about(TOMORROW) == [("adopted_on", Fault.ADOPTED_IN_FUTURE, True)]
        assert about(date(2025, 8, 1), [self.REVISION]) == [
            ("adopted_on", Fault.SAME_REVISION, True)
        ]

    def test_reviews(self):
        def about(day, others=()):
            draft = PolicyReviewDraft(officer=1, reviewed_on=day)
            revisions = [self.REVISION]
            return faults(review_problems(draft, today=TODAY, revisions=revisions, others=others))

        other = PolicyReview(id=1, officer=1, reviewed_on=TODAY)
        assert about(date(2025, 8, 1)) == []
        assert about(None) == [("reviewed_on", Fault.REVIEWED_MISSING, False)]
        assert about(TOMORROW) == [("reviewed_on", Fault.REVIEWED_IN_FUTURE, False)]
        assert about(date(2025, 7, 31)) == [("reviewed_on", Fault.REVIEWED_BEFORE_ADOPTION, True)]
        assert about(TODAY, [other]) == [("reviewed_on", Fault.SAME_REVIEW, True)]


class TestInability:
    WHOLE = InabilityRecordDraft(
        officer=1, recorded_on=TODAY, reason="No seat before fall", signed_by="Chief Xiong"
    )

    def test_a_whole_one(self):
        assert inability_problems(self.WHOLE, today=TODAY) == ()

    def test_an_incomplete_one_is_kept_with_warnings(self):
        found = inability_problems(InabilityRecordDraft(officer=1), today=TODAY)
        assert [problem.field for problem in found] == ["recorded_on", "reason", "signed_by"]
        assert blocking(found) == ()

    def test_a_day_to_come_and_one_not_needed(self):
        late = replace(self.WHOLE, recorded_on=TOMORROW)
        assert faults(inability_problems(late, today=TODAY)) == [
            ("recorded_on", Fault.RECORDED_IN_FUTURE, False)
        ]
        assert faults(inability_problems(self.WHOLE, today=TODAY, not_needed=True)) == [
            ("recorded_on", Fault.INABILITY_NOT_NEEDED, True)
        ]


def test_the_agency_needs_a_name():
    agency = Agency(name="", chief="", chief_title="", ori="", address="", phone="", email="nobody")
    assert faults(agency_problems(agency)) == [
        ("name", Fault.NAME_MISSING, False),
        ("email", Fault.EMAIL_UNLIKELY, True),
    ]


@pytest.mark.parametrize("name", ["", " \t", "\u200b", "\ufeff \xa0", "\x00"])
def test_a_name_of_which_nothing_shows_is_none(name):
    assert faults(officer_problems(OfficerDraft(name=name))) == [
        ("name", Fault.NAME_MISSING, False)
    ]
    assert faults(void_problems(name)) == [("reason", Fault.REASON_MISSING, False)]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("Mai\u202eVang", Fault.TEXT_HIDDEN),
        ("Mai\x00 Vang", Fault.TEXT_HIDDEN),
        ("Mai\tVang", Fault.TEXT_HIDDEN),
        ("\ufeffMai Vang", Fault.TEXT_HIDDEN),
        ("Mai " * 60, Fault.TEXT_LONG),
    ],
)
def test_what_was_pasted_with_more_than_shows_is_asked_about(name, fault):
    assert faults(officer_problems(OfficerDraft(name=name))) == [("name", fault, True)]
    assert faults(school_problems(SchoolDraft(name=name, district=1)))[0] == ("name", fault, True)


@pytest.mark.parametrize("name", ["Nguyễn Thị Ánh", "O’Brien-Núñez", "க்\u200dஷ", "M\xa0Vang", "م"])
def test_what_people_are_called_is_not_asked_about(name):
    assert officer_problems(OfficerDraft(name=name)) == ()


def test_lead_times_are_days():
    assert settings_problems(Settings()) == ()
    assert settings_problems(Settings(lead_times=())) == ()
    for days in (0, -7, 731):
        assert settings_problems(Settings(lead_times=(30, days)))


def test_voiding_asks_for_a_reason():
    assert faults(void_problems(" ")) == [("reason", Fault.REASON_MISSING, False)]
    assert void_problems("Entered twice") == ()

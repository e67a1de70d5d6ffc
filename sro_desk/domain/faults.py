"""What can be wrong with a draft, and the words for it beside the field."""

from enum import StrEnum


class Fault(StrEnum):
    """One thing wrong, or worth asking about, in one field."""

    # anything
    NAME_MISSING = "NAME_MISSING"
    REASON_MISSING = "REASON_MISSING"
    YEAR_IMPLAUSIBLE = "YEAR_IMPLAUSIBLE"
    DATE_UNREADABLE = "DATE_UNREADABLE"
    NOT_ON_THE_LIST = "NOT_ON_THE_LIST"
    ENDS_BEFORE_START = "ENDS_BEFORE_START"
    RECORD_VOIDED = "RECORD_VOIDED"
    TEXT_LONG = "TEXT_LONG"
    TEXT_HIDDEN = "TEXT_HIDDEN"
    # agency and settings
    LEAD_TIMES_NOT_POSITIVE = "LEAD_TIMES_NOT_POSITIVE"
    # officers
    SAME_NAME = "SAME_NAME"
    SAME_BADGE = "SAME_BADGE"
    EMAIL_UNLIKELY = "EMAIL_UNLIKELY"
    # districts, schools, contracts
    SAME_DISTRICT = "SAME_DISTRICT"
    SAME_SCHOOL = "SAME_SCHOOL"
    DISTRICT_MISSING = "DISTRICT_MISSING"
    START_MISSING = "START_MISSING"
    END_MISSING = "END_MISSING"
    CONTRACT_OVERLAPS = "CONTRACT_OVERLAPS"
    CONTRACT_LONG = "CONTRACT_LONG"
    DUTY_UNKNOWN = "DUTY_UNKNOWN"
    # assignments and contact days
    ASSUMED_MISSING = "ASSUMED_MISSING"
    ASSIGNMENT_TWICE = "ASSIGNMENT_TWICE"
    SCHOOL_ELSEWHERE = "SCHOOL_ELSEWHERE"
    DEFINITION_REASON_MISSING = "DEFINITION_REASON_MISSING"
    BOOKED_DAYS_IMPOSSIBLE = "BOOKED_DAYS_IMPOSSIBLE"
    BOOKED_DAYS_UNUSED = "BOOKED_DAYS_UNUSED"
    OUTSIDE_EMPLOYMENT = "OUTSIDE_EMPLOYMENT"
    DAYS_LEFT_OUTSIDE = "DAYS_LEFT_OUTSIDE"
    DAY_OUTSIDE_ASSIGNMENT = "DAY_OUTSIDE_ASSIGNMENT"
    DAY_OF_REGULAR = "DAY_OF_REGULAR"
    SERVED_IN_FUTURE = "SERVED_IN_FUTURE"
    DAY_ON_WEEKEND = "DAY_ON_WEEKEND"
    # courses and certificates
    TITLE_MISSING = "TITLE_MISSING"
    KIND_MISSING = "KIND_MISSING"
    SAME_COURSE = "SAME_COURSE"
    CREDITS_NOT_A_NUMBER = "CREDITS_NOT_A_NUMBER"
    OFFICER_MISSING = "OFFICER_MISSING"
    COURSE_MISSING = "COURSE_MISSING"
    COMPLETED_MISSING = "COMPLETED_MISSING"
    COMPLETED_IN_FUTURE = "COMPLETED_IN_FUTURE"
    ISSUED_IN_FUTURE = "ISSUED_IN_FUTURE"
    ISSUED_BEFORE_COMPLETED = "ISSUED_BEFORE_COMPLETED"
    MANDATED_TOO_EARLY = "MANDATED_TOO_EARLY"
    OUTSIDE_APPROVAL = "OUTSIDE_APPROVAL"
    SUPPLEMENTAL_WITHOUT_BASIC = "SUPPLEMENTAL_WITHOUT_BASIC"
    BASIC_TOO_LATE = "BASIC_TOO_LATE"
    BASIC_MAY_BE_MANDATED = "BASIC_MAY_BE_MANDATED"
    SAME_CERTIFICATE = "SAME_CERTIFICATE"
    SAME_COPY = "SAME_COPY"
    OFFICER_TWICE = "OFFICER_TWICE"
    # policy and inability
    ADOPTED_MISSING = "ADOPTED_MISSING"
    ADOPTED_IN_FUTURE = "ADOPTED_IN_FUTURE"
    SAME_REVISION = "SAME_REVISION"
    REVIEWED_MISSING = "REVIEWED_MISSING"
    REVIEWED_IN_FUTURE = "REVIEWED_IN_FUTURE"
    REVIEWED_BEFORE_ADOPTION = "REVIEWED_BEFORE_ADOPTION"
    SAME_REVIEW = "SAME_REVIEW"
    RECORDED_IN_FUTURE = "RECORDED_IN_FUTURE"
    INABILITY_INCOMPLETE = "INABILITY_INCOMPLETE"
    INABILITY_NOT_NEEDED = "INABILITY_NOT_NEEDED"

    # cover letter and packet
    LETTER_EMPTY = "LETTER_EMPTY"
    LETTER_LONG = "LETTER_LONG"
    LETTER_FIELD_UNKNOWN = "LETTER_FIELD_UNKNOWN"
    LETTER_BRACE = "LETTER_BRACE"
    SENT_MISSING = "SENT_MISSING"
    SENT_IN_FUTURE = "SENT_IN_FUTURE"


def fault_words(fault: Fault) -> str:
    """One plain sentence for the line beside the field."""
    return _WORDS[fault]


_WORDS = {
    Fault.NAME_MISSING: "Enter a name.",
    Fault.REASON_MISSING: "Say why, in a few words; the reason stays on file.",
    Fault.YEAR_IMPLAUSIBLE: "Check the year: it should be between 1950 and 2100.",
    Fault.DATE_UNREADABLE: "This is no date that can be read; write it as 9/1/2025.",
    Fault.NOT_ON_THE_LIST: "No row is chosen by these letters yet: choose from the list, or clear.",
    Fault.ENDS_BEFORE_START: "The last day is before the first.",
    Fault.RECORD_VOIDED: "This record was voided; choose another.",
    Fault.TEXT_LONG: "This is longer than 200 characters. Was something else pasted here?",
    Fault.TEXT_HIDDEN: (
        "There are characters here that do not show, as pasted text may bring along."
        " Clear the field and type it anew."
    ),
    Fault.LEAD_TIMES_NOT_POSITIVE: "Lead times are numbers of days from 1 to 730.",
    Fault.SAME_NAME: "An officer of this name is already on the roster.",
    Fault.SAME_BADGE: "Another officer on the roster has this badge number.",
    Fault.EMAIL_UNLIKELY: "This does not look like an e-mail address.",
    Fault.SAME_DISTRICT: "This district is already on file.",
    Fault.SAME_SCHOOL: "This district already has a school of this name.",
    Fault.DISTRICT_MISSING: "Choose a district.",
    Fault.START_MISSING: "Enter the first day of the term.",
    Fault.END_MISSING: "Enter the last day of the term.",
    Fault.CONTRACT_OVERLAPS: "Another contract with this district covers some of these days.",
    Fault.CONTRACT_LONG: "This term is longer than five years. Are both years right?",
    Fault.DUTY_UNKNOWN: "The policy lists duties 1 to 7 only.",
    Fault.ASSUMED_MISSING: "Enter the day the duties are assumed.",
    Fault.ASSIGNMENT_TWICE: (
        "The officer already has this role at this place on some of these days."
        " Change that assignment, or end it first."
    ),
    Fault.SCHOOL_ELSEWHERE: "This school belongs to another district.",
    Fault.DEFINITION_REASON_MISSING: (
        "Say why this assignment does not meet the definition; the reason stays on file."
    ),
    Fault.BOOKED_DAYS_IMPOSSIBLE: "Booked days are a number from 0 to 366.",
    Fault.BOOKED_DAYS_UNUSED: "Booked days count for substitutes only.",
    Fault.OUTSIDE_EMPLOYMENT: "Some of these days are outside the officer's employment.",
    Fault.DAYS_LEFT_OUTSIDE: (
        "Some contact days already entered would fall outside this assignment."
    ),
    Fault.DAY_OUTSIDE_ASSIGNMENT: "This day is outside the assignment.",
    Fault.DAY_OF_REGULAR: "Contact days are counted for substitutes only.",
    Fault.SERVED_IN_FUTURE: "A day to come can be booked, but not served yet.",
    Fault.DAY_ON_WEEKEND: "This day is a Saturday or Sunday.",
    Fault.TITLE_MISSING: "Enter the title of the course.",
    Fault.KIND_MISSING: "Choose what the course is: it decides what its certificates count toward.",
    Fault.SAME_COURSE: "A course of this title, provider and kind is already in the catalogue.",
    Fault.CREDITS_NOT_A_NUMBER: "Credits are a number, such as 16 or 7.5.",
    Fault.OFFICER_MISSING: "Choose an officer.",
    Fault.COURSE_MISSING: "Choose a course.",
    Fault.COMPLETED_MISSING: "Enter the day the course was completed.",
    Fault.COMPLETED_IN_FUTURE: "This day has not come yet; a certificate proves a course is done.",
    Fault.ISSUED_IN_FUTURE: "This day has not come yet.",
    Fault.ISSUED_BEFORE_COMPLETED: "Issued before the course was completed. Are both dates right?",
    Fault.MANDATED_TOO_EARLY: (
        "POST approved no course on these objectives before January 15, 2025."
        " Is the date right, or is this another course?"
    ),
    Fault.OUTSIDE_APPROVAL: "The course was not approved on this day, as the catalogue has it.",
    Fault.SUPPLEMENTAL_WITHOUT_BASIC: (
        "The supplemental course counts only together with an earlier Basic SRO course"
        " (V.B), and none is on file for this officer."
    ),
    Fault.BASIC_TOO_LATE: (
        "A Basic SRO course completed after August 31, 2025 opens nothing: it neither"
        " satisfies the training nor allows until June 1, 2027 (V.B)."
    ),
    Fault.BASIC_MAY_BE_MANDATED: (
        "Courses of the School Safety Center from March to August 2025 may be the mandated"
        " course itself. Does POST's list of approved courses have it? If so, choose that course."
    ),
    Fault.SAME_CERTIFICATE: (
        "The officer already has a certificate of this course with this completion date."
    ),
    Fault.SAME_COPY: "This very file is already the copy of another certificate.",
    Fault.OFFICER_TWICE: "This officer is named twice.",
    Fault.ADOPTED_MISSING: "Enter the day the policy was adopted or revised.",
    Fault.ADOPTED_IN_FUTURE: "This day has not come yet; until then the policy does not count.",
    Fault.SAME_REVISION: "A revision of this day is already on file.",
    Fault.REVIEWED_MISSING: "Enter the day of the review.",
    Fault.REVIEWED_IN_FUTURE: "This day has not come yet; a review counts once it has happened.",
    Fault.REVIEWED_BEFORE_ADOPTION: (
        "The agency's policy was not adopted yet on this day. Are both dates right?"
    ),
    Fault.SAME_REVIEW: "A review of this day is already on file for this officer.",
    Fault.RECORDED_IN_FUTURE: "This day has not come yet.",
    Fault.INABILITY_INCOMPLETE: (
        "V.C asks for a reason, a date and a signer; until all three are here it shows as a gap."
    ),
    Fault.INABILITY_NOT_NEEDED: "The officer is trained already, or has until 2027 under V.B.",
    Fault.LETTER_EMPTY: "Write the letter, or go back to the shipped text.",
    Fault.LETTER_LONG: "The letter is longer than 8,000 characters, which no cover letter is.",
    Fault.LETTER_FIELD_UNKNOWN: "A name in braces is no field; choose one of the list.",
    Fault.LETTER_BRACE: "A brace stands alone: a field is written {so}, with a brace at each end.",
    Fault.SENT_MISSING: "Enter the day the packet is given out.",
    Fault.SENT_IN_FUTURE: "This day has not come yet.",
}

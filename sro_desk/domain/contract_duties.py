"""The seven contractual duties of 507.5 IV.A, which are those of § 626.8482 subd. 2(a)."""

CONTRACT_DUTIES = {
    1: "Fostering a positive school climate through relationship building and open communication",
    2: "Protecting students, staff, and visitors to the school grounds from criminal activity",
    3: "Serving as a liaison from law enforcement to school officials",
    4: "Providing advice on safety drills",
    5: "Identifying vulnerabilities in school facilities and safety protocols",
    6: "Educating and advising students and staff on law enforcement topics",
    7: "Enforcement of criminal laws",
}
SHORT_DUTIES = {  # where there is no room for the sentence
    1: "School climate",
    2: "Protection from crime",
    3: "Liaison with officials",
    4: "Safety drills",
    5: "Vulnerabilities",
    6: "Education and advice",
    7: "Criminal laws",
}
NEED_TRAINING = frozenset({4, 5})  # not required of an untrained officer under V.C and V.D

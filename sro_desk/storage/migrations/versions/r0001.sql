-- The schema of revision 0001, frozen.

CREATE TABLE agency (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    chief TEXT NOT NULL,
    chief_title TEXT NOT NULL,
    ori TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    CONSTRAINT pk_agency PRIMARY KEY (id),
    CONSTRAINT ck_agency_only_one CHECK (id = 1)
) STRICT;

CREATE TABLE copy (
    id INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    original_name TEXT NOT NULL,
    size INTEGER NOT NULL,
    pages INTEGER,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_copy PRIMARY KEY (id),
    CONSTRAINT uq_copy_sha256 UNIQUE (sha256),
    CONSTRAINT ck_copy_sha256 CHECK (length("sha256") = 64 AND "sha256" NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_copy_added_at CHECK ("added_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE TABLE course (
    id INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    provider TEXT NOT NULL,
    post_number TEXT NOT NULL,
    credits TEXT,
    approved_from TEXT,
    approved_to TEXT,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_course PRIMARY KEY (id),
    CONSTRAINT ck_course_kind CHECK ("kind" IN ('MANDATED', 'SUPPLEMENTAL', 'BASIC', 'OTHER')),
    CONSTRAINT ck_course_credits CHECK ("credits" GLOB '[0-9]*' AND "credits" NOT GLOB '*[^0-9.]*'),
    CONSTRAINT ck_course_approved_from CHECK ("approved_from" IS date("approved_from", '+0 days')),
    CONSTRAINT ck_course_approved_to CHECK ("approved_to" IS date("approved_to", '+0 days')),
    CONSTRAINT ck_course_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE TABLE district (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state_id TEXT NOT NULL,
    citation TEXT NOT NULL,
    contact_name TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_district PRIMARY KEY (id),
    CONSTRAINT ck_district_kind CHECK ("kind" IN ('INDEPENDENT', 'SPECIAL', 'CHARTER', 'COOPERATIVE')),
    CONSTRAINT ck_district_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE TABLE file_info (
    id INTEGER NOT NULL CONSTRAINT ck_file_info_only_one CHECK (id = 1),
    file_id TEXT NOT NULL,
    sample INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    CONSTRAINT pk_file_info PRIMARY KEY (id),
    CONSTRAINT ck_file_info_sample CHECK ("sample" IN (0, 1)),
    CONSTRAINT ck_file_info_created_at CHECK ("created_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE TABLE ledger (
    seq INTEGER NOT NULL,
    write INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    record INTEGER NOT NULL,
    "before" TEXT,
    "after" TEXT NOT NULL,
    undoes INTEGER,
    hash TEXT NOT NULL,
    CONSTRAINT pk_ledger PRIMARY KEY (seq),
    CONSTRAINT ck_ledger_at CHECK ("at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    CONSTRAINT ck_ledger_hash CHECK (length("hash") = 64 AND "hash" NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE INDEX ix_ledger_kind ON ledger (kind, record);

CREATE INDEX ix_ledger_write ON ledger (write);

CREATE TABLE officer (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    rank TEXT NOT NULL,
    badge TEXT NOT NULL,
    title TEXT NOT NULL,
    post_license TEXT NOT NULL,
    work_phone TEXT NOT NULL,
    work_email TEXT NOT NULL,
    employed_from TEXT,
    employed_to TEXT,
    withheld INTEGER NOT NULL,
    remarks TEXT NOT NULL,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_officer PRIMARY KEY (id),
    CONSTRAINT ck_officer_employed_from CHECK ("employed_from" IS date("employed_from", '+0 days')),
    CONSTRAINT ck_officer_employed_to CHECK ("employed_to" IS date("employed_to", '+0 days')),
    CONSTRAINT ck_officer_withheld CHECK ("withheld" IN (0, 1)),
    CONSTRAINT ck_officer_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE TABLE policy_revision (
    id INTEGER NOT NULL,
    adopted_on TEXT NOT NULL,
    title TEXT NOT NULL,
    posted_at TEXT NOT NULL,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_policy_revision PRIMARY KEY (id),
    CONSTRAINT ck_policy_revision_adopted_on CHECK ("adopted_on" IS date("adopted_on", '+0 days')),
    CONSTRAINT ck_policy_revision_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE TABLE setting (
    id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (id),
    CONSTRAINT uq_setting_key UNIQUE ("key")
) STRICT;

CREATE TABLE certificate (
    id INTEGER NOT NULL,
    officer_id INTEGER NOT NULL,
    course_id INTEGER NOT NULL,
    completed_on TEXT NOT NULL,
    issued_on TEXT,
    number TEXT NOT NULL,
    credits TEXT,
    copy_sha256 TEXT,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_certificate PRIMARY KEY (id),
    CONSTRAINT fk_certificate_officer_id FOREIGN KEY(officer_id) REFERENCES officer (id),
    CONSTRAINT fk_certificate_course_id FOREIGN KEY(course_id) REFERENCES course (id),
    CONSTRAINT fk_certificate_copy_sha256 FOREIGN KEY(copy_sha256) REFERENCES copy (sha256),
    CONSTRAINT ck_certificate_completed_on CHECK ("completed_on" IS date("completed_on", '+0 days')),
    CONSTRAINT ck_certificate_issued_on CHECK ("issued_on" IS date("issued_on", '+0 days')),
    CONSTRAINT ck_certificate_credits CHECK ("credits" GLOB '[0-9]*' AND "credits" NOT GLOB '*[^0-9.]*'),
    CONSTRAINT ck_certificate_copy_sha256 CHECK (length("copy_sha256") = 64 AND "copy_sha256" NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_certificate_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX ix_certificate_copy_sha256 ON certificate (copy_sha256);

CREATE INDEX ix_certificate_officer_id ON certificate (officer_id);

CREATE TABLE contract (
    id INTEGER NOT NULL,
    district_id INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    duties TEXT NOT NULL,
    copy_sha256 TEXT,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_contract PRIMARY KEY (id),
    CONSTRAINT fk_contract_district_id FOREIGN KEY(district_id) REFERENCES district (id),
    CONSTRAINT fk_contract_copy_sha256 FOREIGN KEY(copy_sha256) REFERENCES copy (sha256),
    CONSTRAINT ck_contract_starts_on CHECK ("starts_on" IS date("starts_on", '+0 days')),
    CONSTRAINT ck_contract_ends_on CHECK ("ends_on" IS date("ends_on", '+0 days')),
    CONSTRAINT ck_contract_duties CHECK ("duties" NOT GLOB '*[^0-9,]*'),
    CONSTRAINT ck_contract_copy_sha256 CHECK (length("copy_sha256") = 64 AND "copy_sha256" NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_contract_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX ix_contract_district_id ON contract (district_id);

CREATE TABLE inability_record (
    id INTEGER NOT NULL,
    officer_id INTEGER NOT NULL,
    recorded_on TEXT,
    reason TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_inability_record PRIMARY KEY (id),
    CONSTRAINT fk_inability_record_officer_id FOREIGN KEY(officer_id) REFERENCES officer (id),
    CONSTRAINT ck_inability_record_recorded_on CHECK ("recorded_on" IS date("recorded_on", '+0 days')),
    CONSTRAINT ck_inability_record_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX ix_inability_record_officer_id ON inability_record (officer_id);

CREATE TABLE policy_review (
    id INTEGER NOT NULL,
    officer_id INTEGER NOT NULL,
    reviewed_on TEXT NOT NULL,
    note TEXT NOT NULL,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_policy_review PRIMARY KEY (id),
    CONSTRAINT fk_policy_review_officer_id FOREIGN KEY(officer_id) REFERENCES officer (id),
    CONSTRAINT ck_policy_review_reviewed_on CHECK ("reviewed_on" IS date("reviewed_on", '+0 days')),
    CONSTRAINT ck_policy_review_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX ix_policy_review_officer_id ON policy_review (officer_id);

CREATE TABLE school (
    id INTEGER NOT NULL,
    district_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_school PRIMARY KEY (id),
    CONSTRAINT fk_school_district_id FOREIGN KEY(district_id) REFERENCES district (id),
    CONSTRAINT ck_school_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX ix_school_district_id ON school (district_id);

CREATE TABLE assignment (
    id INTEGER NOT NULL,
    officer_id INTEGER NOT NULL,
    district_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    assumed TEXT NOT NULL,
    ends_on TEXT,
    school_id INTEGER,
    meets_definition INTEGER NOT NULL,
    definition_reason TEXT NOT NULL,
    booked_days INTEGER NOT NULL,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_assignment PRIMARY KEY (id),
    CONSTRAINT ck_assignment_booked_days CHECK (booked_days >= 0),
    CONSTRAINT fk_assignment_officer_id FOREIGN KEY(officer_id) REFERENCES officer (id),
    CONSTRAINT fk_assignment_district_id FOREIGN KEY(district_id) REFERENCES district (id),
    CONSTRAINT fk_assignment_school_id FOREIGN KEY(school_id) REFERENCES school (id),
    CONSTRAINT ck_assignment_role CHECK ("role" IN ('REGULAR', 'SUBSTITUTE')),
    CONSTRAINT ck_assignment_assumed CHECK ("assumed" IS date("assumed", '+0 days')),
    CONSTRAINT ck_assignment_ends_on CHECK ("ends_on" IS date("ends_on", '+0 days')),
    CONSTRAINT ck_assignment_meets_definition CHECK ("meets_definition" IN (0, 1)),
    CONSTRAINT ck_assignment_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX ix_assignment_district_id ON assignment (district_id);

CREATE INDEX ix_assignment_officer_id ON assignment (officer_id);

CREATE TABLE contact_day (
    id INTEGER NOT NULL,
    assignment_id INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    kind TEXT NOT NULL,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_contact_day PRIMARY KEY (id),
    CONSTRAINT fk_contact_day_assignment_id FOREIGN KEY(assignment_id) REFERENCES assignment (id),
    CONSTRAINT ck_contact_day_on CHECK ("on" IS date("on", '+0 days')),
    CONSTRAINT ck_contact_day_kind CHECK ("kind" IN ('SERVED', 'BOOKED')),
    CONSTRAINT ck_contact_day_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX ix_contact_day_assignment_id ON contact_day (assignment_id, "on");

-- What revision 0002 adds, frozen: the packets that were given out.

CREATE TABLE packet (
    id INTEGER NOT NULL,
    district_id INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    made_on TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    sent_to TEXT NOT NULL,
    file_name TEXT NOT NULL,
    ledger_head TEXT NOT NULL,
    copy_sha256 TEXT NOT NULL,
    with_copies INTEGER NOT NULL,
    told TEXT NOT NULL,
    voided_reason TEXT,
    voided_at TEXT,
    voided_by TEXT,
    CONSTRAINT pk_packet PRIMARY KEY (id),
    CONSTRAINT fk_packet_district_id FOREIGN KEY(district_id) REFERENCES district (id),
    CONSTRAINT fk_packet_copy_sha256 FOREIGN KEY(copy_sha256) REFERENCES copy (sha256),
    CONSTRAINT ck_packet_as_of CHECK ("as_of" IS date("as_of", '+0 days')),
    CONSTRAINT ck_packet_made_on CHECK ("made_on" IS date("made_on", '+0 days')),
    CONSTRAINT ck_packet_sent_on CHECK ("sent_on" IS date("sent_on", '+0 days')),
    CONSTRAINT ck_packet_ledger_head CHECK (length("ledger_head") = 64 AND "ledger_head" NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_packet_copy_sha256 CHECK (length("copy_sha256") = 64 AND "copy_sha256" NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_packet_with_copies CHECK ("with_copies" IN (0, 1)),
    CONSTRAINT ck_packet_voided_at CHECK ("voided_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX ix_packet_district_id ON packet (district_id);

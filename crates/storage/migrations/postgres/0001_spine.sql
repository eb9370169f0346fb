-- One table a line of thought; the reasons lie with the Rust that reads it (crates/storage/src/tables).
-- Times are milliseconds since 1970 UTC; ids are texts with their prefix; stored documents carry their version `v`.

CREATE TABLE applicants (
    id TEXT PRIMARY KEY,
    external_id TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX applicants_external_id ON applicants (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    applicant_id TEXT NOT NULL REFERENCES applicants (id),
    policy_name TEXT NOT NULL,
    policy_version TEXT NOT NULL,
    level BIGINT NOT NULL,
    state TEXT NOT NULL,
    state_facts TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    consent TEXT,
    declaration BYTEA, -- sealed with the session's key
    redo TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    language TEXT NOT NULL,
    external_ref TEXT,
    revision BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX sessions_applicant ON sessions (applicant_id, id);
CREATE INDEX sessions_state ON sessions (state, id);
CREATE INDEX sessions_open ON sessions (expires_at) WHERE state IN ('created', 'capturing', 'resubmission_requested');

CREATE TABLE session_keys (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id),
    master_key_id TEXT NOT NULL,
    wrapped BYTEA NOT NULL
);
CREATE INDEX session_keys_master ON session_keys (master_key_id);

CREATE TABLE challenges (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    digits TEXT NOT NULL,
    language TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    spent_at BIGINT
);
CREATE INDEX challenges_session ON challenges (session_id, seq);

CREATE TABLE evidence (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL,
    sha256 BYTEA NOT NULL,
    bytes BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    blob_id TEXT NOT NULL UNIQUE,
    challenge_id TEXT REFERENCES challenges (id),
    received_at BIGINT NOT NULL
);
CREATE INDEX evidence_session ON evidence (session_id, seq);

CREATE TABLE decisions (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    attempt BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    body TEXT NOT NULL,
    note BYTEA, -- a reviewer's, sealed with the session's key
    at BIGINT NOT NULL
);
CREATE INDEX decisions_session ON decisions (session_id, seq);

CREATE TABLE events (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL,
    subject TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX events_session ON events (session_id, seq);

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL, -- open, dead; a job that is done has no row
    run_at BIGINT NOT NULL,
    attempt BIGINT NOT NULL DEFAULT 0,
    max_attempts BIGINT NOT NULL,
    dedupe_key TEXT,
    worker TEXT,
    lease_until BIGINT,
    error_code TEXT
);
CREATE UNIQUE INDEX jobs_dedupe ON jobs (kind, dedupe_key) WHERE state = 'open' AND dedupe_key IS NOT NULL;
CREATE INDEX jobs_due ON jobs (run_at, id) WHERE state = 'open';

CREATE TABLE idempotency (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash BYTEA NOT NULL,
    status BIGINT,
    content_type TEXT,
    body BYTEA, -- sealed with the master key; NULL while in progress
    claimed_at BIGINT NOT NULL,
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_claimed ON idempotency (claimed_at);

CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    hash BYTEA NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);

-- What was accepted, decided and noted stays as it is. Forgetting a person erases the session's key instead, so there is no exception.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% can be added, never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'CS001';
END
$$;
CREATE TRIGGER evidence_no_change BEFORE UPDATE OR DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_no_truncate BEFORE TRUNCATE ON evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decisions_no_change BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decisions_no_truncate BEFORE TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER events_no_change BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

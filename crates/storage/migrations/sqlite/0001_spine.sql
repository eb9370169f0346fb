-- One table a line of thought; the reasons lie with the Rust that reads it (crates/storage/src/tables).
-- Times are milliseconds since 1970 UTC; ids are texts with their prefix; stored documents carry their version `v`.

CREATE TABLE applicants (
    id TEXT PRIMARY KEY,
    external_id TEXT,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX applicants_external_id ON applicants (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    applicant_id TEXT NOT NULL REFERENCES applicants (id),
    policy_name TEXT NOT NULL,
    policy_version TEXT NOT NULL,
    level INTEGER NOT NULL,
    state TEXT NOT NULL,
    state_facts TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    consent TEXT,
    declaration BLOB, -- sealed with the session's key
    redo TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    language TEXT NOT NULL,
    external_ref TEXT,
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX sessions_applicant ON sessions (applicant_id, id);
CREATE INDEX sessions_state ON sessions (state, id);
CREATE INDEX sessions_open ON sessions (expires_at) WHERE state IN ('created', 'capturing', 'resubmission_requested');

CREATE TABLE session_keys (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id),
    master_key_id TEXT NOT NULL,
    wrapped BLOB NOT NULL
) STRICT;
CREATE INDEX session_keys_master ON session_keys (master_key_id);

CREATE TABLE challenges (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    digits TEXT NOT NULL,
    language TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    spent_at INTEGER
) STRICT;
CREATE INDEX challenges_session ON challenges (session_id, seq);

CREATE TABLE evidence (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    blob_id TEXT NOT NULL UNIQUE,
    challenge_id TEXT REFERENCES challenges (id),
    received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_session ON evidence (session_id, seq);

CREATE TABLE decisions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    attempt INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    body TEXT NOT NULL,
    note BLOB, -- a reviewer's, sealed with the session's key
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_session ON decisions (session_id, seq);

CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL,
    subject TEXT,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX events_session ON events (session_id, seq);

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL, -- open, dead; a job that is done has no row
    run_at INTEGER NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0,
    max_attempts INTEGER NOT NULL,
    dedupe_key TEXT,
    worker TEXT,
    lease_until INTEGER,
    error_code TEXT
) STRICT;
CREATE UNIQUE INDEX jobs_dedupe ON jobs (kind, dedupe_key) WHERE state = 'open' AND dedupe_key IS NOT NULL;
CREATE INDEX jobs_due ON jobs (run_at, id) WHERE state = 'open';

CREATE TABLE idempotency (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash BLOB NOT NULL,
    status INTEGER,
    content_type TEXT,
    body BLOB, -- sealed with the master key; NULL while in progress
    claimed_at INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
) STRICT;
CREATE INDEX idempotency_claimed ON idempotency (claimed_at);

CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

-- What was accepted, decided and noted stays as it is. Forgetting a person erases the session's key instead, so there is no exception.
CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence can be added, never changed or deleted'); END;
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence can be added, never changed or deleted'); END;
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions can be added, never changed or deleted'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions can be added, never changed or deleted'); END;
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events can be added, never changed or deleted'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events can be added, never changed or deleted'); END;

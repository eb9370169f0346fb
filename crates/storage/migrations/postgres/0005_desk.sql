-- The people who work at the desk, their logins, who has which case in hand, and every look they take at personal data.
CREATE TABLE desk_people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL, -- argon2id in PHC form
    totp BYTEA NOT NULL, -- sealed with the master key
    last_step BIGINT NOT NULL DEFAULT 0, -- of the last code taken, so that none is taken twice
    failures BIGINT NOT NULL DEFAULT 0,
    failed_at BIGINT,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);

CREATE TABLE desk_logins (
    token_hash BYTEA PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES desk_people (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX desk_logins_person ON desk_logins (person_id);

CREATE TABLE desk_cases (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id),
    assignee TEXT REFERENCES desk_people (id),
    holder TEXT REFERENCES desk_people (id),
    held_until BIGINT,
    urgent TEXT -- why it comes first; a word of a closed list
);

CREATE TABLE desk_looks (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id TEXT NOT NULL,
    person TEXT NOT NULL,
    action TEXT NOT NULL,
    session_id TEXT,
    subject TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX desk_looks_session ON desk_looks (session_id, seq) WHERE session_id IS NOT NULL;

CREATE TRIGGER desk_looks_no_change BEFORE UPDATE OR DELETE ON desk_looks FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER desk_looks_no_truncate BEFORE TRUNCATE ON desk_looks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The people who work at the desk, their logins, who has which case in hand, and every look they take at personal data.
CREATE TABLE desk_people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL, -- argon2id in PHC form
    totp BLOB NOT NULL, -- sealed with the master key
    last_step INTEGER NOT NULL DEFAULT 0, -- of the last code taken, so that none is taken twice
    failures INTEGER NOT NULL DEFAULT 0,
    failed_at INTEGER,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
) STRICT;

CREATE TABLE desk_logins (
    token_hash BLOB PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES desk_people (id),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX desk_logins_person ON desk_logins (person_id);

CREATE TABLE desk_cases (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id),
    assignee TEXT REFERENCES desk_people (id),
    holder TEXT REFERENCES desk_people (id),
    held_until INTEGER,
    urgent TEXT -- why it comes first; a word of a closed list
) STRICT;

CREATE TABLE desk_looks (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id TEXT NOT NULL,
    person TEXT NOT NULL,
    action TEXT NOT NULL,
    session_id TEXT,
    subject TEXT,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX desk_looks_session ON desk_looks (session_id, seq) WHERE session_id IS NOT NULL;

CREATE TRIGGER desk_looks_no_update BEFORE UPDATE ON desk_looks BEGIN SELECT RAISE(ABORT, 'looks can be added, never changed or deleted'); END;
CREATE TRIGGER desk_looks_no_delete BEFORE DELETE ON desk_looks BEGIN SELECT RAISE(ABORT, 'looks can be added, never changed or deleted'); END;

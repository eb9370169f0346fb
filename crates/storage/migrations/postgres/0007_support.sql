-- Requests for help. What is said and sent is sealed with the session's key and goes with it.
CREATE TABLE tickets (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    state TEXT NOT NULL, -- open, answered, solved
    topic TEXT NOT NULL,
    step TEXT,
    reason TEXT,
    attempt BIGINT NOT NULL,
    urgent TEXT, -- why, a word of a closed list
    device BYTEA, -- sealed
    made_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX tickets_session ON tickets (session_id, id);
CREATE INDEX tickets_state ON tickets (state, id);

CREATE TABLE ticket_messages (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id TEXT NOT NULL REFERENCES tickets (id),
    person TEXT, -- of the desk; NULL: the applicant
    body BYTEA NOT NULL, -- sealed
    at BIGINT NOT NULL
);
CREATE INDEX ticket_messages_ticket ON ticket_messages (ticket_id, seq);

CREATE TABLE ticket_files (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id TEXT NOT NULL REFERENCES tickets (id),
    blob_id TEXT NOT NULL UNIQUE,
    bytes BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX ticket_files_ticket ON ticket_files (ticket_id, seq);

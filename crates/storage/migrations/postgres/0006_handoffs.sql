-- A session passed from one device to another: a code that one device may open, a number to compare, and who follows from the first device.
CREATE TABLE handoffs (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    code_hash BYTEA NOT NULL UNIQUE,
    number TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    claim_hash BYTEA UNIQUE, -- of the device that opened it
    opened_at BIGINT,
    refused_at BIGINT, -- a second device tried
    follow_hash BYTEA UNIQUE, -- of the device that passed it on
    confirmed_at BIGINT,
    ended TEXT -- replaced, denied, taken, returned
);
CREATE INDEX handoffs_session ON handoffs (session_id, id);

-- A session passed from one device to another: a code that one device may open, a number to compare, and who follows from the first device.
CREATE TABLE handoffs (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    code_hash BLOB NOT NULL UNIQUE,
    number TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    claim_hash BLOB UNIQUE, -- of the device that opened it
    opened_at INTEGER,
    refused_at INTEGER, -- a second device tried
    follow_hash BLOB UNIQUE, -- of the device that passed it on
    confirmed_at INTEGER,
    ended TEXT -- replaced, denied, taken, returned
) STRICT;
CREATE INDEX handoffs_session ON handoffs (session_id, id);

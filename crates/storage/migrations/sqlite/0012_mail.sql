-- Where an applicant wants to be told by mail, sealed with the session's key, and what was told.
CREATE TABLE mail_addresses (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id),
    sealed BLOB NOT NULL,
    language TEXT NOT NULL
) STRICT;

CREATE TABLE mails (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL, -- in_review, approved, declined, resubmission, answered
    made_at INTEGER NOT NULL,
    sent_at INTEGER,
    dropped TEXT -- why it was not sent: no address any more, refused for good
) STRICT;
CREATE INDEX mails_session ON mails (session_id, id);

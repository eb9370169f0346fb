-- What opens the levels of one applicant, across their sessions.
CREATE TABLE applicant_links (
    token_hash BLOB PRIMARY KEY,
    applicant_id TEXT NOT NULL REFERENCES applicants (id),
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX applicant_links_expires ON applicant_links (expires_at);

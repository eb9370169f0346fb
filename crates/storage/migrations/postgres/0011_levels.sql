-- What opens the levels of one applicant, across their sessions.
CREATE TABLE applicant_links (
    token_hash BYTEA PRIMARY KEY,
    applicant_id TEXT NOT NULL REFERENCES applicants (id),
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX applicant_links_expires ON applicant_links (expires_at);

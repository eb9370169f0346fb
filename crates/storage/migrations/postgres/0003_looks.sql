-- What a first look at a photo found, right after it arrived; the reasons hold no personal data.
CREATE TABLE looks (
    evidence_id TEXT PRIMARY KEY REFERENCES evidence (id),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    body TEXT NOT NULL,
    asked_again BIGINT NOT NULL, -- 0 or 1
    at BIGINT NOT NULL
);
CREATE INDEX looks_session ON looks (session_id, at);

-- Another way through the journey, chosen by the applicant.
CREATE TABLE accommodations (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id),
    kind TEXT NOT NULL,
    at BIGINT NOT NULL
);

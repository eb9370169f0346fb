-- What the document says where the applicant said something, sealed with the session's key: shown to the applicant beside their own words, so that
-- they see which letters differ. One row a session, the latest reading.
CREATE TABLE readings (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id),
    sealed BLOB NOT NULL
) STRICT;

-- Files that arrive in pieces. The pieces are sealed with the session's key; rows and pieces go when the file is whole, or too old.
CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    challenge_id TEXT REFERENCES challenges (id),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX uploads_session ON uploads (session_id);
CREATE INDEX uploads_created ON uploads (created_at);

CREATE TABLE upload_pieces (
    upload_id TEXT NOT NULL REFERENCES uploads (id),
    first_byte INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    blob_id TEXT NOT NULL,
    PRIMARY KEY (upload_id, first_byte)
) STRICT;

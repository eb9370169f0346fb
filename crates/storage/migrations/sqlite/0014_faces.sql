-- The face of each session's video as numbers, sealed with the session's key: compared with those of other applicants, and gone with the key.
CREATE TABLE face_templates (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id),
    release TEXT NOT NULL, -- hash of the nets and geometry; others cannot be compared
    sealed BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX face_templates_release ON face_templates (release, session_id);

-- Sessions of other applicants in which a session's face was found.
CREATE TABLE face_matches (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    other_id TEXT NOT NULL REFERENCES sessions (id),
    distance_ppm INTEGER NOT NULL, -- Euclidean distance in millionths
    at INTEGER NOT NULL,
    PRIMARY KEY (session_id, other_id)
) STRICT;
CREATE INDEX face_matches_other ON face_matches (other_id);

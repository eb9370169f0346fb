-- Passkeys of the people who work at the desk: public keys and their counters, nothing secret.
CREATE TABLE desk_passkeys (
    credential BLOB PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES desk_people (id),
    label TEXT NOT NULL,
    fixed BLOB NOT NULL, -- public key, as the library writes it
    changing BLOB NOT NULL, -- counter and backup state, as the library writes it
    transports INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX desk_passkeys_person ON desk_passkeys (person_id, created_at);

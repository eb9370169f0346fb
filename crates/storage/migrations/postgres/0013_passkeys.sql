-- Passkeys of the people who work at the desk: public keys and their counters, nothing secret.
CREATE TABLE desk_passkeys (
    credential BYTEA PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES desk_people (id),
    label TEXT NOT NULL,
    fixed BYTEA NOT NULL, -- public key, as the library writes it
    changing BYTEA NOT NULL, -- counter and backup state, as the library writes it
    transports BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX desk_passkeys_person ON desk_passkeys (person_id, created_at);

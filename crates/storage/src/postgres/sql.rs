//! Every statement in PostgreSQL's SQL.

use super::sql_doors::{APPLICANT_LINKS, MAILS, PASSKEYS};
use super::sql_people::{DESK_CASES, DESK_PEOPLE, FACES, HANDOFFS, TICKETS};
use crate::link::Sql;
use crate::tables::{
    api_keys::ApiKeySql, applicants::ApplicantSql, challenges::ChallengeSql, decisions::DecisionSql, events::EventSql,
    evidence::EvidenceSql, idempotency::IdempotencySql, jobs::JobSql, looks::LookSql, queue::QueueSql,
    readings::ReadingSql, session_keys::SessionKeySql, sessions::SessionSql, uploads::UploadSql,
};

pub(super) static SQL: Sql = Sql {
    applicants: APPLICANTS,
    sessions: SESSIONS,
    session_keys: SESSION_KEYS,
    evidence: EVIDENCE,
    challenges: CHALLENGES,
    decisions: DECISIONS,
    events: EVENTS,
    jobs: JOBS,
    idempotency: IDEMPOTENCY,
    api_keys: API_KEYS,
    readings: READINGS,
    looks: LOOKS,
    uploads: UPLOADS,
    queue: QUEUE,
    desk_people: DESK_PEOPLE,
    desk_cases: DESK_CASES,
    handoffs: HANDOFFS,
    tickets: TICKETS,
    faces: FACES,
    applicant_links: APPLICANT_LINKS,
    mails: MAILS,
    passkeys: PASSKEYS,
};

const APPLICANTS: ApplicantSql = ApplicantSql {
    insert: "INSERT INTO applicants (id, external_id, created_at) VALUES ($1, $2, $3)",
    by_id: "SELECT id, external_id, created_at FROM applicants WHERE id = $1",
};

macro_rules! session {
    ($rest:literal) => {
        concat!(
            "SELECT id, applicant_id, policy_name, policy_version, level, state, state_facts, attempt, consent, declaration, \
             redo, created_at, expires_at, revision FROM sessions ",
            $rest
        )
    };
}

const SESSIONS: SessionSql = SessionSql {
    insert: "INSERT INTO sessions (id, applicant_id, policy_name, policy_version, level, state, state_facts, attempt, \
             consent, declaration, redo, created_at, expires_at, token_hash, language, external_ref) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    by_id: session!("WHERE id = $1"),
    by_id_locked: session!("WHERE id = $1 FOR UPDATE"),
    by_token: session!("WHERE token_hash = $1"),
    update: "UPDATE sessions SET state = $3, state_facts = $4, attempt = $5, consent = $6, declaration = $7, redo = $8, \
             expires_at = $9, revision = revision + 1 WHERE id = $1 AND revision = $2",
    replace_token: "UPDATE sessions SET token_hash = $2 WHERE id = $1",
    labels: "SELECT id, language, external_ref FROM sessions WHERE id = $1",
    expiring: "SELECT id FROM sessions WHERE state IN ('created', 'capturing', 'resubmission_requested') \
               AND expires_at <= $1 ORDER BY expires_at, id LIMIT $2",
    list: session!(
        "WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR applicant_id = $2) AND ($3::text IS NULL OR id < $3) \
         ORDER BY id DESC LIMIT $4"
    ),
};

const SESSION_KEYS: SessionKeySql = SessionKeySql {
    insert: "INSERT INTO session_keys (session_id, master_key_id, wrapped) VALUES ($1, $2, $3)",
    by_session: "SELECT session_id, master_key_id, wrapped FROM session_keys WHERE session_id = $1",
    erase: "DELETE FROM session_keys WHERE session_id = $1",
    erase_declaration: "UPDATE sessions SET declaration = NULL, revision = revision + 1 WHERE id = $1",
    under_others: "SELECT session_id, master_key_id, wrapped FROM session_keys WHERE master_key_id <> $1 \
                   ORDER BY session_id LIMIT $2 FOR UPDATE",
    rewrap: "UPDATE session_keys SET master_key_id = $2, wrapped = $3 WHERE session_id = $1",
};

const EVIDENCE: EvidenceSql = EvidenceSql {
    insert: "INSERT INTO evidence (id, session_id, kind, sha256, bytes, media_type, blob_id, challenge_id, received_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    of_session: "SELECT id, session_id, kind, sha256, bytes, media_type, blob_id, challenge_id, received_at \
                 FROM evidence WHERE session_id = $1 ORDER BY seq",
};

const CHALLENGES: ChallengeSql = ChallengeSql {
    insert: "INSERT INTO challenges (id, session_id, digits, language, issued_at, expires_at, spent_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
    by_id: "SELECT id, session_id, digits, language, issued_at, expires_at, spent_at FROM challenges WHERE id = $1",
    of_session: "SELECT id, session_id, digits, language, issued_at, expires_at, spent_at FROM challenges \
                 WHERE session_id = $1 ORDER BY seq",
    spend: "UPDATE challenges SET spent_at = $2 WHERE id = $1 AND spent_at IS NULL",
};

const DECISIONS: DecisionSql = DecisionSql {
    insert: "INSERT INTO decisions (id, session_id, attempt, outcome, body, note, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    by_id: "SELECT id, session_id, attempt, outcome, body, note, at FROM decisions WHERE id = $1",
    of_session: "SELECT id, session_id, attempt, outcome, body, note, at FROM decisions WHERE session_id = $1 ORDER BY seq",
};

const EVENTS: EventSql = EventSql {
    insert: "INSERT INTO events (id, session_id, kind, subject, at) VALUES ($1, $2, $3, $4, $5)",
    of_session: "SELECT id, session_id, kind, subject, at FROM events WHERE session_id = $1 ORDER BY seq",
};

const JOBS: JobSql = JobSql {
    insert: "INSERT INTO jobs (id, kind, subject, state, run_at, max_attempts, dedupe_key) \
             VALUES ($1, $2, $3, 'open', $4, $5, $6) ON CONFLICT DO NOTHING",
    exists: "SELECT id FROM jobs WHERE id = $1",
    bury_lost: "UPDATE jobs SET state = 'dead', error_code = $2, worker = NULL, lease_until = NULL \
                WHERE state = 'open' AND lease_until <= $1 AND attempt >= max_attempts",
    lease: "UPDATE jobs SET worker = $2, lease_until = $4, attempt = attempt + 1 WHERE id = ( \
            SELECT id FROM jobs WHERE state = 'open' AND run_at <= $3 AND (lease_until IS NULL OR lease_until <= $3) \
            AND attempt < max_attempts AND kind IN (SELECT jsonb_array_elements_text($1::jsonb)) \
            ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) \
            RETURNING id, kind, subject, attempt, max_attempts, worker, lease_until",
    complete: "DELETE FROM jobs WHERE id = $1 AND worker = $2 AND attempt = $3 AND state = 'open'",
    retry: "UPDATE jobs SET error_code = $4, run_at = $5, worker = NULL, lease_until = NULL \
            WHERE id = $1 AND worker = $2 AND attempt = $3 AND state = 'open'",
    bury: "UPDATE jobs SET state = 'dead', error_code = $4, worker = NULL, lease_until = NULL \
           WHERE id = $1 AND worker = $2 AND attempt = $3 AND state = 'open'",
    extend: "UPDATE jobs SET lease_until = $4 WHERE id = $1 AND worker = $2 AND attempt = $3 AND state = 'open'",
    open: "SELECT count(*) AS open FROM jobs WHERE state = 'open'",
    dead: "SELECT id, kind, subject, attempt, error_code FROM jobs WHERE state = 'dead' ORDER BY run_at, id LIMIT $1",
    revive: "UPDATE jobs SET state = 'open', run_at = $2, attempt = 0, error_code = NULL WHERE id = $1 AND state = 'dead'",
};

const IDEMPOTENCY: IdempotencySql = IdempotencySql {
    claim: "INSERT INTO idempotency (scope, key, request_hash, claimed_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    reclaim: "UPDATE idempotency SET claimed_at = $4 \
              WHERE scope = $1 AND key = $2 AND request_hash = $3 AND body IS NULL AND claimed_at <= $5",
    by_key: "SELECT scope, key, request_hash, status, content_type, body FROM idempotency WHERE scope = $1 AND key = $2",
    finish: "UPDATE idempotency SET status = $3, content_type = $4, body = $5 \
             WHERE scope = $1 AND key = $2 AND body IS NULL",
    release: "DELETE FROM idempotency WHERE scope = $1 AND key = $2 AND body IS NULL",
    purge: "DELETE FROM idempotency WHERE claimed_at < $1",
};

const API_KEYS: ApiKeySql = ApiKeySql {
    insert: "INSERT INTO api_keys (id, name, role, hash, created_at, revoked_at) VALUES ($1, $2, $3, $4, $5, $6)",
    by_hash: "SELECT id, name, role, hash, created_at, revoked_at FROM api_keys WHERE hash = $1",
    by_id: "SELECT id, name, role, hash, created_at, revoked_at FROM api_keys WHERE id = $1",
    all: "SELECT id, name, role, hash, created_at, revoked_at FROM api_keys ORDER BY created_at, id",
    revoke: "UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL",
};

const READINGS: ReadingSql = ReadingSql {
    put: "INSERT INTO readings (session_id, sealed) VALUES ($1, $2) \
          ON CONFLICT (session_id) DO UPDATE SET sealed = excluded.sealed",
    by_session: "SELECT session_id, sealed FROM readings WHERE session_id = $1",
    erase: "DELETE FROM readings WHERE session_id = $1",
};

const LOOKS: LookSql = LookSql {
    insert: "INSERT INTO looks (evidence_id, session_id, kind, attempt, body, asked_again, at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
    of_session: "SELECT evidence_id, session_id, kind, attempt, body, asked_again, at FROM looks \
                 WHERE session_id = $1 ORDER BY at, evidence_id",
    put_way: "INSERT INTO accommodations (session_id, kind, at) VALUES ($1, $2, $3) \
              ON CONFLICT (session_id) DO UPDATE SET kind = excluded.kind, at = excluded.at",
    way: "SELECT session_id, kind FROM accommodations WHERE session_id = $1",
    forget_way: "DELETE FROM accommodations WHERE session_id = $1",
};

const UPLOADS: UploadSql = UploadSql {
    insert: "INSERT INTO uploads (id, session_id, kind, bytes, sha256, challenge_id, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
    by_id: "SELECT id, session_id, kind, bytes, sha256, challenge_id, created_at FROM uploads WHERE id = $1",
    of_session: "SELECT id, session_id, kind, bytes, sha256, challenge_id, created_at FROM uploads \
                 WHERE session_id = $1 ORDER BY created_at, id",
    before: "SELECT id, session_id, kind, bytes, sha256, challenge_id, created_at FROM uploads \
             WHERE created_at < $1 ORDER BY created_at, id LIMIT $2",
    insert_piece: "INSERT INTO upload_pieces (upload_id, first_byte, bytes, blob_id) VALUES ($1, $2, $3, $4)",
    pieces: "SELECT upload_id, first_byte, bytes, blob_id FROM upload_pieces WHERE upload_id = $1 ORDER BY first_byte",
    remove_pieces: "DELETE FROM upload_pieces WHERE upload_id = $1",
    remove: "DELETE FROM uploads WHERE id = $1",
};

const QUEUE: QueueSql = QueueSql {
    waiting: "SELECT id, state, state_facts FROM sessions WHERE state = 'in_review'",
    waits: "SELECT d.id AS id, w.at AS since, d.at AS until FROM decisions d JOIN decisions w \
            ON w.session_id = d.session_id AND w.outcome = 'in_review' \
            AND w.seq = (SELECT max(p.seq) FROM decisions p WHERE p.session_id = d.session_id AND p.seq < d.seq) \
            WHERE d.at > $1 ORDER BY d.seq DESC LIMIT $2",
};

//! The statements for the desk, hand-offs, requests for help and faces.

use crate::tables::{
    desk_cases::DeskCaseSql, desk_people::DeskPeopleSql, faces::FaceSql, handoffs::HandoffSql, tickets::TicketSql,
};

macro_rules! person {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, role, password_hash, totp, last_step, failures, failed_at, created_at, disabled_at FROM desk_people ",
            $rest
        )
    };
}

pub(super) const DESK_PEOPLE: DeskPeopleSql = DeskPeopleSql {
    insert: "INSERT INTO desk_people (id, name, role, password_hash, totp, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
    all: person!("ORDER BY created_at, id"),
    by_name: person!("WHERE name = $1"),
    by_id: person!("WHERE id = $1"),
    update: "UPDATE desk_people SET role = $2, password_hash = $3, totp = $4, failures = $5, failed_at = $6, \
             disabled_at = $7 WHERE id = $1",
    spend: "UPDATE desk_people SET last_step = $2 WHERE id = $1 AND last_step < $2",
    insert_login: "INSERT INTO desk_logins (token_hash, person_id, created_at, seen_at, expires_at) \
                   VALUES ($1, $2, $3, $4, $5)",
    login: "SELECT person_id, created_at, seen_at, expires_at FROM desk_logins WHERE token_hash = $1",
    touch: "UPDATE desk_logins SET seen_at = $2 WHERE token_hash = $1",
    end: "DELETE FROM desk_logins WHERE token_hash = $1",
    end_of: "DELETE FROM desk_logins WHERE person_id = $1",
    purge: "DELETE FROM desk_logins WHERE expires_at < $1",
};

pub(super) const DESK_CASES: DeskCaseSql = DeskCaseSql {
    by_session: "SELECT session_id, assignee, holder, held_until, urgent FROM desk_cases WHERE session_id = $1",
    waiting: "SELECT c.session_id, c.assignee, c.holder, c.held_until, c.urgent FROM desk_cases c \
              JOIN sessions s ON s.id = c.session_id WHERE s.state = 'in_review' ORDER BY c.session_id",
    put: "INSERT INTO desk_cases (session_id, assignee, holder, held_until, urgent) VALUES ($1, $2, $3, $4, $5) \
          ON CONFLICT (session_id) DO UPDATE SET assignee = excluded.assignee, holder = excluded.holder, \
          held_until = excluded.held_until, urgent = excluded.urgent",
    look: "INSERT INTO desk_looks (person_id, person, action, session_id, subject, at) VALUES ($1, $2, $3, $4, $5, $6)",
    looks: "SELECT person_id, person, action, session_id, subject, at FROM desk_looks WHERE session_id = $1 ORDER BY seq",
    with_file: "SELECT DISTINCT session_id FROM evidence WHERE sha256 = $1 AND session_id <> $2 ORDER BY session_id LIMIT $3",
};

macro_rules! handoff {
    ($rest:literal) => {
        concat!(
            "SELECT id, session_id, code_hash, number, made_at, expires_at, claim_hash, opened_at, refused_at, follow_hash, \
             confirmed_at, ended FROM handoffs ",
            $rest
        )
    };
}

pub(super) const HANDOFFS: HandoffSql = HandoffSql {
    insert: "INSERT INTO handoffs (id, session_id, code_hash, number, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
    by_code: handoff!("WHERE code_hash = $1"),
    by_claim: handoff!("WHERE claim_hash = $1"),
    by_follow: handoff!("WHERE follow_hash = $1"),
    latest: handoff!("WHERE session_id = $1 ORDER BY id DESC LIMIT 1"),
    update: "UPDATE handoffs SET claim_hash = $2, opened_at = $3, refused_at = $4, follow_hash = $5, confirmed_at = $6, \
             ended = $7 WHERE id = $1",
};

macro_rules! ticket {
    ($rest:literal) => {
        concat!(
            "SELECT id, session_id, state, topic, step, reason, attempt, urgent, device, made_at, changed_at FROM tickets ",
            $rest
        )
    };
}

pub(super) const TICKETS: TicketSql = TicketSql {
    insert: "INSERT INTO tickets (id, session_id, state, topic, step, reason, attempt, urgent, device, made_at, changed_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    by_id: ticket!("WHERE id = $1"),
    of_session: ticket!("WHERE session_id = $1 ORDER BY id"),
    in_state: ticket!("WHERE state = $1 ORDER BY id LIMIT $2"),
    update: "UPDATE tickets SET state = $2, urgent = $3, changed_at = $4 WHERE id = $1",
    insert_message: "INSERT INTO ticket_messages (ticket_id, person, body, at) VALUES ($1, $2, $3, $4)",
    messages: "SELECT ticket_id, person, body, at FROM ticket_messages WHERE ticket_id = $1 ORDER BY seq",
    insert_file: "INSERT INTO ticket_files (ticket_id, blob_id, bytes, at) VALUES ($1, $2, $3, $4)",
    files: "SELECT ticket_id, blob_id, bytes, at FROM ticket_files WHERE ticket_id = $1 ORDER BY seq",
};

pub(super) const FACES: FaceSql = FaceSql {
    put: "INSERT INTO face_templates (session_id, release, sealed, at) VALUES ($1, $2, $3, $4) \
          ON CONFLICT (session_id) DO UPDATE SET release = excluded.release, sealed = excluded.sealed, at = excluded.at",
    of_others: "SELECT t.session_id, t.sealed, k.master_key_id, k.wrapped FROM face_templates t \
                JOIN sessions s ON s.id = t.session_id JOIN session_keys k ON k.session_id = t.session_id \
                WHERE t.release = $1 AND s.applicant_id <> $2 AND t.session_id > $3 ORDER BY t.session_id LIMIT $4",
    of_other_releases: "SELECT COUNT(*) AS faces FROM face_templates t JOIN sessions s ON s.id = t.session_id \
                        WHERE t.release <> $1 AND s.applicant_id <> $2",
    put_match: "INSERT INTO face_matches (session_id, other_id, distance_ppm, at) VALUES ($1, $2, $3, $4)",
    matches: "SELECT session_id, other_id, distance_ppm FROM face_matches WHERE session_id = $1 OR other_id = $1 \
              ORDER BY distance_ppm, other_id, session_id",
    forget_matches: "DELETE FROM face_matches WHERE session_id = $1",
    erase: "DELETE FROM face_templates WHERE session_id = $1",
    erase_matches: "DELETE FROM face_matches WHERE session_id = $1 OR other_id = $1",
};

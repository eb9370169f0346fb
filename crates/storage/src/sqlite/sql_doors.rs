//! The statements for links to levels, for mail, and for passkeys.

use crate::tables::{applicant_links::ApplicantLinkSql, desk_passkeys::PasskeySql, mails::MailSql};

pub(super) const APPLICANT_LINKS: ApplicantLinkSql = ApplicantLinkSql {
    insert: "INSERT INTO applicant_links (token_hash, applicant_id, language, created_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5)",
    by_hash: "SELECT applicant_id, language, created_at, expires_at FROM applicant_links WHERE token_hash = $1",
    purge: "DELETE FROM applicant_links WHERE expires_at < $1",
};

macro_rules! mail {
    ($rest:literal) => {
        concat!("SELECT id, session_id, kind, made_at, sent_at, dropped FROM mails ", $rest)
    };
}

pub(super) const MAILS: MailSql = MailSql {
    put_address: "INSERT INTO mail_addresses (session_id, sealed, language) VALUES ($1, $2, $3) \
                  ON CONFLICT (session_id) DO UPDATE SET sealed = excluded.sealed, language = excluded.language",
    address: "SELECT session_id, sealed, language FROM mail_addresses WHERE session_id = $1",
    forget_address: "DELETE FROM mail_addresses WHERE session_id = $1",
    insert: "INSERT INTO mails (id, session_id, kind, made_at) VALUES ($1, $2, $3, $4)",
    by_id: mail!("WHERE id = $1"),
    of_session: mail!("WHERE session_id = $1 ORDER BY id"),
    settle: "UPDATE mails SET sent_at = $2, dropped = $3 WHERE id = $1 AND sent_at IS NULL AND dropped IS NULL",
};

macro_rules! passkey {
    ($rest:literal) => {
        concat!(
            "SELECT credential, person_id, label, fixed, changing, transports, created_at, used_at FROM desk_passkeys ",
            $rest
        )
    };
}

pub(super) const PASSKEYS: PasskeySql = PasskeySql {
    insert: "INSERT INTO desk_passkeys (credential, person_id, label, fixed, changing, transports, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
    by_credential: passkey!("WHERE credential = $1"),
    of_person: passkey!("WHERE person_id = $1 ORDER BY created_at, credential"),
    touch: "UPDATE desk_passkeys SET changing = $2, used_at = $3 WHERE credential = $1",
    remove: "DELETE FROM desk_passkeys WHERE person_id = $1 AND credential = $2",
    remove_of: "DELETE FROM desk_passkeys WHERE person_id = $1",
};

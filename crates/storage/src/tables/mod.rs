//! The tables of one transaction, one file each: its trait, the statements a backend must give, and the one implementation over both.

pub mod api_keys;
pub mod applicant_links;
pub mod applicants;
pub mod challenges;
pub mod decisions;
pub mod desk_cases;
pub mod desk_passkeys;
pub mod desk_people;
pub mod events;
pub mod evidence;
pub mod faces;
pub mod handoffs;
pub mod idempotency;
pub mod jobs;
pub mod looks;
pub mod mails;
pub mod queue;
pub mod readings;
pub mod session_keys;
pub mod sessions;
pub mod tickets;
pub mod uploads;

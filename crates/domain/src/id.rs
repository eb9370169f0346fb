//! Identifiers: a prefix that says what it names, then 26 Crockford characters (48 bits of time, 80 of randomness).

use jiff::Timestamp;
use ulid::Ulid;

/// A text that is no identifier of the wanted kind. The text itself is not repeated: it may be a secret pasted in the wrong place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier of the form {prefix}_ and 26 characters")]
pub struct IdError {
    /// The wanted prefix.
    pub prefix: &'static str,
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Ulid);

        impl $name {
            /// The prefix of this kind.
            pub const PREFIX: &'static str = $prefix;

            /// Makes one from the time and 128 random bits, of which 80 are kept.
            pub fn new(now: Timestamp, random: u128) -> Self {
                Self(Ulid::from_parts(u64::try_from(now.as_millisecond()).unwrap_or(0), random))
            }

            /// The 16 bytes behind the characters.
            pub fn bytes(self) -> [u8; 16] {
                self.0.to_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{self}")
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let wrong = IdError { prefix: $prefix };
                let rest = text.strip_prefix(concat!($prefix, "_")).ok_or(wrong)?;
                Ulid::from_string(rest).map(Self).map_err(|_| wrong)
            }
        }
    )*};
}

ids! {
    /// An applicant: the person verified, across sessions.
    ApplicantId = "app";
    /// A verification session.
    SessionId = "ses";
    /// One accepted piece of evidence.
    EvidenceId = "evi";
    /// A file that arrives in pieces.
    UploadId = "upl";
    /// A liveness challenge.
    ChallengeId = "chl";
    /// A decision.
    DecisionId = "dec";
    /// An encrypted blob.
    BlobId = "blb";
    /// An event in a session's history.
    EventId = "evt";
    /// A job in the queue.
    JobId = "job";
    /// An integrator's key.
    ApiKeyId = "key";
    /// A person who works at the desk.
    PersonId = "per";
    /// One passing of a session from one device to another.
    HandoffId = "hof";
    /// A request for help.
    TicketId = "tic";
    /// A mail to an applicant.
    MailId = "mai";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_reads_back_and_another_kind_is_refused() {
        let id = SessionId::new(Timestamp::from_second(1_795_000_000).expect("a valid second"), 42);
        assert_eq!(id.to_string().parse::<SessionId>(), Ok(id));
        assert_eq!(id.to_string().parse::<EvidenceId>(), Err(IdError { prefix: "evi" }));
    }
}

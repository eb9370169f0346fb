//! What happens between a flat document and the file a phone sends.

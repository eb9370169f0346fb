//! An invented country's documents: passport, identity card, driving licence.

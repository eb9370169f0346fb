//! The whole application in one line, builders, a fixed clock and fixtures, for tests only.

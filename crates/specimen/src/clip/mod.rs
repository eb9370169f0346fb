//! Clips of a synthetic person reciting digits.

//! Geometry, determinism and what each switch does.

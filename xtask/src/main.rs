//! tidy, edges and code generation.
fn main() {}

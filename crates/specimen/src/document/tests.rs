//! What is printed, and that each defect touches its own zone only.

//! The vocabulary, the state machine, the reasons, the levels, the policy and the decision. No IO, no clock, no wire form.

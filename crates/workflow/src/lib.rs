//! The use cases named by the flow: capture, process, decide, review, outcome.

//! Photographs with one fault each, through the real decoder, the real nets and the shipped policy: each cause gives its own reason and no
//! other. Prints the tables of `docs/evaluation/documents-capture.md`; `COUNTERSIGN_CAPTURE_SEEDS` says how many documents (default 1).

#[path = "capture/bad_input.rs"]
mod bad_input;
#[path = "capture/corpus.rs"]
mod corpus;
#[path = "capture/judge.rs"]
mod judge;
#[path = "capture/specimens.rs"]
mod specimens;

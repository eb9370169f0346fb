//! Reads the real-world documents beside the checkout and prints, per source, how many are read exactly and how long it
//! takes: `cargo nextest run -p countersign-inference --test document_corpus --no-capture`.

#[path = "document/barcode.rs"]
mod barcode;
#[path = "document/corpus.rs"]
mod corpus;
#[path = "document/mrz.rs"]
mod mrz;

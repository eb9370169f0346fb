//! Reads the real-world documents beside the checkout and prints, per source, how many are read exactly and how long it
//! takes: `cargo nextest run -p countersign-inference --test document_corpus --no-capture`.

#[path = "document/aamva.rs"]
mod aamva;
#[path = "document/barcode.rs"]
mod barcode;
#[path = "document/barcode_photos.rs"]
mod barcode_photos;
#[path = "document/corpus.rs"]
mod corpus;
#[path = "document/mrz.rs"]
mod mrz;
#[path = "document/quality.rs"]
mod quality;
#[path = "document/whole.rs"]
mod whole;

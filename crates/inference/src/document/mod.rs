//! What can be read and measured on the photo of a document.

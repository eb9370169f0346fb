//! The HTTP interface and the embedded web application.

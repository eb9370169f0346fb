//! Repositories over SQLite and PostgreSQL, encrypted blobs and the job queue.

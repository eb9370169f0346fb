//! Evidence and measurements to breakdowns; one file per check.

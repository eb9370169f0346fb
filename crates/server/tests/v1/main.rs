//! Every route against the whole application in-process.

mod access;
mod answers;
mod challenges;
mod demo;
mod desk;
mod differences;
mod embed;
mod faces;
mod files;
mod flight;
mod handoff;
mod hints;
mod idempotency;
mod journey;
mod levels;
mod lifetime;
mod looks;
mod mail;
mod openapi;
mod order;
mod pieces;
mod privacy;
mod replay;
mod review;
mod support;
mod waiting;

#!/usr/bin/env bash
# Browser journeys in headless Chromium against the real binary.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --locked --quiet --package xtask
export COUNTERSIGN_BIN="$PWD/target/debug/countersign"
export COUNTERSIGN_SPECIMEN_BIN="$PWD/target/debug/xtask"
cd web && npm run --silent e2e

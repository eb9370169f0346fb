#!/usr/bin/env bash
# Browser journeys in headless Chromium against the real binary, as `make test-rust` leaves it. Needs no display.
# COUNTERSIGN_SCREENS=docs/screens takes a picture of every screen on the way.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
cargo build --locked --quiet --workspace
export COUNTERSIGN_BIN="${COUNTERSIGN_BIN:-$root/target/debug/countersign}"
export COUNTERSIGN_SPECIMEN_BIN="${COUNTERSIGN_SPECIMEN_BIN:-$root/target/debug/xtask}"
export COUNTERSIGN_HOME="${COUNTERSIGN_HOME:-$root}"
if [[ -n ${COUNTERSIGN_SCREENS:-} ]]; then COUNTERSIGN_SCREENS=$(realpath "$COUNTERSIGN_SCREENS"); export COUNTERSIGN_SCREENS; fi
[[ -d models/weights ]] || "$COUNTERSIGN_BIN" models build
cd web && npm run --silent e2e

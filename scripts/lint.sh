#!/usr/bin/env bash
# Every rule that a program can hold. Prints one line a rule.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '%-24s' "$1"; shift; if output=$("$@" 2>&1); then echo ok; else echo FAILED; printf '%s\n' "$output"; exit 1; fi; }
in_web() { (cd web && npm run --silent "$1"); }

step 'format' cargo fmt --all --check
step 'clippy' cargo clippy --locked --workspace --all-targets -- -D warnings
step 'edges between crates' cargo run --locked --quiet --package xtask -- edges
step 'tidy' cargo run --locked --quiet --package xtask -- tidy
if command -v cargo-deny >/dev/null; then
  step 'licences and sources' cargo deny --log-level error check bans licenses sources
else
  step 'licences and sources' cargo run --locked --quiet --package xtask -- licences
fi
in_web_build() { in_web build; }
step 'web: build and budget' in_web_build
step 'web: types and style' in_web lint

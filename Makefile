# Thin on purpose: each line calls cargo, npm or a script. `make help` lists the targets.
SHELL := bash
CARGO_PROFILE ?= release
BIN := target/$(if $(filter release,$(CARGO_PROFILE)),release,debug)/countersign

.PHONY: help setup weights web build run demo test test-rust test-web e2e lint fix gen bench eval clean-data

help: ## This list.
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## Debian packages (when root, else a list), npm packages.
	@scripts/setup.sh

web: setup ## The web application, built into web/apps/capture/dist.
	@cd web && npm run --silent build

build: web ## The optimised binary and the face and text nets in models/weights.
	@cargo build --locked --release --package countersign-cli
	@target/release/countersign models build

run: build ## Serve on http://127.0.0.1:8080 with a demo page, SQLite and a local blob folder in ./data.
	@target/release/countersign serve --config config/demo.toml

demo: build ## Fill ./data with made-up cases of every outcome, then serve them.
	@cargo build --locked --release --package xtask
	@target/release/xtask demo target/demo
	@target/release/countersign demo --config config/demo.toml --clip-maker target/release/xtask target/demo
	@target/release/countersign serve --config config/demo.toml

test: test-rust test-web e2e ## Everything: units, contracts on SQLite and PostgreSQL, routes, pipeline, browser journeys.

test-rust: web
	@cargo build --locked --workspace
	@target/debug/countersign models build
	@cargo nextest run --locked --workspace || { command -v cargo-nextest >/dev/null && exit 1; cargo test --locked --workspace; }

test-web: setup
	@cd web && npm run --silent test

e2e: test-rust
	@scripts/e2e.sh

lint: setup ## rustfmt, clippy, dependency rules, licences, tidy, edges, types and style of the web.
	@scripts/lint.sh

fix: ## What can be put right by a program.
	@cargo fmt --all
	@cd web && npm run --silent fix

gen: ## Generated files: the OpenAPI document and the web client.
	@cargo run --locked --quiet --package countersign-cli -- openapi > docs/reference/openapi.json
	@cd web && npm run --silent gen

bench: build ## Where time and memory go, step by step, as ratios to the peers in the same run.
	@cargo build --locked --release --package xtask
	@scripts/bench.sh

eval: build ## Rates on the corpus in ../shared/data, written to docs/evaluation.
	@target/release/countersign eval --corpus $${COUNTERSIGN_CORPUS:-../shared/data} --out docs/evaluation

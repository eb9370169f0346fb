//! The OpenAPI document is the interface.

use std::path::{Path, PathBuf};

use axum::http::Method;
use countersign_testkit::TestApp;
use serde_json::Value;

fn document() -> Value {
    serde_json::from_str(&countersign_server::openapi().expect("printed")).expect("JSON")
}

/// Every operation: method and path.
fn operations(document: &Value) -> Vec<(Method, String)> {
    let paths = document["paths"].as_object().cloned().unwrap_or_default();
    let methods = |(path, item): (String, Value)| {
        let item = item.as_object().cloned().unwrap_or_default();
        item.into_iter().filter_map(move |(name, _)| Some((name.to_uppercase().parse().ok()?, path.clone())))
    };
    paths.into_iter().flat_map(methods).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn the_checked_in_document_is_the_current_one() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/openapi.json");
    let stored = std::fs::read_to_string(&file).unwrap_or_default();
    let now = countersign_server::openapi().expect("printed");
    assert!(
        stored == now,
        "docs/reference/openapi.json is not the current interface; refresh it with `make gen`, or with\n  \
         cargo run -p countersign-cli -- openapi > docs/reference/openapi.json"
    );
}

#[test]
fn every_handler_is_routed_and_described() {
    let described = operations(&document());
    let mut handlers = 0;
    for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/v1")) {
        let text = std::fs::read_to_string(&file).expect("read");
        let Some((_, rest)) = text.split_once("#[utoipa::path(") else { continue };
        handlers += 1;
        let line = rest.trim_start();
        let method = line.split(',').next().unwrap_or_default().trim().to_uppercase();
        let path = line.split("path = \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a path");
        let found = described.iter().any(|(known, at)| known.as_str() == method && at == path);
        assert!(found, "{} is not in a router(): {method} {path}", file.display());
    }
    assert_eq!(handlers, described.len());
    assert!(handlers >= 14, "only {handlers} handlers were found");
}

#[tokio::test]
async fn every_described_operation_answers_and_asks_who_calls() {
    let app = TestApp::start().await;
    for (method, path) in operations(&document()) {
        let path = path
            .replace("{id}", "ses_01ARZ3NDEKTSV4RRFFQ69G5FAV")
            .replace("{kind}", "document_front")
            .replace("{ticket}", "tic_01ARZ3NDEKTSV4RRFFQ69G5FAV");
        let expected = match path.as_str() {
            "/v1/demo" => 200,
            "/v1/demo/sessions" | "/v1/demo/levels" => 404,
            "/v1/handoffs/open" => 400,
            _ => 401,
        };
        assert_eq!(app.call(method.clone(), &path).send().await.status, expected, "{method} {path}");
    }
    assert_eq!(app.get("/openapi.json").send().await.expect(200), document());
}

#[test]
fn every_post_names_its_idempotency_key_and_every_operation_its_problems() {
    let document = document();
    for (method, path) in operations(&document) {
        let operation = &document["paths"][&path][method.as_str().to_lowercase()];
        let names = operation["parameters"].as_array().cloned().unwrap_or_default();
        let has_key = names.iter().any(|parameter| parameter["name"] == "Idempotency-Key");
        assert_eq!(has_key, method == Method::POST, "{method} {path}");
        if path != "/v1/demo" {
            let problem = &operation["responses"]["4XX"]["content"]["application/problem+json"];
            assert!(problem.is_object(), "{method} {path}");
        }
    }
}

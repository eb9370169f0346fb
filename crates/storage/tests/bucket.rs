//! Blobs in an S3-compatible bucket, against a small server of the test's own that keeps objects in memory and checks that requests are signed.
//! `COUNTERSIGN_TEST_S3` (an endpoint with a bucket `countersign`) names a real one to use instead.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use countersign_domain::{BlobId, SessionId};
use countersign_storage::{BlobStore, ErrorKind, SessionKey};
use jiff::Timestamp;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

type Objects = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;

struct Request {
    method: String,
    path: String,
    query: String,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

async fn serve() -> (String, Objects) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("bound");
    let objects = Objects::default();
    let kept = objects.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, kept.clone()));
        }
    });
    (format!("http://{address}"), objects)
}

async fn converse(stream: TcpStream, objects: Objects) {
    let mut stream = BufReader::new(stream);
    while let Some(request) = read(&mut stream).await {
        let (status, body) = answer(&request, &objects);
        let extra = "ETag: \"1\"\r\nLast-Modified: Sun, 22 Nov 2026 00:00:00 GMT\r\n";
        let head = format!("HTTP/1.1 {status}\r\n{extra}Content-Length: {}\r\n\r\n", body.len());
        let shown = if request.method == "HEAD" { &[] } else { &body[..] };
        if stream.write_all(&[head.as_bytes(), shown].concat()).await.is_err() {
            return;
        }
    }
}

async fn read(stream: &mut BufReader<TcpStream>) -> Option<Request> {
    let mut first = String::new();
    stream.read_line(&mut first).await.ok().filter(|length| *length > 0)?;
    let mut words = first.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let (path, query) = (path.to_owned(), query.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await.ok()?;
        let Some((name, value)) = line.trim().split_once(':') else { break };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.ok()?;
    Some(Request { method, path, query, headers, body })
}

fn answer(request: &Request, objects: &Objects) -> (&'static str, Vec<u8>) {
    let signed =
        request.headers.get("authorization").is_some_and(|text| text.starts_with("AWS4-HMAC-SHA256 Credential=test/"));
    if !signed {
        return ("403 Forbidden", vec![]);
    }
    let mut objects = objects.lock().expect("no panic before");
    let key = request.path.trim_start_matches("/countersign").trim_start_matches('/').to_owned();
    match request.method.as_str() {
        "PUT" if request.headers.contains_key("if-none-match") && objects.contains_key(&key) => {
            ("412 Precondition Failed", vec![])
        }
        "PUT" => {
            objects.insert(key, request.body.clone());
            ("200 OK", vec![])
        }
        "DELETE" => {
            objects.remove(&key);
            ("204 No Content", vec![])
        }
        "POST" if request.query.starts_with("delete") => {
            let text = String::from_utf8_lossy(&request.body).into_owned();
            let named = text.split("<Key>").skip(1).filter_map(|part| part.split("</Key>").next());
            let deleted = |key: &str| {
                objects.remove(key);
                format!("<Deleted><Key>{key}</Key></Deleted>")
            };
            let deleted: String = named.map(deleted).collect();
            ("200 OK", format!("<DeleteResult>{deleted}</DeleteResult>").into_bytes())
        }
        "GET" if request.query.contains("list-type=2") => ("200 OK", list(&request.query, &objects)),
        "GET" | "HEAD" => objects.get(&key).map_or(("404 Not Found", vec![]), |body| ("200 OK", body.clone())),
        _ => ("405 Method Not Allowed", vec![]),
    }
}

fn list(query: &str, objects: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let prefix = query.split('&').find_map(|pair| pair.strip_prefix("prefix=")).unwrap_or_default().replace("%2F", "/");
    let entry = |(key, body): (&String, &Vec<u8>)| {
        let size = body.len();
        format!(
            "<Contents><Key>{key}</Key><Size>{size}</Size><LastModified>2026-11-22T00:00:00.000Z</LastModified><ETag>\"1\"</ETag></Contents>"
        )
    };
    let found: String = objects.iter().filter(|(key, _)| key.starts_with(&prefix)).map(entry).collect();
    format!("<ListBucketResult><IsTruncated>false</IsTruncated>{found}</ListBucketResult>").into_bytes()
}

fn open(endpoint: &str) -> BlobStore {
    let options = [
        ("aws_endpoint", endpoint),
        ("aws_access_key_id", "test"),
        ("aws_secret_access_key", "test"),
        ("aws_region", "eu-central-1"),
        ("aws_allow_http", "true"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    BlobStore::open("s3://countersign/evidence", &options).expect("opens")
}

#[tokio::test]
async fn a_bucket_keeps_seals_and_forgets_like_a_folder() {
    let named = std::env::var("COUNTERSIGN_TEST_S3").ok();
    let (endpoint, objects) = serve().await;
    let store = open(named.as_deref().unwrap_or(&endpoint));
    store.healthy().await.expect("answers");
    let at = Timestamp::UNIX_EPOCH;
    let (session, other, key) = (SessionId::new(at, 1), SessionId::new(at, 2), SessionKey::draw());
    for n in 1..=3 {
        store.put(session, BlobId::new(at, n), "document_front", vec![n as u8; 300_000], &key).await.expect("stored");
    }
    store.put(other, BlobId::new(at, 9), "document_front", b"stays".to_vec(), &key).await.expect("stored");
    let again = store.put(session, BlobId::new(at, 1), "document_front", vec![0], &key).await.expect_err("it is there");
    assert_eq!(again.kind, ErrorKind::Conflict);
    let read = store.get(session, BlobId::new(at, 2), "document_front", &key).await.expect("opens");
    assert_eq!(read.as_slice(), vec![2; 300_000]);
    if named.is_none() {
        let objects = objects.lock().expect("no panic before");
        assert!(objects.keys().all(|key| key.starts_with("evidence/ses_")), "{:?}", objects.keys());
        assert!(!objects.values().any(|body| body.windows(5).any(|window| window == b"stays")));
    }
    store.delete(session, BlobId::new(at, 1)).await.expect("deleted");
    assert_eq!(store.delete_session(session).await.expect("deleted"), 2);
    let gone = store.get(session, BlobId::new(at, 2), "document_front", &key).await.expect_err("deleted");
    assert_eq!(gone.kind, ErrorKind::NotFound);
    assert_eq!(store.get(other, BlobId::new(at, 9), "document_front", &key).await.expect("stays").as_slice(), b"stays");
    store.delete_session(other).await.expect("tidied");
}

#[tokio::test]
async fn a_bucket_that_does_not_answer_is_unavailable() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("bound"));
    drop(listener);
    assert_eq!(open(&endpoint).healthy().await.expect_err("nobody listens").kind, ErrorKind::Unavailable);
}

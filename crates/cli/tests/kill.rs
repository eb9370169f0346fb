//! The server is killed with SIGKILL at random moments. What it acknowledged before is there afterwards, whole, and the session goes on.

#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "kill/http.rs"]
mod http;
#[path = "kill/server.rs"]
mod server;

use std::sync::mpsc;
use std::time::{Duration, Instant};
use std::{collections::BTreeMap, thread};

use countersign_specimen::Picture;
use countersign_specimen::clip::{ClipSpec, render_clip};
use countersign_specimen::document::{CaseSpec, cases, render};
use countersign_specimen::photograph::{encode_jpeg, photograph};
use serde_json::{Value, json};

use crate::http::Body;
use crate::server::{Applicant, Server, text};

/// Kills at moments spread over an upload's time and a little beyond it.
const ROUNDS: usize = 8;
/// A decision takes seconds; a machine that builds something else meanwhile may take many.
const DECISION_LIMIT: Duration = Duration::from_secs(150);

#[test]
fn nothing_acknowledged_is_lost_when_the_server_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let case = cases().into_iter().find(|case| case.name == "genuine-id-card").unwrap();
    let sides = photos(&case);
    let mut server = Server::start(folder.path(), &["--no-worker"]);
    let applicant = Applicant::new(&server);
    let consent = json!({ "version": "2026-11", "language": "en" });
    applicant.done(&server, "consent", "consent", &Body::Json(consent), 204);
    applicant.done(&server, "declaration", "declaration", &Body::Json(declaration(&case)), 204);

    let began = Instant::now();
    let mut kept =
        BTreeMap::from([("document_front", upload(&applicant, &server, "document_front", "first", &sides[0][0]))]);
    let usual = began.elapsed();
    let mut moments = Moments(u64::from(std::process::id()));
    let (mut answered, mut cut) = (0, 0);
    for round in 0..ROUNDS {
        let side = round % 2;
        let (kind, bytes) = (["document_front", "document_back"][side], &sides[side][1 + round / 2]);
        // The first is killed as it begins, the last after its answer; between them chance decides.
        let wait = match round {
            0 => Some(Duration::ZERO),
            _ if round + 1 == ROUNDS => None,
            _ => Some(usual.mul_f64(1.4 * moments.next())),
        };
        let acknowledged = interrupted(server, &applicant, kind, &format!("round-{round}"), bytes, wait);
        server = Server::start(folder.path(), &["--no-worker"]);
        if let Some(id) = &acknowledged {
            answered += 1;
            kept.insert(kind, id.clone());
        } else {
            cut += 1;
        }
        for kind in kept.keys() {
            assert_eq!(applicant.step(&server, kind), "done", "{kind} was acknowledged, round {round}");
        }
        let again = upload(&applicant, &server, kind, &format!("again-{round}"), bytes);
        if let Some(id) = acknowledged {
            assert_eq!(again, id, "the acknowledged file is the one that is there, round {round}");
        }
        kept.insert(kind, again);
    }
    assert!(answered > 0 && cut > 0, "{answered} uploads were answered before the kill, {cut} were not");

    recite(&applicant, &server, case.holder.person_seed);
    applicant.done(&server, "submit", "submit", &Body::Nothing, 202);
    server.kill();
    let server = Server::start(folder.path(), &[]);
    let decided = outcome(&applicant, &server);
    assert_eq!(decided["status"], "approved", "every kept file is whole: {decided:#}");
}

/// Uploads while the server is killed after `wait`, or after the answer. Gives the evidence's id when it was acknowledged.
fn interrupted(
    server: Server,
    applicant: &Applicant,
    kind: &str,
    key: &str,
    bytes: &[u8],
    wait: Option<Duration>,
) -> Option<String> {
    let address = server.address.clone();
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        let sent = scope.spawn(move || {
            let answer =
                applicant.post(&address, &format!("evidence/{kind}"), key, &Body::File { bytes, challenge: None });
            tell.send(()).unwrap();
            answer
        });
        match wait {
            Some(wait) => thread::sleep(wait),
            None => told.recv().unwrap(),
        }
        server.kill();
        let answer = sent.join().unwrap()?;
        assert_eq!(answer.status, 201, "{answer:?}");
        Some(text(&answer.json["evidence_id"]))
    })
}

fn upload(applicant: &Applicant, server: &Server, kind: &str, key: &str, bytes: &[u8]) -> String {
    let body = Body::File { bytes, challenge: None };
    text(&applicant.done(server, &format!("evidence/{kind}"), key, &body, 201)["evidence_id"])
}

/// Asks for digits, films the holder saying them, and hands the clip in.
fn recite(applicant: &Applicant, server: &Server, person: u64) {
    let challenge = applicant.done(server, "challenge", "challenge", &Body::Nothing, 201);
    let digits: Vec<u8> = text(&challenge["digits"]).bytes().map(|digit| digit - b'0').collect();
    let clip = render_clip(&ClipSpec::new(person, &digits)).unwrap();
    let id = text(&challenge["challenge_id"]);
    applicant.done(server, "evidence/liveness_video", "clip", &Body::File { bytes: &clip, challenge: Some(&id) }, 201);
}

fn outcome(applicant: &Applicant, server: &Server) -> Value {
    let began = Instant::now();
    loop {
        let session = applicant.seen(server);
        if session["status"] != "processing" {
            return session;
        }
        assert!(began.elapsed() < DECISION_LIMIT, "no decision: {session:#}");
        thread::sleep(Duration::from_millis(100));
    }
}

fn declaration(case: &CaseSpec) -> Value {
    json!({
        "legal_name": case.declared_name,
        "birth_date": case.holder.birth_date.iso(),
        "document_type": "id_card",
        "issuing_country": "UTO",
    })
}

/// Front and back, each photographed once and encoded so many times that every upload has bytes of its own.
fn photos(case: &CaseSpec) -> [Vec<Vec<u8>>; 2] {
    let sides = render(case.kind, &case.holder, &case.defects).unwrap();
    let encoded =
        |picture: &Picture| (0..=ROUNDS / 2).map(|n| encode_jpeg(picture, 80 + n as u8, None).unwrap()).collect();
    [encoded(&photograph(&sides[0].picture, &case.front)), encoded(&photograph(&sides[1].picture, &case.back))]
}

/// Numbers from 0 to 1, other ones in each run: whatever the moment, nothing may be lost.
struct Moments(u64);

impl Moments {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1_u32 << 31)
    }
}

use countersign_domain::SessionState;

use super::*;

#[test]
fn a_state_with_a_fact_too_many_or_too_few_is_none() {
    let id = "dec_01JDAYJ1R0000000000000000Z";
    for (text, wanted) in [
        (r#"{"v":1,"state":"capturing"}"#.to_owned(), Ok(SessionState::Capturing)),
        (r#"{"v":1,"state":"capturing","at":1}"#.to_owned(), Err(Unreadable::Field("state"))),
        (r#"{"v":1,"state":"processing"}"#.to_owned(), Err(Unreadable::Field("since"))),
        (format!(r#"{{"v":1,"state":"approved","decision":"{id}"}}"#), Err(Unreadable::Field("at"))),
        (r#"{"v":1,"state":"approved","decision":"ses_1","at":1}"#.to_owned(), Err(Unreadable::Field("decision"))),
        (
            format!(r#"{{"v":1,"state":"resubmission_requested","decision":"{id}","steps":[]}}"#),
            Err(Unreadable::Field("steps")),
        ),
        (r#"{"v":1,"state":"blessed"}"#.to_owned(), Err(Unreadable::Field("state"))),
        (r#"{"v":2,"state":"capturing"}"#.to_owned(), Err(Unreadable::Version(2))),
        (r#"{"v":1,"state":"capturing","mood":"good"}"#.to_owned(), Err(Unreadable::Form { line: 1, column: 33 })),
        (String::new(), Err(Unreadable::Form { line: 1, column: 0 })),
    ] {
        assert_eq!(read_state(&text), wanted, "{text}");
    }
}

#[test]
fn a_reason_with_an_unknown_parameter_or_code_is_none() {
    let with = |reason: &str| {
        format!(
            r#"{{"v":1,"outcome":"declined","reasons":[{reason}],"policy":"p","policy_version":"1","policy_sha256":"{}","breakdowns":[],"inputs":[]}}"#,
            "ab".repeat(32)
        )
    };
    assert!(read_decision(&with(r#"{"code":"face_differs"}"#)).is_ok());
    for wrong in [
        r#"{"code":"face_differs","params":{"percent":1}}"#,
        r#"{"code":"face_smiles"}"#,
        r#"{"code":"several_faces"}"#,
        r#"{"code":"several_faces","params":{"count":1.5}}"#,
    ] {
        assert_eq!(read_decision(&with(wrong)), Err(Unreadable::Field("reasons")), "{wrong}");
    }
}

#[test]
fn an_unreadable_declaration_never_repeats_what_it_holds() {
    let text = r#"{"v":1,"legal_name":"Anna Eriksson","birth_date":"1990-13-40","document_type":"id_card","issuing_country":"UTO"}"#;
    let error = read_declaration(text).expect_err("no such month");
    assert_eq!(error, Unreadable::Field("birth_date"));
    assert!(!format!("{error} {error:?}").contains("1990"));
}

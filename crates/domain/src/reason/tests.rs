//! Codes stay, and every reason reads back.

use super::*;

#[test]
fn codes_are_unique_and_every_one_reads_back_with_its_parameters() {
    let mut sorted = Reason::CODES.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), Reason::CODES.len());
    for code in Reason::CODES {
        let by_type = |wanted: Param| Reason::from_parts(code, &|_| Some(wanted.clone()));
        let readable =
            [Param::Count(3), Param::Number(0.5), Param::Word("back".into())].into_iter().any(|p| by_type(p).is_ok());
        let mixed = Reason::from_parts(code, &|name| {
            Some(
                if ["side", "format", "codec", "field", "found", "chosen", "rule", "check", "language"].contains(&name)
                {
                    Param::Word("back".into())
                } else {
                    Param::Count(7)
                },
            )
        });
        let reason = mixed.unwrap_or_else(|e| panic!("{code}: {e} (readable by one type: {readable})"));
        let params = reason.params();
        let again =
            Reason::from_parts(reason.code(), &|name| params.iter().find(|(n, _)| *n == name).map(|(_, p)| p.clone()));
        assert_eq!(again, Ok(reason));
    }
}

#[test]
fn a_missing_parameter_and_an_unknown_code_are_named() {
    assert_eq!(
        Reason::from_parts("document_glare", &|_| None),
        Err(ReasonError::Parameter { code: "document_glare", param: "side" })
    );
    assert_eq!(Reason::from_parts("nope", &|_| None), Err(ReasonError::UnknownCode("nope".into())));
}

#[test]
fn the_side_decides_which_photo_is_taken_again() {
    assert_eq!(Reason::DocumentBlurred { side: "back".into() }.remedy(), Redo(DocumentBack));
    assert_eq!(Reason::DocumentBlurred { side: "front".into() }.remedy(), Redo(DocumentFront));
}

/// Changing a line here breaks integrators who stored the code: add, never rename.
#[test]
fn codes_are_pinned() {
    assert_eq!(
        Reason::CODES.join(" "),
        include_str!("../reason_codes.txt").split_whitespace().collect::<Vec<_>>().join(" ")
    );
}

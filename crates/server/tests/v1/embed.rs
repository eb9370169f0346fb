//! The applicant's pages inside other pages: only where the operator says so, and never the desk's.

use countersign_testkit::{Parts, TestApp};

#[tokio::test]
async fn only_named_pages_may_show_the_applicants_and_none_the_desks() {
    let named = vec!["https://shop.example.org".to_owned()];
    let app = TestApp::start_with(Parts { embed_origins: named, ..Parts::default() }).await;
    let policy = |path: &'static str| {
        let call = app.get(path).unproved();
        async move { call.send().await.header("content-security-policy").to_owned() }
    };
    let page = policy("/verify/ses_01ARZ3NDEKTSV4RRFFQ69G5FAV").await;
    assert!(page.contains("frame-ancestors https://shop.example.org"), "{page}");
    assert!(page.contains("default-src 'none'") && !page.contains("unsafe"), "{page}");
    for path in ["/desk", "/v1/demo", "/health"] {
        assert!(policy(path).await.contains("frame-ancestors 'none'"), "{path}");
    }
}

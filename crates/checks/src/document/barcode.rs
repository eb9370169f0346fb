//! `document_barcode`: the licence's PDF417 is there and holds a licence record.
//!
//! Raw: `barcode.count`, `barcode.licence_record`. Fails with `barcode_not_found`, `barcode_unreadable`.

use countersign_domain::{Breakdown, Check, Policy, Reason};

use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Breakdown {
    let mut ruling = Ruling::new(Check::DocumentBarcode, policy);
    ruling.models(&found.document_models);
    let (Some(front), Some(back)) = (&found.front, &found.back) else {
        ruling.not_assessed();
        return ruling.done();
    };
    if !(front.barcode_searched && back.barcode_searched) {
        ruling.not_assessed();
        return ruling.done();
    }
    let count = front.barcodes + back.barcodes;
    let record = front.licence_record || back.licence_record;
    ruling.raw("barcode.count", count as f64, "count");
    ruling.raw("barcode.licence_record", f64::from(u8::from(record)), "flag");
    if count == 0 {
        ruling.fail(Reason::BarcodeNotFound { side: "back".into() });
    } else if !record {
        ruling.fail(Reason::BarcodeUnreadable { side: "back".into() });
    }
    ruling.done()
}

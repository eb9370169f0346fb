//! Payloads of our own, in the ways issuers write them.

use jiff::civil::date;

use super::*;

const MODERN: &[u8] =
    b"@\n\x1e\rANSI 636099090002DL00410278ZU03190008DLDAQU1234567\nDCSSPECIMEN\nDDEN\nDACMARIA\nDDFN\n\
DADANNA BEATA\nDDGT\nDBB03041990\nDBA03042031\nDBD03042023\nDBC2\nDAJUT\nDCGUSA\nDCUNONE\rZUZUA01\r";

#[test]
fn a_modern_american_licence() {
    let a = parse(MODERN).expect("a licence");
    assert_eq!((a.issuer.as_str(), a.version, a.document.as_str()), ("636099", 9, "DL"));
    assert_eq!(a.surname.as_deref(), Some("SPECIMEN"));
    assert_eq!(a.given_names.as_deref(), Some("MARIA ANNA BEATA"));
    assert_eq!(a.number.as_deref(), Some("U1234567"));
    assert_eq!(a.birth_date, Some(date(1990, 3, 4)));
    assert_eq!(a.expiry, Some(date(2031, 3, 4)));
    assert_eq!(a.sex, Some('F'));
    assert_eq!(a.suffix, None, "NONE is no suffix");
    assert_eq!(a.truncation, [Truncation::Whole, Truncation::Whole, Truncation::Cut]);
}

#[test]
fn a_canadian_date_has_its_year_first() {
    let payload = b"@\n\x1e\rANSI 636012030001DL00000000DLDCSMOTORIST\nDCTMARY,SMITH\nDBB19760704\nDCGCAN\nDAQX-1\r";
    let a = parse(payload).expect("a licence");
    assert_eq!(a.birth_date, Some(date(1976, 7, 4)));
    assert_eq!(a.given_names.as_deref(), Some("MARY SMITH"));
    // 20101112 is a day in both orders: only the country tells which.
    let both = |country: &str| {
        let text = format!("@\n\x1e\rANSI 636012030001DL00000000DLDCSX\nDBA10111220\nDBB20101112\nDCG{country}\r");
        parse(text.as_bytes()).and_then(|a| a.birth_date)
    };
    assert_eq!(both("CAN"), Some(date(2010, 11, 12)));
}

#[test]
fn the_first_version_has_one_name_element_and_no_country() {
    let payload = b"@\n\x1c\rAAMVA6360990101DL00290100DLDAASAMPLE,TESSA,MAY,JR\nDAQ99\nDBB19610102\nDBC1\r";
    let a = parse(payload).expect("a licence");
    assert_eq!(a.version, 1);
    assert_eq!(a.surname.as_deref(), Some("SAMPLE"));
    assert_eq!(a.given_names.as_deref(), Some("TESSA MAY"));
    assert_eq!(a.suffix.as_deref(), Some("JR"));
    assert_eq!(a.birth_date, Some(date(1961, 1, 2)));
}

#[test]
fn pipes_wrong_offsets_and_latin_letters() {
    let payload = b"@|\x1e|ANSI 636099040002DL99990000ZU00000000DLDCAD|DCSPE\xd1A|DACJOS\xc9|DBB07071977|DAQS1|DCGUSA|";
    let a = parse(payload).expect("a licence");
    assert_eq!(a.surname.as_deref(), Some("PE\u{d1}A"));
    assert_eq!(a.given_names.as_deref(), Some("JOS\u{c9}"));
}

#[test]
fn impossible_dates_are_left_out_and_other_barcodes_are_none() {
    let a = parse(b"@\n\x1e\rANSI 636099090001DL00410278DLDAQ1\nDBB13322020\nDBAunavl\nDCGUSA\r").expect("a licence");
    assert_eq!((a.birth_date, a.expiry), (None, None));
    assert_eq!(parse(b"This is PDF417"), None);
    assert_eq!(parse(b""), None);
    assert_eq!(parse(b"ANSI 636099"), None);
    assert_eq!(parse(b"ANSI 63609909XX02DL"), None);
}

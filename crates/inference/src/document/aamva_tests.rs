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
}

#[test]
fn the_order_of_a_date_is_told_by_its_century_whatever_the_country_says() {
    for (written, country, meant) in [
        ("20101112", "CAN", Some(date(2010, 11, 12))),
        ("20101112", "USA", Some(date(2010, 11, 12))),
        ("11122010", "USA", Some(date(2010, 11, 12))),
        ("11122010", "CAN", Some(date(2010, 11, 12))),
        ("2010/11/12", "USA", Some(date(2010, 11, 12))),
        ("10111220", "CAN", None),
        ("02302001", "USA", None),
        ("unavl", "USA", None),
    ] {
        let text = format!("@\n\x1e\rANSI 636012030001DL00000000DLDCSX\nDBB{written}\nDCG{country}\r");
        assert_eq!(parse(text.as_bytes()).and_then(|a| a.birth_date), meant, "{written} {country}");
    }
}

#[test]
fn given_names_in_every_arrangement() {
    for (elements, wanted) in [
        ("DCSX\nDACMARIA ANNA\nDADANNA\n", Some("MARIA ANNA")),
        ("DCSX\nDACMARIA\nDADANNA,EVA\n", Some("MARIA ANNA EVA")),
        ("DCSX\nDACMARIA\nDADNMN\n", Some("MARIA")),
        ("DCSX\nDACMARIA\nDADNONE\n", Some("MARIA")),
        ("DCSX\nDCTMARIA ANNA\n", Some("MARIA ANNA")),
        ("DCSX\nDACunavl\nDAD-\n", None),
        ("DABX\nDACMARIA\nDADA\nDAEJR\n", Some("MARIA A")),
        ("DAAX@MARIA@ANNA\nDAQ1\n", Some("MARIA ANNA")),
        ("DAAX MARIA ANNA JR\nDAQ1\n", Some("MARIA ANNA")),
    ] {
        let text = format!("@\n\x1e\rANSI 636012020001DL00000000DL{elements}");
        let read = parse(text.as_bytes()).expect("a licence");
        assert_eq!(read.surname.as_deref(), Some("X"), "{elements}");
        assert_eq!(read.given_names.as_deref(), wanted, "{elements}");
    }
}

#[test]
fn separators_headers_and_encodings_that_issuers_use() {
    for payload in [
        b"@\n\x1e\rANSI 636001070002DL00410278ZN03190008DLDAQ12\rDCSMU\xcdZ\rDBB01021990\rDCGUSA".as_slice(),
        b"@\n\x1e\rANSI636001070002DL00410278ZN03190008DLDAQ12\x1eDCSMU\xc3\x8dZ\x1eDBB01021990\x1eDCGUSA\x1e",
        b"\xef\xbb\xbf @\n6ANSI 6360010700??DLDAQ12\r\nDCSMU\xcdZ\r\nDBB19900102\r\nDCGUSA\r\n",
        b"@\r\n\x1eAAMVA 636001070001ID0000XXXXIDDAQ12\nDCSMU\xcdZ\nDBB01021990\n",
    ] {
        let read = parse(payload).expect("a licence");
        assert_eq!(read.surname.as_deref(), Some("MU\u{cd}Z"));
        assert_eq!(read.number.as_deref(), Some("12"));
        assert_eq!(read.birth_date, Some(date(1990, 1, 2)));
    }
}

#[test]
fn sex_suffix_and_compliance() {
    for (code, sex) in
        [("1", Some('M')), ("2", Some('F')), ("9", Some('X')), ("F", Some('F')), ("X", Some('X')), ("", None)]
    {
        let text = format!("@\n\x1e\rANSI 636001100002DL00410278DLDCSX\nDCUIII\nDDAF\nDBC{code}\n");
        let read = parse(text.as_bytes()).expect("a licence");
        assert_eq!((read.sex, read.suffix.as_deref(), read.compliance), (sex, Some("III"), Some('F')));
    }
}

/// Payloads cut at every byte, and with bytes of every kind thrown in by a fixed series of numbers.
#[test]
fn no_bytes_make_it_panic() {
    for end in 0..MODERN.len() {
        let _ = parse(&MODERN[..end]);
    }
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut read = 0;
    for _ in 0..20_000 {
        let mut bytes = MODERN.to_vec();
        for _ in 0..next() % 9 {
            let at = next() as usize % bytes.len();
            match next() % 3 {
                0 => bytes[at] = next() as u8,
                1 => bytes.insert(at, next() as u8),
                _ => drop(bytes.remove(at)),
            }
        }
        read += usize::from(parse(&bytes).is_some());
        let noise: Vec<u8> = (0..next() % 200).map(|_| next() as u8).collect();
        let _ = parse(&[b"@\n\x1e\rANSI 636001100002DL".as_slice(), &noise].concat());
        assert_eq!(parse(&noise), None);
    }
    assert!(read > 10_000, "a spoilt byte seldom costs the whole record: {read}");
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

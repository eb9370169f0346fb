//! C2PA: whether a manifest is there and which program it names. The signature is not verified: that takes a certificate store, and
//! a manifest can always be cut off, so it could only ever raise a question.

/// Longest name kept, bytes.
const NAME_BYTES: usize = 96;

/// The claim generator named in a JUMBF box: the CBOR text behind the key `claim_generator`, or behind the first `name` of
/// `claim_generator_info`.
pub(super) fn claim_generator(jumbf: &[u8]) -> Option<String> {
    after(jumbf, b"claim_generator").and_then(text).or_else(|| {
        let info = after(jumbf, b"claim_generator_info")?;
        text(after(&info[..info.len().min(256)], b"name")?)
    })
}

/// What follows the first `key`.
fn after<'a>(bytes: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let at = bytes.windows(key.len()).position(|window| window == key)?;
    bytes.get(at + key.len()..)
}

/// A CBOR text string (RFC 8949, major type 3) of at most 255 bytes at the start of `bytes`.
fn text(bytes: &[u8]) -> Option<String> {
    let (length, rest) = match bytes {
        [head @ 0x60..=0x77, rest @ ..] => (usize::from(head - 0x60), rest),
        [0x78, length, rest @ ..] => (usize::from(*length), rest),
        _ => return None,
    };
    let raw = String::from_utf8_lossy(rest.get(..length.min(NAME_BYTES))?).into_owned();
    Some(raw.chars().filter(|c| !c.is_control()).collect::<String>()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_found_in_both_spellings_and_nothing_in_noise() {
        assert_eq!(claim_generator(b"..oclaim_generator\x66Camera..").as_deref(), Some("Camera"));
        let second = b"tclaim_generator_info\x81\xa1dname\x78\x05Maker";
        assert_eq!(claim_generator(second).as_deref(), Some("Maker"));
        assert_eq!(claim_generator(b"claim_generator\x78\xff"), None);
        assert_eq!(claim_generator(b"jumb c2pa"), None);
    }
}

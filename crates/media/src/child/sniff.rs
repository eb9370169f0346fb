//! The format, from the first bytes alone. A name or a declared type has no say.

/// A name for what `bytes` begin like, or `None`.
pub(super) fn format(bytes: &[u8]) -> Option<&'static str> {
    let at = |offset: usize, magic: &[u8]| bytes.get(offset..offset + magic.len()) == Some(magic);
    let starts = |magic: &[u8]| at(0, magic);
    if at(4, b"ftyp") {
        return Some(brand(bytes));
    }
    if starts(b"RIFF") {
        return match bytes.get(8..12) {
            Some(b"WEBP") => Some("webp"),
            Some(b"WAVE") => Some("wav"),
            Some(b"AVI ") => Some("avi"),
            _ => None,
        };
    }
    let magics: [(&[u8], &str); 25] = [
        (b"\xff\xd8\xff", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\x1a\x45\xdf\xa3", "webm"),
        (b"GIF8", "gif"),
        (b"BM", "bmp"),
        (b"II*\0", "tiff"),
        (b"MM\0*", "tiff"),
        (b"%PDF", "pdf"),
        (b"OggS", "ogg"),
        (b"fLaC", "flac"),
        (b"ID3", "mp3"),
        (b"\xff\xfb", "mp3"),
        (b"\xff\xf3", "mp3"),
        (b"\xff\xf2", "mp3"),
        (b"\0\0\x01\0", "ico"),
        (b"8BPS", "psd"),
        (b"\xff\x0a", "jpeg_xl"),
        (b"\0\0\0\x0cJXL ", "jpeg_xl"),
        (b"\0\0\0\x0cjP  ", "jpeg_2000"),
        (b"PK\x03\x04", "zip"),
        (b"<svg", "svg"),
        (b"<?xml", "xml"),
        (b"FLV\x01", "flv"),
        (b"\0\0\x01\xba", "mpeg"),
        (b"\x30\x26\xb2\x75", "wmv"),
    ];
    magics.iter().find(|(magic, _)| starts(magic)).map(|(_, name)| *name)
}

/// ISO base media files by their major brand: pictures, or a video.
fn brand(bytes: &[u8]) -> &'static str {
    match bytes.get(8..12) {
        Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1") => "heic",
        Some(b"avif" | b"avis") => "avif",
        Some(b"crx ") => "cr3",
        _ => "mp4",
    }
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn formats_are_told_by_content() {
        assert_eq!(format(b"\xff\xd8\xff\xe1"), Some("jpeg"));
        assert_eq!(format(b"\0\0\0\x18ftypheic\0\0\0\0"), Some("heic"));
        assert_eq!(format(b"\0\0\0\x18ftypqt  \0\0\0\0"), Some("mp4"));
        assert_eq!(format(b"RIFF\0\0\0\0WAVEfmt "), Some("wav"));
        assert_eq!(format(b"RIFF\0\0\0\0WEBP"), Some("webp"));
        assert_eq!(format(b"hello"), None);
        assert_eq!(format(b""), None);
    }
}

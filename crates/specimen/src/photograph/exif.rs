//! Camera data in a JPEG's APP1 segment (Exif 2.3: a TIFF directory after `Exif\0\0`).

/// What a camera or an editor writes of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exif {
    /// Tag 0x010F.
    pub make: Option<String>,
    /// Tag 0x0110.
    pub model: Option<String>,
    /// Tag 0x0131: firmware or an image editor.
    pub software: Option<String>,
    /// Tag 0x0132, `YYYY:MM:DD HH:MM:SS`.
    pub date_time: Option<String>,
    /// Tag 0x0112, 1–8.
    pub orientation: u16,
}

impl Exif {
    /// A camera's own picture.
    pub fn camera(make: &str, model: &str) -> Self {
        Self { make: Some(make.to_owned()), model: Some(model.to_owned()), orientation: 1, ..Self::default() }
    }

    /// The same, saved by an editor.
    #[must_use]
    pub fn edited_with(self, software: &str) -> Self {
        Self { software: Some(software.to_owned()), ..self }
    }

    /// The whole segment, marker included.
    pub(super) fn segment(&self) -> Vec<u8> {
        let texts = [(0x010F, &self.make), (0x0110, &self.model), (0x0131, &self.software), (0x0132, &self.date_time)];
        let mut entries: Vec<(u16, Value)> =
            texts.into_iter().filter_map(|(tag, text)| Some((tag, Value::Text(text.clone()?)))).collect();
        entries.push((0x0112, Value::Short(self.orientation.clamp(1, 8))));
        entries.sort_by_key(|(tag, _)| *tag);
        let tiff = directory(&entries);
        let mut segment = vec![0xFF, 0xE1];
        segment.extend(((tiff.len() + 8) as u16).to_be_bytes());
        segment.extend(b"Exif\0\0");
        segment.extend(tiff);
        segment
    }
}

enum Value {
    Text(String),
    Short(u16),
}

/// One big-endian directory; texts longer than four bytes lie behind it.
fn directory(entries: &[(u16, Value)]) -> Vec<u8> {
    let mut tiff = b"MM\0\x2A\0\0\0\x08".to_vec();
    let mut behind = Vec::new();
    let start = 8 + 2 + 12 * entries.len() + 4;
    tiff.extend((entries.len() as u16).to_be_bytes());
    for (tag, value) in entries {
        tiff.extend(tag.to_be_bytes());
        match value {
            Value::Short(number) => {
                tiff.extend([0, 3, 0, 0, 0, 1]);
                tiff.extend(number.to_be_bytes());
                tiff.extend([0, 0]);
            }
            Value::Text(text) => {
                let mut bytes = text.clone().into_bytes();
                bytes.push(0);
                tiff.extend([0, 2]);
                tiff.extend((bytes.len() as u32).to_be_bytes());
                if bytes.len() <= 4 {
                    bytes.resize(4, 0);
                    tiff.extend(bytes);
                } else {
                    tiff.extend(((start + behind.len()) as u32).to_be_bytes());
                    behind.extend(bytes);
                }
            }
        }
    }
    tiff.extend([0; 4]);
    tiff.extend(behind);
    tiff
}

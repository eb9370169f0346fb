//! The documents that Utopia issues.

/// A document type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Data page of a passport: ID-3, 125 × 88 mm, TD3 zone, one side.
    Passport,
    /// Identity card: ID-1, 85.6 × 53.98 mm, TD1 zone on the back.
    IdCard,
    /// Driving licence: ID-1, AAMVA PDF417 on the back, no machine readable zone.
    DrivingLicence,
}

impl Kind {
    /// Width and height in millimetres (ISO/IEC 7810).
    pub const fn size_mm(self) -> (f32, f32) {
        match self {
            Self::Passport => (125.0, 88.0),
            Self::IdCard | Self::DrivingLicence => (85.6, 53.98),
        }
    }

    /// Radius of the rounded corners in millimetres (ISO/IEC 7810: 3.18 for ID-1; a passport page is cut nearly square).
    pub const fn corner_mm(self) -> f32 {
        match self {
            Self::Passport => 1.0,
            Self::IdCard | Self::DrivingLicence => 3.18,
        }
    }

    /// Word for file names and `expected.json`: `passport`, `id_card`, `driving_licence`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::IdCard => "id_card",
            Self::DrivingLicence => "driving_licence",
        }
    }
}

//! What a page says of the camera and the browser behind a recording. Whoever holds the browser can make it say anything: a hint is put on record
//! for people and weighs nothing toward a pass.

/// A hint, from a closed list, so that no name a person gave to a device is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeviceHint {
    /// The camera calls itself by a name, and it is none of a program's.
    CameraOrdinary,
    /// The camera bears the name of a program that plays pictures as if it were one.
    CameraVirtual,
    /// The browser does not say the camera's name.
    CameraUnnamed,
    /// A program steers the browser (`navigator.webdriver`).
    BrowserSteered,
}

impl DeviceHint {
    /// Every hint.
    pub const ALL: [Self; 4] = [Self::CameraOrdinary, Self::CameraVirtual, Self::CameraUnnamed, Self::BrowserSteered];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::CameraOrdinary => "camera_ordinary",
            Self::CameraVirtual => "camera_virtual",
            Self::CameraUnnamed => "camera_unnamed",
            Self::BrowserSteered => "browser_steered",
        }
    }

    /// The hint of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hint| hint.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_there_and_back() {
        assert!(DeviceHint::ALL.iter().all(|hint| DeviceHint::from_name(hint.name()) == Some(*hint)));
        assert_eq!(DeviceHint::from_name("Anna's phone"), None);
    }
}

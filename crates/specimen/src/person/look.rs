//! How a person is seen: pose, expression, light, what is behind and what is in the way.

/// Where the light comes from and how much of it there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Soft light from the front, well exposed.
    Even,
    /// Hardly any light, with the sensor noise that comes with it.
    Dark,
    /// A bright window behind the person, the face in its own shade.
    Backlit,
    /// One lamp from the side, the other half of the face in shadow.
    OneSided,
    /// So much light that the skin burns out.
    Over,
}

/// What is behind the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// The plain light grey of a document portrait.
    Plain,
    /// A wall and a shelf out of focus, the same for the same number.
    Room(u64),
}

/// How a person is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Head turned to the viewer's right, radians, sensibly within ±0.5.
    pub yaw: f32,
    /// Head lowered, radians, sensibly within ±0.3.
    pub pitch: f32,
    /// Head tilted counter-clockwise as seen, radians.
    pub roll: f32,
    /// 0 closed, 1 as wide as speech goes (about 25 mm between the lips).
    pub mouth_open: f32,
    /// −1 rounded as for "oo", 0 neutral, 1 drawn wide as for "ee".
    pub mouth_wide: f32,
    /// 0 eyes open, 1 eyes shut.
    pub blink: f32,
    /// The light.
    pub light: Light,
    /// What is behind.
    pub background: Background,
    /// A surgical mask over nose and mouth.
    pub covered_mouth: bool,
    /// Dark glasses over the eyes.
    pub dark_glasses: bool,
    /// The seed of a second person who looks into the picture beside the first.
    pub second_face: Option<u64>,
    /// Face height over picture height, 0–1: chin to hairline about three quarters of it.
    pub size: f32,
    /// Shift of the head, in parts of the picture's height, right and up.
    pub shift: (f32, f32),
}

impl Default for Look {
    /// Neutral, straight, evenly lit, in a room.
    fn default() -> Self {
        Self {
            yaw: 0.0,
            pitch: 0.0,
            roll: 0.0,
            mouth_open: 0.0,
            mouth_wide: 0.0,
            blink: 0.0,
            light: Light::Even,
            background: Background::Room(0),
            covered_mouth: false,
            dark_glasses: false,
            second_face: None,
            size: 0.6,
            shift: (0.0, 0.0),
        }
    }
}

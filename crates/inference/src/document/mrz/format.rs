//! The layouts of the zone: which field stands where, which digit checks what (ICAO 9303-4 to -7, and France).

use super::alphabet::Class;

/// The kinds of zone that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MrzFormat {
    /// Card, 3 × 30.
    Td1,
    /// Card, 2 × 36.
    Td2,
    /// Passport, 2 × 44.
    Td3,
    /// Visa, 2 × 44, no composite digit.
    MrvA,
    /// Visa, 2 × 36, no composite digit.
    MrvB,
    /// French identity card before 2021, 2 × 36 with a layout of its own.
    FranceId,
}

/// A run of characters on one line: `start..end`, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Line, from 0.
    pub line: usize,
    /// First character, from 0.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

const fn span(line: usize, start: usize, end: usize) -> Span {
    Span { line, start, end }
}

/// A check digit: what it covers and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct CheckRule {
    /// `number`, `birth_date`, `expiry`, `optional`, `composite`.
    pub name: &'static str,
    /// The covered runs, in order.
    pub over: &'static [Span],
    /// Line and position of the digit.
    pub at: (usize, usize),
}

/// Where everything stands.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Lines.
    pub lines: usize,
    /// Characters a line.
    pub width: usize,
    pub(super) issuer: Span,
    pub(super) number: Span,
    pub(super) nationality: Option<Span>,
    pub(super) birth: Span,
    pub(super) sex: Span,
    pub(super) expiry: Option<Span>,
    pub(super) names: Span,
    /// France keeps the given names apart from the surname.
    pub(super) given_names: Option<Span>,
    pub(super) optional: &'static [Span],
    /// In the order they are reported.
    pub checks: &'static [CheckRule],
}

impl MrzFormat {
    /// All formats.
    pub const ALL: [Self; 6] = [Self::Td1, Self::Td2, Self::Td3, Self::MrvA, Self::MrvB, Self::FranceId];

    /// The name used in reports: `TD1`, `TD2`, `TD3`, `MRVA`, `MRVB`, `FRA-ID`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Td1 => "TD1",
            Self::Td2 => "TD2",
            Self::Td3 => "TD3",
            Self::MrvA => "MRVA",
            Self::MrvB => "MRVB",
            Self::FranceId => "FRA-ID",
        }
    }

    /// The layout.
    pub fn layout(self) -> &'static Layout {
        match self {
            Self::Td1 => &TD1,
            Self::Td2 => &TD2,
            Self::Td3 => &TD3,
            Self::MrvA => &MRV_A,
            Self::MrvB => &MRV_B,
            Self::FranceId => &FRANCE_ID,
        }
    }

    /// What may stand at a position.
    pub fn class(self, line: usize, at: usize) -> Class {
        let layout = self.layout();
        let inside = |s: &Span| s.line == line && (s.start..s.end).contains(&at);
        if (line, at) == (0, 0) {
            return match self {
                Self::Td3 => Class::Only(b'P'),
                Self::MrvA | Self::MrvB => Class::Only(b'V'),
                Self::FranceId => Class::Only(b'I'),
                Self::Td1 | Self::Td2 => Class::Card,
            };
        }
        if self == Self::FranceId && line == 0 && at < 5 {
            return Class::Only(b"IDFRA"[at]);
        }
        if inside(&layout.issuer) || inside(&layout.names) || layout.nationality.is_some_and(|s| inside(&s)) {
            return Class::Letter;
        }
        if layout.given_names.is_some_and(|s| inside(&s)) {
            return Class::Letter;
        }
        if inside(&layout.birth) || layout.expiry.is_some_and(|s| inside(&s)) {
            return Class::Digit;
        }
        if inside(&layout.sex) {
            return Class::Sex;
        }
        if layout.checks.iter().any(|c| c.at == (line, at)) { Class::Digit } else { Class::Any }
    }
}

static TD1: Layout = Layout {
    lines: 3,
    width: 30,
    issuer: span(0, 2, 5),
    number: span(0, 5, 14),
    nationality: Some(span(1, 15, 18)),
    birth: span(1, 0, 6),
    sex: span(1, 7, 8),
    expiry: Some(span(1, 8, 14)),
    names: span(2, 0, 30),
    given_names: None,
    optional: &[span(0, 15, 30), span(1, 18, 29)],
    checks: &[
        CheckRule { name: "number", over: &[span(0, 5, 14)], at: (0, 14) },
        CheckRule { name: "birth_date", over: &[span(1, 0, 6)], at: (1, 6) },
        CheckRule { name: "expiry", over: &[span(1, 8, 14)], at: (1, 14) },
        CheckRule {
            name: "composite",
            over: &[span(0, 5, 30), span(1, 0, 7), span(1, 8, 15), span(1, 18, 29)],
            at: (1, 29),
        },
    ],
};

/// The three checks that every two-line ICAO format shares.
macro_rules! two_line_checks {
    ($($more:expr),*) => {
        &[
            CheckRule { name: "number", over: &[span(1, 0, 9)], at: (1, 9) },
            CheckRule { name: "birth_date", over: &[span(1, 13, 19)], at: (1, 19) },
            CheckRule { name: "expiry", over: &[span(1, 21, 27)], at: (1, 27) },
            $($more),*
        ]
    };
}

const fn two_lines(width: usize, optional: &'static [Span], checks: &'static [CheckRule]) -> Layout {
    Layout {
        lines: 2,
        width,
        issuer: span(0, 2, 5),
        number: span(1, 0, 9),
        nationality: Some(span(1, 10, 13)),
        birth: span(1, 13, 19),
        sex: span(1, 20, 21),
        expiry: Some(span(1, 21, 27)),
        names: span(0, 5, width),
        given_names: None,
        optional,
        checks,
    }
}

static TD2: Layout = two_lines(
    36,
    &[span(1, 28, 35)],
    two_line_checks!(CheckRule {
        name: "composite",
        over: &[span(1, 0, 10), span(1, 13, 20), span(1, 21, 35)],
        at: (1, 35)
    }),
);
static TD3: Layout = two_lines(
    44,
    &[span(1, 28, 42)],
    two_line_checks!(
        CheckRule { name: "optional", over: &[span(1, 28, 42)], at: (1, 42) },
        CheckRule { name: "composite", over: &[span(1, 0, 10), span(1, 13, 20), span(1, 21, 43)], at: (1, 43) }
    ),
);
static MRV_A: Layout = two_lines(44, &[span(1, 28, 44)], two_line_checks!());
static MRV_B: Layout = two_lines(36, &[span(1, 28, 36)], two_line_checks!());

static FRANCE_ID: Layout = Layout {
    lines: 2,
    width: 36,
    issuer: span(0, 2, 5),
    number: span(1, 0, 12),
    nationality: None,
    birth: span(1, 27, 33),
    sex: span(1, 34, 35),
    expiry: None,
    names: span(0, 5, 30),
    given_names: Some(span(1, 13, 27)),
    optional: &[span(0, 30, 36)],
    checks: &[
        CheckRule { name: "number", over: &[span(1, 0, 12)], at: (1, 12) },
        CheckRule { name: "birth_date", over: &[span(1, 27, 33)], at: (1, 33) },
        CheckRule { name: "composite", over: &[span(0, 0, 36), span(1, 0, 35)], at: (1, 35) },
    ],
};

//! The states that a string of digits goes through in the net's units.
//!
//! A word has three units (its beginning, middle and end), each of which lasts one step or more; between two of them, and between
//! words, the net may be blank. Between words it may also hear another word, which counts as a pause.

/// The unit of silence and of anything that is no speech.
pub const BLANK: usize = 0;
/// The unit of a word that is none of the language's digits.
pub const OTHER: usize = 1;
/// The first word's first unit.
const FIRST: usize = 2;
/// Units of one word.
pub const PARTS: usize = 3;
/// States of one word: its units with a blank between two of them.
const WORD_STATES: usize = 2 * PARTS - 1;
/// Natural logarithm of how much rarer a word other than a digit's usual one is: 1 in 20, as applicants see a figure.
const VARIANT: f32 = -3.0;

/// What a state hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hears {
    /// A pause before place `0` (the number of places: after the last).
    Pause,
    /// A unit of a word, or the blank inside it.
    Unit(usize),
}

/// One state.
#[derive(Clone, Debug)]
pub struct State {
    /// What it hears.
    pub hears: Hears,
    /// Which place of the string it belongs to; a pause belongs to the place after it.
    pub place: usize,
    /// The digit, in a word.
    pub digit: Option<u8>,
    /// Whether a word begins here.
    pub enters: bool,
    /// States from which it is reached in one step besides itself, with the logarithm of the step's likelihood.
    pub from: Vec<(usize, f32)>,
    /// The logarithm of the likelihood to start here.
    pub start: Option<f32>,
    /// Whether the string may end here.
    pub last: bool,
}

/// States in an order in which each comes after all it is reached from, but for loops.
pub struct Grammar {
    /// The states.
    pub states: Vec<State>,
}

impl Grammar {
    /// Strings with one of the allowed digits at each place. `words`: the digit of each word of the net, in its order; the first of a
    /// digit is its usual one.
    pub fn places(allowed: &[Vec<u8>], words: &[u8]) -> Self {
        let mut states: Vec<State> = Vec::new();
        let mut ends: Vec<usize> = Vec::new();
        for (place, digits) in allowed.iter().enumerate() {
            let pause = states.len();
            states.push(pause_state(place, &ends));
            let before: Vec<usize> = std::iter::once(pause).chain(ends.drain(..)).collect();
            for (word, digit) in words.iter().enumerate().filter(|(_, digit)| digits.contains(digit)) {
                let usual = words.iter().position(|d| d == digit) == Some(word);
                let weight = if usual { 0.0 } else { VARIANT };
                ends.push(push_word(&mut states, word, *digit, place, &before, weight));
            }
        }
        states.push(State { last: true, ..pause_state(allowed.len(), &ends) });
        for end in ends {
            states[end].last = true;
        }
        Self { states }
    }

    /// Any number of digits, each costing the logarithm `cost`.
    pub fn free(words: &[u8], cost: f32) -> Self {
        let mut states = vec![State { last: true, ..pause_state(0, &[]) }];
        for (word, digit) in words.iter().enumerate() {
            let end = push_word(&mut states, word, *digit, 0, &[0], cost);
            states[end].last = true;
        }
        // The loops back: a word is followed by a pause, or at once by any word.
        let firsts: Vec<usize> = (0..states.len()).filter(|s| states[*s].enters).collect();
        let ends: Vec<usize> = firsts.iter().map(|first| first + WORD_STATES - 1).collect();
        states[0].from = ends.iter().map(|end| (*end, 0.0)).collect();
        for first in firsts {
            states[first].from.extend(ends.iter().map(|end| (*end, cost)));
        }
        Self { states }
    }
}

fn pause_state(place: usize, ends: &[usize]) -> State {
    State {
        hears: Hears::Pause,
        place,
        digit: None,
        enters: false,
        from: ends.iter().map(|end| (*end, 0.0)).collect(),
        start: (place == 0).then_some(0.0),
        last: false,
    }
}

/// Adds a word's states; the index of its last one.
fn push_word(states: &mut Vec<State>, word: usize, digit: u8, place: usize, before: &[usize], weight: f32) -> usize {
    let first = states.len();
    for at in 0..WORD_STATES {
        let own = first + at;
        let unit = if at % 2 == 0 { FIRST + PARTS * word + at / 2 } else { BLANK };
        let from = match at {
            0 => before.iter().map(|state| (*state, weight)).collect(),
            // A unit follows the blank before it or, at once, the unit before that.
            _ if at % 2 == 0 => vec![(own - 1, 0.0), (own - 2, 0.0)],
            _ => vec![(own - 1, 0.0)],
        };
        let start = (at == 0 && place == 0).then_some(weight);
        states.push(State {
            hears: Hears::Unit(unit),
            place,
            digit: Some(digit),
            enters: at == 0,
            from,
            start,
            last: false,
        });
    }
    first + WORD_STATES - 1
}

//! Sums over all ways through a grammar, and the best one.

use super::grammar::{BLANK, Grammar, Hears, OTHER};

/// The net's answer: for each step of 20 ms the natural logarithm of each unit's share; in a step they add up to 1.
pub struct Steps {
    /// Units of a step.
    pub units: usize,
    /// Step after step.
    pub shares: Vec<f32>,
}

impl Steps {
    /// How many steps.
    pub fn len(&self) -> usize {
        self.shares.len() / self.units.max(1)
    }

    /// The logarithm of what a state hears at a step.
    fn heard(&self, step: usize, hears: Hears) -> f32 {
        let of = |unit: usize| self.shares[step * self.units + unit];
        match hears {
            Hears::Unit(unit) => of(unit),
            Hears::Pause => add(of(BLANK), of(OTHER)),
        }
    }
}

/// The likelihood of all strings of the grammar, and each digit's part in it.
pub struct Sums {
    /// Logarithm of the whole likelihood; −∞ where nothing fits.
    pub whole: f32,
    /// For each place and digit the logarithm of the likelihood of the strings that have it there.
    pub places: Vec<[f32; 10]>,
}

/// Goes forward and backward through `grammar`; `places` is the number of its places.
pub fn sums(steps: &Steps, grammar: &Grammar, places: usize) -> Sums {
    let states = &grammar.states;
    let (count, many) = (steps.len(), states.len());
    let mut ahead = vec![f32::NEG_INFINITY; count * many];
    let mut entered = vec![f32::NEG_INFINITY; count * many];
    for step in 0..count {
        for (at, state) in states.iter().enumerate() {
            let heard = steps.heard(step, state.hears);
            let (mut coming, mut staying) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
            if step == 0 {
                coming = state.start.unwrap_or(f32::NEG_INFINITY);
            } else {
                let before = &ahead[(step - 1) * many..step * many];
                coming = state.from.iter().fold(coming, |sum, (from, weight)| add(sum, before[*from] + weight));
                staying = before[at];
            }
            entered[step * many + at] = coming + heard;
            ahead[step * many + at] = add(coming, staying) + heard;
        }
    }
    let back = backward(steps, grammar);
    let ends = states.iter().enumerate().filter(|(_, state)| state.last);
    let whole = ends.fold(f32::NEG_INFINITY, |sum, (at, _)| add(sum, last_of(&ahead, count, many, at)));
    let mut found = vec![[f32::NEG_INFINITY; 10]; places];
    for step in 0..count {
        for (at, state) in states.iter().enumerate().filter(|(_, state)| state.enters) {
            let (Some(digit), Some(place)) = (state.digit, found.get_mut(state.place)) else { continue };
            let own = &mut place[usize::from(digit)];
            *own = add(*own, entered[step * many + at] + back[step * many + at]);
        }
    }
    Sums { whole, places: found }
}

fn last_of(table: &[f32], count: usize, many: usize, at: usize) -> f32 {
    count.checked_sub(1).map_or(f32::NEG_INFINITY, |last| table[last * many + at])
}

/// For each step and state the logarithm of the likelihood of all that follows it.
fn backward(steps: &Steps, grammar: &Grammar) -> Vec<f32> {
    let states = &grammar.states;
    let (count, many) = (steps.len(), states.len());
    let mut back = vec![f32::NEG_INFINITY; count * many];
    for step in (0..count).rev() {
        for (at, state) in states.iter().enumerate() {
            if step + 1 == count {
                if state.last {
                    back[step * many + at] = 0.0;
                }
                continue;
            }
            let next = steps.heard(step + 1, state.hears) + back[(step + 1) * many + at];
            let own = step * many + at;
            back[own] = add(back[own], next);
            for (from, weight) in &state.from {
                let own = step * many + from;
                back[own] = add(back[own], next + weight);
            }
        }
    }
    back
}

/// A digit of the best way, with its first step and the step after its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// 0 to 9.
    pub digit: u8,
    /// First step.
    pub first: usize,
    /// The step after the last.
    pub end: usize,
}

/// The likeliest single way through the grammar: its digits; `None` where nothing fits.
pub fn best(steps: &Steps, grammar: &Grammar) -> Option<Vec<Placed>> {
    let states = &grammar.states;
    let (count, many) = (steps.len(), states.len());
    let mut score = vec![f32::NEG_INFINITY; many];
    let mut came = vec![usize::MAX; count * many];
    for step in 0..count {
        let mut next = vec![f32::NEG_INFINITY; many];
        for (at, state) in states.iter().enumerate() {
            let mut own = if step == 0 { state.start.unwrap_or(f32::NEG_INFINITY) } else { score[at] };
            came[step * many + at] = at;
            if step > 0 {
                for (from, weight) in &state.from {
                    if score[*from] + weight > own {
                        own = score[*from] + weight;
                        came[step * many + at] = *from;
                    }
                }
            }
            next[at] = own + steps.heard(step, state.hears);
        }
        score = next;
    }
    let ends = (0..many).filter(|at| states[*at].last && score[*at].is_finite());
    let mut at = ends.max_by(|a, b| score[*a].total_cmp(&score[*b]))?;
    let mut placed: Vec<Placed> = Vec::new();
    let mut inside: Option<usize> = None;
    for step in (0..count).rev() {
        let state = &states[at];
        let from = came[step * many + at];
        if state.digit.is_some() && inside.is_none() {
            inside = Some(step + 1);
        }
        // A word begins where its first state is entered from outside.
        if state.enters && (from != at || step == 0) {
            let (digit, end) = (state.digit.unwrap_or_default(), inside.take().unwrap_or(step + 1));
            placed.push(Placed { digit, first: step, end });
        }
        at = from;
    }
    placed.reverse();
    Some(placed)
}

/// The logarithm of the sum of two likelihoods given by their logarithms.
fn add(a: f32, b: f32) -> f32 {
    let (more, less) = if a > b { (a, b) } else { (b, a) };
    if less == f32::NEG_INFINITY { more } else { more + (less - more).exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::PARTS;
    use super::*;

    /// Two words, "0" and "1"; each step as the unit it hears with 0.9, the rest shared.
    fn steps(heard: &[usize]) -> Steps {
        let units = 2 + 2 * PARTS;
        let shares = heard
            .iter()
            .flat_map(|unit| (0..units).map(move |u| if u == *unit { 0.9_f32.ln() } else { (0.1 / 7.0_f32).ln() }))
            .collect();
        Steps { units, shares }
    }

    const SAID_01: [usize; 12] = [0, 2, 2, 3, 4, 0, 0, 5, 6, 6, 7, 0];

    fn both() -> Vec<u8> {
        vec![0, 1]
    }

    #[test]
    fn the_string_that_was_said_is_the_likeliest_at_every_place() {
        let grammar = Grammar::places(&[both(), both()], &[0, 1]);
        let found = sums(&steps(&SAID_01), &grammar, 2);
        for (place, digit) in [(0, 0), (1, 1)] {
            assert!(found.places[place][digit] - found.places[place][1 - digit] > 4.0, "{:?}", found.places);
            let together = add(found.places[place][0], found.places[place][1]);
            assert!(
                (together - found.whole).abs() < 1e-3,
                "each way has one digit at a place: {together} {}",
                found.whole
            );
        }
    }

    #[test]
    fn the_sum_over_all_strings_is_the_sum_of_each() {
        let steps = steps(&SAID_01);
        let one = |a: u8, b: u8| sums(&steps, &Grammar::places(&[vec![a], vec![b]], &[0, 1]), 2).whole;
        let each = [one(0, 0), one(0, 1), one(1, 0), one(1, 1)].into_iter().fold(f32::NEG_INFINITY, add);
        let all = sums(&steps, &Grammar::places(&[both(), both()], &[0, 1]), 2).whole;
        assert!((each - all).abs() < 1e-3, "{each} {all}");
    }

    #[test]
    fn the_best_way_has_its_times() {
        let placed = best(&steps(&SAID_01), &Grammar::places(&[both(), both()], &[0, 1])).unwrap();
        assert_eq!(placed, [Placed { digit: 0, first: 1, end: 5 }, Placed { digit: 1, first: 7, end: 11 }]);
        let free = best(&steps(&SAID_01), &Grammar::free(&[0, 1], -1.0)).unwrap();
        assert_eq!(free, placed);
        assert!(best(&steps(&[0; 8]), &Grammar::free(&[0, 1], -1.0)).unwrap().is_empty());
    }

    #[test]
    fn another_word_counts_as_a_pause_and_too_few_steps_fit_nothing() {
        let with_other = [1, 1, 2, 3, 4, 1, 1, 5, 6, 7];
        let placed = best(&steps(&with_other), &Grammar::places(&[both(), both()], &[0, 1])).unwrap();
        assert_eq!(placed.iter().map(|p| p.digit).collect::<Vec<u8>>(), [0, 1]);
        assert!(best(&steps(&[2, 3]), &Grammar::places(&[both()], &[0, 1])).is_none());
        assert!(sums(&steps(&[]), &Grammar::places(&[both()], &[0, 1]), 1).whole < f32::MIN);
    }
}

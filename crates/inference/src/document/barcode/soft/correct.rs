//! Reed–Solomon over the integers modulo 929 with errors and erasures (ISO/IEC 15438, section 5.10).

const FIELD: u32 = 929;

/// Powers of 3 and their logarithms.
struct Tables {
    power: [u32; 929],
    log: [u32; 929],
}

static TABLES: std::sync::LazyLock<Tables> = std::sync::LazyLock::new(|| {
    let (mut power, mut log, mut value) = ([0; 929], [0; 929], 1);
    for (exponent, cell) in power.iter_mut().enumerate() {
        *cell = value;
        if exponent < 928 {
            log[value as usize] = exponent as u32;
        }
        value = value * 3 % FIELD;
    }
    Tables { power, log }
});

fn power(exponent: u32) -> u32 {
    TABLES.power[(exponent % 928) as usize]
}

/// 1 / `value`; `value` must not be 0.
fn inverse(value: u32) -> u32 {
    power(928 - TABLES.log[value as usize])
}

/// Value of a polynomial, lowest coefficient first.
fn value(polynomial: &[u32], at: u32) -> u32 {
    polynomial.iter().rev().fold(0, |sum, term| (sum * at + term) % FIELD)
}

/// Corrects `words` in place: the last `check` are check words, `erased` are positions known to be unreliable. Returns how
/// many words changed, `None` (and `words` as they were) when there are too many wrong ones.
pub(super) fn correct(words: &mut [u32], check: usize, erased: &[usize]) -> Option<usize> {
    let n = words.len();
    if check == 0 || check >= n || n > 928 || erased.len() > check {
        return None;
    }
    let syndromes: Vec<u32> =
        (1..=check as u32).map(|j| words.iter().fold(0, |sum, word| (sum * power(j) + word) % FIELD)).collect();
    if syndromes.iter().all(|s| *s == 0) {
        return Some(0);
    }
    let places: Vec<u32> = erased.iter().map(|at| power((n - 1 - at) as u32)).collect();
    let locator = locator(&syndromes, &places);
    let wrong = locator.len() - 1;
    if wrong == 0 || 2 * (wrong.saturating_sub(erased.len())) + erased.len() > check {
        return None;
    }
    let evaluator: Vec<u32> = (0..check)
        .map(|i| (0..=i.min(wrong)).fold(0, |sum, k| (sum + locator[k] * syndromes[i - k]) % FIELD))
        .collect();
    // Errors keep the evaluator's degree under the locator's; anything else is no code word.
    if evaluator[wrong.min(check)..].iter().any(|term| *term != 0) {
        return None;
    }
    let slope: Vec<u32> = locator.iter().enumerate().skip(1).map(|(i, term)| i as u32 * term % FIELD).collect();
    let mut fixes = Vec::with_capacity(wrong);
    for at in 0..n {
        let place = power((n - 1 - at) as u32);
        let root = inverse(place);
        if value(&locator, root) == 0 {
            let bend = value(&slope, root);
            if bend == 0 {
                return None;
            }
            // Forney, first root 3^1: e = −Ω(1/X) / Λ'(1/X).
            fixes.push((at, (FIELD - value(&evaluator, root)) * inverse(bend) % FIELD));
        }
    }
    if fixes.len() != wrong {
        return None;
    }
    let mut changed = 0;
    for (at, error) in fixes {
        words[at] = (words[at] + FIELD - error) % FIELD;
        changed += usize::from(error != 0);
    }
    Some(changed)
}

/// Berlekamp–Massey that starts from the erasures' locator; trailing zeros cut.
fn locator(syndromes: &[u32], places: &[u32]) -> Vec<u32> {
    let mut current = vec![1u32];
    for place in places {
        // times (1 − place · x)
        current.push(0);
        for i in (1..current.len()).rev() {
            current[i] = (current[i] + (FIELD - place) * current[i - 1]) % FIELD;
        }
    }
    let erased = places.len();
    let mut former = current.clone();
    let (mut length, mut shift, mut last) = (erased, 1usize, 1u32);
    for step in erased..syndromes.len() {
        let gap = (0..current.len().min(step + 1)).fold(0, |sum, i| (sum + current[i] * syndromes[step - i]) % FIELD);
        if gap == 0 {
            shift += 1;
            continue;
        }
        let factor = gap * inverse(last) % FIELD;
        let before = current.clone();
        if current.len() < former.len() + shift {
            current.resize(former.len() + shift, 0);
        }
        for (i, term) in former.iter().enumerate() {
            current[i + shift] = (current[i + shift] + (FIELD - factor) * term) % FIELD;
        }
        if 2 * length <= step + erased {
            length = step + 1 + erased - length;
            former = before;
            last = gap;
            shift = 1;
        } else {
            shift += 1;
        }
    }
    while current.len() > 1 && current.last() == Some(&0) {
        current.pop();
    }
    current
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Annex Q of the standard: "PDF417" in six data words at level 1; check words 452 327 657 619.
    const EXAMPLE: [u32; 9] = [5, 453, 178, 121, 239, 452, 327, 657, 619];

    #[test]
    fn the_standards_example_is_a_code_word() {
        let mut words = EXAMPLE;
        assert_eq!(correct(&mut words, 4, &[]), Some(0));
    }

    #[test]
    fn two_errors_or_four_erasures_or_one_and_two() {
        for (spoilt, erased) in
            [(vec![1, 6], vec![]), (vec![0, 2, 4, 8], vec![0, 2, 4, 8]), (vec![3, 5, 7], vec![5, 7])]
        {
            let mut words = EXAMPLE;
            for at in &spoilt {
                words[*at] = (words[*at] + 17 + *at as u32) % FIELD;
            }
            assert_eq!(correct(&mut words, 4, &erased), Some(spoilt.len()), "{spoilt:?}");
            assert_eq!(words, EXAMPLE);
        }
    }

    #[test]
    fn erased_words_that_were_right_stay_and_too_many_errors_are_refused_untouched() {
        let mut words = EXAMPLE;
        words[2] = 7;
        assert_eq!(correct(&mut words, 4, &[1, 2]), Some(1));
        assert_eq!(words, EXAMPLE);
        let mut words = EXAMPLE;
        (words[0], words[1], words[2]) = (1, 2, 3);
        let before = words;
        assert_eq!(correct(&mut words, 4, &[]), None, "three errors are beyond two");
        assert_eq!(words, before);
        assert_eq!(correct(&mut words, 4, &[0, 1, 2, 3, 4]), None);
        assert_eq!(correct(&mut [], 0, &[]), None);
    }
}

//! How a document number is built, as a mask: `A` a letter, `9` a digit, `X` either, `[CFG0-9]` one of a set, `{8}` or
//! `{6,8}` how often; everything else stands for itself.

/// One place of a mask, with how often it may come.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    set: Vec<char>,
    least: usize,
    most: usize,
}

/// A mask, ready to be matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Vec<Part>);

/// Characters that readers take for one another. The first of each pair may be read where the second stands.
const SLIPS: &[(char, char)] = &[
    ('O', '0'),
    ('Q', '0'),
    ('D', '0'),
    ('0', 'O'),
    ('I', '1'),
    ('L', '1'),
    ('1', 'I'),
    ('S', '5'),
    ('5', 'S'),
    ('B', '8'),
    ('8', 'B'),
    ('Z', '2'),
    ('2', 'Z'),
    ('G', '6'),
    ('6', 'G'),
];

impl Pattern {
    /// Reads a mask. The error says what is wrong with it.
    pub fn new(mask: &str) -> Result<Self, String> {
        let mut parts: Vec<Part> = Vec::new();
        let mut rest = mask.chars();
        while let Some(c) = rest.next() {
            let set = match c {
                'A' => ('A'..='Z').collect(),
                '9' => ('0'..='9').collect(),
                'X' => ('A'..='Z').chain('0'..='9').collect(),
                '[' => set(&rest.by_ref().take_while(|c| *c != ']').collect::<String>())?,
                '{' => {
                    let counts: String = rest.by_ref().take_while(|c| *c != '}').collect();
                    let (least, most) = counts.split_once(',').unwrap_or((&counts, &counts));
                    let last = parts.last_mut().ok_or_else(|| format!("{mask}: nothing to repeat"))?;
                    let number = |text: &str| text.parse::<usize>().map_err(|_| format!("{mask}: {{{counts}}}"));
                    (last.least, last.most) = (number(least)?, number(most)?);
                    if last.least > last.most || last.most > 32 {
                        return Err(format!("{mask}: {{{counts}}} is no range up to 32"));
                    }
                    continue;
                }
                other => vec![other],
            };
            parts.push(Part { set, least: 1, most: 1 });
        }
        if parts.is_empty() { Err("an empty mask".to_owned()) } else { Ok(Self(parts)) }
    }

    /// Matches text that was already put into upper case without spaces. Gives the text with characters put right that
    /// only a slip of the reader can explain, and how many of those there were; `None` where the mask does not fit.
    pub fn read(&self, text: &str) -> Option<(String, usize)> {
        let chars: Vec<char> = text.chars().collect();
        let repairs_allowed = chars.len().div_ceil(5);
        let mut out = Vec::new();
        let repairs = fit(&self.0, &chars, &mut out, repairs_allowed)?;
        Some((out.into_iter().collect(), repairs))
    }
}

fn set(text: &str) -> Result<Vec<char>, String> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if at + 2 < chars.len() && chars[at + 1] == '-' {
            out.extend(chars[at]..=chars[at + 2]);
            at += 3;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    if out.is_empty() { Err("an empty set".to_owned()) } else { Ok(out) }
}

/// The fewest repairs with which the parts take all of the text, or `None`.
fn fit(parts: &[Part], text: &[char], out: &mut Vec<char>, allowed: usize) -> Option<usize> {
    let Some((part, following)) = parts.split_first() else {
        return text.is_empty().then_some(0);
    };
    let start = out.len();
    let mut best: Option<(usize, Vec<char>)> = None;
    let mut spent = 0;
    for count in 0..=part.most {
        if count > 0 {
            let Some((c, repaired)) = text.get(count - 1).and_then(|c| taken(&part.set, *c)) else { break };
            spent += usize::from(repaired);
            if spent > allowed {
                break;
            }
            out.push(c);
        }
        if count >= part.least {
            let here = out.len();
            if let Some(rest) = fit(following, &text[count.min(text.len())..], out, allowed - spent) {
                let total = spent + rest;
                if best.as_ref().is_none_or(|(least, _)| total < *least) {
                    best = Some((total, out[start..].to_vec()));
                }
            }
            out.truncate(here);
        }
    }
    out.truncate(start);
    let (total, chars) = best?;
    out.extend(chars);
    Some(total)
}

fn taken(set: &[char], read: char) -> Option<(char, bool)> {
    if set.contains(&read) {
        return Some((read, false));
    }
    SLIPS.iter().find(|(seen, meant)| *seen == read && set.contains(meant)).map(|(_, meant)| (*meant, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(mask: &str, text: &str) -> Option<(String, usize)> {
        Pattern::new(mask).unwrap().read(text)
    }

    #[test]
    fn masks_fit_or_do_not() {
        assert_eq!(read("AA999999", "ZE000509"), Some(("ZE000509".to_owned(), 0)));
        assert_eq!(read("9{8}A", "12345678Z"), Some(("12345678Z".to_owned(), 0)));
        assert_eq!(read("[CFGHJKLMNPRTVWXYZ0-9]{9}", "L01X00T47"), Some(("L01X00T47".to_owned(), 0)));
        assert_eq!(read("9{6,8}-9", "1234567-8"), Some(("1234567-8".to_owned(), 0)));
        assert_eq!(read("9{9}", "12345678"), None);
        assert_eq!(read("AA999999", "1234ABCD"), None);
    }

    #[test]
    fn only_slips_of_the_reader_are_put_right_and_only_a_few() {
        assert_eq!(read("AA999999", "ZEO005O9"), Some(("ZE000509".to_owned(), 2)));
        assert_eq!(read("9{8}A", "l2345678Z"), None, "lower case is the caller's to fold");
        assert_eq!(read("9{8}A", "I23456782"), Some(("12345678Z".to_owned(), 2)));
        assert_eq!(read("9{9}", "OOOOOOOOO"), None, "nine slips are no reading");
        assert_eq!(read("9{9}", "12345678K"), None);
    }

    #[test]
    fn broken_masks_are_named() {
        assert!(Pattern::new("").is_err());
        assert!(Pattern::new("{3}").is_err());
        assert!(Pattern::new("9{4,2}").is_err());
        assert!(Pattern::new("9{x}").is_err());
        assert!(Pattern::new("[]").is_err());
    }
}

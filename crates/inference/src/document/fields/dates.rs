//! Dates as documents print them: numbers in any order, month names of many languages, two languages at once
//! (`12 AUG/AOÛT 1974`), spaces lost by the reader (`12AUGAOUT1974`).

use jiff::civil::Date;

use super::super::types::dictionary::months;
use super::super::types::fold::{distance, fold};
use super::super::types::schema::DateOrder;

/// What is known about the dates of a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct DateStyle<'a> {
    /// Order of numbers, when the issuer is known.
    pub order: Option<DateOrder>,
    /// Years may have two digits even where the month is a number.
    pub two_digit_years: bool,
    /// Languages of month names, ISO 639-1; empty: any.
    pub languages: &'a [String],
}

/// Which side of today a date lies on; decides the century of two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Births and issues.
    Past,
    /// Ends of validity.
    Future,
}

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedDate {
    /// Its possible readings; more than one when only the issuer knows the order.
    pub days: Vec<Date>,
    /// The year has two digits.
    pub two_digits: bool,
    /// Letters had to be taken for digits, or a separator was lost.
    pub repaired: bool,
    /// First character in the text and the one after the last.
    pub at: (usize, usize),
}

#[derive(Clone, Debug)]
struct Token {
    text: String,
    digits: bool,
    at: (usize, usize),
    /// The last mark, other than a space, between this token and the one before.
    mark: Option<char>,
}

/// Every date of a text, from left to right.
pub fn dates(text: &str, style: DateStyle<'_>, meaning: Meaning, today: Date) -> Vec<PrintedDate> {
    let found = scan(&tokens(text), style, meaning, today);
    if !found.is_empty() {
        return found;
    }
    let mended = mended(text);
    if mended == text {
        return found;
    }
    let mut found = scan(&tokens(&mended), style, meaning, today);
    for date in &mut found {
        date.repaired = true;
    }
    found
}

fn scan(tokens: &[Token], style: DateStyle<'_>, meaning: Meaning, today: Date) -> Vec<PrintedDate> {
    let reader = Reader { style, meaning, today };
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.at(&tokens[at..]) {
            Some((days, used, two_digits, repaired)) => {
                let end = tokens[at + used - 1].at.1;
                out.push(PrintedDate { days, two_digits, repaired, at: (tokens[at].at.0, end) });
                at += used;
            }
            None => at += 1,
        }
    }
    out
}

/// Runs of digits and runs of letters. Arabic-Indic and other decimal digits count as digits.
fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut mark = None;
    for (index, c) in text.chars().enumerate() {
        let digit = decimal(c);
        if digit.is_none() && !c.is_alphabetic() {
            mark = if c.is_whitespace() { mark } else { Some(c) };
            continue;
        }
        let c = digit.unwrap_or(c);
        match out.last_mut() {
            Some(last) if last.at.1 == index && last.digits == digit.is_some() => {
                last.text.push(c);
                last.at.1 = index + 1;
            }
            _ => {
                let (text, digits, at) = (c.to_string(), digit.is_some(), (index, index + 1));
                out.push(Token { text, digits, at, mark: mark.take() });
            }
        }
    }
    out
}

fn decimal(c: char) -> Option<char> {
    let zero = ['0', '\u{660}', '\u{6f0}', '\u{966}'].into_iter().find(|zero| (*zero..).take(10).any(|d| d == c))?;
    char::from_digit(c as u32 - zero as u32, 10)
}

/// Letters beside digits that a reader takes for digits.
fn mended(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|c: &char| c.is_ascii_digit());
    let beside = |i: usize| digit(i.checked_sub(1)) || digit(Some(i + 1));
    chars
        .iter()
        .enumerate()
        .map(|(i, c)| match c {
            'O' | 'o' | 'Q' if beside(i) => '0',
            'I' | 'l' | '|' | '!' if beside(i) => '1',
            other => *other,
        })
        .collect()
}

struct Reader<'a> {
    style: DateStyle<'a>,
    meaning: Meaning,
    today: Date,
}

/// Days, tokens used, whether the year has two digits, whether something was put right.
type Match = (Vec<Date>, usize, bool, bool);

impl Reader<'_> {
    fn at(&self, tokens: &[Token]) -> Option<Match> {
        self.worded(tokens).or_else(|| self.month_first(tokens)).or_else(|| self.numbers(tokens))
    }

    /// `12 AUG 1974`, `12 AUG/AOÛT 74`, `15 8月/AUG 1981`; a `/` between two names is often read as `7` or `1`.
    fn worded(&self, tokens: &[Token]) -> Option<Match> {
        let mut day = number(tokens.first()?, 1..=2)?;
        let mut names: Option<Vec<i8>> = None;
        let mut used = 1;
        let mut repaired = false;
        // `1 5 APR`: wide-set figures are read apart, and a lone figure before a month is no stroke.
        if let [first, second, third, ..] = tokens
            && first.text.len() == 1
            && second.digits
            && second.text.len() == 1
            && second.mark.is_none()
            && !third.digits
        {
            day = 10 * day + number(second, 1..=1)?;
            (used, repaired) = (2, true);
        }
        let mut unknown = 0;
        while let Some(token) = tokens.get(used).filter(|_| used < 6) {
            if token.digits {
                let between = token.text.len() == 1 && tokens.get(used + 1).is_some_and(|next| !next.digits);
                if !between {
                    break;
                }
                repaired = true;
            } else if let Some(read) = self.month(&token.text) {
                names = Some(match names {
                    // Two names of one date mean one month.
                    Some(known) => known.into_iter().filter(|m| read.contains(m)).collect(),
                    None => read,
                });
            } else if token.text.chars().any(|c| c.is_ascii_alphabetic()) {
                // The other language's name, with a slip: `29 JON/JUN 11`.
                unknown += 1;
                repaired = true;
                if unknown > 1 || !(2..=6).contains(&token.text.chars().count()) {
                    return None;
                }
            }
            used += 1;
        }
        let months = names?;
        let year = tokens.get(used)?;
        let (year, two_digits) = self.year(year, months.first().copied()?, day)?;
        let days: Vec<Date> = months.iter().filter_map(|m| Date::new(year, *m, day as i8).ok()).collect();
        (!days.is_empty()).then_some((days, used + 1, two_digits, repaired))
    }

    /// `August 12, 1974`.
    fn month_first(&self, tokens: &[Token]) -> Option<Match> {
        let [month, day, year, ..] = tokens else { return None };
        let months = (!month.digits).then(|| self.month(&month.text)).flatten()?;
        let (day, year) = (number(day, 1..=2)?, number(year, 4..=4)?);
        let days: Vec<Date> = months.iter().filter_map(|m| Date::new(year, *m, day as i8).ok()).collect();
        (!days.is_empty()).then_some((days, 3, false, false))
    }

    /// Three numbers, or eight digits whose separators were lost.
    fn numbers(&self, tokens: &[Token]) -> Option<Match> {
        if let [a, b, c, ..] = tokens
            && near(a, b)
            && near(b, c)
            && let Some((days, two_digits)) = self.three(a, b, c)
        {
            return Some((days, 3, two_digits, false));
        }
        let mut joined = String::new();
        for (index, token) in tokens.iter().take(3).enumerate() {
            if !token.digits || (index > 0 && !near(&tokens[index - 1], token)) {
                return None;
            }
            joined.push_str(&token.text);
            if joined.len() == 8 {
                let days = self.glued(&joined);
                return (!days.is_empty()).then_some((days, index + 1, false, true));
            }
        }
        None
    }

    fn three(&self, a: &Token, b: &Token, c: &Token) -> Option<(Vec<Date>, bool)> {
        if let Some(year) = number(a, 4..=4) {
            // With the year in front nobody puts the day before the month.
            let fits = (1900..=2100).contains(&year);
            let (month, day) = (number(b, 1..=2)?, number(c, 1..=2)?);
            return Some((vec![Date::new(year, month as i8, day as i8).ok().filter(|_| fits)?], false));
        }
        let (first, second) = (number(a, 1..=2)?, number(b, 1..=2)?);
        let four = c.text.len() == 4;
        let short = self.style.two_digit_years && c.text.len() == 2;
        if !(four || short) {
            return None;
        }
        // Where dots stand, the day comes first; slashes and hyphens leave it to the issuer.
        let dotted = b.mark == Some('.') && c.mark == Some('.');
        let mut days = Vec::new();
        for (order, day, month) in [(DateOrder::Dmy, first, second), (DateOrder::Mdy, second, first)] {
            let allowed = match self.style.order {
                None | Some(DateOrder::Ymd) => order == DateOrder::Dmy || !dotted,
                Some(only) => only == order,
            };
            let date =
                self.year(c, month as i8, day).and_then(|(year, _)| Date::new(year, month as i8, day as i8).ok());
            days.extend(date.filter(|date| allowed && !days.contains(date)));
        }
        (!days.is_empty()).then_some((days, !four))
    }

    fn glued(&self, digits: &str) -> Vec<Date> {
        let part = |from: usize, to: usize| digits[from..to].parse::<i16>().unwrap_or_default();
        let orders = match self.style.order {
            Some(DateOrder::Dmy) => vec![(part(4, 8), part(2, 4), part(0, 2))],
            Some(DateOrder::Mdy) => vec![(part(4, 8), part(0, 2), part(2, 4))],
            Some(DateOrder::Ymd) => vec![(part(0, 4), part(4, 6), part(6, 8))],
            // Eight digits of an unknown issuer may be any number.
            None => vec![],
        };
        orders
            .into_iter()
            .filter(|(year, _, _)| (1900..=2100).contains(year))
            .filter_map(|(y, m, d)| Date::new(y, m as i8, d as i8).ok())
            .collect()
    }

    /// A year of four digits, or of two with a century by the meaning.
    fn year(&self, token: &Token, month: i8, day: i16) -> Option<(i16, bool)> {
        if let Some(year) = number(token, 4..=4) {
            return (1900..=2100).contains(&year).then_some((year, false));
        }
        let short = number(token, 2..=2)?;
        let base = self.today.year() - self.today.year().rem_euclid(100);
        let fits = |year: i16| match self.meaning {
            Meaning::Past => (year, month, day as i8) <= (self.today.year(), self.today.month(), self.today.day()),
            // As in the zone: documents run out and lie in drawers, and some run for decades.
            Meaning::Future => year <= self.today.year() + 69,
        };
        let year = [base + 100, base, base - 100].into_iter().map(|century| century + short).find(|y| fits(*y))?;
        Some((year, true))
    }

    /// The months that a word can mean; `None` for no month. Two names glued together mean what both mean.
    fn month(&self, word: &str) -> Option<Vec<i8>> {
        let word = fold(word);
        let length = word.chars().count();
        if length < 3 {
            return None;
        }
        let found = self.lookup(&word);
        if !found.is_empty() {
            return Some(found);
        }
        let chars: Vec<char> = word.chars().collect();
        (3..length.saturating_sub(2)).find_map(|cut| {
            let (left, right): (String, String) = (chars[..cut].iter().collect(), chars[cut..].iter().collect());
            let right = self.lookup(&right);
            let both: Vec<i8> = self.lookup(&left).into_iter().filter(|m| right.contains(m)).collect();
            (!both.is_empty()).then_some(both)
        })
    }

    fn lookup(&self, word: &str) -> Vec<i8> {
        let chars: Vec<char> = word.chars().collect();
        let known = |language: &String| self.style.languages.is_empty() || self.style.languages.contains(language);
        let mut exact = Vec::new();
        let mut close = Vec::new();
        for (name, language, month) in months() {
            // English and French stand beside the issuer's own names on many documents.
            if !known(language) && !matches!(language.as_str(), "en" | "fr") {
                continue;
            }
            if name == word && !exact.contains(month) {
                exact.push(*month);
            }
            let name: Vec<char> = name.chars().collect();
            let long = name.len() >= 5 && chars.len() >= 5;
            if long && distance(&name, &chars, 1) <= 1 && !close.contains(month) {
                close.push(*month);
            }
        }
        if exact.is_empty() { close } else { exact }
    }
}

/// The number of a token with so many digits.
fn number(token: &Token, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    (token.digits && digits.contains(&token.text.len())).then(|| token.text.parse().ok()).flatten()
}

/// At most three characters stand between.
fn near(a: &Token, b: &Token) -> bool {
    b.at.0 - a.at.1 <= 3
}

#[cfg(test)]
#[path = "dates_tests.rs"]
mod tests;

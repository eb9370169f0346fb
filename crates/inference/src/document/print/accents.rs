//! Accents. [`super::Recogniser`] knows few accented letters and gives the others bare; our own line net (`training/lines`) knows those of
//! the Latin alphabets in use, but reads worn print less well. So the first says which letters stand there, and ours what they wear.

use countersign_media::RgbImage;

use super::{Glyph, LineBox, LineText, Strip, ctc};
use crate::document::types::fold::fold;
use crate::models::{Model, ModelError, ModelStore, Tensor};

/// Name of the manifest.
const NET: &str = "latin-lines";
/// Rows of a strip.
const ROWS: usize = 32;
/// Longest strip, columns.
const MOST_COLUMNS: usize = 1280;
/// Columns are padded to a multiple of this.
const STEP: usize = 8;
/// The strip is this many times as high as the finder's box: capitals are 0.6 of a box and half of a strip.
const HEIGHT: f32 = 1.2;
/// Share of a line's letters in which the two readings may differ: beyond, ours has not read this line.
const DIFFERENT: f32 = 0.34;
/// An accent is believed when the letter with it is at least this many times as likely as the bare one, and somewhat likely at all.
/// Under one, since training saw more bare letters than names of most languages have (`docs/evaluation/documents-print.md`).
const BELIEVED: f32 = 0.35;
const LEAST: f32 = 0.25;
/// Letters less likely than this are not kept at all.
const FAINT: f32 = 0.01;
/// Alphabets that explain a line this little worse than the best one (in −ln of the probability) count as well, and a line that the best
/// explains this badly is in a language that is not listed, or in several.
const NEARLY: f32 = 1.0;
const UNEXPLAINED: f32 = 6.0;

/// Accented capitals of languages in Latin letters; the small ones follow.
const LANGUAGES: [&str; 22] = [
    "ÄÖÜß",
    "ÀÂÇÈÉÊËÎÏÔŒÙÛÜ",
    "ÁÉÍÑÓÚÜ",
    "ÀÁÂÃÇÉÊÍÓÔÕÚ",
    "ÀÈÉÌÒÙ",
    "ĄĆĘŁŃÓŚŹŻ",
    "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
    "ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ",
    "ÁÉÍÓÖŐÚÜŰ",
    "ĂÂÎȘȚŞŢ",
    "ÇĞİÖŞÜı",
    "ČĆĐŠŽ",
    "ĀČĒĢĪĶĻŅŠŪŽ",
    "ĄČĘĖĮŠŲŪŽ",
    "ÄÕÖÜŠŽ",
    "ÅÄÖ",
    "ÆØÅ",
    "ÁÐÉÍÓÚÝÞÆÖ",
    "ƏĞİIÖŞÜÇı",
    "ŴŶÂÊÎÔÛ",
    "ËÏÉÖÜ",
    "ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸĨŨƠƯĂÂÊÔĐÀÁÃÈÉÌÍÒÓÕÙÚÝ",
];

/// Characters of classes 1 and up, as `training/lines/content.py` has them; class 0 is the blank.
const ALPHABET: &str = concat!(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz '-.,/():&+#",
    "\";*<°ºª№@ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮ",
    "ŰŲŴŶŸŹŻŽȘȚƏàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćčďđēėęěğģīįıķĺļľłńņňőœŕřśşšţ",
    "ťūůűųŵŷźżžșțəßẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸĨŨƠƯạảấầẩẫậắằẳẵ",
    "ặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĩũơư",
);

/// The net that knows accents.
pub struct Accents {
    net: Box<dyn Model>,
    alphabet: Vec<(usize, char)>,
}

impl Accents {
    /// Loads the net.
    pub fn load(store: &ModelStore) -> Result<Self, ModelError> {
        Ok(Self::new(store.load(NET)?))
    }

    /// Any net of this contract.
    pub fn new(net: Box<dyn Model>) -> Self {
        Self { net, alphabet: ALPHABET.chars().enumerate().map(|(i, letter)| (i + 1, letter)).collect() }
    }

    /// Name and hash of the net, for the record of a verdict.
    pub fn nets(&self) -> Vec<(String, String)> {
        vec![(NET.to_owned(), self.net.info().sha256.clone())]
    }

    /// Gives the letters of `line`, which stands at `place`, the accents they have in the picture.
    pub fn put(&self, picture: &RgbImage, place: &LineBox, line: &mut LineText) -> Result<(), ModelError> {
        if line.glyphs.iter().filter(|glyph| glyph.char.is_alphabetic()).count() < 2 {
            return Ok(());
        }
        let ours = self.read(&Strip::cut(picture, &taller(place), ROWS, MOST_COLUMNS))?;
        dress(line, &ours);
        Ok(())
    }

    /// What our net reads by itself, each letter with what it may wear.
    fn read(&self, strip: &Strip) -> Result<Vec<Letter>, ModelError> {
        let columns = strip.width.next_multiple_of(STEP);
        let input = Tensor { shape: vec![1, 1, ROWS, columns], data: normalised(strip, columns) };
        let scores = self.net.run(&[input])?.remove(0);
        let classes = self.alphabet.len() + 1;
        if scores.shape.last() != Some(&classes) {
            let reason = format!("gave scores of {:?}", scores.shape);
            return Err(ModelError::Contract { name: NET.to_owned(), reason });
        }
        let likely: Vec<f32> = scores.data.iter().map(|log| log.exp()).collect();
        let steps = likely.len() / classes;
        let used = (steps * strip.width).div_ceil(columns);
        let line = ctc::read(likely.chunks_exact(classes).take(used), &self.alphabet, used);
        let letter = |glyph: &Glyph| {
            let step = (glyph.at * used as f32) as usize;
            let around = &likely[step.saturating_sub(1) * classes..(step + 2).min(used) * classes];
            let most = |class: usize| around.chunks_exact(classes).map(|row| row[class]).fold(0.0, f32::max);
            let kin = self.alphabet.iter().filter(|(_, other)| kin(*other, glyph.char));
            let likely = kin.map(|(class, other)| (*other, most(*class))).filter(|(_, p)| *p >= FAINT);
            Letter { char: glyph.char, likely: likely.collect() }
        };
        Ok(line.glyphs.iter().filter(|glyph| glyph.char != ' ').map(letter).collect())
    }
}

/// A letter of our reading, and what it may be with and without accents.
#[derive(Clone, Debug, PartialEq)]
struct Letter {
    char: char,
    /// Relatives of it with their probabilities, those of at least [`FAINT`].
    likely: Vec<(char, f32)>,
}

impl Letter {
    /// The likeliest of the letters that `counts`.
    fn best(&self, counts: impl Fn(char) -> bool) -> Option<(char, f32)> {
        self.likely.iter().filter(|(letter, _)| counts(*letter)).copied().max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Probability that it wears something, whatever it is.
    fn wears(&self) -> f32 {
        self.likely.iter().filter(|(letter, _)| !letter.is_ascii()).map(|(_, p)| p).sum()
    }

    /// The letter with what it wears, where that is likely enough: the likeliest that is `allowed`.
    fn worn(&self, allowed: impl Fn(char) -> bool) -> Option<char> {
        let bare = self.best(|letter| letter.is_ascii()).map_or(0.0, |(_, p)| p);
        let worn = self.best(|letter| !letter.is_ascii() && allowed(letter)).map(|(letter, _)| letter);
        worn.filter(|_| self.wears() >= (BELIEVED * bare).max(LEAST))
    }
}

/// The accented letters that one line may hold: those of every language whose alphabet explains the line nearly as well as the best.
/// `Ã` and `Ä` look alike when small, but a line with `Ç` and `Ê` is not Swedish. `None`: any, since no language explains it.
fn alphabet_of(letters: &[Letter]) -> Option<Vec<char>> {
    let cost = |language: &str| -> f32 {
        let has = |letter: char| letter.is_ascii() || language.contains(letter) || language.contains(upper(letter));
        letters
            .iter()
            .filter(|letter| letter.wears() >= LEAST)
            .map(|letter| {
                let (any, own) = (letter.best(|_| true), letter.best(has));
                -(own.map_or(FAINT, |(_, p)| p) / any.map_or(1.0, |(_, p)| p)).ln()
            })
            .sum()
    };
    let costs: Vec<(f32, &str)> = LANGUAGES.iter().map(|language| (cost(language), *language)).collect();
    let least = costs.iter().map(|(cost, _)| *cost).fold(f32::MAX, f32::min);
    (least < UNEXPLAINED).then(|| {
        costs.iter().filter(|(cost, _)| *cost <= least + NEARLY).flat_map(|(_, language)| language.chars()).collect()
    })
}

fn upper(letter: char) -> char {
    let mut capital = letter.to_uppercase();
    capital.next().filter(|_| capital.next().is_none()).unwrap_or(letter)
}

/// Whether two letters differ in nothing but what they wear and their case.
fn kin(a: char, b: char) -> bool {
    a.is_alphabetic() && fold(&a.to_string()) == fold(&b.to_string())
}

/// The box grown above and below.
fn taller(place: &LineBox) -> LineBox {
    let [a, b, c, d] = place.corners;
    let more = (HEIGHT - 1.0) / 2.0;
    let beyond = |from: (f32, f32), to: (f32, f32)| (to.0 + (to.0 - from.0) * more, to.1 + (to.1 - from.1) * more);
    LineBox { corners: [beyond(d, a), beyond(c, b), beyond(b, c), beyond(a, d)], ..*place }
}

/// Grey less the strip's mean over its deviation (of at least 8 levels), as in training; the padding is nought.
fn normalised(strip: &Strip, columns: usize) -> Vec<f32> {
    let luma = |p: &[u8]| 0.299 * f32::from(p[0]) + 0.587 * f32::from(p[1]) + 0.114 * f32::from(p[2]);
    let grey: Vec<f32> = strip.pixels.chunks_exact(3).map(luma).collect();
    let n = grey.len().max(1) as f32;
    let mean = grey.iter().sum::<f32>() / n;
    let deviation = (grey.iter().map(|v| (v - mean).powi(2)).sum::<f32>() / n).sqrt().max(8.0);
    let mut out = vec![0.0; ROWS * columns];
    for (row, line) in grey.chunks_exact(strip.width).enumerate() {
        for (place, value) in out[row * columns..].iter_mut().zip(line) {
            *place = (value - mean) / deviation;
        }
    }
    out
}

/// How the letters of two readings stand to each other.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    /// One of each.
    Both,
    /// Two of theirs for one of ours: Æ read as AE.
    Two,
    /// One that only they have.
    Theirs,
    /// One that only we have.
    Ours,
}

/// Aligns the readings and takes over our accents where the bare letters agree.
fn dress(line: &mut LineText, mine: &[Letter]) {
    let theirs: Vec<char> = line.glyphs.iter().map(|glyph| glyph.char).filter(|char| *char != ' ').collect();
    let (steps, cost) = aligned(&theirs, mine);
    if cost as f32 > DIFFERENT * theirs.len() as f32 {
        return;
    }
    let alphabet = alphabet_of(mine);
    let allowed = |letter: char| {
        alphabet.as_ref().is_none_or(|letters| letters.contains(&letter) || letters.contains(&upper(letter)))
    };
    let mut dressed: Vec<Option<char>> = theirs.iter().copied().map(Some).collect();
    let (mut i, mut j) = (0, 0);
    for step in steps {
        let worn = mine.get(j).and_then(|letter| letter.worn(allowed));
        match step {
            Step::Both => {
                if let Some(letter) = worn.filter(|letter| alike(theirs[i], *letter)) {
                    dressed[i] = Some(cased(letter, theirs[i]));
                }
                (i, j) = (i + 1, j + 1);
            }
            Step::Two => {
                if let Some(letter) = worn {
                    (dressed[i], dressed[i + 1]) = (Some(letter), None);
                }
                (i, j) = (i + 2, j + 1);
            }
            Step::Theirs => i += 1,
            Step::Ours => j += 1,
        }
    }
    let mut letters = dressed.into_iter();
    line.glyphs = std::mem::take(&mut line.glyphs)
        .into_iter()
        .filter_map(|glyph| match glyph.char {
            ' ' => Some(glyph),
            _ => letters.next().flatten().map(|char| Glyph { char, ..glyph }),
        })
        .collect();
}

/// The cheapest way from one reading to the other, and how many letters it changes.
fn aligned(theirs: &[char], ours: &[Letter]) -> (Vec<Step>, usize) {
    let (n, m) = (theirs.len(), ours.len());
    let mut table = vec![vec![(0usize, Step::Both); m + 1]; n + 1];
    for (i, j) in (0..=n).flat_map(|i| (0..=m).map(move |j| (i, j))).skip(1) {
        let mut options = Vec::with_capacity(4);
        if i > 0 && j > 0 {
            let same = alike(theirs[i - 1], ours[j - 1].char);
            options.push((table[i - 1][j - 1].0 + usize::from(!same), Step::Both));
        }
        if i > 1 && j > 0 && joined(theirs[i - 2], theirs[i - 1], ours[j - 1].char) {
            options.push((table[i - 2][j - 1].0, Step::Two));
        }
        if i > 0 {
            options.push((table[i - 1][j].0 + 1, Step::Theirs));
        }
        if j > 0 {
            options.push((table[i][j - 1].0 + 1, Step::Ours));
        }
        if let Some(best) = options.into_iter().min_by_key(|option| option.0) {
            table[i][j] = best;
        }
    }
    let (mut i, mut j) = (n, m);
    let mut steps = Vec::new();
    while i > 0 || j > 0 {
        let step = table[i][j].1;
        (i, j) = match step {
            Step::Both => (i - 1, j - 1),
            Step::Two => (i - 2, j - 1),
            Step::Theirs => (i - 1, j),
            Step::Ours => (i, j - 1),
        };
        steps.push(step);
    }
    steps.reverse();
    (steps, table[n][m].0)
}

/// Whether a letter of theirs is ours without what it wears: the same base letter, or what a reader that lacks the letter takes it for.
fn alike(bare: char, worn: char) -> bool {
    let base = |letter: char| fold(&letter.to_string()).chars().next().unwrap_or(letter);
    let seen = base(bare);
    match worn {
        'Þ' | 'þ' => seen == 'P',
        'ß' => seen == 'B',
        'Ə' | 'ə' => matches!(seen, 'A' | 'E'),
        _ => seen == base(worn),
    }
}

/// Whether two letters of theirs are one of ours.
fn joined(first: char, second: char, one: char) -> bool {
    let pair = (first.to_ascii_uppercase(), second.to_ascii_uppercase());
    matches!((pair, one), (('A', 'E'), 'Æ' | 'æ') | (('O', 'E'), 'Œ' | 'œ') | (('S', 'S'), 'ß'))
}

/// Our letter in their case: of letters that look alike in both (Ö, ö) the neighbours tell, and theirs reads those better.
fn cased(ours: char, theirs: char) -> char {
    let small: Vec<char> = ours.to_lowercase().collect();
    let capital: Vec<char> = ours.to_uppercase().collect();
    match (small.as_slice(), capital.as_slice()) {
        ([small], _) if theirs.is_lowercase() => *small,
        (_, [capital]) if theirs.is_uppercase() => *capital,
        _ => ours,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::FakeModel;

    fn line(text: &str) -> LineText {
        let glyph = |(i, char)| Glyph { char, at: i as f32 / 40.0, probability: 0.9 };
        LineText { glyphs: text.chars().enumerate().map(glyph).collect(), ..LineText::default() }
    }

    fn dressed(theirs: &str, ours: &str) -> String {
        let letter = |char: char| Letter { char, likely: vec![(char, 0.9)] };
        let ours: Vec<Letter> = ours.chars().filter(|char| *char != ' ').map(letter).collect();
        let mut out = line(theirs);
        dress(&mut out, &ours);
        out.text()
    }

    #[test]
    fn letters_come_from_one_reading_and_accents_from_the_other() {
        assert_eq!(dressed("BASANAVICIENE", "BASANAVIČIENĖ"), "BASANAVIČIENĖ");
        assert_eq!(dressed("AEVARSDOTTIR", "ÆVARSDÓTTIR"), "ÆVARSDÓTTIR");
        assert_eq!(dressed("PURIDUR OSP", "ÞURÍÐURÖSP"), "ÞURÍÐUR ÖSP");
        assert_eq!(dressed("MULLER 8", "MÜLLFR 8"), "MÜLLER 8");
        assert_eq!(dressed("Strasse", "Straße"), "Straße");
        assert_eq!(dressed("Soren", "SØren"), "Søren");
    }

    #[test]
    fn a_reading_of_something_else_changes_nothing() {
        assert_eq!(dressed("MULLER", "ÄÖÜXYZ"), "MULLER");
        assert_eq!(dressed("01.02.1990", "O1.02.199Ö"), "01.02.1990");
        assert_eq!(dressed("ANNA", ""), "ANNA");
        assert_eq!(dressed("", "ÄNNÄ"), "");
    }

    #[test]
    fn a_lines_language_decides_between_marks_that_look_alike() {
        let letter = |char, likely: &[(char, f32)]| Letter { char, likely: likely.to_vec() };
        let line = [letter('Ç', &[('Ç', 0.9)]), letter('Ä', &[('Ä', 0.5), ('Ã', 0.3)]), letter('Ê', &[('Ê', 0.8)])];
        let alphabet = alphabet_of(&line).expect("Portuguese");
        assert_eq!(line[1].worn(|letter| alphabet.contains(&letter)), Some('Ã'));
        let strange = ['Ğ', 'Ő', 'Þ', 'Ņ'].map(|char| letter(char, &[(char, 0.9)]));
        assert_eq!(alphabet_of(&strange), None);
    }

    #[test]
    fn a_net_of_another_kind_is_refused() {
        let net = FakeModel::new("other", |inputs| {
            let columns = inputs[0].shape[3];
            vec![Tensor { shape: vec![columns, 1, 5], data: vec![0.0; columns * 5] }]
        });
        let picture = RgbImage { width: 60, height: 20, pixels: vec![9; 3600] };
        let place = LineBox { corners: [(0.0, 0.0), (60.0, 0.0), (60.0, 20.0), (0.0, 20.0)], score: 1.0 };
        assert!(Accents::new(Box::new(net)).put(&picture, &place, &mut line("ANNA")).is_err());
    }
}

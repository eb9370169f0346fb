//! Words that do not belong to a document in use: SPECIMEN, COPY, VOID and their like, and the marks of scanner and stock applications.
//! Searched in what was read, whole words; of the long ones also letters set apart and one slip, as overprints are read across other
//! print. A name field that says SPECIMEN counts as well, it is how samples are made.
//!
//! It cannot see what was not read: faint overprints that the text reader passes over, words in scripts it does not know.

use crate::document::types::fold::{distance, fold, within};

/// Words on samples, copies and cancelled documents, upper case, without accents.
const WORDS: [&str; 38] = [
    "SPECIMEN",
    "MUSTER",
    "MUSTERMANN",
    "MUSTERFRAU",
    "SAMPLE",
    "COPY",
    "KOPIE",
    "COPIE",
    "COPIA",
    "KOPIA",
    "CANCELLED",
    "CANCELED",
    "VOID",
    "INVALID",
    "UNGULTIG",
    "ANNULE",
    "ANNULLATO",
    "ANULADO",
    "MUESTRA",
    "ESPECIME",
    "SPECIMENE",
    "FACSIMILE",
    "VZOR",
    "WZOR",
    "MINTA",
    "NAIDIS",
    "PARAUGS",
    "PARAUDZINS",
    "PAVYZDYS",
    "MALLI",
    "EKSEMPEL",
    "EXEMPLAR",
    "UZORAK",
    "PRIMJERAK",
    "ORNEK",
    "DEMO",
    "REPLICA",
    "NOVELTY",
];
/// Those that are printed large across documents and are long enough to stand nowhere by chance, even with one slip.
const ACROSS: [&str; 3] = ["SPECIMEN", "CANCELLED", "FACSIMILE"];
/// Letters from which a word across a document may be read with one slip.
const LONG: usize = 5;
/// Marks that scanner, stock and editing applications leave, upper case.
const MARKS: [&str; 16] = [
    "SCANNED WITH",
    "SCANNED BY",
    "CAMSCANNER",
    "TAPSCANNER",
    "ADOBE SCAN",
    "GENIUS SCAN",
    "SHUTTERSTOCK",
    "ALAMY",
    "DREAMSTIME",
    "GETTY IMAGES",
    "DEPOSITPHOTOS",
    "ISTOCK",
    "PICSART",
    "MADE WITH",
    "ONLY FOR VERIFICATION",
    "WATERMARK",
];

/// The words and marks found, each once, in the order of the lists. `across`: what runs across the document, where nothing else is printed: a
/// line of it that is a word but for one slip is that word, if it has [`LONG`] letters.
pub fn found_in<'a>(
    lines: impl IntoIterator<Item = &'a str>,
    across: impl IntoIterator<Item = &'a str>,
) -> Vec<&'static str> {
    let across: Vec<&str> = across.into_iter().collect();
    let lines: Vec<String> = lines.into_iter().chain(across.iter().copied()).map(plain).collect();
    let across: Vec<Vec<char>> = across.iter().map(|line| fold(line).chars().collect()).collect();
    let over = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        let slips = usize::from(letters.len() >= LONG);
        // What is one of the words to the letter is not another with a slip.
        let other = |line: &[char]| WORDS.iter().any(|known| *known != word && known.chars().eq(line.iter().copied()));
        across.iter().any(|line| distance(line, &letters, 1) <= slips && !other(line))
    };
    let letters: Vec<Vec<char>> = lines.iter().map(|line| fold(line).chars().collect()).collect();
    let apart = |word: &str| {
        let word: Vec<char> = word.chars().collect();
        letters.iter().any(|line| within(line, &word, 1).is_some())
    };
    let words = WORDS.iter().filter(|word| {
        lines.iter().any(|line| line.split(|c: char| !c.is_ascii_alphabetic()).any(|part| part == **word))
            || (ACROSS.contains(word) && apart(word))
            || over(word)
    });
    let marks = MARKS.iter().filter(|mark| lines.iter().any(|line| line.contains(**mark)));
    words.chain(marks).copied().collect()
}

/// Upper case, the commonest accents off.
fn plain(line: &str) -> String {
    line.to_uppercase()
        .chars()
        .map(|c| match c {
            'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => 'A',
            'È' | 'É' | 'Ê' | 'Ë' => 'E',
            'Ì' | 'Í' | 'Î' | 'Ï' | 'İ' => 'I',
            'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' => 'O',
            'Ù' | 'Ú' | 'Û' | 'Ü' => 'U',
            'Ņ' | 'Ñ' => 'N',
            'Ž' => 'Z',
            'Š' => 'S',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_known_by_most_of_their_letters() {
        assert_eq!(found_in(["S P ECIMENBAT.14"], []), ["SPECIMEN"]);
        assert_eq!(found_in(["SPECMEN"], []), ["SPECIMEN"]);
        assert!(found_in(["SPENCER", "C0PY", "SPECIALIZED"], []).is_empty());
    }

    #[test]
    fn across_a_document_one_slip_is_forgiven_in_a_word_that_stands_alone() {
        assert_eq!(found_in([], ["MUSITER", "KØPI E", "COPY"]), ["MUSTER", "COPY", "KOPIE"]);
        assert!(found_in(["MUSITER", "KØPI E"], ["COP", "V0ID", "MUSTERSTADT", "lellee"]).is_empty());
    }

    #[test]
    fn whole_words_count_and_parts_of_names_do_not() {
        assert_eq!(
            found_in(["Örnek", "SPECIMEN<<ANNA", "Scanned with CamScanner"], []),
            ["SPECIMEN", "ORNEK", "SCANNED WITH", "CAMSCANNER"]
        );
        assert!(found_in(["COPYRIGHT OFFICE", "VOIDMAN", "Demott", "SAMPLES"], []).is_empty());
    }
}

//! Names of months and the order of day, month and year, by country (after CLDR's short date patterns).

/// The order of the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 31.12.1990
    DayMonthYear,
    /// 12/31/1990
    MonthDayYear,
    /// 1990-12-31
    YearMonthDay,
}

use Order::{DayMonthYear, MonthDayYear, YearMonthDay};

/// The orders that documents of a country use; day first is the world's habit, and of an unknown country nothing is known.
pub fn orders(country: &str) -> &'static [Order] {
    match country {
        "" | "XXX" => &[DayMonthYear, MonthDayYear, YearMonthDay],
        "USA" | "FSM" | "MHL" | "PLW" | "GUM" | "PRI" | "ASM" | "VIR" | "MNP" => &[MonthDayYear],
        // Both habits live beside each other, on documents as well.
        "CAN" => &[YearMonthDay, DayMonthYear, MonthDayYear],
        "PHL" | "BLZ" | "PAN" => &[DayMonthYear, MonthDayYear],
        "CHN" | "JPN" | "KOR" | "PRK" | "TWN" | "HUN" | "LTU" | "SWE" | "MNG" | "BTN" | "NPL" | "IRN" | "AFG"
        | "ZAF" => &[YearMonthDay, DayMonthYear],
        _ => &[DayMonthYear],
    }
}

/// Beginnings of months' names, without accents, in the languages of the documents we know, month by month. A word may name two
/// months in two languages: *listopad* is November in Polish and October in Croatian, *srpen* August and *srpanj* July.
const NAMES: [&[&str]; 12] = [
    &[
        "JAN", "JÄN", "ENE", "GEN", "STY", "SIJ", "LED", "SAU", "OCA", "IAN", "TAM", "QENER", "GENN", "ЯНВ", "СІЧ",
        "ЈАН", "ΙΑΝ", "I",
    ],
    &["FEB", "FEV", "FÉV", "LUT", "VELJ", "UNO", "VAS", "SUB", "HELMI", "VEEB", "ΦΕΒ", "ФЕВ", "ЛЮТ", "FEVR", "II"],
    &["MAR", "MRZ", "MAE", "MÄR", "MRT", "MAA", "MAERZ", "MARZ", "OZU", "BREZ", "KOV", "ΜΑΡ", "МАР", "БЕР", "III"],
    &["APR", "AVR", "ABR", "KWI", "TRA", "DUB", "BAL", "NIS", "HUHTI", "ΑΠΡ", "АПР", "КВІ", "IV"],
    &["MAY", "MAI", "MAG", "MEI", "MAJ", "MAIJ", "SVI", "KVE", "GEG", "TOUKO", "ΜΑΙ", "МАЙ", "МАЯ", "ТРА", "V"],
    &["JUN", "JUIN", "GIU", "CZE", "LIP", "CERVEN", "BIR", "HAZ", "KESA", "IUN", "ΙΟΥΝ", "ИЮН", "ЮНИ", "ЧЕР", "VI"],
    &["JUL", "JUIL", "LUG", "LIP", "SRP", "CERVENEC", "LIE", "TEM", "HEINA", "IUL", "ΙΟΥΛ", "ИЮЛ", "ЮЛИ", "ЛИП", "VII"],
    &["AUG", "AOU", "AGO", "SIE", "KOL", "SRP", "RUGP", "AGU", "ELO", "ΑΥΓ", "АВГ", "СЕР", "VIII"],
    &["SEP", "SET", "WRZ", "RUJ", "ZAR", "RUGS", "EYL", "SYYS", "SZEPT", "ΣΕΠ", "СЕН", "СЕП", "ВЕР", "IX"],
    &["OCT", "OKT", "OUT", "OTT", "PAZ", "LIS", "RIJ", "SPA", "EKI", "LOKA", "ΟΚΤ", "ОКТ", "ЖОВ", "X"],
    &["NOV", "LIS", "STU", "LAP", "KAS", "MARRAS", "ΝΟΕ", "НОЯ", "НОЕ", "ЛИС", "XI"],
    &["DEC", "DEZ", "DIC", "DES", "GRU", "PRO", "GRO", "ARA", "JOULU", "DETS", "ΔΕΚ", "ДЕК", "ГРУ", "XII"],
];

/// Words between the parts of a date.
pub fn is_filling(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "DE", "DEL", "OF", "ST", "ND", "RD", "TH", "T", "THE", "年", "月", "日", "년", "월", "일", "Г", "ГОДА", "РОКУ",
        "R", "ROKU", "AD", "CE", "BE", "DO", "明治", "大正", "昭和", "平成", "令和", "民國", "民国", "AH", "هـ", "م",
        "TO", "DU", "DEN",
    ];
    WORDS.contains(&word)
}

/// Every month that a word may name; `None` for a word that is no month. The text is in capitals without accents.
pub fn of(word: &str) -> Option<Vec<i8>> {
    let is_numeral = |name: &str| name.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let names = |name: &&str| if is_numeral(name) { *name == word } else { word.starts_with(name) };
    let longest =
        NAMES.iter().flat_map(|names_of| names_of.iter()).filter(|name| names(name)).map(|name| name.len()).max()?;
    let fits = |names_of: &&[&str]| names_of.iter().any(|name| name.len() == longest && names(name));
    Some((1..=12).zip(NAMES.iter()).filter(|(_, names_of)| fits(names_of)).map(|(month, _)| month).collect())
}

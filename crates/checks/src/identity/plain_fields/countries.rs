//! Countries by code and by the beginnings of the words that documents print. What is not listed is compared by its three letters only.

use crate::identity::letters::fold;

/// Code, then codes and beginnings of words (capitals without accents) that mean the same.
const LISTED: &[(&str, &[&str])] = &[
    ("ALB", &["AL", "ALBAN", "SHQIP"]),
    ("ARG", &["AR", "ARGENTIN"]),
    ("AUS", &["AU", "AUSTRALIA"]),
    ("AUT", &["AT", "A", "AUSTRIA", "OSTERREICH"]),
    ("BEL", &["BE", "B", "BELG"]),
    ("BGR", &["BG", "BULGAR", "БЪЛГАР"]),
    ("BIH", &["BA", "BOSN"]),
    ("BLR", &["BY", "BELARUS", "БЕЛАРУС"]),
    ("BRA", &["BR", "BRASIL", "BRAZIL"]),
    ("CAN", &["CA", "CANAD"]),
    ("CHE", &["CH", "SWISS", "SCHWEIZ", "SUISSE", "SVIZZER", "SWITZERLAND"]),
    ("CHL", &["CL", "CHILE"]),
    ("CHN", &["CN", "CHINE", "CHINA", "中国"]),
    ("COL", &["CO", "COLOMBIA"]),
    ("CZE", &["CZ", "CZECH", "CESK"]),
    ("DEU", &["DE", "D", "GERMAN", "DEUTSCH", "ALLEMAND"]),
    ("DNK", &["DK", "DANISH", "DANSK", "DENMARK"]),
    ("EGY", &["EG", "EGYPT"]),
    ("ESP", &["ES", "E", "SPAN", "SPAIN", "ESPAN"]),
    ("EST", &["EE", "EESTI", "ESTON"]),
    ("FIN", &["FI", "FINNISH", "FINLAND", "SUOM", "FINSK"]),
    ("FRA", &["FR", "F", "FRENCH", "FRANC", "FRANZ"]),
    ("GBR", &["GB", "UK", "GBD", "GBN", "GBO", "GBP", "GBS", "BRIT", "UNITED KINGDOM"]),
    ("GEO", &["GE", "GEORGIA"]),
    ("GRC", &["GR", "EL", "GREE", "HELLEN", "ΕΛΛΗΝ"]),
    ("HRV", &["HR", "CROAT", "HRVAT"]),
    ("HUN", &["HU", "HUNGAR", "MAGYAR"]),
    ("IND", &["IN", "INDIAN", "INDIA", "BHARAT"]),
    ("IRL", &["IE", "IRISH", "IRELAND", "EIREANNACH", "EIRE"]),
    ("IRN", &["IR", "IRAN"]),
    ("ISL", &["IS", "ICELAND", "ISLEN", "ISLAND"]),
    ("ISR", &["IL", "ISRAEL"]),
    ("ITA", &["IT", "I", "ITAL"]),
    ("JPN", &["JP", "JAPAN", "日本"]),
    ("KAZ", &["KZ", "KAZAKH", "QAZAQ"]),
    ("KOR", &["KR", "REPUBLIC OF KOREA", "KOREAN", "대한민국"]),
    ("LTU", &["LT", "LITHUAN", "LIETUV"]),
    ("LUX", &["LU", "LUXEMB"]),
    ("LVA", &["LV", "LATV"]),
    ("MAR", &["MA", "MOROCC", "MAROC"]),
    ("MEX", &["MX", "MEXIC"]),
    ("MKD", &["MK", "MACEDON", "МАКЕДОН"]),
    ("MLT", &["MT", "MALT"]),
    ("NLD", &["NL", "NEDERLAND", "DUTCH", "NETHERLANDS"]),
    ("NOR", &["NO", "NORWEG", "NORSK", "NORWAY"]),
    ("NZL", &["NZ", "NEW ZEALAND"]),
    ("PER", &["PE", "PERU"]),
    ("PHL", &["PH", "PHILIPP", "FILIPINO", "PILIPINAS"]),
    ("POL", &["PL", "POLISH", "POLSK", "POLAND"]),
    ("PRT", &["PT", "P", "PORTUG"]),
    ("ROU", &["RO", "ROMAN", "ROM"]),
    ("RUS", &["RU", "RUSSIA", "РОССИ"]),
    ("SRB", &["RS", "SERB", "SRP", "СРП", "СРБ"]),
    ("SVK", &["SK", "SLOVAK", "SLOVENSK"]),
    ("SVN", &["SI", "SLOVENI", "SLOVENE"]),
    ("SWE", &["SE", "SWED", "SVENSK", "SVERIGE"]),
    ("THA", &["TH", "THAI"]),
    ("TUR", &["TR", "TURK"]),
    ("UKR", &["UA", "UKRAIN", "УКРАЇН"]),
    ("USA", &["US", "UNITED STATES", "AMERICAN", "U S A"]),
    // ICAO's invented state, which specimens come from.
    ("UTO", &["UTOPI"]),
    ("VNM", &["VN", "VIETNAM", "VIET NAM"]),
    ("XKX", &["RKS", "XK", "KOSOV"]),
    ("ZAF", &["ZA", "SOUTH AFRICA"]),
];

/// The code of three letters; `None` for a word that is not listed.
pub fn code(text: &str) -> Option<String> {
    let folded = fold(text);
    let words: String = folded.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let means = |known: &str| if known.chars().count() <= 3 { words == known } else { words.starts_with(known) };
    let listed = LISTED.iter().find(|(code, others)| words == *code || others.iter().any(|known| means(known)));
    if let Some((code, _)) = listed {
        return Some((*code).to_owned());
    }
    // Bilingual prints such as DEUTSCH / GERMAN are found by their beginning; a bare code of three letters stands for itself.
    (words.len() == 3 && words.bytes().all(|b| b.is_ascii_uppercase())).then_some(words)
}

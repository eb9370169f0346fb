//! Names as the machine readable zone spells them.

/// `name` in A–Z and `<` after the recommended transliterations of ICAO Doc 9303 part 3, section 6: Ä→AE, Ø→OE, ß→SS,
/// apostrophes are dropped, hyphens and blanks become `<`. A letter without a rule becomes `<`, as nothing better is known.
pub fn transliterate(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_uppercase) {
        match letter {
            'A'..='Z' => spelled.push(letter),
            '\'' | '’' | '.' | ',' => {}
            _ => spelled.push_str(latin(letter)),
        }
    }
    spelled
}

fn latin(letter: char) -> &'static str {
    match letter {
        'Ä' | 'Æ' => "AE",
        'Å' => "AA",
        'À' | 'Á' | 'Â' | 'Ã' | 'Ā' | 'Ă' | 'Ą' => "A",
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => "C",
        'Ď' | 'Đ' | 'Ð' => "D",
        'È' | 'É' | 'Ê' | 'Ë' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' => "E",
        'Ĝ' | 'Ğ' | 'Ġ' | 'Ģ' => "G",
        'Ĥ' | 'Ħ' => "H",
        'Ì' | 'Í' | 'Î' | 'Ï' | 'Ĩ' | 'Ī' | 'Ĭ' | 'Į' | 'İ' => "I",
        'Ĵ' => "J",
        'Ķ' => "K",
        'Ł' | 'Ĺ' | 'Ļ' | 'Ľ' => "L",
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' => "N",
        'Ö' | 'Ø' | 'Œ' => "OE",
        'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ō' | 'Ő' => "O",
        'Ŕ' | 'Ŗ' | 'Ř' => "R",
        'ß' | 'ẞ' => "SS",
        'Ś' | 'Ŝ' | 'Ş' | 'Š' | 'Ș' => "S",
        'Ţ' | 'Ť' | 'Ț' => "T",
        'Þ' => "TH",
        'Ü' => "UE",
        'Ù' | 'Ú' | 'Û' | 'Ũ' | 'Ū' | 'Ŭ' | 'Ů' | 'Ű' | 'Ų' => "U",
        'Ŵ' => "W",
        'Ý' | 'Ŷ' | 'Ÿ' => "Y",
        'Ź' | 'Ż' | 'Ž' => "Z",
        _ => "<",
    }
}

//! When a line read says what is printed. The same rule as `training/lines-eval/fields.py`.

/// Letters of other alphabets that look as Latin ones do.
const SAME: [(&str, &str); 2] = [("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx"), ("’`", "''")];

/// Plain letters for accented ones, upper case.
pub fn folded(text: &str) -> String {
    const FROM: &str = "ÁÀÂÄÃÅĀĂĄÇĆČĎĐÐÉÈÊËĒĖĘĚĞĢÍÌÎÏĪĮİĶĹĻĽŁÑŃŅŇÓÒÔÖÕØŌŐŔŘŚŞŠȘŢŤȚÚÙÛÜŪŮŰŲÝŸŹŻŽ";
    const TO: &str = "AAAAAAAAACCCDDDEEEEEEEEGGIIIIIIIKLLLLNNNNOOOOOOOORRSSSSTTTUUUUUUUUYYZZZ";
    let mut out = String::new();
    for char in seen(text).to_uppercase().chars() {
        match (FROM.chars().position(|c| c == char), char) {
            (Some(i), _) => out.extend(TO.chars().nth(i)),
            (None, 'Æ') => out.push_str("AE"),
            (None, 'Þ') => out.push_str("TH"),
            (None, 'Œ') => out.push_str("OE"),
            (None, other) => out.push(other),
        }
    }
    out
}

fn seen(text: &str) -> String {
    let same = |char: char| {
        let found = SAME.iter().find_map(|(from, to)| to.chars().nth(from.chars().position(|c| c == char)?));
        found.unwrap_or(char)
    };
    text.chars().map(same).collect()
}

/// Whether `line` holds `value`, bounded by what is neither letter nor digit. Spaces do not count.
pub fn holds(line: &str, value: &str) -> bool {
    let line: Vec<char> = seen(line).chars().collect();
    let mut squeezed: Vec<char> = Vec::new();
    let mut ends = Vec::new();
    for (i, char) in line.iter().enumerate().filter(|(_, c)| !c.is_whitespace()) {
        let joined = i > 0 && line[i - 1].is_alphanumeric() && char.is_alphanumeric();
        if !joined {
            ends.push(squeezed.len());
        }
        squeezed.push(*char);
    }
    ends.push(squeezed.len());
    let wanted: Vec<char> = seen(value).chars().filter(|c| !c.is_whitespace()).collect();
    let places = squeezed.windows(wanted.len().max(1)).enumerate().filter(|(_, part)| *part == wanted);
    places.into_iter().any(|(at, _)| ends.contains(&at) && ends.contains(&(at + wanted.len())))
}

#[test]
fn a_value_ends_where_a_word_ends() {
    assert!(holds("Name/Nom MARTIN", "MARTIN") && holds("01JAN/JAN 85", "01 JAN /JAN 85"));
    assert!(!holds("MARTINEZ", "MARTIN") && !holds("A707797979", "707797979") && !holds("", "X"));
    assert!(holds("ТКАЧЕНКО/TKACHENKO", "TKACHENKO"));
    assert_eq!(folded("Þuríður Ösp Đạo"), "THURIDUR OSP DẠO");
}

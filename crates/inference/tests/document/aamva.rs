//! Licence payloads of many issuers against the values their repository's own tests expect.

use countersign_inference::document::aamva;

use crate::corpus::root;

#[test]
fn licences_of_the_corpus() {
    let Some(root) = root() else { return };
    let folder = root.join("pdf417/c0shea__IdParser/IdParser.Test");
    let Ok(source) = std::fs::read_to_string(folder.join("DriversLicenseTests.cs")) else {
        println!("skipped: no licence payloads");
        return;
    };
    let (mut n, mut parsed, mut right, mut expected_values) = (0, 0, 0, 0);
    let mut expected: Vec<(&str, String)> = Vec::new();
    for line in source.lines().map(str::trim) {
        let quoted = || line.split('"').nth(1).unwrap_or_default().to_owned();
        let date = || {
            let inner = line.split(['(', ')']).nth(1).unwrap_or_default();
            let parts: Vec<i16> = inner.split(',').filter_map(|p| p.trim().parse().ok()).collect();
            format!("{:04}-{:02}-{:02}", parts[0], parts[1], parts[2])
        };
        match line.split(' ').next().unwrap_or_default() {
            "public" => expected.clear(),
            "Last" if line.contains('"') => expected.push(("surname", quoted())),
            "IdNumber" if line.contains('"') => expected.push(("number", quoted())),
            "DateOfBirth" if line.contains("new") => expected.push(("birth_date", date())),
            "ExpirationDate" if line.contains("new") => expected.push(("expiry", date())),
            "var" if line.contains("License(\"") => {
                let wanted = std::mem::take(&mut expected);
                let Ok(bytes) = std::fs::read(folder.join(format!("Licenses/{}.txt", quoted()))) else { continue };
                n += 1;
                expected_values += wanted.len();
                let Some(read) = aamva::parse(&bytes) else { continue };
                parsed += 1;
                for (name, value) in wanted {
                    let got = match name {
                        "surname" => read.surname.clone(),
                        "number" => read.number.clone(),
                        "birth_date" => read.birth_date.map(|d| d.to_string()),
                        _ => read.expiry.map(|d| d.to_string()),
                    };
                    let same = got.as_deref() == Some(value.as_str());
                    right += usize::from(same);
                    if !same {
                        println!("version {} of {}: {name} differs", read.version, read.issuer);
                    }
                }
            }
            _ => {}
        }
    }
    println!(
        "\n| AAMVA payloads | parsed | values expected | values right |\n|---|---|---|---|\n| {n} | {parsed} | {expected_values} | {right} |"
    );
    assert!(parsed * 10 >= n * 9, "nine in ten real payloads parse");
}

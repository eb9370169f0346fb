//! What no check digit covers but the standard still says: country codes come from a list, names end in fillers.

use super::alphabet::{CHARS, FILLER, index};
use super::format::{MrzFormat, Span};
use super::reader::Cell;

/// Codes that may stand as issuer or nationality: ISO 3166-1 alpha-3 and those that ICAO 9303-3 (section 5) adds.
const CODES: &str = "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ \
BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE D<< DJI DMA DNK DOM DZA \
ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV \
HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA \
MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU \
NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB \
SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB \
VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE GBD GBN GBO GBP GBS RKS EUE UNO UNA UNK XAA XBA XIM XCC XCE XCO XEC XPO XES XMP XOM XDC XXA XXB XXC XXX \
UTO NTZ IAO";

/// What a code outside the list may lose to the nearest one inside, in log-probability. Above that the zone says what was seen.
const CODE_LIMIT: f32 = 4.0;
/// The same for a letter among the fillers after a name's end: there is nothing it could belong to.
const TAIL_LIMIT: f32 = 5.0;
/// So many fillers in a row end a name: primary and secondary part are parted by two.
const TAIL: usize = 3;

/// Whether a three-letter code is one of the list.
pub fn is_code(code: &str) -> bool {
    CODES.split_ascii_whitespace().any(|known| known == code)
}

/// Settles issuer, nationality and the ends of names in the chosen characters (indices of the alphabet).
pub(super) fn settle(format: MrzFormat, cells: &[Vec<Cell>], chosen: &mut [Vec<usize>]) {
    let layout = format.layout();
    for span in [Some(layout.issuer), layout.nationality].into_iter().flatten() {
        code(span, cells, chosen);
    }
    for span in [Some(layout.names), layout.given_names].into_iter().flatten() {
        tail(span, cells, chosen);
    }
}

fn code(span: Span, cells: &[Vec<Cell>], chosen: &mut [Vec<usize>]) {
    let read: String = (span.start..span.end).map(|i| CHARS[chosen[span.line][i]] as char).collect();
    if is_code(&read) {
        return;
    }
    let places = || (span.start..span.end).map(|i| &cells[span.line][i]);
    let seen: f32 = places().zip(span.start..).map(|(cell, i)| cell.0[chosen[span.line][i]]).sum();
    let fit =
        |code: &str| -> f32 { code.bytes().zip(places()).map(|(c, cell)| cell.0[index(c).unwrap_or(FILLER)]).sum() };
    let best = CODES.split_ascii_whitespace().map(|code| (fit(code), code)).max_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((score, code)) = best.filter(|b| seen - b.0 <= CODE_LIMIT) {
        debug_assert!(score.is_finite());
        for (i, c) in (span.start..span.end).zip(code.bytes()) {
            chosen[span.line][i] = index(c).unwrap_or(FILLER);
        }
    }
}

fn tail(span: Span, cells: &[Vec<Cell>], chosen: &mut [Vec<usize>]) {
    let mut fillers = 0;
    for i in span.start..span.end {
        let now = chosen[span.line][i];
        if now == FILLER {
            fillers += 1;
        } else if fillers >= TAIL && cells[span.line][i].0[now] - cells[span.line][i].0[FILLER] <= TAIL_LIMIT {
            chosen[span.line][i] = FILLER;
        } else {
            fillers = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells sure of a text, but for one character that is nearly as likely another.
    fn cells(text: &str, at: usize, other: u8, cost: f32) -> Vec<Vec<Cell>> {
        let line = text.bytes().enumerate().map(|(i, c)| {
            let mut cell = [-12.0; 37];
            cell[index(c).unwrap()] = -0.01;
            if i == at {
                cell[index(other).unwrap()] = -0.01 - cost;
            }
            Cell(cell)
        });
        vec![line.collect(), vec![Cell([-1.0; 37]); 44]]
    }

    fn settled(text: &str, at: usize, other: u8, cost: f32) -> String {
        let mut chosen = vec![text.bytes().map(|c| index(c).unwrap()).collect::<Vec<_>>(), vec![FILLER; 44]];
        settle(MrzFormat::Td3, &cells(text, at, other, cost), &mut chosen);
        chosen[0].iter().map(|i| CHARS[*i] as char).collect()
    }

    #[test]
    fn a_code_that_does_not_exist_gives_way_to_one_that_was_nearly_read() {
        let read = "P<UTQERIKSSON<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<";
        assert!(settled(read, 4, b'O', 1.0).starts_with("P<UTOERIKSSON"));
        assert!(settled(read, 4, b'O', 9.0).starts_with("P<UTQERIKSSON"));
    }

    #[test]
    fn nothing_stands_after_the_end_of_a_name() {
        let read = "P<UTOERIKSSON<<ANNA<<<<<<K<<<<<<<<<<<<<<<<<<";

        assert_eq!(settled(read, 25, b'<', 1.0).as_bytes()[25], b'<');
        assert_eq!(settled(read, 25, b'<', 9.0).as_bytes()[25], b'K');
        let kept = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
        assert_eq!(settled(kept, 20, b'<', 0.5), kept);
    }

    #[test]
    fn germany_has_one_letter() {
        assert!(is_code("D<<") && is_code("RKS") && !is_code("DEU") && !is_code("AAA"));
    }
}

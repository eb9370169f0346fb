//! The start and the stop pattern of a straightened symbol: two nearly upright lines, found as bands of rows averaged together,
//! in which the words between blur to grey and these two patterns stay.

use super::super::super::picture::Gray;

use super::words::softened;

/// Modules of start and stop pattern.
pub(super) const START: f32 = 17.0;
pub(super) const STOP: f32 = 18.0;
/// Bands across the height.
const BANDS: usize = 10;
/// Correlation from which on a place may be a guard.
const LIKELY: f32 = 0.55;
/// Share by which the module's width grows from one try to the next.
const FINER: f32 = 1.07;
/// Worth of a pair from which on it is tried: chance gives up to 4, a whole symbol 8 and more.
const WORTH: f32 = 4.0;
/// Softness of the patterns looked for, modules.
const SOFTNESS: f32 = 0.6;

/// A guard: the pattern's outer edge as a line x = `x` + `slope` × (y − middle of the height), and its modules' width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guard {
    pub(super) x: f32,
    pub(super) slope: f32,
    pub(super) module: f32,
    /// Sum of the correlations of the bands that agree, 0…`BANDS`.
    pub(super) support: f32,
    /// First and last row of the bands that agree, pixels.
    pub(super) rows: (f32, f32),
}

/// One place in one band that looks like a guard.
#[derive(Clone, Copy)]
struct Place {
    y: f32,
    x: f32,
    module: f32,
    likeness: f32,
}

/// A start and a stop that may belong together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) start: Guard,
    pub(super) stop: Guard,
    /// Data columns, by their distance and the modules' width.
    pub(super) columns: usize,
    /// Support of both less what the number of columns is off.
    pub(super) worth: f32,
}

/// Starts and stops with the number of data columns that their distance allows, the likeliest first, at most three.
pub(super) fn find(strip: &Gray) -> Vec<Pair> {
    let (mut starts, mut stops) = (Vec::new(), Vec::new());
    for band in 0..BANDS {
        let (from, to) =
            (band * strip.height / BANDS, ((band + 1) * strip.height / BANDS).max(band * strip.height / BANDS + 1));
        let profile = Profile::of(strip, from, to.min(strip.height));
        let y = (from + to) as f32 / 2.0;
        let [first, last] = places(&profile, y, strip.width);
        starts.extend(first);
        stops.extend(last);
    }
    let half = strip.height as f32 / BANDS as f32 / 2.0;
    let (starts, stops) = (lines(&starts, strip.height as f32, half), lines(&stops, strip.height as f32, half));
    let mut pairs: Vec<Pair> = Vec::new();
    for start in &starts {
        for stop in &stops {
            let ratio = start.module / stop.module;
            if stop.x <= start.x || !(0.66..1.5).contains(&ratio) {
                continue;
            }
            let modules = (stop.x - start.x) / (start.module * stop.module).sqrt();
            let columns = (modules - 69.0) / 17.0;
            // The module's width is known to a few hundredths: the two nearest numbers of columns.
            for near in [columns.floor(), columns.floor() + 1.0].into_iter().filter(|c| (1.0..=30.0).contains(c)) {
                let misfit = (columns - near).abs() * 17.0 / modules;
                let worth = start.support + stop.support - 20.0 * misfit;
                pairs.push(Pair { start: *start, stop: *stop, columns: near as usize, worth });
            }
        }
    }
    pairs.retain(|pair| pair.worth > WORTH);
    pairs.sort_by(|a, b| b.worth.total_cmp(&a.worth));
    pairs.truncate(3);
    pairs
}

/// Running sums over a band's columns.
struct Profile {
    sums: Vec<f32>,
}

impl Profile {
    fn of(strip: &Gray, from: usize, to: usize) -> Self {
        let mut sums = vec![0.0; strip.width + 1];
        for x in 0..strip.width {
            let column: u32 = (from..to).map(|y| u32::from(strip.pixels[y * strip.width + x])).sum();
            sums[x + 1] = sums[x] + column as f32 / (to - from) as f32;
        }
        Self { sums }
    }

    /// Sum from the left edge to a place between pixels.
    fn until(&self, x: f32) -> f32 {
        let x = x.clamp(0.0, (self.sums.len() - 1) as f32);
        let at = (x as usize).min(self.sums.len() - 2);
        self.sums[at] + (self.sums[at + 1] - self.sums[at]) * (x - at as f32)
    }
}

/// A guard's pattern, two samples a module, mean 0 and length 1; and the modules before its outer edge.
fn pattern(stop: bool) -> Vec<f32> {
    let (edges, modules): (&[f32], usize) = if stop {
        (&[0.0, 7.0, 8.0, 9.0, 12.0, 13.0, 14.0, 15.0, 17.0, 18.0], 20)
    } else {
        (&[2.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 19.0], 19)
    };
    let soft: Vec<f32> = (0..2 * modules).map(|i| softened(edges, f32::midpoint(i as f32, 0.5), SOFTNESS)).collect();
    unit(soft)
}

fn unit(mut values: Vec<f32>) -> Vec<f32> {
    let mean = values.iter().sum::<f32>() / values.len() as f32;
    for value in &mut values {
        *value -= mean;
    }
    let length = values.iter().map(|value| value * value).sum::<f32>().sqrt().max(1e-3);
    for value in &mut values {
        *value /= length;
    }
    values
}

/// The best places of one band for both patterns, at most six each.
fn places(profile: &Profile, y: f32, width: usize) -> [Vec<Place>; 2] {
    let wanted = [pattern(false), pattern(true)];
    let mut found: [Vec<Place>; 2] = [Vec::new(), Vec::new()];
    // 1 to 30 columns fill between three quarters of the strip and all of it.
    let (mut module, largest) = ((width as f32 * 0.7 / 579.0).max(0.8), width as f32 / 86.0);
    while module <= largest * FINER {
        let half = module / 2.0;
        let cells: Vec<f32> = (0..(width as f32 / half) as usize)
            .map(|i| profile.until((i + 1) as f32 * half) - profile.until(i as f32 * half))
            .collect();
        for (stop, wanted) in wanted.iter().enumerate() {
            // A stop's outer edge lies 18 modules on, a start's two modules of quiet zone on.
            let edge = if stop == 1 { 36.0 } else { 4.0 };
            likely(&cells, wanted, |at, likeness| {
                found[stop].push(Place { y, x: (at as f32 + edge) * half, module, likeness });
            });
        }
        module *= FINER;
    }
    let [starts, stops] = found;
    [best(profile, starts, &wanted[0], false), best(profile, stops, &wanted[1], true)]
}

/// Tells every window that correlates with the pattern, whose mean is 0, by running sums.
fn likely(cells: &[f32], wanted: &[f32], mut tell: impl FnMut(usize, f32)) {
    let (n, mut sum, mut squares) = (wanted.len(), 0.0, 0.0);
    for (end, cell) in cells.iter().enumerate() {
        sum += cell;
        squares += cell * cell;
        let Some(at) = (end + 1).checked_sub(n) else { continue };
        let spread = squares - sum * sum / n as f32;
        if spread > 1.0 {
            let product: f32 = cells[at..=end].iter().zip(wanted).map(|(value, weight)| value * weight).sum();
            let likeness = product / spread.sqrt();
            if likeness > LIKELY {
                tell(at, likeness);
            }
        }
        sum -= cells[at];
        squares -= cells[at] * cells[at];
    }
}

/// The best places, none near another, refined.
fn best(profile: &Profile, mut found: Vec<Place>, wanted: &[f32], stop: bool) -> Vec<Place> {
    found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    let mut kept: Vec<Place> = Vec::new();
    for place in found {
        if kept.iter().all(|k| (k.x - place.x).abs() > 3.0 * k.module) {
            kept.push(refined(profile, place, wanted, stop));
        }
        if kept.len() == 6 {
            break;
        }
    }
    kept
}

/// The place moved by tenths of a module and the module's width by hundredths to where the correlation is best.
fn refined(profile: &Profile, place: Place, wanted: &[f32], stop: bool) -> Place {
    let mut best = place;
    for scale in -4..=4 {
        let module = place.module * (1.0 + 0.0125 * scale as f32);
        for shift in -6..=6 {
            let x = place.x + 0.125 * shift as f32 * place.module;
            let from = x - if stop { 18.0 } else { 2.0 } * module;
            let half = module / 2.0;
            let cells: Vec<f32> = (0..wanted.len())
                .map(|i| profile.until(from + (i + 1) as f32 * half) - profile.until(from + i as f32 * half))
                .collect();
            let likeness = correlation(&cells, wanted);
            if likeness > best.likeness {
                best = Place { x, module, likeness, ..place };
            }
        }
    }
    best
}

fn correlation(window: &[f32], wanted: &[f32]) -> f32 {
    let (mut sum, mut squares, mut product) = (0.0, 0.0, 0.0);
    for (value, weight) in window.iter().zip(wanted) {
        sum += value;
        squares += value * value;
        product += value * weight;
    }
    let spread = squares - sum * sum / wanted.len() as f32;
    if spread < 1.0 { 0.0 } else { product / spread.sqrt() }
}

/// Lines through places of several bands, the best supported first, at most four.
fn lines(places: &[Place], height: f32, half: f32) -> Vec<Guard> {
    let mut found: Vec<Guard> = Vec::new();
    for (i, a) in places.iter().enumerate() {
        for b in &places[i + 1..] {
            let slope = (b.x - a.x) / (b.y - a.y).max(1e-3);
            if b.y <= a.y || slope.abs() > 0.35 || !(0.85..1.18).contains(&(a.module / b.module)) {
                continue;
            }
            found.extend(supported(places, a, slope, height, half));
        }
    }
    found.sort_by(|a, b| b.support.total_cmp(&a.support));
    let mut kept: Vec<Guard> = Vec::new();
    for line in found {
        if kept.iter().all(|k| (k.x - line.x).abs() > 2.0 * k.module) {
            kept.push(line);
        }
        if kept.len() == 4 {
            break;
        }
    }
    kept
}

/// The line through `a` with this slope, fitted again to all places that lie on it.
fn supported(places: &[Place], a: &Place, slope: f32, height: f32, half: f32) -> Option<Guard> {
    let middle = height / 2.0;
    let on = |p: &&Place| {
        (p.x - a.x - slope * (p.y - a.y)).abs() < 0.6 * a.module && (0.88..1.14).contains(&(p.module / a.module))
    };
    let members: Vec<&Place> = places.iter().filter(on).collect();
    let weight: f32 = members.iter().map(|p| p.likeness).sum();
    let mean = |of: &dyn Fn(&Place) -> f32| members.iter().map(|p| p.likeness * of(p)).sum::<f32>() / weight;
    let (x, y, module) = (mean(&|p| p.x), mean(&|p| p.y), mean(&|p| p.module));
    let spread = mean(&|p| (p.y - y).powi(2));
    if members.len() < 2 || spread < 1e-3 {
        return None;
    }
    let slope = mean(&|p| (p.y - y) * (p.x - x)) / spread;
    let rows = members.iter().fold((f32::MAX, f32::MIN), |r, p| (r.0.min(p.y - half), r.1.max(p.y + half)));
    Some(Guard { x: x + slope * (middle - y), slope, module, support: weight, rows })
}

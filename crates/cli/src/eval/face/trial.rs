//! Sets of distances: labelled pairs as they came and spoilt, several frames fused, strangers, look-alikes, one among many.

use std::collections::{BTreeMap, BTreeSet};

use countersign_checks::examine::find_portrait;
use countersign_inference::face::{Descriptor, distance};

use super::corpus::{Corpus, Face};
use super::rates::Distances;
use super::spoil::Spoilt;
use crate::inspect::Bench;

/// Pictures that are fused as a video's best frames are.
const FRAMES: usize = 3;

/// One row of the tables.
pub struct Set {
    /// What was compared.
    pub name: String,
    /// The repository, or `all`.
    pub source: String,
    pub distances: Distances,
    /// Spoilt pictures on which no face was found, of how many.
    pub lost: (usize, usize),
}

/// Everything but the peers.
pub fn sets(bench: &Bench, corpus: &Corpus) -> Vec<Set> {
    let mut sets = Vec::new();
    for spoilt in Spoilt::ALL {
        eprintln!("measuring {}", spoilt.name());
        let copies = copies(bench, corpus, spoilt);
        let lost = (copies.values().filter(|copy| copy.is_none()).count(), copies.len());
        let both = |pick: &dyn Fn(&Face) -> bool| pairs(corpus, &copies, spoilt == Spoilt::Not, pick);
        sets.push(Set { name: spoilt.name(), source: "all".into(), distances: both(&|_| true), lost });
        if spoilt == Spoilt::Not {
            let sources: BTreeSet<&String> =
                corpus.faces.iter().filter(|face| face.person.is_some()).map(|face| &face.source).collect();
            sets.extend(sources.into_iter().map(|source| Set {
                name: spoilt.name(),
                source: source.clone(),
                distances: both(&|face| face.source == *source),
                lost: (0, 0),
            }));
        }
        let name = format!("{}, {FRAMES} pictures fused", spoilt.name());
        sets.push(Set { name, source: "all".into(), distances: fused(corpus, &copies), lost: (0, 0) });
    }
    sets
}

/// Descriptors of the spoilt copies by index; `None` where no face was found.
fn copies(bench: &Bench, corpus: &Corpus, spoilt: Spoilt) -> BTreeMap<usize, Option<Descriptor>> {
    let labelled = corpus.faces.iter().enumerate().filter(|(_, face)| face.person.is_some());
    labelled
        .filter_map(|(at, face)| {
            if spoilt == Spoilt::Not {
                return Some((at, Some(face.descriptor.clone())));
            }
            let copy = spoilt.copy(&face.image, face.height)?;
            Some((at, find_portrait(&bench.toolbox.faces, &copy, 0, &[0]).0.map(|portrait| portrait.descriptor)))
        })
        .collect()
}

/// Labelled pairs, one side spoilt; each side in its turn, once where nothing is spoilt.
fn pairs(
    corpus: &Corpus,
    copies: &BTreeMap<usize, Option<Descriptor>>,
    once: bool,
    pick: &dyn Fn(&Face) -> bool,
) -> Distances {
    let mut found = Distances::default();
    for pair in corpus.pairs.iter().filter(|pair| pick(&corpus.faces[pair.a])) {
        for (a, b) in [(pair.a, pair.b), (pair.b, pair.a)].into_iter().take(if once { 1 } else { 2 }) {
            if let Some(Some(copy)) = copies.get(&a) {
                let apart = f64::from(distance(copy, &corpus.faces[b].descriptor));
                if pair.same { found.same.push(apart) } else { found.different.push(apart) }
            }
        }
    }
    found
}

/// Each spoilt picture against the mean of three others of one person, as a portrait against a video.
fn fused(corpus: &Corpus, copies: &BTreeMap<usize, Option<Descriptor>>) -> Distances {
    let mut found = Distances::default();
    let persons = persons(corpus);
    for (at, copy) in copies {
        let (Some(copy), Some(own)) = (copy, corpus.faces[*at].person) else { continue };
        for (person, pictures) in &persons {
            if *person != own && !apart(corpus, own, *person) {
                continue;
            }
            let others: Vec<Descriptor> =
                pictures.iter().filter(|i| *i != at).map(|i| corpus.faces[*i].descriptor.clone()).collect();
            for frames in others.windows(FRAMES) {
                let Some(mean) = Descriptor::fused(frames) else { continue };
                let distance = f64::from(distance(copy, &mean));
                if *person == own { found.same.push(distance) } else { found.different.push(distance) }
            }
        }
    }
    found
}

/// Pictures by person.
pub fn persons(corpus: &Corpus) -> BTreeMap<usize, Vec<usize>> {
    let mut persons: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, face) in corpus.faces.iter().enumerate() {
        if let Some(person) = face.person {
            persons.entry(person).or_default().push(at);
        }
    }
    persons
}

/// Whether two persons are labelled different.
fn apart(corpus: &Corpus, a: usize, b: usize) -> bool {
    corpus.different.binary_search(&(a.min(b), a.max(b))).is_ok()
}

/// Every picture of a person against every picture of one labelled different, with both persons.
pub fn impostors(corpus: &Corpus) -> Vec<(f64, usize, usize)> {
    let mut found = Vec::new();
    for (i, a) in corpus.faces.iter().enumerate() {
        for b in &corpus.faces[i + 1..] {
            if let (Some(x), Some(y)) = (a.person, b.person)
                && x != y
                && apart(corpus, x, y)
            {
                found.push((f64::from(distance(&a.descriptor, &b.descriptor)), x, y));
            }
        }
    }
    found
}

/// Portraits of documents against faces of the pairs: strangers. Numbers of documents follow those of persons.
pub fn strangers(corpus: &Corpus) -> Vec<(f64, usize, usize)> {
    let mut found = Vec::new();
    for (i, document) in corpus.faces.iter().enumerate().filter(|(_, face)| face.person.is_none()) {
        for face in &corpus.faces {
            if let Some(person) = face.person {
                found.push((f64::from(distance(&document.descriptor, &face.descriptor)), i, person));
            }
        }
    }
    found
}

/// Each person against the one who is most like them: pairs of pictures of both.
pub fn alike(corpus: &Corpus) -> Vec<f64> {
    let all = impostors(corpus);
    let mut nearest: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    let mut means: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
    for (apart, a, b) in &all {
        let sum = means.entry((*a.min(b), *a.max(b))).or_default();
        *sum = (sum.0 + apart, sum.1 + 1.0);
    }
    for ((a, b), (sum, n)) in &means {
        for (own, other) in [(a, b), (b, a)] {
            let best = nearest.entry(*own).or_insert((f64::MAX, *other));
            if sum / n < best.0 {
                *best = (sum / n, *other);
            }
        }
    }
    let chosen: BTreeSet<(usize, usize)> =
        nearest.iter().map(|(own, (_, other))| (*own.min(other), *own.max(other))).collect();
    all.into_iter().filter(|(_, a, b)| chosen.contains(&(*a.min(b), *a.max(b)))).map(|(apart, ..)| apart).collect()
}

/// One among many: each picture against one picture of every other person, and against another one of its own. The nearest stranger of
/// each, and the distance to its own person.
pub fn search(corpus: &Corpus) -> (Vec<f64>, Vec<f64>, usize) {
    let persons = persons(corpus);
    let strangers: Vec<&Face> = corpus.faces.iter().filter(|face| face.person.is_none()).collect();
    let (mut nearest, mut own) = (Vec::new(), Vec::new());
    for (at, face) in corpus.faces.iter().enumerate() {
        let Some(person) = face.person else { continue };
        let others = persons
            .iter()
            .filter(|(other, _)| **other != person && apart(corpus, person, **other))
            .map(|(_, pictures)| &corpus.faces[pictures[0]])
            .chain(strangers.iter().copied());
        let near = others.map(|other| f64::from(distance(&face.descriptor, &other.descriptor))).min_by(f64::total_cmp);
        nearest.extend(near);
        let again = persons[&person].iter().find(|other| **other != at);
        own.extend(again.map(|other| f64::from(distance(&face.descriptor, &corpus.faces[*other].descriptor))));
    }
    (nearest, own, persons.len() - 1 + strangers.len())
}

//! Reads PocketSphinx's word lattice and finds, for every place and every digit, the best path with that digit there.
//!
//! The lattice (Sphinx-3 format) holds every word that was still thought possible when it ended:
//! ```text
//! Frames 396
//! Nodes 171 (…)
//! 9 nine 319 328 364 ; 6            id, word, first frame, earliest and latest last frame; grammar state after it
//! Initial 168
//! Final 0
//! Edges (…)
//! 9 1 -417792                       from, to, score of `from` when it ends where `to` begins
//! End
//! ```
//! Frames are 10 ms. Scores are logarithms to the base 1.0001, larger is likelier.

use super::grammar::digit_of;

/// Natural logarithms for one score unit.
const NATS: f64 = 1e-4;
/// A lattice of a 15 s sound has a few thousand nodes; more than this is not one.
const MOST_NODES: usize = 200_000;

/// One digit of the best path.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// 0 to 9.
    pub digit: u8,
    /// First frame.
    pub start: u32,
    /// The frame after the last.
    pub end: u32,
    /// How much less likely the best path with each digit at this place is, nats, ≥ 0 and 0 for `digit`; infinite without such a path.
    pub deficit: [f64; 10],
}

struct Node {
    digit: Option<u8>,
    start: u32,
    state: i64,
}

struct Edge {
    from: usize,
    to: usize,
    score: f64,
}

/// What the recogniser thought possible.
pub struct Lattice {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    initial: usize,
    last: usize,
}

impl Lattice {
    /// Reads a lattice; `Ok(None)` where the recogniser wrote none because nothing fitted the grammar.
    pub fn read(text: &str) -> Result<Option<Self>, &'static str> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let mut lattice = Self { nodes: Vec::new(), edges: Vec::new(), initial: usize::MAX, last: usize::MAX };
        let mut in_edges = false;
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let words: Vec<&str> = line.split_ascii_whitespace().collect();
            match words[..] {
                ["Frames" | "Nodes" | "BestSegAscr", ..] | [] => {}
                ["End", ..] => break,
                ["Initial", id] => lattice.initial = number(id)?,
                ["Final", id] => lattice.last = number(id)?,
                ["Edges", ..] => in_edges = true,
                [from, to, score] if in_edges => lattice.edge(number(from)?, number(to)?, number(score)?)?,
                [id, word, start, _, _, ";", state] => {
                    lattice.node(number(id)?, word, number(start)?, number(state)?)?;
                }
                _ => return Err("a lattice line that is not understood"),
            }
        }
        let known = |id: usize| id < lattice.nodes.len();
        if known(lattice.initial) && known(lattice.last) {
            Ok(Some(lattice))
        } else {
            Err("a lattice without its ends")
        }
    }

    fn node(&mut self, id: usize, word: &str, start: u32, state: i64) -> Result<(), &'static str> {
        if id != self.nodes.len() || id >= MOST_NODES {
            return Err("a lattice node out of order");
        }
        self.nodes.push(Node { digit: digit_of(word), start, state });
        Ok(())
    }

    fn edge(&mut self, from: usize, to: usize, score: i64) -> Result<(), &'static str> {
        if from.max(to) >= self.nodes.len() {
            return Err("a lattice edge to nowhere");
        }
        self.edges.push(Edge { from, to, score: score as f64 * NATS });
        Ok(())
    }

    /// The best path's digits, if there is a path with `count` of them.
    pub fn places(&self, count: usize) -> Option<Vec<Place>> {
        let order = self.order()?;
        let (before, came_from) = self.forward(&order, 0.0);
        let after = self.backward(&order);
        let best = before[self.last];
        if !best.is_finite() {
            return None;
        }
        let mut deficit = vec![[f64::INFINITY; 10]; count];
        for (at, node) in self.nodes.iter().enumerate() {
            let Some(place) = usize::try_from(node.state - 1).ok().and_then(|p| deficit.get_mut(p)) else { continue };
            if let Some(digit) = node.digit {
                let own = &mut place[usize::from(digit)];
                *own = own.min((best - before[at] - after[at]).max(0.0));
            }
        }
        let path = self.digits_back_from_the_end(&came_from);
        let places: Vec<Place> = path
            .into_iter()
            .zip(deficit)
            .map(|((digit, start, end), deficit)| Place { digit, start, end, deficit })
            .collect();
        (places.len() == count).then_some(places)
    }

    /// The best path's digits, however many; each costs `cost` nats. The lattice holds how well sounds fit, not how likely words are, so
    /// without a cost every breath becomes a digit.
    pub fn digits(&self, cost: f64) -> Option<Vec<u8>> {
        let (before, came_from) = self.forward(&self.order()?, cost);
        let path = before[self.last].is_finite().then(|| self.digits_back_from_the_end(&came_from))?;
        Some(path.into_iter().map(|(digit, ..)| digit).collect())
    }

    /// Edges sorted so that each comes after all that lead to it; `None` for a lattice with a circle.
    fn order(&self) -> Option<Vec<usize>> {
        let mut leaving = vec![Vec::new(); self.nodes.len()];
        let mut entering = vec![0_usize; self.nodes.len()];
        for (at, edge) in self.edges.iter().enumerate() {
            leaving[edge.from].push(at);
            entering[edge.to] += 1;
        }
        let mut ready: Vec<usize> = (0..self.nodes.len()).filter(|n| entering[*n] == 0).collect();
        let mut order = Vec::with_capacity(self.edges.len());
        while let Some(node) = ready.pop() {
            for at in &leaving[node] {
                order.push(*at);
                let to = self.edges[*at].to;
                entering[to] -= 1;
                if entering[to] == 0 {
                    ready.push(to);
                }
            }
        }
        (order.len() == self.edges.len()).then_some(order)
    }

    fn forward(&self, order: &[usize], cost: f64) -> (Vec<f64>, Vec<Option<usize>>) {
        let mut best = vec![f64::NEG_INFINITY; self.nodes.len()];
        let mut came_from = vec![None; self.nodes.len()];
        best[self.initial] = 0.0;
        for edge in order.iter().map(|at| &self.edges[*at]) {
            let spent = if self.nodes[edge.to].digit.is_some() { cost } else { 0.0 };
            let score = best[edge.from] + edge.score - spent;
            if score > best[edge.to] {
                best[edge.to] = score;
                came_from[edge.to] = Some(edge.from);
            }
        }
        (best, came_from)
    }

    fn backward(&self, order: &[usize]) -> Vec<f64> {
        let mut best = vec![f64::NEG_INFINITY; self.nodes.len()];
        best[self.last] = 0.0;
        for edge in order.iter().rev().map(|at| &self.edges[*at]) {
            best[edge.from] = best[edge.from].max(best[edge.to] + edge.score);
        }
        best
    }

    fn digits_back_from_the_end(&self, came_from: &[Option<usize>]) -> Vec<(u8, u32, u32)> {
        let mut path = Vec::new();
        let mut end = self.nodes[self.last].start;
        let mut at = Some(self.last);
        while let Some(node) = at {
            let Node { digit, start, .. } = self.nodes[node];
            if let Some(digit) = digit {
                path.push((digit, start, end));
            }
            end = start;
            at = came_from[node];
        }
        path.reverse();
        path
    }
}

fn number<N: std::str::FromStr>(word: &str) -> Result<N, &'static str> {
    word.parse().map_err(|_| "a lattice number that is none")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# getcwd: /\n# -logbase 1.000100e+00\n#\nFrames 100\n#\nNodes 6 (NODEID …)\n\
        0 <s> 0 0 0 ; -1\n1 four 10 40 50 ; 1\n2 five 10 40 50 ; 1\n3 <sil> 50 60 60 ; 1\n4 nine(2) 60 90 99 ; 2\n5 </s> 100 100 100 ; -1\n#\n\
        Initial 0\nFinal 5\n#\nBestSegAscr 0 (…)\n#\nEdges (FROM-NODEID TO-NODEID ASCORE)\n\
        0 1 0\n0 2 0\n1 3 -20000\n2 3 -50000\n3 4 -10000\n4 5 -30000\nEnd\n";

    #[test]
    fn the_best_path_comes_with_times_and_its_distance_to_the_others() {
        let places = Lattice::read(TEXT).unwrap().unwrap().places(2).unwrap();
        assert_eq!((places[0].digit, places[0].start, places[0].end), (4, 10, 50));
        assert_eq!((places[1].digit, places[1].start, places[1].end), (9, 60, 100));
        assert!(places[0].deficit[4].abs() < 1e-9);
        assert!((places[0].deficit[5] - 3.0).abs() < 1e-9);
        assert!(places[0].deficit[9].is_infinite());
    }

    #[test]
    fn any_number_of_digits_is_read_off_the_best_path() {
        assert_eq!(Lattice::read(TEXT).unwrap().unwrap().digits(0.0), Some(vec![4, 9]));
        assert_eq!(Lattice::read(&TEXT.replace("4 5 -30000\n", "")).unwrap().unwrap().digits(0.0), None);
        // A way past "nine" that fits worse by two nats is taken once a digit costs more than that.
        let past = TEXT.replace("4 5 -30000\n", "4 5 -30000\n3 5 -60000\n");
        assert_eq!(Lattice::read(&past).unwrap().unwrap().digits(1.0), Some(vec![4, 9]));
        assert_eq!(Lattice::read(&past).unwrap().unwrap().digits(3.0), Some(vec![4]));
    }

    #[test]
    fn a_path_of_another_length_is_none() {
        assert!(Lattice::read(TEXT).unwrap().unwrap().places(3).is_none());
        assert!(Lattice::read(&TEXT.replace("4 5 -30000\n", "")).unwrap().unwrap().places(2).is_none());
    }

    #[test]
    fn nothing_written_is_nothing_heard_and_nonsense_is_an_error() {
        assert!(Lattice::read("\n").unwrap().is_none());
        assert!(Lattice::read("Segmentation fault").is_err());
        assert!(Lattice::read(&TEXT.replace("Final 5", "Final 77")).is_err());
        assert!(Lattice::read(&TEXT.replace("3 4 -10000", "3 99 -10000")).is_err());
    }

    #[test]
    fn a_circle_ends() {
        assert!(Lattice::read(&TEXT.replace("End\n", "4 3 -1\nEnd\n")).unwrap().unwrap().places(2).is_none());
    }
}

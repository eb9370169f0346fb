//! One face among those of other applicants.
//!
//! Two sessions that are processed in the same second do not see each other: the search reads what was kept before it. The later search of either finds
//! the other.

use countersign_checks::measurements::{FaceTemplate, GallerySearch};
use countersign_domain::{ApplicantId, Check, Decision, Policy};
use countersign_storage::FaceMatch;

use crate::App;
use crate::process::ProcessError;

/// Faces opened at once.
const PAGE: u32 = 500;
/// Matches that are kept, nearest first: more than anybody looks at.
const KEPT: usize = 20;

/// Where what is known of other applicants' faces comes from.
pub(crate) enum Gallery {
    /// The store, for a session of this applicant.
    Of(ApplicantId),
    /// An earlier decision: the store of that day is gone, its search is on record.
    Recorded(Option<GallerySearch>),
}

impl Gallery {
    /// What the search gave when a decision was made.
    pub(crate) fn recorded(decision: &Decision) -> Self {
        let found = decision.breakdowns.iter().find(|found| found.check == Check::FaceSeenBefore);
        let raw = |name: &str| found?.raw.iter().find(|value| value.name == name).map(|value| value.value);
        Self::Recorded(raw("gallery.searched").map(|searched| GallerySearch {
            searched: searched as u64,
            not_comparable: raw("gallery.not_comparable").unwrap_or_default() as u64,
            nearest: raw("gallery.nearest"),
        }))
    }
}

impl App {
    /// Compares a face with those of other applicants: what is measured, and who is as near as the policy says.
    pub(crate) async fn search_gallery(
        &self,
        gallery: &Gallery,
        face: Option<&FaceTemplate>,
        policy: &Policy,
    ) -> Result<(Option<GallerySearch>, Vec<FaceMatch>), ProcessError> {
        let applicant = match gallery {
            Gallery::Of(applicant) => *applicant,
            Gallery::Recorded(search) => return Ok((*search, vec![])),
        };
        let Some(face) = face else { return Ok((None, vec![])) };
        let limit = policy.limit(Check::FaceSeenBefore, "max_distance").map_err(|_| ProcessError::Policy)?;
        let mut tx = self.parts.store.read().await?;
        let not_comparable = tx.faces_not_comparable(applicant, &face.release).await?;
        let mut search = GallerySearch { not_comparable, ..GallerySearch::default() };
        let (mut matches, mut after) = (Vec::new(), None);
        loop {
            let page = tx.faces_of_others(applicant, &face.release, after, PAGE).await?;
            after = page.last().map(|last| last.session);
            for other in &page {
                let theirs = FaceTemplate { release: face.release.clone(), values: other.values.clone() };
                let Some(distance) = face.distance(&theirs).filter(|distance| distance.is_finite()) else {
                    search.not_comparable += 1;
                    continue;
                };
                search.searched += 1;
                search.nearest = Some(search.nearest.map_or(distance, |nearest| nearest.min(distance)));
                if distance <= limit {
                    matches.push(FaceMatch { other: other.session, distance });
                }
            }
            if page.len() < PAGE as usize {
                break;
            }
        }
        matches.sort_by(|a, b| a.distance.total_cmp(&b.distance));
        matches.truncate(KEPT);
        Ok((Some(search), matches))
    }
}

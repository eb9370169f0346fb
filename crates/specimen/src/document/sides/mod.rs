//! The layouts, one file a document.

mod field;
mod id_card;
mod licence;
mod passport;
mod zone;

pub(crate) use id_card::{back as id_back, front as id_front};
pub(crate) use licence::{back as licence_back, front as licence_front};
pub(crate) use passport::front as passport;

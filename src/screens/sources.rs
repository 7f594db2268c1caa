//! Whom the kiosk thanks: voice, dictionary, letters, data, each with its licence. What a guide rests on stands in the guide.

use super::{Loaded, View};
use crate::{
    content::Credit,
    job::StoreJob,
    page::{Kind, Level, Page, Part},
    words::{Line, Tongue},
};
use std::sync::Arc;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub credits: Loaded<Arc<[Credit]>>,
}

/// There is nothing to press here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {}

impl State {
    pub(super) fn needs(tongue: &Tongue) -> StoreJob {
        StoreJob::Sources(tongue.clone())
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().sources_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(view))])];
    match state.credits.ready().filter(|credits| !credits.is_empty()) {
        None => parts.extend(view.instead(&state.credits)),
        Some(credits) => {
            parts.push(Part::text(Level::Body, w.sources_intro()));
            for credit in credits.iter() {
                parts.push(Part::text(Level::Lead, credit.name.clone()));
                let lines = [credit.what.clone(), w.sources_by(&credit.by), w.sources_license(&credit.licence)];
                parts.extend(
                    lines.into_iter().filter(|line| !line.is_empty()).map(|line| Part::text(Level::Note, line)),
                );
                parts.extend(credit.url.iter().map(|url| Part::text(Level::Note, Line::verbatim(url))));
            }
        }
    }
    Page::new(parts)
}

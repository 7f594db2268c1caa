//! What staff themselves put over the whole screen: fixed sentences, each with what to do. In every tongue with the Japanese beside it, so
//! that whoever reads it can point at it.

use super::told;
use crate::{
    config::{Appeal, Appealed, Meant},
    page::{Kind, Level, Part, Tone},
    screens::View,
    words::{Line, Tongue, Words},
};
use jiff::SignedDuration;

/// How long it is told that it was taken back.
const TOLD: SignedDuration = SignedDuration::from_hours(2);

fn sentence(appeal: Appeal, w: &Words) -> Line {
    match appeal {
        Appeal::Evacuate => w.appeal_evacuate(),
        Appeal::Fire => w.appeal_fire(),
        Appeal::Away => w.appeal_away(),
        Appeal::Inside => w.appeal_inside(),
        Appeal::High => w.appeal_high(),
    }
}

fn act(appeal: Appeal, w: &Words) -> Line {
    match appeal {
        Appeal::Fire => w.appeal_fire_do(),
        Appeal::Away => w.appeal_away_do(),
        Appeal::Evacuate | Appeal::Inside | Appeal::High => w.danger_do_staff(),
    }
}

pub(in crate::screens) fn appeal_name(appeal: Appeal, meant: Meant, view: &View<'_>) -> Line {
    told::marked(meant, sentence(appeal, view.words()), view)
}

pub(in crate::screens) fn appeal_since(appealed: &Appealed, view: &View<'_>) -> Line {
    view.words().appeal_since(told::time(appealed.at, view))
}

/// What it says and what to do; of one that was taken back, that it was.
pub(in crate::screens) fn appeal_words<M>(appealed: &Appealed, view: &View<'_>) -> Part<M> {
    let w = view.words();
    let Some(appeal) = appealed.appeal else {
        let back = told::marked(appealed.meant, w.appeal_taken_back(), view);
        let lines = [Part::text(Level::Lead, back), Part::text(Level::Body, w.danger_over_not_safe())];
        return Part::group(Kind::Callout(Tone::Care), lines);
    };
    let mut lines = vec![Part::text(Level::Hello, appeal_name(appeal, appealed.meant, view))];
    if !w.tongue().is_japanese() {
        let ja = w.japanese();
        let japanese = sentence(appeal, ja);
        let japanese = if appealed.meant.is_real() { japanese } else { ja.drill_marked(japanese) };
        lines.push(Part::text(Level::Lead, japanese.in_tongue(&Tongue::JA)));
    }
    lines.push(Part::text(Level::Lead, act(appeal, w)));
    Part::group(Kind::Callout(Tone::Danger), lines)
}

/// On the page, with its age; nothing of what was taken back long ago.
pub(super) fn standing<M>(view: &View<'_>) -> Vec<Part<M>> {
    let Some(appealed) = view.appeal() else { return vec![] };
    if appealed.appeal.is_none() && view.standing.now.at.duration_since(appealed.at) > TOLD {
        return vec![];
    }
    vec![appeal_words(&appealed, view), Part::text(Level::Age, appeal_since(&appealed, view))]
}

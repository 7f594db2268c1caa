//! What the town of a kiosk offers, as the store finds it: one thing to open for every offer, and the page of the town itself.

use crate::{
    config::Town,
    content::{Entry, Extra, Kind, Phase},
    job::OFFER,
    words::{Line, Words},
};

/// Everything that can be found of a town, in the tongue of the words.
pub(super) fn extras(town: &Town, w: &Words) -> Vec<Extra> {
    let offers = town.offers.iter().filter_map(|offer| {
        let note = offer.note.as_ref().map(|note| note.line(w.tongue()).clone());
        let lines = [offer.what(w), offer.told(w)].into_iter().chain(note).collect();
        extra(format!("{}/{}", town.id, offer.kind), offer.name(w), lines, town, w)
    });
    let called = town.called.line(w.tongue());
    let contacts = town.contacts.iter().flat_map(|known| {
        let about = known.about.as_ref().map(|about| about.line(w.tongue()).clone());
        [Some(known.name.clone()), about].into_iter().flatten()
    });
    let lines = [w.town_row_detail()].into_iter().chain(contacts).chain(town.silent_about(w)).collect();
    let page = extra(town.id.to_string(), w.town_title(called), lines, town, w);
    offers.chain(page).collect()
}

/// Who types the name of the town with what they look for means just this.
fn extra(id: String, title: Line, lines: Vec<Line>, town: &Town, w: &Words) -> Option<Extra> {
    let lead = lines.first().cloned().unwrap_or_default();
    let kana = lines.iter().map(Line::spoken).collect::<Vec<_>>().join("\n");
    let listed = Entry {
        kind: Kind::Guide,
        id: id.clone(),
        tongue: w.tongue().clone(),
        title: title.clone(),
        lead,
        groups: vec![],
        phase: Phase::Always,
        icon: String::new(),
    };
    let called = town.called.line(w.tongue()).plain();
    Some(Extra {
        kind: OFFER.to_owned(),
        id,
        tongue: w.tongue().clone(),
        title,
        listed: serde_json::to_string(&listed).ok()?,
        tags: vec![town.name.plain(), town.kana.clone(), called],
        lines,
        kana,
        body: String::new(),
    })
}

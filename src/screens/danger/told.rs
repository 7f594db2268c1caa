//! What was issued, in the words of whoever reads: its name, its level, since when, by whom. The Japanese name stands as it was issued; other
//! tongues say it in the words of a fixed dictionary, and never say more than was issued.

use super::{
    super::{View, language},
    sky,
};
use crate::{
    alert::{Claim, Fact, Grade, Hazard, State},
    clock::Now,
    config::Meant,
    job::Situation,
    page::WarningLevel,
    words::{Line, Tongue, Words},
};
use jiff::Timestamp;
use std::time::Duration;

/// The gravest words are never shown in a translation that nobody has read: they stand in Japanese then.
pub(in crate::screens) fn words<'v>(claim: &Claim, view: &View<'v>) -> &'v Words {
    let gravest = claim.level == Some(5) || claim.grade == Grade::Emergency;
    words_at(if gravest { 5 } else { claim.level.unwrap_or_default() }, view)
}

/// The same by the level alone.
pub(in crate::screens) fn words_at<'v>(level: u8, view: &View<'v>) -> &'v Words {
    let w = view.words();
    if level == 5 && language::unread(view).is_some() { w.japanese() } else { w }
}

/// What is said in Japanese on a page of another tongue is heard in Japanese.
pub(in crate::screens) fn said(line: &Line, w: &Words, view: &View<'_>) -> Line {
    let foreign = w.tongue() == &Tongue::JA && view.words().tongue() != &Tongue::JA;
    if foreign { line.in_tongue(&Tongue::JA) } else { line.clone() }
}

/// 「レベル５大雨特別警報」, with its level where the name does not say it; of a drill never without its mark.
pub(in crate::screens) fn name(claim: &Claim, view: &View<'_>) -> Line {
    marked(if claim.is_drill() { Meant::Drill } else { Meant::Real }, unmarked(claim, view), view)
}

/// What is not real says so before all else.
pub(in crate::screens) fn marked(meant: Meant, line: Line, view: &View<'_>) -> Line {
    match meant {
        Meant::Real => line,
        // What is heard in Japanese carries a mark that is.
        Meant::Drill if line.tongue() == Some(&Tongue::JA) => {
            view.words().japanese().drill_marked(line).in_tongue(&Tongue::JA)
        }
        Meant::Drill => view.words().drill_marked(line),
    }
}

fn unmarked(claim: &Claim, view: &View<'_>) -> Line {
    let w = words(claim, view);
    let own = if w.tongue().is_japanese() { issued(claim, w) } else { translated(claim, w) };
    let own = said(&own, w, view);
    let which = claim.field("river").or_else(|| claim.field("volcano")).filter(|which| !which.is_empty());
    let own = match which {
        Some(which) => w.danger_river(own, which),
        None => own,
    };
    // In the reader's own tongue too, where the name stands in Japanese.
    let foreign = w.tongue() != view.words().tongue();
    let level = claim.level.filter(|_| foreign || !own.plain().contains("レベル")).and_then(WarningLevel::of);
    match level {
        Some(level) => view.words().danger_level(level.number()).join(&Line::verbatim("　")).join(&own),
        None => own,
    }
}

/// As it was issued, with the readings that are known.
fn issued(claim: &Claim, w: &Words) -> Line {
    let known = readings(w);
    if claim.name.contains(['《', '》', '｜']) {
        return Line::verbatim(&claim.name);
    }
    let (mut rest, mut out) = (claim.name.as_str(), String::new());
    while let Some(first) = rest.chars().next() {
        let begins = |(word, notation): &(String, String)| Some((rest.strip_prefix(word.as_str())?, notation.clone()));
        if let Some((after, notation)) = known.iter().filter_map(begins).min_by_key(|(after, _)| after.len()) {
            out.push_str(&notation);
            rest = after;
        } else {
            out.push(first);
            rest = rest.strip_prefix(first).unwrap_or_default();
        }
    }
    Line::parse(&out)
}

/// The words of the dictionary with their readings, of which names are made.
fn readings(w: &Words) -> Vec<(String, String)> {
    let is_word = |key: &&str| {
        ["danger-hazard-", "danger-grade-", "danger-tsunami-", "danger-quake-", "danger-word-"]
            .iter()
            .any(|of| key.starts_with(of))
    };
    let keys = Words::keys().iter().map(|(key, _)| *key).filter(is_word);
    let lines = keys.filter_map(|key| w.get(key)).map(|line| (line.plain(), line.notation()));
    lines.filter(|(plain, notation)| plain != notation).collect()
}

/// By the dictionary. What it does not have is the kind of danger alone; the name as issued stands below it.
fn translated(claim: &Claim, w: &Words) -> Line {
    let grade = match claim.grade {
        Grade::Information => "information",
        Grade::Advisory => "advisory",
        Grade::Warning => "warning",
        Grade::Danger => "danger",
        Grade::Emergency => "emergency",
    };
    let own = match claim.hazard {
        Hazard::Earthquake => claim.field("intensity").and_then(|code| w.get(&format!("danger-quake-{}", key(code)))),
        Hazard::Tsunami => w.get(&format!("danger-tsunami-{grade}")),
        _ => None,
    };
    let hazard = || hazard(claim.hazard, w);
    own.unwrap_or_else(|| match w.get(&format!("danger-grade-{grade}")) {
        Some(grade) if claim.hazard != Hazard::Other && claim.grade != Grade::Information => {
            w.danger_named(grade, hazard())
        }
        _ => hazard(),
    })
}

/// 「5-」 → `5l`: as keys are written.
fn key(intensity: &str) -> String {
    intensity.replace('-', "l").replace('+', "u")
}

pub(in crate::screens) fn hazard(hazard: Hazard, w: &Words) -> Line {
    w.get(&format!("danger-hazard-{}", hazard.id())).unwrap_or_else(|| w.danger_hazard_other())
}

/// By whom and when, and how old that is by a clock that is believed.
pub(in crate::screens) fn since(fact: &Fact, view: &View<'_>) -> Line {
    let w = view.words();
    let office = Line::verbatim(&fact.office);
    let time = time(fact.issued, view);
    let since = match age(fact.issued, view.standing.now) {
        Some(age) => w.danger_since(w.ago(age), office, time),
        None => w.danger_since_when(office, time),
    };
    // Where the page says it in another tongue, its name as issued stands beside, to be shown to staff.
    if words(&fact.claim, view).tongue().is_japanese() {
        since
    } else {
        since.join(&Line::verbatim("　")).join(&Line::verbatim(&fact.claim.name))
    }
}

/// The time of day; with the day where it was another.
pub(in crate::screens) fn time(at: Timestamp, view: &View<'_>) -> Line {
    let (w, then) = (view.words(), Now { at, trusted: true }.jst());
    let today = view.standing.now.trusted && view.standing.now.jst().date() == then.date();
    if today { w.time(then.time()) } else { w.moment(then.datetime()) }
}

pub(super) fn age(at: Timestamp, now: Now) -> Option<Duration> {
    now.trusted.then(|| Duration::try_from(now.at.duration_since(at)).ok()).flatten()
}

/// What the issuer says of it beside: the first wave, how high, where the ground shook.
pub(in crate::screens) fn details(claim: &Claim, view: &View<'_>) -> Vec<Line> {
    let w = view.words();
    let when = claim.field("first_wave").and_then(|text| text.parse::<Timestamp>().ok());
    let wave = when.map(|at| time(at, view)).or_else(|| claim.field("first_wave_condition").map(Line::verbatim));
    let height = claim.field("max_height").or_else(|| claim.field("max_height_condition"));
    let place = claim.field("hypocenter").filter(|_| claim.hazard == Hazard::Earthquake);
    [
        wave.map(|wave| w.danger_first_wave(wave)),
        height.map(|height| w.danger_height(Line::verbatim(height))),
        place.map(|place| w.danger_hypocenter(Line::verbatim(place))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is said of something that is not in force any more, or of which nobody knows.
pub(in crate::screens) fn gone(claim: &Claim, view: &View<'_>) -> Line {
    let (w, name) = (view.words(), name(claim, view));
    match claim.state {
        State::Ended => w.danger_ended(name),
        State::Withdrawn => w.danger_withdrawn(name),
        State::Unknown | State::Active => w.danger_unknown(name),
    }
}

/// When the source was last heard. Silence is never 「なにも ない」.
pub(in crate::screens) fn heard(situation: Option<&Situation>, view: &View<'_>) -> Line {
    let w = view.words();
    let Some(situation) = situation else { return w.shelter_nothing_heard() };
    if situation.town.is_none() {
        return w.danger_no_town();
    }
    let newest = situation.sources.iter().max_by_key(|source| source.last_heard);
    let Some((at, source)) = newest.and_then(|source| Some((source.last_heard?, source))) else {
        return w.shelter_nothing_heard();
    };
    let time = time(at, view);
    if source.stale {
        return w.danger_silent(time);
    }
    if sky::is_satellite(source) {
        return sky::heard_at(at, view);
    }
    match age(at, view.standing.now) {
        Some(age) => w.danger_heard(w.ago(age), time),
        None => w.danger_heard_when(time),
    }
}

/// Whether anything can be said of the source's silence.
pub(super) fn is_silent(situation: &Situation) -> bool {
    situation.town.is_some() && situation.sources.iter().all(|source| source.stale)
}

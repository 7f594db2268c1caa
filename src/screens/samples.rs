//! Every screen in each of its moods: empty, on its way, in trouble, and at its longest. What walks screens over panels, sizes, contrasts
//! and tongues walks these, so that a new screen is tested by existing.

mod places;

pub(super) use places::near;

use super::{
    Loaded, Overlay, Screen, View, alert::Drilling, call, door, guide, keys, search, shelf, sources, staff, town,
};
use crate::{
    alert::Sky,
    config::{self, Mode},
    content::{Entry, Guide, Item, Kind, Pack},
    job::{Fault, HITS, Hit, HitKind, Part, Parts, Typed, Wall},
    reader::both,
    words::Line,
};
use std::{cmp::Reverse, collections::BTreeSet, sync::Arc, time::Duration};

/// One screen in one mood.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// Such as `guide-longest`; unique.
    pub name: &'static str,
    pub mode: Mode,
    pub screen: Screen,
    pub overlay: Option<Overlay>,
}

impl Screen {
    /// A notice board on which everything hangs that can: what samples of it are shown with.
    pub fn sample_wall(view: &View<'_>) -> Arc<Wall> {
        super::board::samples::full(view)
    }

    /// Every kind of screen with nothing, waiting, in trouble, and with the most that this content holds in the tongue of the view.
    pub fn all(pack: &Pack, view: &View<'_>) -> Vec<Sample> {
        let mut out = vec![plain("home", Self::home())];
        out.push(Sample { mode: Mode::Shelter, ..plain("home-shelter", Self::home()) });
        out.push(Sample { mode: Mode::Class, ..plain("home-class", Self::home()) });
        out.extend(shelves(pack, view));
        out.extend(guides(pack, view));
        out.extend(searches(pack, view));
        out.push(plain("settings", Self::Settings(super::settings::State)));
        out.extend(calls(view));
        out.extend(doors());
        out.extend(staffs(view));
        out.extend(credits(pack));
        out.extend(places::all());
        out.extend(danger(view));
        out.extend(super::setup::samples::all(view).into_iter().map(|(name, state)| plain(name, Self::Setup(state))));
        out.extend(towns());
        out.extend(super::lesson::samples(view));
        out.extend(super::trial::samples().map(|(name, state)| plain(name, Self::Trial(state))));
        out.extend(super::wire::samples().map(|(name, state)| plain(name, Self::Switches(state))));
        out.extend(super::order::samples().map(|(name, state)| plain(name, Self::Order(state))));
        out.extend(super::appeal::samples().map(|(name, state)| plain(name, Self::Appeal(state))));
        out.extend(places::shelters());
        out.extend(super::procedure::samples(view));
        out.extend(super::told::samples(view).into_iter().map(|(name, state)| plain(name, Self::Told(state))));
        out.extend(super::board::samples::all(view).into_iter().map(|(name, state)| plain(name, Self::Board(state))));
        out.extend(super::post::samples::all(view).into_iter().map(|(name, state)| plain(name, Self::Post(state))));
        out.extend(super::drill::samples().map(|(name, state)| plain(name, Self::Drill(state))));
        out.extend(overlays(view));
        out
    }
}

pub(super) const fn plain(name: &'static str, screen: Screen) -> Sample {
    Sample { name, mode: Mode::Everyday, screen, overlay: None }
}

/// Everything once, in the best tongue there is for the reader: as the store gives it.
fn items<'p>(pack: &'p Pack, view: &View<'_>) -> Vec<&'p Item> {
    let chain = view.settings.tongue.fallback();
    let place = |item: &Item| chain.iter().position(|tongue| *tongue == item.guide.tongue);
    let mut all: Vec<&Item> = pack.items.iter().filter(|item| place(item).is_some()).collect();
    all.sort_by_key(|item| place(item));
    let mut seen = BTreeSet::new();
    all.retain(|item| seen.insert((item.guide.kind, &item.guide.id)));
    all
}

fn readable<'p>(pack: &'p Pack, view: &View<'_>) -> Vec<&'p Guide> {
    items(pack, view).into_iter().map(|item| &item.guide).collect()
}

fn towns() -> Vec<Sample> {
    let most = config::towns().iter().max_by_key(|town| town.offers.len());
    let id = most.map(|town| town.id.clone()).unwrap_or_default();
    let noted = most.and_then(|town| {
        town.offers
            .iter()
            .max_by_key(|offer| offer.note.as_ref().map(|n| n.line(&crate::words::Tongue::JA).bits().len()))
    });
    let offer = noted.map(|offer| offer.kind.into());
    let town = |town, offer| Screen::Town(town::State { town, offer });
    vec![
        plain("town-unknown", town("nowhere".into(), None)),
        plain("town-longest", town(id.clone(), None)),
        plain("town-offer", town(id, offer)),
    ]
}

fn shelves(pack: &Pack, view: &View<'_>) -> Vec<Sample> {
    let shelf = |group: &'static str, entries| Screen::Shelf(shelf::State { group: group.into(), entries });
    // As the store gives them: only what stands there, group by group.
    let full = |group: &'static str| {
        let groups = shelf::State::new(group.into()).groups();
        let place = |entry: &Entry| groups.iter().position(|group| entry.groups.iter().any(|own| own == group));
        let mut here: Vec<Entry> = items(pack, view).into_iter().map(Item::entry).collect();
        here.retain(|entry| place(entry).is_some());
        here.sort_by_key(place);
        shelf(group, Loaded::Ready(here.into()))
    };
    vec![
        plain("shelf-empty", shelf("places", Loaded::Ready(Arc::default()))),
        plain("shelf-waiting", shelf("family", Loaded::Waiting)),
        plain("shelf-gone", shelf("body", Loaded::Gone)),
        plain("shelf-phone", full("phone")),
        plain("shelf-longest", full("prepare")),
    ]
}

fn guides(pack: &Pack, view: &View<'_>) -> Vec<Sample> {
    let length = |guide: &&Guide| guide.lines().iter().map(|line| line.bits().len()).sum::<usize>();
    let longest = readable(pack, view).into_iter().max_by_key(length).cloned().map(Arc::new);
    let guide = |guide| Screen::Guide(guide::State { id: "longest".into(), guide });
    vec![
        plain("guide-waiting", guide(Loaded::Waiting)),
        plain("guide-gone", guide(Loaded::Gone)),
        plain("guide-longest", guide(longest.map_or(Loaded::Gone, Loaded::Ready))),
    ]
}

fn searches(pack: &Pack, view: &View<'_>) -> Vec<Sample> {
    let empty = search::State::new(view);
    let longest = Typed("あ".repeat(keys::LONGEST));
    let hit = |guide: &Guide| Hit {
        kind: HitKind::Told(guide.kind),
        id: guide.id.as_str().into(),
        title: guide.title.clone(),
        snippet: if guide.kind == Kind::Guide { guide.lead.clone() } else { guide.title.clone() },
    };
    let mut hits: Vec<Hit> = readable(pack, view).into_iter().map(hit).collect();
    hits.sort_by_key(|hit| Reverse(hit.title.bits().len() + hit.snippet.bits().len()));
    hits.truncate(HITS);
    let with = |hits| Screen::Search(search::State { typed: longest.clone(), hits, ..empty.clone() });
    let all = |hits| {
        let (hits, shown) = (Loaded::Ready(hits), search::Shown::Hits);
        Screen::Search(search::State { typed: longest.clone(), hits, shown, ..empty.clone() })
    };
    let rows = keys::Keys { row: Some(0), ..empty.keys };
    vec![
        plain("search-empty", Screen::Search(empty.clone())),
        plain("search-row", Screen::Search(search::State { keys: rows, ..empty.clone() })),
        plain("search-none", with(Loaded::Ready(vec![]))),
        plain("search-gone", with(Loaded::Gone)),
        plain("search-longest", with(Loaded::Ready(hits.clone()))),
        plain("search-hits", all(hits)),
    ]
}

fn calls(view: &View<'_>) -> Vec<Sample> {
    let typed = Typed("あ".repeat(keys::LONGEST));
    let opposite = call::State { step: call::Step::Own, typed: typed.clone(), ..call::State::new(view) };
    let opposite = Screen::Call(call::State { facing: call::Facing::Opposite, ..opposite });
    let call = |step| Screen::Call(call::State { step, typed: typed.clone(), ..call::State::new(view) });
    vec![
        plain("call", call(call::Step::Ask)),
        plain("call-write", call(call::Step::Write)),
        plain("call-phrase", call(call::Step::Phrase(2))),
        plain("call-own", call(call::Step::Own)),
        plain("call-opposite", opposite),
    ]
}

fn doors() -> Vec<Sample> {
    let door = |said| Screen::Door(door::State { typed: Typed("123".to_owned()), said });
    vec![
        plain("door", door(door::Said::Nothing)),
        plain("door-checking", door(door::Said::Checking)),
        plain("door-wrong", door(door::Said::Wrong { left: 4 })),
        plain("door-closed", door(door::Said::Closed { until: Duration::from_mins(2) })),
        plain("door-unset", door(door::Said::Unset)),
        plain("door-trouble", door(door::Said::Trouble)),
    ]
}

fn staffs(view: &View<'_>) -> Vec<Sample> {
    let told = view.standing.now.at;
    let port = || Some("/dev/ttyACM0".to_owned());
    let hears = Sky { port: port(), satellites: Some(12), seen: Some(told), heard: Some(told), told };
    let fault = |line| Fault {
        file: "content/guides/jishin/ja.md".to_owned(),
        line,
        message: both("「titel」という 項目は ありません。", "there is no key `titel`"),
        help: Some(both("「title」では ありませんか。", "did you mean `title`?")),
    };
    let many = Parts {
        parts: vec![
            Part::works("content"),
            Part::missing("sound", "no-device", ""),
            Part::degraded("store", "read-only", "state.db: read-only file system"),
        ],
        problems: (0..5).map(fault).collect(),
        sky: Some(Sky { port: port(), told, ..Sky::default() }),
    };
    let good = Parts { parts: vec![Part::works("content"), Part::works("store")], sky: Some(hears), problems: vec![] };

    let staff = |parts| Screen::Staff(staff::State { parts, reach: staff::Reach::Change });
    vec![
        plain("staff-waiting", staff(Loaded::Waiting)),
        plain("staff-gone", staff(Loaded::Gone)),
        plain("staff-good", staff(Loaded::Ready(good))),
        plain("staff-longest", staff(Loaded::Ready(many))),
    ]
}

fn credits(pack: &Pack) -> Vec<Sample> {
    let sources = |credits| Screen::Sources(sources::State { credits });
    vec![
        plain("sources-waiting", sources(Loaded::Waiting)),
        plain("sources-gone", sources(Loaded::Gone)),
        plain("sources-longest", sources(Loaded::Ready(pack.credits.clone().into()))),
    ]
}

fn danger(view: &View<'_>) -> impl Iterator<Item = Sample> {
    let shelter = |(name, state)| Sample { mode: Mode::Shelter, ..plain(name, Screen::Danger(state)) };
    super::danger::samples(view).into_iter().map(shelter)
}

fn overlays(view: &View<'_>) -> Vec<Sample> {
    let over = |name, overlay| Sample { overlay: Some(overlay), ..plain(name, Screen::home()) };
    let until = view.standing.running + Duration::from_secs(45);
    let alert =
        |facts| Overlay::Alert(super::alert::State { order: None, appeal: None, facts, until, drilling: Drilling::No });
    let drill = |facts| match alert(facts) {
        Overlay::Alert(state) => Overlay::Alert(super::alert::State { drilling: Drilling::Running, ..state }),
        other => other,
    };
    vec![
        over("language", Overlay::language()),
        over("help", Overlay::help(Line::verbatim("えんがわ"))),
        over("farewell", Overlay::farewell(until)),
        over("paper", Overlay::paper(until)),
        over("quiet", Overlay::quiet(until)),
        over("rest", Overlay::Rest(super::rest::State { since: view.standing.running })),
        over("ear", Overlay::Ear(super::ear::State)),
        over("alert-longest", alert(super::danger::urgent(view))),
        over("alert-drill", drill(super::danger::rehearsed(view))),
        over("alert-over", alert(super::danger::ended(view))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A new screen does not compile until it has a number here, and the test fails until it has a sample.
    const fn number(screen: &Screen) -> usize {
        match screen {
            Screen::Home(_) => 0,
            Screen::Shelf(_) => 1,
            Screen::Guide(_) => 2,
            Screen::Search(_) => 3,
            Screen::Settings(_) => 4,
            Screen::Call(_) => 5,
            Screen::Door(_) => 6,
            Screen::Staff(_) => 7,
            Screen::Sources(_) => 8,
            Screen::Places(_) => 9,
            Screen::Near(_) => 10,
            Screen::Spot(_) => 11,
            Screen::Setup(_) => 12,
            Screen::Town(_) => 13,
            Screen::Lessons(_) => 14,
            Screen::Lesson(_) => 15,
            Screen::Trial(_) => 16,
            Screen::Switches(_) => 17,
            Screen::Danger(_) => 18,
            Screen::Order(_) => 19,
            Screen::Appeal(_) => 20,
            Screen::Drill(_) => 21,
            Screen::Shelters(_) => 22,
            Screen::Procedure(_) => 23,
            Screen::Told(_) => 24,
            Screen::Board(_) => 25,
            Screen::Post(_) => 26,
        }
    }

    #[test]
    fn no_screen_is_forgotten() {
        let standing = crate::screens::view::tests::standing();
        let settings = crate::screens::view::tests::settings();
        let all = Screen::all(&Pack::default(), &View { standing: &standing, settings: &settings });
        let mut numbers: Vec<usize> = all.iter().map(|sample| number(&sample.screen)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers, (0..=26).collect::<Vec<_>>());
        let names: BTreeSet<_> = all.iter().map(|sample| sample.name).collect();
        assert_eq!(names.len(), all.len());
    }
}

//! A guide, or a question with its answer: what to do, where that is from, and how old it is.

use super::{Event, Loaded, Place, View, print};
use crate::{
    content::{self, Act, Block, Callout, Evidence, Guide, Picture as Drawing, See, Term},
    job::StoreJob,
    page::{Control, Kind, Level, Page, Part, Picture, Role, Svg, Tone},
    words::{Line, Piece, Tongue},
};
use smol_str::SmolStr;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub id: SmolStr,
    pub guide: Loaded<Arc<Guide>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Who can help when this is not enough.
    Ask,
    Print,
    /// A lesson to practise it, a procedure that needs it; what a word means, or all words.
    Open(Place),
}

impl State {
    pub const fn new(id: SmolStr) -> Self {
        Self { id, guide: Loaded::Waiting }
    }

    pub(super) fn needs(&self, tongue: &Tongue) -> StoreJob {
        StoreJob::Guide { id: self.id.clone(), tongue: tongue.clone() }
    }

    /// About death, violence, money or health: nobody's answers stay on the glass for long.
    pub fn is_tender(&self) -> bool {
        self.guide.ready().is_some_and(|guide| guide.tender)
    }
}

pub fn update(_: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Ask => vec![Event::Go(Place::Call)],
        Msg::Print => vec![Event::Print(None)],
        Msg::Open(place) => vec![Event::Go(place)],
    }
}

/// The shelf it stands on.
pub fn title(state: &State, view: &View<'_>) -> Line {
    let w = view.words();
    let group = state.guide.ready().and_then(|guide| guide.groups.first());
    group.and_then(|group| w.get(&format!("group-{group}"))).unwrap_or_else(|| w.kiosk_name())
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    let body = match state.guide.ready() {
        Some(guide) => body(&filled(guide, view), sample(guide, view), view),
        None => view.instead(&state.guide),
    };
    Page::new([top].into_iter().chain(body))
}

/// With what the town says about itself in place of `{city.…}`.
fn filled(guide: &Guide, view: &View<'_>) -> Guide {
    let full = |line: &Line| view.city().fill(line, view.words());
    if guide.tongue == view.settings.tongue {
        return guide.clone().map_lines(&full);
    }
    guide.clone().map_lines(&|line| full(line).in_tongue(&guide.tongue))
}

/// Said where a made-up town fills what this guide asks for.
fn sample(guide: &Guide, view: &View<'_>) -> Option<Line> {
    let town = view.standing.config.town.as_ref().filter(|town| town.is_sample())?;
    let asks = || guide.lines().iter().any(|line| line.plain().contains("{city."));
    (view.towns().any(|known| known.id == town.id) && asks()).then(|| view.words().town_from_sample())
}

fn body(guide: &Guide, sample: Option<Line>, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let mut out = vec![Part::text(Level::Heading, guide.title.clone())];
    let lead = Some(&guide.lead).filter(|line| !line.is_empty());
    out.extend(lead.map(|line| Part::text(Level::Body, line.clone())));
    out.extend(sample.into_iter().chain(doubts(guide, view)).map(|line| Part::text(Level::Age, line)));
    out.extend(guide.blocks.iter().flat_map(block));
    out.extend(meanings(guide, view));
    if !guide.ask.is_empty() {
        out.push(Part::group(
            Kind::Callout(Tone::Calm),
            [
                Part::text(Level::Lead, w.guide_ask()),
                Part::text(Level::Body, guide.ask.clone()),
                Control::button("ask", w.bar_call(), Msg::Ask).icon("person").into(),
            ],
        ));
    }
    out.extend(more(guide, view));
    out.extend(
        guide.source.iter().map(|source| Part::text(Level::Note, w.guide_source(&source.publisher, &source.title))),
    );
    if guide.evidence != Evidence::NotVerified {
        out.push(Part::text(Level::Age, w.guide_checked(w.date(guide.checked))));
    }
    out.extend(print::parts(view, Msg::Print));
    out
}

/// What leads on from here.
fn more(guide: &Guide, view: &View<'_>) -> Option<Part<Msg>> {
    let w = view.words();
    let row = |see: &See| {
        let place: Place = see.place.parse().ok()?;
        let (name, icon) = match &place {
            Place::Lesson(_) => (w.navi_see_lesson(), "phone"),
            Place::Procedure(_) => (w.navi_see_procedure(), "list"),
            _ => (w.navi_see_guide(), "book"),
        };
        let row = Control::new(Role::Row, format!("see/{place}"), name, Msg::Open(place)).icon(icon);
        Some(Part::from(row.detail(see.title.clone())))
    };
    let rows: Vec<_> = guide.see.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| Part::group(Kind::List, rows))
}

/// The hard words of this page, each a button; below a word the way to all of them.
fn meanings(guide: &Guide, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    if guide.kind == content::Kind::Word {
        let all = Control::button("word/all", w.guide_words_all(), Msg::Open(Place::Shelf("words".into())));
        return vec![all.icon("list").into()];
    }
    if guide.words.is_empty() {
        return vec![];
    }
    let word = |term: &Term| {
        let name =
            if guide.tongue == view.settings.tongue { term.word.clone() } else { term.word.in_tongue(&guide.tongue) };
        let place = Place::Guide(term.id.as_str().into());
        Control::button(format!("word/{}", term.id), name, Msg::Open(place)).icon("letters").into()
    };
    vec![Part::text(Level::Lead, w.guide_words()), Part::group(Kind::Row, guide.words.iter().map(word))]
}

/// What stands at the top, because one should know it before reading on.
fn doubts(guide: &Guide, view: &View<'_>) -> Vec<Line> {
    let w = view.words();
    let now = view.standing.now;
    let overdue = now.trusted && guide.is_overdue(now.jst().date());
    [
        (guide.evidence == Evidence::NotVerified, w.guide_not_verified()),
        (overdue, w.guide_overdue()),
        (!guide.reviewed, w.guide_not_reviewed()),
        (guide.tongue != view.settings.tongue, w.guide_other_tongue(view.name_of(&guide.tongue))),
    ]
    .into_iter()
    .filter_map(|(holds, line)| holds.then_some(line))
    .collect()
}

fn block(block: &Block) -> Vec<Part<Msg>> {
    match block {
        Block::Heading(line) => vec![Part::text(Level::Heading, line.clone())],
        Block::Text(line) => vec![Part::text(Level::Body, line.clone())],
        Block::List(lines) => lines.iter().map(item).collect(),
        Block::Steps(acts) => vec![Part::group(Kind::Steps, acts.iter().map(step))],
        Block::Picture(drawing) => vec![picture(drawing)],
        Block::Callout(kind, lines) => {
            let tone = match kind {
                Callout::Hint => Tone::Hint,
                Callout::Care => Tone::Care,
                Callout::Danger => Tone::Danger,
            };
            vec![Part::group(Kind::Callout(tone), lines.iter().map(|line| Part::text(Level::Body, line.clone())))]
        }
    }
}

fn item(line: &Line) -> Part<Msg> {
    Part::text(Level::Body, Line::compose([Piece::Verbatim("・"), Piece::Bits(line.bits())]))
}

fn step(act: &Act) -> Part<Msg> {
    let number = Part::text(Level::Number, Line::verbatim(&act.number.to_string()));
    let lead = Part::text(Level::Lead, act.lead.clone());
    let how = act.how.iter().map(|line| Part::text(Level::Body, line.clone()));
    Part::group(Kind::Step, [number, lead].into_iter().chain(how).chain(act.picture.iter().map(picture)))
}

fn picture(drawing: &Drawing) -> Part<Msg> {
    Part::Picture(Picture { id: SmolStr::default(), svg: Svg(Arc::clone(&drawing.svg)), alt: drawing.alt.clone() })
}

//! What, where, in which words; and the whole thing read back before it is out.

use super::{Draft, Msg, Step};
use crate::{
    board::{Doubt, Filled, Setting, Site, Template, doubts},
    config::Mode,
    job::{Post, Wall},
    page::{Control, Kind, Level, Part, Role, Tone, Weight},
    screens::{View, board::said, danger, icons, keys, print},
    words::{Line, Tongue},
};

/// Those of today first: of a shelter, or of ordinary days.
pub(super) fn what(draft: &Draft, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let own = if view.standing.mode == Mode::Shelter { Setting::Shelter } else { Setting::Everyday };
    let mut all: Vec<&Template> = wall.templates.all.iter().collect();
    all.sort_by_key(|template| (template.setting != own, template.order));
    let card = |template: &&Template| {
        let filled = Filled { template: template.id.clone(), ..Filled::default() };
        let next = Draft { filled, ..draft.clone() }.next(Step::What, template);
        let name = template.title.line(w.tongue());
        let card = Control::card(format!("what/{}", template.id), name, Msg::Next(Box::new(next)));
        Part::from(card.icon(icons::drawn(&template.icon)))
    };
    vec![Part::text(Level::Lead, w.post_what()), Part::group(Kind::Cards, all.iter().map(card))]
}

pub(super) fn item(draft: &Draft, template: &Template, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let with = |item: Option<&str>| {
        let filled = Filled { item: item.map(str::to_owned), ..draft.filled.clone() };
        Msg::Next(Box::new(Draft { filled, ..draft.clone() }.next(Step::Item, template)))
    };
    let row = |id: &str, name: Line, msg| Part::from(Control::new(Role::Row, format!("item/{id}"), name, msg));
    let rows = template.items.iter().map(|item| row(&item.id, item.name.line(w.tongue()), with(Some(&item.id))));
    let none = row("none", w.post_item_none(), with(None));
    vec![Part::text(Level::Lead, w.post_item()), Part::group(Kind::List, rows.chain([none]))]
}

pub(super) fn words(draft: &Draft, template: &Template, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let typed = draft.typed.0.trim();
    let filled = Filled { words: Some(typed.to_owned()).filter(|words| !words.is_empty()), ..draft.filled.clone() };
    let next = Draft { filled, ..draft.clone() }.next(Step::Words, template);
    let ready = (!typed.is_empty() || template.id != "words").then(|| Msg::Next(Box::new(next)));
    let go = Control::button("words/next", w.post_words_next(), ready).icon("next").weight(Weight::Primary);
    let never = Part::text(Level::Note, w.post_never());
    let field = keys::field("words/field", w.post_words(), &draft.typed);
    let rest = |side| if side == keys::Side::Tight { vec![go.into()] } else { vec![go.into(), never] };
    keys::beside(draft.keys, view, &Msg::Key, field, rest)
}

/// This very place, those that every shelter has, or none.
pub(super) fn site(draft: &Draft, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let row = |id: &str, name: Line, site: Option<Site>| {
        let filled = Filled { site, ..draft.filled.clone() };
        Part::from(Control::card(format!("where/{id}"), name, Draft { filled, ..draft.clone() }.to(Step::When)))
    };
    let own = view.standing.config.place.as_ref();
    let own = own.map(|place| row("own", Line::parse(place), Some(Site::Named(place.clone()))));
    let known = wall.templates.sites.iter();
    let known = known.map(|site| row(&site.id, site.name.line(w.tongue()), Some(Site::Known(site.id.clone()))));
    let none = row("none", w.post_where_none(), None);
    let all = own.into_iter().chain(known).chain([none]);
    vec![Part::text(Level::Lead, w.post_where()), Part::group(Kind::Cards, all)]
}

pub(super) fn read_back(draft: &Draft, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let head = Part::text(Level::Heading, said::title(&draft.filled, wall, view));
    let body = said::body(&draft.filled, wall, view);
    let until = draft.until.map(|until| Part::text(Level::Note, w.board_until(danger::time(until, view))));
    let doubtful = draft.filled.words.as_deref().map(doubts).unwrap_or_default();
    let asked = (!doubtful.is_empty()).then(|| {
        let lines = doubtful.iter().map(|doubt| Part::text(Level::Body, self::doubt(doubt, view)));
        Part::group(Kind::Callout(Tone::Care), lines)
    });
    let post = draft
        .until
        .map(|until| Msg::Post(Post::Put { notice: draft.notice.clone(), filled: draft.filled.clone(), until }));
    let put = Control::button("post/put", w.post_put(), post).icon("check").weight(Weight::Primary);
    [Part::text(Level::Lead, w.post_read_back())]
        .into_iter()
        .chain([Part::group(Kind::Callout(Tone::Calm), [head].into_iter().chain(body).chain(until))])
        .chain(asked)
        .chain([Part::group(Kind::Row, [put.into()]), Part::text(Level::Note, w.post_never())])
        .collect()
}

fn doubt(doubt: &Doubt, view: &View<'_>) -> Line {
    let w = view.words();
    match doubt {
        Doubt::Long => w.doubt_long(),
        Doubt::Office(word) => w.doubt_office(Line::verbatim(word).in_tongue(&Tongue::JA)),
        Doubt::Telephone => w.doubt_telephone(),
        Doubt::Person => w.doubt_person(),
    }
}

pub(super) fn done(draft: &Draft, wall: &Wall, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let head = Part::text(Level::Heading, said::title(&draft.filled, wall, view));
    let anew = Draft { keys: draft.keys, ..Draft::default() };
    let more = Control::button("post/more", w.post_more(), Msg::Next(Box::new(anew))).icon("plus");
    let see = Control::button("post/see", w.post_standing(), Msg::See(None)).icon("paper");
    [Part::text(Level::Lead, w.post_done()), Part::text(Level::Note, w.post_done_hear())]
        .into_iter()
        .chain([Part::group(
            Kind::Callout(Tone::Calm),
            [head].into_iter().chain(said::body(&draft.filled, wall, view)),
        )])
        .chain([Part::group(Kind::Row, [more.into(), see.into()])])
        .chain(print::parts(view, Msg::Print(None)))
        .collect()
}

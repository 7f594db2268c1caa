//! `lessons/phone/<app>.toml`: one app of the phone.

use super::{
    effects::effects,
    notes::{self, Mark, Notes},
};
use crate::{
    content::read_format,
    expr::{Expr, Kind, Value},
    phone::{
        App, Deed, Dir, Gesture, Item, ItemKind, KeyboardKind, Mistake, Said, Screen, ScreenKind, Skin, operate::typing,
    },
    reader::{Problem, Problems, Source, Spanned, Table, both, toml},
};
use std::ops::Range;

/// An app as its file has it.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) app: App,
    pub(super) screens: Vec<(Screen, Range<usize>)>,
    pub(super) vars: Vec<(String, Value, Range<usize>)>,
    pub(super) mistakes: Vec<(Mistake, Range<usize>)>,
    pub(super) notes: Notes,
}

/// Rows in view where a screen does not say.
const ROWS: u8 = 8;
/// Signs that fit on one row.
const ROW: usize = 16;

pub(super) fn read(id: &str, source: &Source, problems: &mut Problems<'_>) -> Draft {
    let mut notes = Notes { app: id.to_owned(), ..Notes::default() };
    toml(&source.text, 0, problems, |table| {
        read_format(table);
        let title = notes.must_said(table, "title").unwrap_or_default();
        let icon = table.text("icon").map(|icon| icon.value).unwrap_or_default();
        let vars = vars(table);
        table.must("screen", "[{ … }]（[[screen]]）");
        let mut place = Place::First;
        let read =
            table.tables("screen", |table| screen(table, id, std::mem::replace(&mut place, Place::Later), &mut notes));
        let screens: Vec<_> = read.into_iter().flatten().collect();
        let mistakes = table.tables("mistake", |table| mistake(table, &mut notes)).into_iter().flatten().collect();
        let ids = screens.iter().map(|(screen, _)| screen.id.clone()).collect();
        let app = App { id: id.to_owned(), title, icon, screens: ids };
        Draft { app, screens, vars, mistakes, notes: std::mem::take(&mut notes) }
    })
}

pub(super) fn vars(table: &mut Table<'_, '_, '_>) -> Vec<(String, Value, Range<usize>)> {
    let mut out = vec![];
    table.table("vars", |table| {
        for (name, scalar) in table.scalars() {
            if let Some(name) = notes::id(table, name) {
                out.push((name.value, notes::value(scalar.value), name.span));
            }
        }
    });
    out
}

/// A mistake with its reply; whatever makes it a mistake is the lesson's.
pub(super) fn mistake(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Option<(Mistake, Range<usize>)> {
    let id = table.must_text("id").and_then(|id| notes::id(table, id));
    table.must("say", "[\"…\"]");
    let say = notes.saids(table, "say");
    let undo = table.flag("undo").is_some_and(|undo| undo.value);
    let teach = table.text("teach").map(|teach| teach.value).unwrap_or_default();
    let Spanned { value: id, span } = id?;
    Some((Mistake { id, say, undo, teach }, span))
}

/// Which of the screens of an app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    First,
    Later,
}

fn screen(table: &mut Table<'_, '_, '_>, app: &str, place: Place, notes: &mut Notes) -> Option<(Screen, Range<usize>)> {
    let (id, span) = name(table, app, place)?;
    let kind = if table.must("kind", "\"list\"") { table.one_of("kind", &ScreenKind::ALL) } else { None };
    let kind = kind.map_or(ScreenKind::List, |kind| kind.value);
    let title = notes.said(table, "title").unwrap_or_default();
    let rows = table.int("rows", 1..=20).and_then(|rows| u8::try_from(rows.value).ok()).unwrap_or(ROWS);
    let enter = effects(table, "enter", notes).unwrap_or_default();
    let mut deeds = vec![];
    deeds.extend(effects(table, "back", notes).map(|effects| Deed { gesture: Gesture::Back, effects }));
    for (key, dir) in SWIPES {
        deeds.extend(effects(table, key, notes).map(|effects| Deed { gesture: Gesture::Swipe(dir), effects }));
    }
    let items = table.tables("item", |table| item(table, &id, kind, notes));
    let mut screen = Screen { id, app: app.to_owned(), kind, title, items: vec![], enter, deeds, rows };
    for (item, span) in items.into_iter().flatten() {
        if screen.items.iter().any(|known| known.id == item.id) {
            let message = both(format!("「{}」が 2つ あります", item.id), format!("there are two `{}`", item.id));
            table.problem(Problem::error(span, message));
        } else {
            screen.items.push(item);
        }
    }
    secrets_are_shown(table, &screen);
    Some((screen, span))
}

/// The full id of a screen: the first has the name of the app.
fn name(table: &mut Table<'_, '_, '_>, app: &str, place: Place) -> Option<(String, Range<usize>)> {
    let given = table.text("id");
    if place == Place::First {
        let span = given.map_or_else(|| table.span(), |given| given.span);
        return Some((app.to_owned(), span.start..span.start.max(span.end.min(span.start + 1))));
    }
    if given.is_none() {
        table.must("id", "\"wifi\"");
    }
    let given = notes::id(table, given?)?;
    Some((format!("{app}-{}", given.value), given.span))
}

/// A number that has to be typed stands where it is asked for: nobody should think of an own one.
fn secrets_are_shown(table: &mut Table<'_, '_, '_>, screen: &Screen) {
    let shows = |secret: &str| {
        let texts = screen.items.iter().flat_map(|item| [&item.label, &item.detail, &item.value]);
        texts.chain([&screen.title]).flat_map(Said::originals).any(|line| line.plain().contains(secret))
    };
    for secret in screen.items.iter().filter_map(|item| item.secret.as_deref()).filter(|secret| !shows(secret)) {
        let message = both(
            format!("画面に れんしゅうの 番号「{secret}」が 書いて ありません"),
            format!("the screen does not show the practice value \"{secret}\""),
        );
        let help = both(
            format!("例: {{ id = \"note\", kind = \"text\", label = \"れんしゅうの 番号は {secret}です。\" }}"),
            format!("add a text that says {secret}"),
        );
        table.problem(Problem::error(table.span(), message).help(help));
    }
}

const SWIPES: [(&str, Dir); 4] =
    [("swipe_left", Dir::Left), ("swipe_right", Dir::Right), ("swipe_up", Dir::Up), ("swipe_down", Dir::Down)];

fn item(
    table: &mut Table<'_, '_, '_>,
    screen: &str,
    of: ScreenKind,
    notes: &mut Notes,
) -> Option<(Item, Range<usize>)> {
    let id = table.must_text("id").and_then(|id| notes::id(table, id));
    let kind = table.one_of("kind", &ItemKind::ALL).map(|kind| kind.value);
    let text = |table: &mut Table<'_, '_, '_>, key| table.text(key).map(|text| text.value).unwrap_or_default();
    let icon = text(table, "icon");
    let picture = table.text("picture").map(|picture| {
        notes.mark(Mark::Drawing(picture.value.clone()), picture.span);
        picture.value
    });
    let label = notes.said(table, "label").unwrap_or_default();
    let (detail, value) = (notes.said(table, "detail"), notes.said(table, "value"));
    let (show, enabled, on) = (show(table, notes), notes.expr(table, "enabled"), notes.expr(table, "on"));
    let secret = table.text("secret").map(|secret| secret.value);
    let most = table.int("most", 1..=400).and_then(|most| u16::try_from(most.value).ok());
    let keyboard = table.one_of("keyboard", &KeyboardKind::ALL).map(|kind| kind.value).unwrap_or_default();
    let words = words(table);
    let mine = table.flag("mine").is_some_and(|mine| mine.value);
    let rows = table.int("rows", 1..=20).and_then(|rows| u8::try_from(rows.value).ok());
    let at = at(table);
    let deeds = deeds(table, notes);
    let kind = kind.unwrap_or_else(|| usual(of, &deeds));
    let bind = bind(table, kind, notes);
    let detail = detail.unwrap_or_default();
    let Spanned { value: id, span } = id?;
    let item = Item {
        id: format!("{screen}/{id}"),
        kind,
        icon,
        picture: picture.clone().unwrap_or_default(),
        rows: rows.unwrap_or_else(|| height(kind, &label, &detail)),
        label,
        detail,
        value: value.unwrap_or_default(),
        show,
        enabled,
        on,
        bind,
        secret,
        most: most.unwrap_or(if matches!(kind, ItemKind::Slider | ItemKind::Image | ItemKind::Text) { 3 } else { 60 }),
        keyboard,
        words,
        mine,
        at,
        deeds,
    };
    Some((item, span))
}

/// `show`, and `skin` as part of it.
fn show(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Option<Expr> {
    let show = notes.expr(table, "show");
    let Some(skin) = table.one_of("skin", &Skin::ALL.map(|skin| (skin.name(), skin))) else { return show };
    let skin = skin.value.name();
    let text = match &show {
        Some(show) => format!("skin == '{skin}' and ({})", show.text()),
        None => format!("skin == '{skin}'"),
    };
    Expr::parse(&text).ok().or(show)
}

fn bind(table: &mut Table<'_, '_, '_>, kind: ItemKind, notes: &mut Notes) -> Option<String> {
    let Spanned { value, span } = table.text("bind")?;
    let wanted = match kind {
        ItemKind::Switch | ItemKind::Check => Kind::Bool,
        ItemKind::Slider | ItemKind::Image | ItemKind::Text => Kind::Number,
        _ => Kind::Text,
    };
    notes.mark(Mark::Var(value.clone(), wanted), span);
    Some(value)
}

fn words(table: &mut Table<'_, '_, '_>) -> Vec<(String, String)> {
    let mut out = vec![];
    for pair in table.lists("words") {
        if let [reading, word] = pair.value.as_slice() {
            out.push((reading.value.clone(), word.value.clone()));
        } else {
            let message = both("よみと ことばの 2つを 書きます", "a reading and a word");
            let help = both("例: [\"ひなんじょ\", \"避難所\"]", "such as [\"ひなんじょ\", \"避難所\"]");
            table.problem(Problem::error(pair.span, message).help(help));
        }
    }
    out
}

fn at(table: &mut Table<'_, '_, '_>) -> Option<[u8; 4]> {
    let Spanned { value, span } = table.ints("at")?;
    let part = |n: usize| value.get(n).and_then(|part| u8::try_from(*part).ok()).filter(|part| *part <= 100);
    let at = [part(0), part(1), part(2), part(3)];
    if let ([Some(x), Some(y), Some(w), Some(h)], 4) = (at, value.len())
        && x + w <= 100
        && y + h <= 100
    {
        return Some([x, y, w, h]);
    }
    let message = both(
        "at は 左・上・幅・高さの 4つで、画面の 中（0から100）です",
        "`at` is left, top, width, height within 0 to 100",
    );
    table.problem(Problem::error(span, message));
    None
}

fn deeds(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Vec<Deed> {
    let mut out = vec![];
    let plain = [
        ("tap", Gesture::Tap),
        ("long", Gesture::Long),
        ("double", Gesture::Double),
        ("pinch_in", Gesture::PinchIn),
        ("pinch_out", Gesture::PinchOut),
        ("type", typing()),
    ];
    let swipes = SWIPES.map(|(key, dir)| (key, Gesture::Swipe(dir)));
    for (key, gesture) in plain.into_iter().chain(swipes) {
        out.extend(effects(table, key, notes).map(|effects| Deed { gesture, effects }));
    }
    let drags = table.tables("drag", |table| {
        let onto = table.must_text("onto");
        table.must("then", "[{ … }]");
        let effects = effects(table, "then", notes).unwrap_or_default();
        onto.map(|onto| Deed { gesture: Gesture::Drag { onto: onto.value }, effects })
    });
    out.extend(drags.into_iter().flatten());
    out
}

/// What an item is when it does not say.
const fn usual(of: ScreenKind, deeds: &[Deed]) -> ItemKind {
    match of {
        ScreenKind::Icons => ItemKind::Icon,
        ScreenKind::List => ItemKind::Row,
        ScreenKind::Chat => ItemKind::Bubble,
        ScreenKind::Dial => ItemKind::Key,
        _ if deeds.is_empty() => ItemKind::Text,
        ScreenKind::Web | ScreenKind::Lock => ItemKind::Row,
        _ => ItemKind::Button,
    }
}

/// Rows that an item takes, by how much it says.
fn height(kind: ItemKind, label: &Said, detail: &Said) -> u8 {
    let signs = |said: &Said| said.originals().map(|line| line.plain().chars().count()).max().unwrap_or(0);
    let rows = match kind {
        ItemKind::Text | ItemKind::Bubble => signs(label).div_ceil(ROW).max(1) + signs(detail).div_ceil(ROW),
        ItemKind::Image => 3,
        ItemKind::Field => 2,
        _ => 1,
    };
    u8::try_from(rows).unwrap_or(20).min(20)
}

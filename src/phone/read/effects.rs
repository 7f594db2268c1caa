//! Effects as authors write them: `tap = [{ wait = 1 }, { go = "wifi" }]`, or only `tap = "wifi"`.

use super::notes::{Mark, Notes, value};
use crate::{
    expr::{Kind, Value},
    phone::{Effect, Fill, Notice, Said, fill::parts},
    reader::{Problem, Spanned, Table, both},
};
use std::{ops::Range, time::Duration};

/// `if` inside `if` at most.
const DEEPEST: usize = 6;

/// The effects under `key`; `None` when nothing is there.
pub(super) fn effects(table: &mut Table<'_, '_, '_>, key: &'static str, notes: &mut Notes) -> Option<Vec<Effect>> {
    at_depth(table, key, notes, 0)
}

fn at_depth(table: &mut Table<'_, '_, '_>, key: &'static str, notes: &mut Notes, depth: usize) -> Option<Vec<Effect>> {
    let there = table.has(key);
    let out = if table.is_list(key) {
        table.tables(key, |table| effect(table, notes, depth)).into_iter().flatten().collect()
    } else if table.is_table(key) {
        table.table(key, |table| effect(table, notes, depth)).unwrap_or_default()
    } else {
        notes.screen(table, key).map(Effect::Go).into_iter().collect()
    };
    there.then_some(out)
}

/// One `{ }`. Setting several variables makes several effects.
fn effect(table: &mut Table<'_, '_, '_>, notes: &mut Notes, depth: usize) -> Vec<Effect> {
    let mut found: Vec<Vec<Effect>> = vec![];
    let verb = |effect: Option<Effect>| effect.map(|effect| vec![effect]);
    found.extend(verb(notes.screen(table, "go").map(Effect::Go)));
    found.extend(verb(flag(table, "back").then_some(Effect::Back)));
    found.extend(verb(flag(table, "home").then_some(Effect::Home)));
    found.extend(verb(notes.screen(table, "root").map(Effect::Root)));
    found.extend(verb(app(table, "resume", notes).map(Effect::Resume)));
    found.extend(verb(app(table, "close", notes).map(Effect::Close)));
    found.extend(table.table("set", |table| fills(table, notes, Effect::Set)));
    found.extend(table.table("add", |table| fills(table, notes, Effect::Add)));
    found.extend(table.table("status", |table| status(table).into_iter().map(set).collect()));
    found.extend(verb(var(table, "cut", Kind::Text, notes).map(Effect::Cut)));
    found.extend(verb(var(table, "toggle", Kind::Bool, notes).map(Effect::Toggle)));
    found.extend(verb(wait(table).map(Effect::Wait)));
    found.extend(verb(notes.said(table, "say").map(Effect::Say)));
    found.extend(verb(notes.said(table, "type").map(Effect::Type)));
    found.extend(verb(table.table("notify", |table| notice(table, notes)).flatten().map(Effect::Notify)));
    found.extend(verb(table.text("clear").map(|id| Effect::Clear(id.value))));
    found.extend(verb(table.table("call", |table| call(table, notes)).flatten()));
    found.extend(verb(mistake(table, notes).map(Effect::Mistake)));
    found.extend(verb(flag(table, "end").then_some(Effect::End)));
    found.extend(verb(choice(table, notes, depth)));
    if found.len() > 1 {
        let message = both("1つの { } には 1つだけ 書きます", "one { } holds one verb");
        let help = both(
            "わけてください。例: [{ wait = 1 }, { go = \"wifi\" }]",
            "divide it: [{ wait = 1 }, { go = \"wifi\" }]",
        );
        table.problem(Problem::error(table.span(), message).help(help));
    }
    found.into_iter().next().unwrap_or_default()
}

fn flag(table: &mut Table<'_, '_, '_>, key: &'static str) -> bool {
    table.flag(key).is_some_and(|flag| flag.value)
}

fn set((name, value): (String, Value)) -> Effect {
    Effect::Set(name, Fill::Value(value))
}

fn fills(table: &mut Table<'_, '_, '_>, notes: &mut Notes, verb: fn(String, Fill) -> Effect) -> Vec<Effect> {
    let mut out = vec![];
    for (name, scalar) in table.scalars() {
        let value = value(scalar.value);
        notes.mark(Mark::Var(name.value.clone(), value.kind()), name.span);
        let fill = match value {
            Value::Text(text) if parts(&text).iter().any(|(_, name)| name.is_some()) => {
                notes.places(&text, &scalar.span);
                Fill::Text { text }
            }
            value => Fill::Value(value),
        };
        out.push(verb(name.value, fill));
    }
    out
}

/// The line at the top of the phone, as variables.
pub(super) fn status(table: &mut Table<'_, '_, '_>) -> Vec<(String, Value)> {
    let time = table.text("time").map(|time| ("time", Value::Text(time.value)));
    let battery = table.int("battery", 0..=100).map(|number| ("battery", number.value.into()));
    let signal = table.int("signal", 0..=4).map(|number| ("signal", number.value.into()));
    let mut out: Vec<_> = [time, battery, signal].into_iter().flatten().collect();
    for (key, name) in [
        ("wifi", "status-wifi"),
        ("airplane", "status-airplane"),
        ("silent", "status-silent"),
        ("location", "status-location"),
    ] {
        out.extend(table.flag(key).map(|flag| (name, flag.value.into())));
    }
    out.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn var(table: &mut Table<'_, '_, '_>, key: &'static str, kind: Kind, notes: &mut Notes) -> Option<String> {
    let Spanned { value, span } = table.text(key)?;
    notes.mark(Mark::Var(value.clone(), kind), span);
    Some(value)
}

fn app(table: &mut Table<'_, '_, '_>, key: &'static str, notes: &mut Notes) -> Option<String> {
    let Spanned { value, span } = table.text(key)?;
    notes.mark(Mark::App(value.clone()), span);
    Some(value)
}

fn wait(table: &mut Table<'_, '_, '_>) -> Option<Duration> {
    let seconds = table.float("wait", 0.0..=60.0)?.value;
    Duration::try_from_secs_f64(seconds).ok()
}

fn mistake(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Option<String> {
    let Spanned { value, span } = table.text("mistake")?;
    notes.mark(Mark::Mistake(value.clone()), span);
    Some(value)
}

fn notice(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Option<Notice> {
    let id = table.must_text("id").and_then(|id| super::notes::id(table, id));
    let (title, text) = (notes.must_said(table, "title"), notes.said(table, "text"));
    let icon = table.text("icon").map(|icon| icon.value).unwrap_or_default();
    let open = notes.screen(table, "open");
    Some(Notice { id: id?.value, title: title?, text: text.unwrap_or_default(), icon, open })
}

fn call(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Option<Effect> {
    let there = table.must("screen", "\"telephone-incoming\"");
    let screen = if there { notes.screen(table, "screen") } else { None };
    let (name, number) = (notes.said(table, "name"), notes.said(table, "number"));
    let or: fn(Option<Said>) -> Said = Option::unwrap_or_default;
    Some(Effect::Call { screen: screen?, name: or(name), number: or(number) })
}

fn choice(table: &mut Table<'_, '_, '_>, notes: &mut Notes, depth: usize) -> Option<Effect> {
    let (there, at) = (table.has("if"), table.span());
    let when = notes.expr(table, "if");
    if depth >= DEEPEST {
        too_deep(table, at);
        return None;
    }
    let then = at_depth(table, "then", notes, depth + 1);
    let or = at_depth(table, "else", notes, depth + 1);
    if !there && (then.is_some() || or.is_some()) {
        table.must("if", "\"wifi\"");
    }
    Some(Effect::If { when: when?, then: then.unwrap_or_default(), or: or.unwrap_or_default() })
}

fn too_deep(table: &mut Table<'_, '_, '_>, at: Range<usize>) {
    if table.has("if") {
        let message = both("if の 中の if が 深すぎます", "there are too many `if` inside each other");
        table.problem(Problem::error(at, message));
    }
}

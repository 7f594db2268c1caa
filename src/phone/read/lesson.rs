//! `lessons/<id>/lesson.toml`: one lesson.

use super::{
    app,
    effects::{effects, status},
    notes::{self, Mark, Notes},
};
use crate::{
    content::{read_facts, read_format},
    expr::{Kind, Value},
    phone::{Drawing, Ladder, Lesson, LessonKind, Mistake, Rule, Skin, Start, Step, Trial},
    reader::{Problem, Problems, Source, Table, both, toml},
};
use std::{collections::BTreeMap, ops::Range, time::Duration};

/// A lesson as its file has it, with the places of its parts.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) lesson: Lesson,
    pub(super) steps: Vec<Range<usize>>,
    pub(super) tests: Vec<Range<usize>>,
    /// By id.
    pub(super) mistakes: Vec<(String, Range<usize>)>,
    pub(super) vars: Vec<(String, Value, Range<usize>)>,
    pub(super) notes: Notes,
}

/// Where nothing is said about the order in the list.
const ORDER: i64 = 500;
/// How long a lesson may take, in minutes.
const MINUTES: std::ops::RangeInclusive<i64> = 1..=60;

/// `None`: too little of it could be read.
pub(super) fn read(id: &str, source: &Source, problems: &mut Problems<'_>) -> Option<Draft> {
    let mut notes = Notes::default();
    toml(&source.text, 0, problems, |table| lesson(table, id, &mut notes))
}

fn lesson(table: &mut Table<'_, '_, '_>, id: &str, notes: &mut Notes) -> Option<Draft> {
    read_format(table);
    let title = notes.must_said(table, "title");
    let lead = notes.must_said(table, "lead");
    let why = notes.said(table, "why").unwrap_or_default();
    let icon = table.text("icon").map(|icon| icon.value).unwrap_or_default();
    let picture = table.table("picture", |table| drawing(table, notes)).flatten();
    let kind = table.one_of("kind", &LessonKind::ALL).map(|kind| kind.value).unwrap_or_default();
    let order = table.int("order", 0..=999).map_or(ORDER, |order| order.value);
    let minutes = table.int("minutes", MINUTES).map_or(5, |minutes| minutes.value);
    let level = table.int("level", 1..=3).map_or(1, |level| level.value);
    let needs = needs(table, notes);
    let tags = table.texts("tags").into_iter().map(|tag| tag.value).collect();
    let tender = table.flag("tender").is_some_and(|tender| tender.value) || kind == LessonKind::Fraud;
    let (warn, poster, end) = (notes.saids(table, "warn"), notes.saids(table, "poster"), notes.saids(table, "end"));
    kind_needs(table, kind, [warn.is_empty(), end.is_empty()]);
    let facts = read_facts(table);
    let vars = app::vars(table);
    let start = table.table("start", |table| start(table, notes)).unwrap_or_default();
    let hints = table.table("hints", ladder).unwrap_or(Ladder::USUAL);
    table.must("step", "[{ … }]（[[step]]）");
    let steps = parts(table.tables("step", |table| step(table, notes)));
    let mistakes = parts(table.tables("mistake", |table| mistake(table, notes)));
    let tests = parts(table.tables("test", |table| trial(table, notes)));
    let facts = facts?;
    let rules = mistakes.0.iter().filter_map(|(_, rule)| rule.clone()).collect();
    let spans = mistakes.0.iter().zip(mistakes.1).map(|((mistake, _), span)| (mistake.id.clone(), span)).collect();
    let replies = mistakes.0.into_iter().map(|(mistake, _)| (mistake.id.clone(), mistake)).collect::<BTreeMap<_, _>>();
    let lesson = Lesson {
        id: id.to_owned(),
        title: title?,
        lead: lead?,
        why,
        icon,
        picture,
        kind,
        order: u16::try_from(order).unwrap_or_default(),
        minutes: u8::try_from(minutes).unwrap_or_default(),
        level: u8::try_from(level).unwrap_or_default(),
        needs,
        tags,
        tender,
        warn,
        poster,
        end,
        start,
        vars: vars.iter().map(|(name, value, _)| (name.clone(), value.clone())).collect(),
        steps: steps.0,
        mistakes: replies,
        rules,
        hints,
        tests: tests.0,
        source: facts.source,
        evidence: facts.evidence,
        checked: facts.checked,
        recheck: facts.recheck,
        reviewed: vec![],
    };
    let notes = std::mem::take(notes);
    Some(Draft { lesson, steps: steps.1, tests: tests.1, mistakes: spans, vars, notes })
}

fn drawing(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Option<Drawing> {
    let (file, alt) = (table.must_text("file"), notes.must_said(table, "alt"));
    let file = file?;
    notes.mark(Mark::Picture(file.value.clone()), file.span);
    Some(Drawing { file: file.value, alt: alt?, svg: String::new() })
}

fn parts<T>(read: Vec<Option<(T, Range<usize>)>>) -> (Vec<T>, Vec<Range<usize>>) {
    read.into_iter().flatten().unzip()
}

fn needs(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Vec<String> {
    let needs = table.texts("needs");
    for need in &needs {
        notes.mark(Mark::Lesson(need.value.clone()), need.span.clone());
    }
    needs.into_iter().map(|need| need.value).collect()
}

/// A lesson about fraud warns before, and says what to do after.
fn kind_needs(table: &mut Table<'_, '_, '_>, kind: LessonKind, missing: [bool; 2]) {
    let [no_warning, no_end] = missing;
    if kind == LessonKind::Fraud && no_warning {
        table.must("warn", "[\"こわい 電話の れんしゅうです。いつでも やめられます。\"]");
    }
    if no_end {
        table.must("end", "[\"できました。\"]");
    }
}

impl Ladder {
    /// Seconds after which somebody who hesitates is glad of a word.
    pub(super) const USUAL: Self =
        Self { ask: Duration::from_secs(8), point: Duration::from_secs(16), ghost: Duration::from_secs(30) };
}

fn ladder(table: &mut Table<'_, '_, '_>) -> Ladder {
    let mut seconds = |key, usual: Duration| {
        let found = table.int(key, 1..=600).and_then(|seconds| u64::try_from(seconds.value).ok());
        found.map_or(usual, Duration::from_secs)
    };
    let usual = Ladder::USUAL;
    Ladder {
        ask: seconds("ask", usual.ask),
        point: seconds("point", usual.point),
        ghost: seconds("ghost", usual.ghost),
    }
}

fn start(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Start {
    let screen = notes.screen(table, "screen").unwrap_or_default();
    let mut set = vec![];
    table.table("set", |table| {
        for (name, scalar) in table.scalars() {
            let value = notes::value(scalar.value);
            notes.mark(Mark::Var(name.value.clone(), value.kind()), name.span);
            set.push((name.value, value));
        }
    });
    set.extend(table.table("status", status).into_iter().flatten());
    let effects = effects(table, "do", notes).unwrap_or_default();
    Start { screen, set, effects }
}

fn skin(table: &mut Table<'_, '_, '_>) -> Option<Skin> {
    table.one_of("skin", &Skin::ALL.map(|skin| (skin.name(), skin))).map(|skin| skin.value)
}

fn step(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Option<(Step, Range<usize>)> {
    let say = notes.must_said(table, "say");
    let (ask, own) = (notes.said(table, "ask"), notes.said(table, "own"));
    table.must("target", "\"settings/wifi\"");
    let targets = notes.acts(table, "target");
    let goal = if table.must("goal", "\"screen == 'settings'\"") { notes.expr(table, "goal") } else { None };
    let (when, skin) = (notes.expr(table, "when"), skin(table));
    let step = Step {
        say: say?,
        ask: ask.unwrap_or_default(),
        own: own.unwrap_or_default(),
        targets,
        goal: goal?,
        when,
        skin,
    };
    Some((step, table.span()))
}

type Read = ((Mistake, Option<Rule>), Range<usize>);

fn mistake(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Option<Read> {
    let on = notes.acts(table, "on");
    let when = notes.expr(table, "when");
    let goes_on = table.flag("goes_on").is_some_and(|goes_on| goes_on.value);
    let (mistake, span) = app::mistake(table, notes)?;
    if mistake.say.is_empty() {
        let message = both("こたえ（say）が ありません", "there is no reply");
        table.problem(Problem::error(span.clone(), message));
    }
    let rule = (!on.is_empty()).then(|| Rule { mistake: mistake.id.clone(), on, when, goes_on });
    Some(((mistake, rule), span))
}

fn trial(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Option<(Trial, Range<usize>)> {
    table.must("do", "[\"home/settings\"]");
    let acts = notes.acts(table, "do");
    let expect = if table.must("expect", "\"mistakes == 0\"") { notes.expr(table, "expect") } else { None };
    let skin = skin(table);
    Some((Trial { skin, acts, expect: expect? }, table.span()))
}

/// Every variable that a lesson declares itself, with its kind.
pub(super) fn kinds(draft: &Draft) -> BTreeMap<String, Kind> {
    draft.vars.iter().map(|(name, value, _)| (name.clone(), value.kind())).collect()
}

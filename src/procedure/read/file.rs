//! `content/navigators/<id>.toml`: one navigator with its questions, cards and personas.

use crate::{
    content::{read_facts, read_format, read_groups},
    expr::Expr,
    procedure::{Card, Choice, Due, First, Length, Manner, Navigator, Persona, Question, Said, Term, Way},
    reader::{Problem, Problems, Source, Spanned, Table, both, toml},
    words::Line,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// A navigator as its file has it, with the places of its parts.
pub(super) struct Draft {
    pub(super) navigator: Navigator,
    pub(super) notes: Notes,
}

/// What can only be judged when all of the file has been read.
#[derive(Default)]
pub(super) struct Notes {
    /// Every text with its place.
    pub(super) said: Vec<(Line, Range<usize>)>,
    /// Every condition with its place, and how many questions come before it.
    pub(super) conditions: Vec<(Expr, Range<usize>, usize)>,
    /// Questions, cards and personas in their order.
    pub(super) questions: Vec<Range<usize>>,
    pub(super) cards: Vec<Range<usize>>,
    pub(super) tests: Vec<Range<usize>>,
    /// Names of places of the kiosk.
    pub(super) see: Vec<Spanned<String>>,
    /// Questions of a day that a term runs from.
    pub(super) days: Vec<Spanned<String>>,
    /// Options that are called sensitive, by the question they should be of.
    pub(super) sensitive: Vec<(usize, Spanned<String>)>,
    /// How many questions are read.
    before: usize,
}

const ORDER: i64 = 500;

pub(super) fn read(id: &str, source: &Source, problems: &mut Problems<'_>) -> Option<Draft> {
    let mut notes = Notes::default();
    let navigator = toml(&source.text, 0, problems, |table| navigator(table, id, &mut notes))?;
    Some(Draft { navigator, notes })
}

fn navigator(table: &mut Table<'_, '_, '_>, id: &str, notes: &mut Notes) -> Option<Navigator> {
    read_format(table);
    let (title, lead) = (notes.must(table, "title"), notes.must(table, "lead"));
    let icon = table.text("icon").map(|icon| icon.value).unwrap_or_default();
    table.must("groups", "[\"procedures\"]");
    let groups = read_groups(table);
    let order = table.int("order", 0..=999).map_or(ORDER, |order| order.value);
    let tags = table.texts("tags").into_iter().map(|tag| tag.value).collect();
    let tender = table.flag("tender").is_some_and(|tender| tender.value);
    let (notice, see) = (notes.list(table, "notice"), notes.see(table));
    let facts = read_facts(table);
    let mut seen = BTreeSet::new();
    let questions = table.tables("question", |table| question(table, notes, &mut seen)).into_iter().flatten().collect();
    table.must("card", "[{ … }]（[[card]]）");
    seen.clear();
    let cards = table.tables("card", |table| card(table, notes, &mut seen)).into_iter().flatten().collect();
    let tests = table.tables("test", |table| persona(table, notes)).into_iter().flatten().collect();
    Some(Navigator {
        id: id.to_owned(),
        title: title?,
        lead: lead?,
        icon,
        groups,
        order: u16::try_from(order).unwrap_or_default(),
        tags,
        tender,
        notice,
        see,
        questions,
        cards,
        amounts: BTreeMap::new(),
        tests,
        facts: facts?,
        reviewed: vec![],
    })
}

/// `a-z`, `A-Z`, `0-9`, `-`, `_`, and not there yet; told when it is something else.
pub(super) fn id(table: &mut Table<'_, '_, '_>, key: &'static str, seen: &mut BTreeSet<String>) -> Option<String> {
    let text = table.must_text(key)?;
    let name = &text.value;
    if name.len() > 40 || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') {
        let message = both(format!("「{name}」は 名前に 使えません"), format!("\"{name}\" is not a name"));
        let help = both("a-z、0-9、-、_ だけを 使ってください", "use only a-z, 0-9, - and _");
        table.problem(Problem::error(text.span, message).help(help));
        return None;
    }
    if !seen.insert(name.clone()) {
        let message = both(format!("「{name}」が 2つ あります"), format!("there are two called \"{name}\""));
        table.problem(Problem::error(text.span, message));
        return None;
    }
    Some(text.value)
}

const WAYS: [(&str, Way); 3] = [("one", Way::One), ("many", Way::Many), ("day", Way::Day)];

fn question(table: &mut Table<'_, '_, '_>, notes: &mut Notes, seen: &mut BTreeSet<String>) -> Option<Question> {
    let (id, ask, note) = (id(table, "id", seen), notes.must(table, "ask"), notes.said(table, "note"));
    let way = table.one_of("way", &WAYS).map(|way| way.value).unwrap_or_default();
    let show = notes.condition(table, "show");
    let (mut options, mut unknown) = (vec![], Said::default());
    if way != Way::Day {
        table.must("options", "{ yes = \"はい\", no = \"いいえ\" }");
    }
    table.table("options", |table| {
        for (name, text) in table.pairs() {
            let said = notes.text(&text);
            match name.value.as_str() {
                UNKNOWN => unknown = said,
                _ => options.push(Choice { id: name.value, name: said, sensitive: false }),
            }
        }
    });
    for name in table.texts("sensitive") {
        let option = options.iter_mut().find(|option| option.id == name.value);
        option.map(|option| option.sensitive = true).unwrap_or_default();
        notes.sensitive.push((notes.before, name));
    }
    notes.before += 1;
    let (id, ask) = (id?, ask?);
    notes.questions.push(table.span());
    Some(Question { id, ask, note, way, options, unknown, show })
}

/// The option that is always there.
pub(super) const UNKNOWN: &str = "unknown";

const MANNERS: [(&str, Manner); 2] = [("sensitive", Manner::Sensitive), ("stop", Manner::Stop)];

fn card(table: &mut Table<'_, '_, '_>, notes: &mut Notes, seen: &mut BTreeSet<String>) -> Option<Card> {
    let (id, title) = (id(table, "id", seen), notes.must(table, "title"));
    let when = if table.must("when", "\"type == 'in'\"") { notes.condition(table, "when") } else { None };
    let (deadline, due) = (notes.must(table, "deadline"), due(table, notes));
    let (place, bring) = (notes.must(table, "where"), notes.list(table, "bring"));
    let (home, phone, note) = (notes.said(table, "home"), notes.said(table, "phone"), notes.list(table, "note"));
    let law = table.text("law").map(|law| Line::parse(&law.value)).unwrap_or_default();
    let local = table.flag("city").is_some_and(|city| city.value);
    let manner = table.one_of("manner", &MANNERS).map(|manner| manner.value).unwrap_or_default();
    let see = notes.see(table);
    let dated = ["source", "evidence", "checked", "recheck", "recheck_days"].iter().any(|key| table.has(key));
    let facts = if dated { read_facts(table) } else { None };
    let (id, title, when, deadline, place) = (id?, title?, when?, deadline?, place?);
    notes.cards.push(table.span());
    Some(Card { id, title, when, deadline, due, place, bring, home, phone, note, law, local, manner, see, facts })
}

const DUES: [(&str, Due); 5] =
    [("now", Due::Now), ("before", Due::Before), ("soon", Due::Soon), ("open", Due::Open), ("city", Due::Local)];
const FIRSTS: [(&str, First); 2] = [("next", First::Next), ("counts", First::Counts)];

fn due(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Due {
    if !table.must("due", "{ days = 14 }") {
        return Due::Open;
    }
    if !table.is_table("due") {
        let named = table.text("due");
        let known = named.as_ref().and_then(|text| DUES.iter().find(|(word, _)| *word == text.value));
        if let (Some(text), None) = (&named, known) {
            table.unknown("due", text, &DUES.each_ref().map(|(word, _)| *word));
        }
        return known.map_or(Due::Open, |(_, due)| due.clone());
    }
    let read = table.table("due", |table| {
        let mut count = |key, most| table.int(key, 1..=most).and_then(|count| u16::try_from(count.value).ok());
        let days = count("days", 400).map(Length::Days);
        let length = days.or(count("months", 120).map(Length::Months)).or(count("years", 20).map(Length::Years));
        let after = table.text("after");
        let first = table.one_of("first", &FIRSTS).map(|first| first.value).unwrap_or_default();
        let on = table.date("on");
        if length.is_none() && on.is_none() {
            let message = both("いつまでかが ありません", "it does not say by when");
            let help = both("days、months、years か on を 書いてください", "write days, months, years, or on");
            table.problem(Problem::error(table.span(), message).help(help));
        }
        notes.days.extend(after.clone());
        let after = after.map(|after| after.value).unwrap_or_default();
        on.map(|on| Due::On(on.value)).or(length.map(|length| Due::Within(Term { length, after, first })))
    });
    read.flatten().unwrap_or(Due::Open)
}

fn persona(table: &mut Table<'_, '_, '_>, notes: &mut Notes) -> Option<Persona> {
    let name = table.must_text("name");
    table.must("given", "{ … }");
    let mut given = vec![];
    table.table("given", |table| {
        given = table.words().into_iter().map(|(name, words)| (name.value, words.value)).collect();
    });
    let ids = |ids: Vec<Spanned<String>>| ids.into_iter().map(|id| id.value).collect();
    let (expect, maybe) = (ids(table.texts("expect")), ids(table.texts("maybe")));
    let stop = table.text("stop").map(|stop| stop.value);
    notes.tests.push(table.span());
    Some(Persona { name: name?.value, given, expect, maybe, stop })
}

impl Notes {
    fn text(&mut self, text: &Spanned<String>) -> Said {
        let line = Line::parse(&text.value);
        self.said.push((line.clone(), text.span.clone()));
        Said::new(line)
    }

    fn must(&mut self, table: &mut Table<'_, '_, '_>, key: &'static str) -> Option<Said> {
        table.must_text(key).map(|text| self.text(&text))
    }

    fn said(&mut self, table: &mut Table<'_, '_, '_>, key: &'static str) -> Said {
        table.text(key).map(|text| self.text(&text)).unwrap_or_default()
    }

    fn list(&mut self, table: &mut Table<'_, '_, '_>, key: &'static str) -> Vec<Said> {
        table.texts(key).iter().map(|text| self.text(text)).collect()
    }

    fn see(&mut self, table: &mut Table<'_, '_, '_>) -> Vec<String> {
        let see = table.texts("see");
        self.see.extend(see.iter().cloned());
        see.into_iter().map(|see| see.value).collect()
    }

    fn condition(&mut self, table: &mut Table<'_, '_, '_>, key: &'static str) -> Option<Expr> {
        let text = table.text(key)?;
        match Expr::parse(&text.value) {
            Ok(expr) => {
                self.conditions.push((expr.clone(), text.span, self.before));
                Some(expr)
            }
            Err(faults) => {
                for fault in faults {
                    table.problem(fault.problem(&text.span));
                }
                None
            }
        }
    }
}

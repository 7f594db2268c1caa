//! `engawa navigate`: plays a navigator with answers, as tests, staff and authors do, and says which procedures they lead to. Nothing is kept.

use super::{Arg, Command, Common, Given, Message, Outcome, Stop, files, lesson, links, options::Answer as Form};
use crate::{
    content::{self, City, NoReadings, Pack, Readings, Said, SourceFile},
    procedure::{self, Answer, Answers, Around, Card, Found, Navigator, Question, Way},
    reader::{Problem, nearest},
    store::Store,
    words::{Line, Words},
};
use jiff::civil::Date;
use serde::Serialize;
use std::path::PathBuf;

pub(super) const COMMAND: Command = Command {
    name: "navigate",
    takes: "ID [--answer key=value]… [--on DATE] [--list-questions]",
    does: ["こたえから、いる 手つづきを えらぶ", "finds the procedures that answers lead to"],
    options: &[Arg::Value("answer"), Arg::Value("on"), Arg::Flag("list-questions")],
    words: [1, 1],
    run,
};

/// The answer, as docs/CLI.md describes it.
#[derive(Serialize)]
struct Told {
    navigator: String,
    on: Option<Date>,
    /// The card that comes before all else; then the lists are empty.
    stop: Option<Item>,
    must: Vec<Item>,
    confirm: Vec<Item>,
    depends: Vec<Item>,
    /// Where to ask in confidence.
    quiet: Vec<Item>,
    /// Questions that these answers lead to and that were not answered.
    open: Vec<String>,
    note: String,
}

#[derive(Serialize)]
struct Item {
    id: String,
    title: String,
    deadline: String,
    /// The last day, where it could be counted.
    by: Option<Date>,
    #[serde(rename = "where")]
    place: String,
    bring: Vec<String>,
    home: String,
    phone: String,
    law: String,
    note: Vec<String>,
    checked: Date,
}

#[derive(Serialize)]
struct Asked {
    questions: Vec<Put>,
}

#[derive(Serialize)]
struct Put {
    id: String,
    ask: String,
    way: Way,
    /// By id; every one can be answered with `unknown` as well.
    options: Vec<Offered>,
    /// Asked only when this holds.
    show: Option<String>,
}

#[derive(Serialize)]
struct Offered {
    id: String,
    name: String,
}

fn run(common: &Common, given: &Given) -> Outcome {
    let id = given.words().first().cloned().unwrap_or_default();
    let navigator = find(common, &id)?;
    let w = Words::shipped(&common.tongue());
    if given.has("list-questions") {
        list(common, &navigator, &w);
        return Ok(());
    }
    let city = town(common);
    let today = match given.text("on") {
        Some(day) => day.parse().ok().ok_or_else(|| odd_day(&day))?,
        None => common.clock().now().jst().date(),
    };
    let mut around = Around { events: events(&city), today: Some(today) };
    let answers = answers(&navigator, &given.all("answer"), &mut around)?;
    tell(common, &told(&navigator, &answers, &around, (&city, &w)));
    Ok(())
}

/// Puts the navigators of a content folder into a pack; gives what is wrong in them.
pub(super) fn add(pack: &mut Pack, files: &[SourceFile], readings: &dyn Readings) -> Vec<Problem> {
    let (navigators, problems) = procedure::read(files, readings);
    pack.extras.extend(navigators.iter().filter_map(|navigator| navigator.extras(readings)).flatten());
    links::back(pack, &navigators);
    problems
}

/// What the town says, with what staff of this kiosk told over it.
fn town(common: &Common) -> City {
    let config = lesson::config(common);
    let own = Store::open_to_read(&common.home(), common.clock()).and_then(|store| store.own().ok());
    config.with(&own.unwrap_or_default()).city
}

pub(super) fn find(common: &Common, id: &str) -> Result<Navigator, Stop> {
    let beside = || Some(PathBuf::from("content")).filter(|folder| folder.is_dir());
    let files = match common.content.clone().or_else(beside) {
        Some(folder) => files::content(&folder).map_err(|err| super::check::unreadable(&err))?,
        None => content::shipped(),
    };
    let (mut all, problems) = procedure::read(&files, &NoReadings);
    if let Some(at) = all.iter().position(|navigator| navigator.id == id) {
        return Ok(all.swap_remove(at));
    }
    let path = format!("navigators/{id}.toml");
    let own = files.iter().find(|file| file.path == path);
    let fault = problems.iter().find(|problem| problem.is_error() && own.is_some_and(|own| own.name == problem.file));
    if let Some(Problem { file, line, message, .. }) = fault {
        return Err(Stop::input(
            format!("{file}:{line}: {}（ほかにも あれば engawa check で 見られます）", message.ja),
            format!("{file}:{line}: {} (engawa check lists everything)", message.en),
        ));
    }
    let names: Vec<_> = all.iter().map(|navigator| navigator.id.as_str()).collect();
    let (ja, en) = meant(id, &names);
    Err(Stop::input(format!("「{id}」という ナビは ありません。{ja}"), format!("there is no navigator “{id}”.{en}")))
}

fn meant(word: &str, known: &[&str]) -> (String, String) {
    match nearest(word, known.iter().copied()) {
        Some(near) => (format!("もしかして: {near}"), format!(" did you mean {near}?")),
        None => (format!("ある もの: {}", known.join(", ")), format!(" known: {}", known.join(", "))),
    }
}

fn odd_day(day: &str) -> Stop {
    Stop::usage(
        format!("--on {day}: 日は 2026-11-22 の ように 書いて ください。"),
        format!("--on {day}: write a day like 2026-11-22"),
    )
}

/// What the town, or staff, say of a disaster.
fn events(city: &City) -> std::collections::BTreeMap<smol_str::SmolStr, bool> {
    let flag = |said: &Said| if let Said::Flag(flag) = said { Some(*flag) } else { None };
    let of_event = city.values.iter().filter(|(key, _)| key.starts_with(EVENT));
    of_event.filter_map(|(key, value)| Some((key.clone(), flag(&value.said)?))).collect()
}

const EVENT: &str = "event.";

/// `key=value`, with commas between several values; given again they add up.
pub(super) fn answers(navigator: &Navigator, given: &[String], around: &mut Around) -> Result<Answers, Stop> {
    let mut words = std::collections::BTreeMap::<String, Vec<String>>::new();
    for text in given {
        let Some((key, value)) = text.split_once('=') else {
            return Err(wrong(text, "key=value の ように 書いて ください", "write key=value"));
        };
        let values = value.split(',').map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        words.entry(key.trim().to_owned()).or_default().extend(values);
    }
    let mut out = Answers::default();
    for (key, values) in words {
        if key.starts_with(EVENT) {
            match values.first().map(String::as_str) {
                Some("true" | "yes") => drop(around.events.insert(key.into(), true)),
                Some("false" | "no") => drop(around.events.insert(key.into(), false)),
                _ => drop(around.events.remove(key.as_str())),
            }
            continue;
        }
        let Some(question) = navigator.question(&key) else {
            let known: Vec<_> = navigator.questions.iter().map(|question| question.id.as_str()).collect();
            let (ja, en) = meant(&key, &known);
            return Err(wrong(&key, &format!("そんな しつもんは ありません。{ja}"), &format!("no such question.{en}")));
        };
        let Some(answer) = Answer::parse(question, &values) else {
            let known: Vec<_> = question.options.iter().map(|option| option.id.as_str()).chain(["unknown"]).collect();
            let list = if question.way == Way::Day { "2026-11-22, unknown".to_owned() } else { known.join(", ") };
            let text = format!("{key}={}", values.join(","));
            return Err(wrong(&text, &format!("こたえられる もの: {list}"), &format!("known are {list}")));
        };
        out.set(&key, answer);
    }
    Ok(out)
}

fn wrong(text: &str, ja: &str, en: &str) -> Stop {
    Stop::Usage(Message::new(format!("--answer {text}: {ja}"), format!("--answer {text}: {en}")))
}

fn told(navigator: &Navigator, answers: &Answers, around: &Around, (city, w): (&City, &Words)) -> Told {
    let outcome = navigator.outcome(answers, around);
    let item = |card: &Card, by: Option<Date>| {
        let line = |said| navigator.line(said, (city, around.today), w).plain();
        Item {
            id: card.id.clone(),
            title: line(&card.title),
            deadline: line(&card.deadline),
            by,
            place: line(&card.place),
            bring: card.bring.iter().map(line).collect(),
            home: line(&card.home),
            phone: line(&card.phone),
            law: city.fill(&card.law, w).plain(),
            note: card.note.iter().map(line).collect(),
            checked: card.facts.as_ref().unwrap_or(&navigator.facts).checked,
        }
    };
    let items = |found: &[Found<'_>]| found.iter().map(|found| item(found.card, found.by)).collect();
    let path = navigator.path(answers, around);
    let open = path.into_iter().filter(|question: &&Question| answers.get(&question.id).is_none());
    Told {
        navigator: navigator.id.clone(),
        on: around.today,
        stop: outcome.stop.map(|card| item(card, None)),
        must: items(&outcome.must),
        confirm: items(&outcome.confirm),
        depends: items(&outcome.depends),
        quiet: items(&outcome.quiet),
        open: if outcome.stop.is_some() { vec![] } else { open.map(|question| question.id.clone()).collect() },
        note: w.navi_not_all().plain(),
    }
}

fn tell(common: &Common, told: &Told) {
    if common.answer == Form::Json {
        return common.print_json(told);
    }
    let w = Words::shipped(&common.tongue());
    let lists: [(Line, &[Item]); 4] = [
        (w.navi_must(), &told.must),
        (w.navi_confirm(), &told.confirm),
        (w.navi_depends(), &told.depends),
        (w.navi_quiet(), &told.quiet),
    ];
    if let Some(item) = &told.stop {
        common.print(&format!("! {}\n    {}", item.title, item.place));
    }
    for (name, items) in lists.into_iter().filter(|(_, items)| !items.is_empty()) {
        common.print(&name.plain());
        for Item { id, title, deadline, by, place, bring, .. } in items {
            let by = by.map(|by| format!("{by} ")).unwrap_or_default();
            common.print(&format!("  {id}  {title}\n    {by}{deadline}\n    {place}\n    {}", bring.join(" / ")));
        }
    }
    if !told.open.is_empty() {
        common.print(&format!("? {}", told.open.join(", ")));
    }
    common.print(&told.note);
}

fn list(common: &Common, navigator: &Navigator, w: &Words) {
    let line = |said: &procedure::Said| navigator.line(said, (&City::default(), None), w).plain();
    let put = |question: &Question| Put {
        id: question.id.clone(),
        ask: line(&question.ask),
        way: question.way,
        options: question
            .options
            .iter()
            .map(|option| Offered { id: option.id.clone(), name: line(&option.name) })
            .collect(),
        show: question.show.as_ref().map(|show| show.text().to_owned()),
    };
    let asked = Asked { questions: navigator.questions.iter().map(put).collect() };
    if common.answer == Form::Json {
        return common.print_json(&asked);
    }
    for Put { id, ask, options, show, .. } in &asked.questions {
        let show = show.as_ref().map(|show| format!("  [{show}]")).unwrap_or_default();
        common.print(&format!("{id}  {ask}{show}"));
        for Offered { id, name } in options {
            common.print(&format!("    {id}  {name}"));
        }
    }
}

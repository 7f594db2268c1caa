//! `engawa board`: what a script puts on the notice board, and what hangs there; also while the kiosk runs, which shows it at once.

use super::{Arg, Command, Common, Given, Outcome, Stop, files, options::Answer};
use crate::{
    board::{Board, Entry, Filled, Role, Shown, Site, Subject, Template, Templates, Ticket, Utility, When},
    cli::origin::Origin,
    job::{Post, Wall},
    reader::nearest,
    store::{Store, StoreError},
    words::Tongue,
    work::{News, ring},
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::{self, TimeZone},
};
use serde::Serialize;
use std::path::Path;

pub(super) const COMMAND: Command = Command {
    name: "board",
    takes: "post TEMPLATE --until TIME [--value key=value]… | down ID | back ID | list | export --out FILE | take FILE",
    does: ["お知らせを 出す・しまう・見る", "puts notices on the board, takes them down, lists them"],
    options: &[Arg::Value("value"), Arg::Value("until"), Arg::Value("out")],
    words: [1, 2],
    run,
};

/// The answer of `list`, as docs/CLI.md describes it.
#[derive(Serialize)]
struct Listed {
    notices: Vec<Told>,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Told {
    id: String,
    version: u32,
    template: String,
    title: String,
    item: Option<String>,
    place: Option<String>,
    day: Option<Date>,
    from: Option<Time>,
    to: Option<Time>,
    words: Option<String>,
    at: Timestamp,
    until: Option<Timestamp>,
    by: Role,
    new: bool,
    past: bool,
    /// The number on paper.
    ticket: String,
    digest: String,
}

#[derive(Serialize)]
struct Line {
    #[serde(rename = "line")]
    utility: Utility,
    #[serde(flatten)]
    report: crate::board::Report,
    at: Timestamp,
    by: Role,
}

fn run(common: &Common, given: &Given) -> Outcome {
    let words = given.words();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["post", template] => post(common, given, template),
        ["down", id] => change(common, &Post::TakeDown((*id).to_owned())),
        ["back", id] => change(common, &Post::BringBack((*id).to_owned())),
        ["list"] => list(common),
        ["export"] => export(common, given),
        ["take", file] => take(common, Path::new(file)),
        _ => Err(Stop::usage(
            "engawa board post ひな形 --until 時刻 か、engawa board list の 形で つかいます。",
            "the form is: engawa board post TEMPLATE --until TIME, or engawa board list",
        )),
    }
}

fn templates(common: &Common) -> Result<Templates, Stop> {
    let origin = Origin::of(common.content.as_deref()).map_err(|err| super::check::unreadable(&err))?;
    Ok(Wall::templates(&origin.files_or_shipped()).0)
}

fn post(common: &Common, given: &Given, id: &str) -> Outcome {
    let templates = templates(common)?;
    let Some(template) = templates.find(id) else {
        let near = nearest(id, templates.all.iter().map(|own| own.id.as_str())).unwrap_or("meal");
        return Err(Stop::input(
            format!("「{id}」という ひな形は ありません。「{near}」では ありませんか。"),
            format!("there is no template `{id}`; did you mean `{near}`?"),
        ));
    };
    let filled = given
        .all("value")
        .iter()
        .try_fold(Filled { template: id.to_owned(), ..Filled::default() }, |filled, value| {
            fill(filled, value, template, &templates)
        })?;
    let until = given
        .text("until")
        .ok_or_else(|| Stop::usage("いつまで 出すかを --until に 書きます。", "say with --until how long it stands"))?;
    let until = moment(&until).ok_or_else(|| odd_value("until", &until))?;
    if until <= common.clock().now().at {
        return Err(Stop::input("--until が もう すぎて います。", "--until is over already"));
    }
    change(common, &Post::Put { notice: None, filled, until })
}

/// One `key=value`.
fn fill(mut filled: Filled, value: &str, template: &Template, templates: &Templates) -> Result<Filled, Stop> {
    let (key, text) = value.split_once('=').ok_or_else(|| odd_value("value", value))?;
    let odd = || odd_value(key, text);
    let today = || When { day: Date::MIN, from: None, to: None };
    match key {
        "item" => filled.item = Some(template.item(text).ok_or_else(odd)?.id.clone()),
        "place" => {
            let known = templates.sites.iter().any(|site| site.id == text);
            filled.site = Some(if known { Site::Known(text.to_owned()) } else { Site::Named(text.to_owned()) });
        }
        "words" if template.worded => filled.words = Some(text.to_owned()),
        "day" => filled.when.get_or_insert_with(today).day = text.parse().ok().ok_or_else(odd)?,
        "from" => filled.when.get_or_insert_with(today).from = Some(text.parse().ok().ok_or_else(odd)?),
        "to" => filled.when.get_or_insert_with(today).to = Some(text.parse().ok().ok_or_else(odd)?),
        _ => {
            return Err(Stop::usage(
                format!("「{key}」は ありません。item・place・day・from・to・words です。"),
                format!("there is no `{key}`: item, place, day, from, to, words"),
            ));
        }
    }
    Ok(filled)
}

fn odd_value(key: &str, text: &str) -> Stop {
    Stop::input(format!("{key} の「{text}」が 読めません。"), format!("cannot read `{text}` as {key}"))
}

/// RFC 3339, or day and time in Japan.
fn moment(text: &str) -> Option<Timestamp> {
    let local =
        || text.parse::<DateTime>().ok()?.to_zoned(TimeZone::fixed(tz::offset(9))).ok().map(|at| at.timestamp());
    text.parse().ok().or_else(local)
}

fn change(common: &Common, post: &Post) -> Outcome {
    let clock = common.clock();
    let post = match post.clone() {
        // Times without a day are today's.
        Post::Put { notice, mut filled, until } => {
            if let Some(when) = filled.when.as_mut().filter(|when| when.day == Date::MIN) {
                when.day = clock.now().jst().date();
            }
            Post::Put { notice, filled, until }
        }
        other => other,
    };
    let entry = Store::post_in(&common.home(), clock.as_ref(), &post, Role::Script).map_err(failed)?;
    let Some(entry) = entry else {
        return Err(Stop::input("その お知らせは ありません。", "there is no such notice to do that to"));
    };
    ring(&common.home(), News::Board);
    match common.answer {
        Answer::Json => common.print_json(&serde_json::json!({
            "id": id(&entry), "version": entry.version, "ticket": Ticket::of(&entry.digest).to_string(),
            "digest": entry.digest,
        })),
        Answer::Text => common.print(&format!("{} {}", id(&entry), Ticket::of(&entry.digest))),
    }
    Ok(())
}

fn id(entry: &Entry) -> String {
    match &entry.subject {
        Subject::Notice(id) => id.clone(),
        Subject::Line(utility) => utility.name().to_owned(),
    }
}

fn board(common: &Common) -> Result<Board, Stop> {
    let store = Store::open_to_read(&common.home(), common.clock());
    store.map(|store| store.board_to_read()).transpose().map(Option::unwrap_or_default).map_err(failed)
}

fn list(common: &Common) -> Outcome {
    let (board, templates) = (board(common)?, templates(common)?);
    let notices = board.notices(common.clock().now()).into_iter();
    let notices: Vec<_> = notices.map(|shown| told(&shown, &templates, &common.tongue())).collect();
    let line = |utility| {
        let entry = board.line(utility)?;
        Some(Line { utility, report: *entry.report()?, at: entry.at, by: entry.by })
    };
    let lines = Utility::ALL.into_iter().filter_map(line).collect();
    let listed = Listed { notices, lines };
    match common.answer {
        Answer::Json => common.print_json(&listed),
        Answer::Text if listed.notices.is_empty() => common.note("お知らせは ありません。", "there are no notices"),
        Answer::Text => {
            for told in &listed.notices {
                common.print(&format!(
                    "{} {} {} ({})",
                    told.id,
                    told.title,
                    told.item.as_deref().unwrap_or(""),
                    told.at
                ));
            }
        }
    }
    Ok(())
}

fn told(shown: &Shown<'_>, templates: &Templates, tongue: &Tongue) -> Told {
    let (entry, filled) = (shown.entry, shown.filled.clone());
    let template = templates.find(&filled.template);
    let item = filled.item.as_ref().and_then(|item| Some(template?.item(item)?.name.line(tongue).plain()));
    let when = filled.when;
    Told {
        id: id(entry),
        version: entry.version,
        title: template.map(|template| template.title.line(tongue).plain()).unwrap_or_default(),
        template: filled.template,
        item: item.or(filled.item),
        place: filled.site.and_then(|site| templates.site(&site, tongue)).map(|line| line.plain()),
        day: when.map(|when| when.day),
        from: when.and_then(|when| when.from),
        to: when.and_then(|when| when.to),
        words: filled.words,
        at: entry.at,
        until: entry.until,
        by: entry.by,
        new: shown.new,
        past: shown.past,
        ticket: Ticket::of(&entry.digest).to_string(),
        digest: entry.digest.to_string(),
    }
}

fn export(common: &Common, given: &Given) -> Outcome {
    let out = given
        .path("out")
        .ok_or_else(|| Stop::usage("どこに 書くかを --out に 書きます。", "say with --out where to write it"))?;
    let board = board(common)?;
    let entries: Vec<&Entry> = board.entries().collect();
    let text = serde_json::to_string(&entries).map_err(|err| Stop::machine(err.to_string(), err.to_string()))?;
    std::fs::write(&out, text).map_err(|err| {
        Stop::machine(
            format!("{} に 書けません: {err}", out.display()),
            format!("cannot write {}: {err}", out.display()),
        )
    })
}

fn take(common: &Common, file: &Path) -> Outcome {
    let bytes = files::bytes(file).map_err(|err| super::check::unreadable(&err))?;
    let entries: Vec<Entry> = serde_json::from_slice(&bytes).map_err(|err| {
        Stop::input(
            format!("{} は お知らせの ファイルでは ありません: {err}", file.display()),
            format!("{} is no board: {err}", file.display()),
        )
    })?;
    let sent = entries.len();
    let board = Board::of(entries);
    let new = Store::merge_board_in(&common.home(), common.clock().as_ref(), &board).map_err(failed)?;
    ring(&common.home(), News::Board);
    let refused = sent - board.entries().count();
    match common.answer {
        Answer::Json => common.print_json(&serde_json::json!({ "entries": sent, "new": new, "refused": refused })),
        Answer::Text => common.print(&format!("{new}")),
    }
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn failed(err: StoreError) -> Stop {
    let why = err.to_string();
    Stop::machine(format!("お知らせの 板が つかえません: {why}"), format!("the board cannot be used: {why}"))
}

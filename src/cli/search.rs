//! `engawa search`: finds guides and answers, in ranked order, in what the kiosk of this folder shows; where none has run yet, in what the
//! program carries.

use super::{Command, Common, Given, Outcome, Stop, options::Answer, pack};
use crate::{
    content::Kind,
    job::{HitKind, Origin},
    store::{Hit, Store, StoreError},
};
use serde::Serialize;

pub(super) const COMMAND: Command = Command {
    name: "search",
    takes: "WORDS",
    does: ["えんがわの 中を さがす", "searches what the kiosk knows"],
    options: &[],
    words: [1, usize::MAX],
    run,
};

const HITS: usize = 20;

/// The answer, as docs/CLI.md describes it.
#[derive(Serialize)]
struct Found {
    query: String,
    hits: Vec<Told>,
}

#[derive(Serialize)]
struct Told {
    kind: &'static str,
    id: String,
    title: String,
    snippet: String,
    score: f64,
}

fn run(common: &Common, given: &Given) -> Outcome {
    let query = given.words().join(" ");
    let store = store(common)?;
    let hits = store.search(&query, &common.tongue(), HITS).map_err(failed)?;
    let found = Found { query, hits: hits.iter().map(told).collect() };
    match common.answer {
        Answer::Json => common.print_json(&found),
        Answer::Text if found.hits.is_empty() => common.note("ありません。", "nothing was found"),
        Answer::Text => common.print(&listed(&found.hits)),
    }
    Ok(())
}

/// Beside a running kiosk; with `--content`, or where there is none, with content built for the purpose. The places are always those of
/// the kiosk.
fn store(common: &Common) -> Result<Store, Stop> {
    let kept = Store::open_to_read(&common.home(), common.clock());
    let mut store = kept.map_or_else(|| Store::in_memory(common.clock()), Ok).map_err(failed)?;
    if common.content.is_none() && store.is_empty().is_ok_and(|empty| !empty) {
        return Ok(store);
    }
    store.show_instead(&pack::build(common)?.0).map_err(failed)?;
    Ok(store)
}

fn told(hit: &Hit) -> Told {
    let (title, snippet) = (hit.title.plain(), hit.snippet.plain());
    let (kind, title) = match hit.kind {
        HitKind::Told(Kind::Guide) => ("guide", title),
        HitKind::Told(Kind::Faq) => ("faq", title),
        HitKind::Told(Kind::Word) => ("word", title),
        HitKind::Told(Kind::Procedure) => ("procedure", title),
        HitKind::Lesson => ("lesson", title),
        HitKind::Offer => ("offer", title),
        HitKind::Place(Origin::Town) => ("place", title),
        HitKind::Place(Origin::Sample) => ("place", format!("【見本】{title}")),
    };
    Told { kind, id: hit.id.clone(), title, snippet, score: (hit.score * 1e4).round() / 1e4 }
}

fn listed(hits: &[Told]) -> String {
    let one = |hit: &Told| format!("{:.2}  {}  {}\n      {}", hit.score, hit.id, hit.title, hit.snippet);
    hits.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn failed(err: StoreError) -> Stop {
    let why = err.to_string();
    Stop::machine(format!("さがせません: {why}"), format!("cannot search: {why}"))
}

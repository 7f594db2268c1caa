//! `engawa alert fetch`: one round over the feeds, or one look into a folder, as the kiosk makes them by itself; and what came of it.

use super::super::{Common, Given, Outcome, Stop, files, options::Answer};
use crate::{
    alert::Town,
    config::{Config, Feeds},
    reader::Source,
    store::{StoreError, Telegrams},
    sync::{self, Parts, Patience, Round, Told, Web, When},
};
use std::path::Path;

pub(super) fn run(common: &Common, given: &Given) -> Outcome {
    let config = config(common);
    let from = given
        .path("from")
        .or_else(|| config.feeds.folder.clone().filter(|_| config.feeds.asked == crate::config::Asked::No));
    let failed = |err: StoreError| {
        Stop::machine(
            format!("知らせを しまえません（前の 知らせは 残って います）: {err}"),
            format!("cannot keep the telegrams (those from before stay): {err}"),
        )
    };
    let mut store = Telegrams::open(&common.home()).map_err(failed)?;
    let web = from.as_deref().is_none_or(is_address);
    let told = if web {
        let town = town(given, &config)?;
        let base =
            from.map_or(config.feeds.base.clone(), |from| format!("{}/", from.to_string_lossy().trim_end_matches('/')));
        round(common, &Feeds { base, ..config.feeds }, &town, &mut store).map_err(failed)?
    } else {
        let folder = from.unwrap_or_default();
        if !folder.is_dir() {
            return Err(Stop::input(
                format!("{} は フォルダでは ありません。", folder.display()),
                format!("{} is not a folder", folder.display()),
            ));
        }
        sync::look(&folder, &mut store, common.clock().now()).map_err(failed)?
    };
    tell(common, &told)
}

fn is_address(from: &Path) -> bool {
    let text = from.to_string_lossy();
    text.starts_with("http://") || text.starts_with("https://")
}

/// The kiosk's file, as far as it can be read; what is wrong in it `engawa check` tells.
pub(super) fn config(common: &Common) -> Config {
    let bytes = common.config().and_then(|path| files::bytes(&path).ok()).unwrap_or_default();
    Config::read(&Source::read("kiosk.toml", &bytes).0).0
}

/// The town that was named, else that of the kiosk.
fn town(given: &Given, config: &Config) -> Result<Town, Stop> {
    let named = given.text("area").or_else(|| config.town.as_ref().map(|town| town.code.to_string()));
    named.as_deref().and_then(Town::parse).ok_or_else(|| {
        Stop::usage(
            "どの 町の 知らせが いるか、--area に 町の 番号（5けた・6けた）を 書いて ください。",
            "--area takes the code of the town whose telegrams are wanted (5 or 6 digits)",
        )
    })
}

fn round(common: &Common, feeds: &Feeds, town: &Town, store: &mut Telegrams) -> Result<Told, StoreError> {
    let (web, parts, clock) = (Web::new(Patience::default()), Parts::of(&common.home()), common.clock());
    let mut luck = sync::luck;
    let (transport, base, most) = (&web, feeds.base.as_str(), feeds.day());
    Round { transport, parts: &parts, town, base, most, clock: &*clock, luck: &mut luck }.make(store, When::Now)
}

/// Exit code 3 when no feed could be heard: the network failed.
fn tell(common: &Common, told: &Told) -> Outcome {
    match common.answer {
        Answer::Json => common.print_json(told),
        Answer::Text => common.print(&written(told)),
    }
    let why = || told.feeds.iter().find_map(|feed| feed.why.clone()).unwrap_or_default();
    if told.all_failed() {
        return Err(Stop::machine(
            format!("どの 知らせも 受けとれません: {}", why()),
            format!("no feed could be heard: {}", why()),
        ));
    }
    Ok(())
}

fn written(told: &Told) -> String {
    let feeds = told
        .feeds
        .iter()
        .map(|feed| format!("{}: {:?} {}", feed.feed, feed.state, feed.why.as_deref().unwrap_or_default()));
    let refused = told.refused.iter().map(|one| format!("{}: {}", one.file, one.why));
    let sum = format!(
        "{} fetched, {} new, {} refused, {} bytes today",
        told.fetched.len(),
        told.new,
        told.refused.len(),
        told.today
    );
    feeds.chain(told.fetched.iter().cloned()).chain(refused).chain([sum]).collect::<Vec<_>>().join("\n")
}

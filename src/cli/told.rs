//! `engawa told`: what staff told of the town on this kiosk, as a piece of the file of the town: to be put there, and to be compared with other kiosks.

use super::{Command, Common, Given, Outcome, Stop, options::Answer};
use crate::{config::Told, store::Store};
use jiff::Timestamp;
use serde::Serialize;

pub(super) const COMMAND: Command = Command {
    name: "told",
    takes: "",
    does: [
        "職員が 書いた 町の ことを、町の ファイルの 形で 出す",
        "writes what staff told of the town as a piece of its file",
    ],
    options: &[],
    words: [0, 0],
    run,
};

/// The answer, as docs/CLI.md describes it.
#[derive(Serialize)]
struct Written<'o> {
    town: Option<&'o str>,
    values: Vec<One<'o>>,
    /// The piece of the file.
    toml: String,
}

#[derive(Serialize)]
struct One<'o> {
    key: &'o str,
    /// What stands right of the `=`; none: staff say that it is not known.
    said: Option<&'o str>,
    at: Timestamp,
}

impl<'o> One<'o> {
    fn of(told: &'o Told) -> Self {
        One { key: &told.key, said: told.said.as_deref(), at: told.at }
    }
}

fn run(common: &Common, _: &Given) -> Outcome {
    // Where nothing was ever kept, nothing was told.
    let kept = Store::open_to_read(&common.home(), common.clock()).map(|store| store.own()).transpose();
    let own = kept.map_err(|err| {
        Stop::machine(format!("記録を 読めません: {err}"), format!("cannot read what is kept: {err}"))
    })?;
    let own = own.unwrap_or_default();
    let lines = ["[city]".to_owned()].into_iter().chain(own.told.iter().map(Told::line));
    let toml = if own.told.is_empty() { String::new() } else { lines.collect::<Vec<_>>().join("\n") };
    match common.answer {
        Answer::Text => common.print(&toml),
        Answer::Json => {
            let values = own.told.iter().map(One::of).collect();
            common.print_json(&Written { town: own.town.as_deref(), values, toml });
        }
    }
    Ok(())
}

//! `engawa ledger`: whether the record of what staff and the kiosk did is as it was written, and from where on it is not.

use super::{Command, Common, Given, Outcome, Stop, options::Answer};
use crate::{
    board::Digest,
    store::{Broken, Head, Store},
};
use serde_json::json;

pub(super) const COMMAND: Command = Command {
    name: "ledger",
    takes: "verify | export",
    does: ["職員の 記録を たしかめる・書き出す", "verifies or tells the record of what staff did"],
    options: &[],
    words: [1, 1],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    match given.words().first().map(String::as_str) {
        Some("verify") => verify(common),
        Some("export") => export(common),
        _ => Err(Stop::usage(
            "engawa ledger verify か engawa ledger export の 形で つかいます。",
            "the form is: engawa ledger verify, or engawa ledger export",
        )),
    }
}

fn verify(common: &Common) -> Outcome {
    let head = match Store::open_to_read(&common.home(), common.clock()).map(|store| store.ledger_verify()) {
        None => Head::default(),
        Some(Ok(head)) => head,
        Some(Err(broken)) => return Err(told(common, &broken)),
    };
    let hash = Digest(head.hash).to_string();
    match common.answer {
        Answer::Json => common.print_json(&json!({ "whole": true, "entries": head.seq, "head": hash, "broken": null })),
        Answer::Text => common.print(&format!("{} {hash}", head.seq)),
    }
    Ok(())
}

/// Which entry does not fit, and how.
fn told(common: &Common, broken: &Broken) -> Stop {
    let (how, seq) = match broken {
        Broken::Missing { seq } => ("missing", *seq),
        Broken::Changed { seq } => ("changed", *seq),
        Broken::CutOff { seq } => ("cut-off", *seq),
        Broken::Store(err) => {
            return Stop::machine(format!("記録が 読めません: {err}"), format!("cannot read the record: {err}"));
        }
    };
    if common.answer == Answer::Json {
        common.print_json(&json!({ "whole": false, "broken": { "how": how, "entry": seq } }));
    }
    let ja = match broken {
        Broken::Missing { seq } => format!("記録の {seq}番が ありません。"),
        Broken::CutOff { seq } => format!("記録が {seq}番の あとで 切られて います。"),
        _ => format!("記録の {seq}番が、書いた ときと ちがいます。"),
    };
    Stop::input(ja, broken.to_string())
}

/// Every entry, one JSON object a line.
fn export(common: &Common) -> Outcome {
    let store = Store::open_to_read(&common.home(), common.clock());
    let all = store.map(|store| store.ledger_after(0)).transpose();
    let all = all
        .map_err(|err| Stop::machine(format!("記録が 読めません: {err}"), format!("cannot read the record: {err}")))?;
    let all: Vec<_> = all.into_iter().flatten().map(|record| record.value).collect();
    match common.answer {
        Answer::Json => common.print_json(&all),
        Answer::Text => all.iter().for_each(|value| common.print(&value.to_string())),
    }
    Ok(())
}

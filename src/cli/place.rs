//! `engawa place`: places from a town's open data.

mod import;
mod near;

use super::{Arg, Command, Common, Given, Outcome, Stop};
use crate::place::Kind;

pub(super) const COMMAND: Command = Command {
    name: "place",
    takes: "import FILE [--kind KIND] [--mapping FILE] | near LAT,LON [--kind KIND] [--hazard HAZARD] [--limit N]",
    does: [
        "町の データから 場所を 読みこむ・近い 場所を さがす",
        "takes in places from a town's open data; tells which are near",
    ],
    options: &[Arg::Value("kind"), Arg::Value("mapping"), Arg::Value("hazard"), Arg::Value("limit")],
    words: [1, 2],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    match given.words().first().map(String::as_str) {
        Some("import") => import::run(common, given),
        Some("near") => near::run(common, given),
        _ => Err(Stop::usage(
            "engawa place import FILE か engawa place near LAT,LON の 形で つかいます。",
            "the form is: engawa place import FILE, or engawa place near LAT,LON",
        )),
    }
}

/// A kind by its name, in either language.
fn kind(text: &str) -> Result<Kind, Stop> {
    Kind::parse(text).ok_or_else(|| {
        let known = Kind::ALL.map(|kind| format!("{}（{}）", kind.name(), kind.japanese())).join(" ");
        let names = Kind::ALL.map(Kind::name).join(", ");
        Stop::usage(
            format!("--kind {text}: 使える ことば: {known}"),
            format!("--kind {text}: it must be one of {names}"),
        )
    })
}

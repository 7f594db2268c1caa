//! `engawa place`: places from a town's open data.

mod import;

use super::{Arg, Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "place",
    takes: "import FILE [--kind KIND] [--mapping FILE]",
    does: ["町の データから 場所を 読みこむ", "reads places from a town's open data"],
    options: &[Arg::Value("kind"), Arg::Value("mapping")],
    words: [1, 2],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    match given.words().first().map(String::as_str) {
        Some("import") => import::run(common, given),
        _ => Err(Stop::usage("engawa place import FILE の 形で つかいます。", "the form is: engawa place import FILE")),
    }
}

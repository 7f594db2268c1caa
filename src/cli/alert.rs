//! `engawa alert`: telegrams in, what stands out.

mod fetch;
mod ingest;
mod shelters;
mod status;

use super::{Arg, Command, Common, Given, Outcome, Stop};

pub(super) const COMMAND: Command = Command {
    name: "alert",
    takes: "ingest FILE|DIR|- | fetch [--from URL|DIR] [--area CODE] | status --area CODE [--at TIME]",
    does: [
        "災害の 知らせを 読みこむ・受けとる・いま 出ている ものを 見る",
        "takes in or fetches telegrams; tells what stands for a town",
    ],
    options: &[Arg::Value("area"), Arg::Value("at"), Arg::Value("from")],
    words: [1, 2],
    run,
};

fn run(common: &Common, given: &Given) -> Outcome {
    match given.words().first().map(String::as_str) {
        Some("ingest") => ingest::run(common, given),
        Some("fetch") => fetch::run(common, given),
        Some("status") => status::run(common, given),
        _ => Err(Stop::usage(
            "engawa alert ingest FILE か engawa alert status --area CODE の 形で つかいます。",
            "the form is: engawa alert ingest FILE, or engawa alert status --area CODE",
        )),
    }
}
